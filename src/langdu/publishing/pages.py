"""The pages: an edition, and the index that leads to the editions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from langdu.article import Article
from langdu.errors import PublishError
from langdu.publishing.assets import FOLDER, inline, linked
from langdu.publishing.building import Builder, flag_views
from langdu.publishing.editions import Edition
from langdu.publishing.facts import metadata, notices, provenance, source_tag
from langdu.publishing.labels import Labels, endonym, labels, page_tag
from langdu.publishing.page_data import Place, reader_data, storage_key
from langdu.publishing.safe import check_depth, check_id, check_lang, one_line, safe_url
from langdu.publishing.words import FILENAME as WORDS

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Link:
    """An edition to go to; ``mark`` holds the labels in its own language."""

    lang: str
    name: str
    title: str
    href: str
    current: bool
    machine: bool
    demo: bool
    words: Labels


def write_page(edition: Edition) -> str:
    """The edition as an HTML page. Raises :class:`PublishError` for ids that no page can have."""
    article = edition.article
    check_article(article)
    words = labels(article.lang)
    build = Builder(edition)
    return _render(
        "page.html.j2",
        article=article,
        title=one_line(article.title),
        tag=page_tag(article.lang),
        t=words,
        links=_links(edition.languages, article, "../"),
        source=_source(edition),
        source_tag=source_tag(article),
        facts=metadata(article, words),
        provenance=provenance(article, words),
        notices=notices(article, words),
        url=safe_url(article.url, mail=False),
        sound=edition.sound,
        assets=linked(edition.assets) if edition.assets else inline(),
        data=_data(edition),
        files=edition.files,
        blocks=build.blocks(),
        notes=build.notes(),
        flags=flag_views(article, build.flags, words),
        title_flag=build.flags.get("title"),
    )


def write_index(articles: Sequence[Article]) -> str:
    """The page that links the editions, in the language of the first: the source."""
    first = articles[0]
    return _render(
        "index.html.j2",
        title=one_line(first.title),
        tag=page_tag(first.lang),
        t=labels(first.lang),
        links=_links(tuple(articles), None, ""),
        assets=linked(f"{FOLDER}/"),
        data=None,
        url=safe_url(first.url, mail=False),
    )


def check_article(article: Article) -> None:
    """Whether the code and the ids can stand in a page. Raises :class:`PublishError`."""
    check_lang(article.lang)
    check_depth(article)
    seen: set[str] = set()
    for name in _ids(article):
        if check_id(name) in seen:
            raise PublishError(f"the id {name!r} is there twice; ids must be unique")
        seen.add(name)


def _ids(article: Article) -> Iterator[str]:
    yield from (block.id for block in article.blocks)
    yield from (segment.id for segment in article.segments)
    if not article.title:
        yield "title"


def _links(articles: tuple[Article, ...], current: Article | None, up: str) -> tuple[Link, ...]:
    return tuple(
        Link(
            lang=page_tag(a.lang),
            name=endonym(a.lang),
            title=one_line(a.title) or labels(a.lang)["untitled"],
            href=f"{up}{check_lang(a.lang)}/index.html",
            current=current is not None and a.lang == current.lang,
            machine=a.translation is not None,
            demo=a.translation is not None and a.translation.demo,
            words=labels(a.lang),
        )
        for a in articles
    )


def _source(edition: Edition) -> Link | None:
    """The page that a translated edition was made from, where it is published beside it."""
    translation = edition.article.translation
    if not translation:
        return None
    links = _links(edition.languages, edition.article, "../")
    wanted = page_tag(translation.source)
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


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(**values) + "\n"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # slow to import
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("langdu.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # our own files, and JSON that is safe there: the only texts that are not escaped
    environment.filters["ours"] = Markup
    return environment
