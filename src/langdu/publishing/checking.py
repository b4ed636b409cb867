"""Whether an article can be published: its language code, its depth, its ids."""

from collections.abc import Iterator

from langdu.article import Article
from langdu.errors import PublishError
from langdu.publishing.safe import check_depth, check_id, check_lang


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
