"""Pages of few words: a gallery, a file to fetch, a note of one line.

Nothing in them is prose, so what holds the article is told by its name, or is the page without
its menus.
"""

from typing import Final

from lxml import etree

from langdu.extraction.containers import is_container
from langdu.extraction.outline import Outline, outline
from langdu.extraction.rules.attachments import is_file

_MAIN: Final = frozenset({"article", "main"})
#: What an image or a file says, in Latin letters.
_THING: Final = 100


def short_page(root: etree._Element) -> etree._Element | None:
    """The element that holds a page's few words, or ``None`` where links are most of the page."""
    page = outline(root, lambda _: None)
    best, most = None, 0.0
    for element in page.blocks:
        if element.tag in _MAIN or is_container(element):
            said = _said(element)
            if said >= most and said > 0:  # of equals the deepest
                best, most = element, said
    if best is not None:
        return best
    body = root.find("body")
    return body if body is not None and _speaks(page) else None


def _said(element: etree._Element) -> float:
    """How much an element holds that is the article's: its own words, images and files."""
    lines = outline(element, lambda _: None).lines
    own = sum(line.width - 2 * line.linked for line in lines)
    files = sum(is_file(link.get("href")) for link in element.iter("a"))
    return own + _THING * (sum(1 for _ in element.iter("img")) + 2 * files)


def _speaks(page: Outline) -> bool:
    """Whether more words stand by themselves than in links."""
    own = sum(line.width - line.linked for line in page.lines if line.owner.tag != "title")
    return own > sum(line.linked for line in page.lines)
