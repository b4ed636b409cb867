"""Edition → view: everything that the article's part of a page shows."""

from langdu.publishing.building import Builder, flag_views
from langdu.publishing.checking import check_article
from langdu.publishing.editions import Edition
from langdu.publishing.facts import metadata, notices, provenance, source_tag
from langdu.publishing.labels import labels, page_tag
from langdu.publishing.safe import one_line, safe_url
from langdu.publishing.views import EditionView, Link


def edition_view(edition: Edition, source: Link | None, prefix: str = "") -> EditionView:
    """The view of an edition; ``source`` leads to the one that it was translated from.

    Raises :class:`~langdu.errors.PublishError` for ids that no page can have.
    """
    article = edition.article
    check_article(article)
    words = labels(article.lang)
    build = Builder(edition)
    return EditionView(
        article=article,
        prefix=prefix,
        title=one_line(article.title),
        tag=page_tag(article.lang),
        t=words,
        source=source,
        source_tag=source_tag(article),
        facts=metadata(article, words),
        provenance=provenance(article, words),
        notices=notices(article, words),
        url=safe_url(article.url, mail=False),
        sound=edition.sound,
        blocks=build.blocks(),
        notes=build.notes(),
        flags=flag_views(article, build.flags, words),
        title_flag=build.flags.get("title"),
    )
