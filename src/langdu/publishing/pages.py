"""The pages: an edition, and the index that leads to the editions."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from langdu.article import Article
from langdu.publishing.assets import FOLDER, Assets, inline, linked
from langdu.publishing.edition_view import edition_view
from langdu.publishing.editions import Edition
from langdu.publishing.labels import endonym, labels, page_tag
from langdu.publishing.page_data import Place, reader_data, storage_key
from langdu.publishing.rendering import render
from langdu.publishing.safe import check_lang, one_line, safe_url
from langdu.publishing.views import Link
from langdu.publishing.words import FILENAME as WORDS


def write_page(edition: Edition) -> str:
    """The edition as an HTML page. Raises :class:`PublishError` for ids that no page can have."""
    return write_edition(
        edition, "page.html.j2", linked(edition.assets) if edition.assets else inline()
    )


def write_edition(edition: Edition, template: str, assets: Assets) -> str:
    """The edition in a template for one."""
    article = edition.article
    links = links_to(edition.languages, article, lambda lang: f"../{lang}/index.html")
    view = edition_view(edition, _source(article, links))
    return render(
        template,
        title=view.title,
        tag=view.tag,
        t=view.t,
        links=links,
        url=None if article.translation else view.url,
        assets=assets,
        data=_data(edition),
        files=edition.files,
        editions=[view],
        several=False,
        word_blocks=(),
    )


def write_index(articles: Sequence[Article]) -> str:
    """The page that links the editions, in the language of the first: the source."""
    first = articles[0]
    return render(
        "index.html.j2",
        title=one_line(first.title),
        tag=page_tag(first.lang),
        t=labels(first.lang),
        links=links_to(articles, None, lambda lang: f"{lang}/index.html"),
        assets=linked(f"{FOLDER}/"),
        data=None,
        several=False,
        word_blocks=(),
        url=safe_url(first.url, mail=False),
    )


def links_to(
    articles: Sequence[Article], current: Article | None, href: Callable[[str], str]
) -> tuple[Link, ...]:
    """The links to editions; ``href`` gives the address of a language's."""
    return tuple(
        Link(
            lang=page_tag(a.lang),
            name=endonym(a.lang),
            title=one_line(a.title) or labels(a.lang)["untitled"],
            href=href(check_lang(a.lang)),
            current=current is not None and a.lang == current.lang,
            machine=a.translation is not None,
            demo=a.translation is not None and a.translation.demo,
            words=labels(a.lang),
        )
        for a in articles
    )


def _source(article: Article, links: Sequence[Link]) -> Link | None:
    """The page that a translated edition was made from, where it is published beside it."""
    if not article.translation:
        return None
    wanted = page_tag(article.translation.source)
    return next((link for link in links if link.lang == wanted and not link.machine), None)


def _data(edition: Edition) -> str:
    """What the script must know; only this edition's times are in it: the others have theirs."""
    if not edition.languages:
        return reader_data(edition.article, [Place(edition.article, None, None)], "")
    places = []
    for article in edition.languages:
        folder, sound = f"../{check_lang(article.lang)}", edition.sounds.get(article.lang)
        if sound and article.lang != edition.article.lang:
            sound = replace(sound, timeline=None)
        places.append(Place(article, f"{folder}/index.html", f"{folder}/{WORDS}", sound=sound))
    return reader_data(edition.article, places, storage_key(edition))
