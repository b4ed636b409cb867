"""A translation that somebody hands in: is it one of this article?"""

from collections.abc import Iterator
from itertools import zip_longest

from langdu.article import Article, block_sentences
from langdu.errors import TranslationError
from langdu.languages import normalize


def check_given(source_article: Article, translation: Article) -> None:
    """Hold a translation against its article: another language, and the same ids in their order.

    Its texts are nobody's business here: a person wrote them. Raises
    :class:`~langdu.TranslationError` naming the first id that differs.
    """
    if normalize(translation.lang) == normalize(source_article.lang):
        raise TranslationError(f"it is in {translation.lang!r}, as the article itself")
    wanted, given = tuple(_ids(source_article)), tuple(_ids(translation))
    known, there = frozenset(wanted), frozenset(given)
    for name in given:
        if name not in known:
            raise TranslationError(f"it has {name!r}, which the article has not")
    for name in wanted:
        if name not in there:
            raise TranslationError(f"it lacks {name!r} of the article")
    for name, other in zip_longest(wanted, given):
        if name != other:
            raise TranslationError(f"it has {other!r} in the place of {name!r}")


def _ids(article: Article) -> Iterator[str]:
    """The ids of an article in reading order: blocks and all that is translated in them."""
    segments = {sentence.id for sentence in article.segments}
    if "title" in segments:
        yield "title"
    for block in article.blocks:
        yield block.id
        if f"{block.id}.alt" in segments:
            yield f"{block.id}.alt"
        yield from (sentence.id for sentence in block_sentences(block))
