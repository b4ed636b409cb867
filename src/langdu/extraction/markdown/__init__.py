"""langdu's own Markdown → the article that it was written from: see ``publishing/markdown.py``.

The front matter holds what is known of the article, the body its blocks. Other people's Markdown
has no such front matter, and is read as plain text.
"""

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from langdu.article import Block, Figure
from langdu.article_json import from_dict
from langdu.errors import ArticleError
from langdu.extraction.markdown.blocks import Reading
from langdu.extraction.markdown.front import front_matter
from langdu.extraction.result import Extraction
from langdu.page import Page

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

#: As deep as the lists of an article may go, each of which nests two elements, and some more.
_NESTING = 100


def from_markdown(page: Page) -> Extraction:
    """The article of a page. Raises :class:`ArticleError` for front matter that is no article's."""
    fields, body = front_matter(page.text)
    article = from_dict({**fields, "blocks": []})
    reading = Reading(article.lang, _parser().parse(body))
    try:
        blocks = reading.blocks()
    except RecursionError:
        raise ArticleError("the Markdown is nested too deeply to be an article's") from None
    return Extraction(replace(article, blocks=tuple(_absolute(b, page.base) for b in blocks)))


def _absolute(block: Block, base: str | None) -> Block:
    """A picture's address made absolute; it has none where there is nothing to resolve it with."""
    if not isinstance(block, Figure) or block.image is None:
        return block
    try:
        address = urljoin(base or "", block.image)
    except ValueError:
        address = ""
    return replace(block, image=address if ":" in address else None)


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # slow to import

    return MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
