"""Blocks of links inside the content: related articles, teasers and menus without a telling name.

Prose links a few words of a sentence; a block whose lines are links from end to end leads away
from the article, and so does the short heading over it. A single linked line is left to the rules
that look at the text, and files to download are the article's own.
"""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from langdu.extraction.outline import Outline, Suspect
from langdu.extraction.rules.attachments import is_file
from langdu.extraction.rules.link_lines import is_own

_MOSTLY: Final = 0.7
_FEWEST: Final = 2
#: A block that holds this share of the content's text is the article itself, a list of links.
_MUCH: Final = 0.4
#: Parts of tables and lists go with the whole that they belong to, or stay with it.
_PARTS: Final = frozenset("li tr td th dt dd thead tbody tfoot caption p".split())


def link_blocks(
    page: Outline, node: etree._Element, alive: Sequence[bool], host: str
) -> list[Suspect]:
    """The outermost blocks of links below ``node``. ``alive`` tells which lines still stand,
    ``host`` whose page this is: links to other sites are references."""
    start = page.blocks.index(node)
    size = len(page.blocks)
    widths = [0] * size
    linked = [0] * size
    counts = [0] * size
    for line, stands in zip(page.lines, alive, strict=True):
        if stands:
            widths[line.block] += line.width
            linked[line.block] += line.linked
            counts[line.block] += 1
    end = page.end(start)
    for index in range(end - 1, start, -1):
        parent = page.parents[index]
        widths[parent] += widths[index]
        linked[parent] += linked[index]
        counts[parent] += counts[index]
    most = _MUCH * widths[start]
    found: list[Suspect] = []
    skip_to = 0
    for index in range(start + 1, end):
        element = page.blocks[index]
        if (
            index >= skip_to
            and counts[index] >= _FEWEST
            and linked[index] > _MOSTLY * widths[index]
            and widths[index] < most
            and element.tag not in _PARTS
            and _leads_on(element, host)
        ):
            skip_to = page.end(index)
            found.append(Suspect(element, "only links to other pages", 0, block=index))
    return found


def _leads_on(element: etree._Element, host: str) -> bool:
    """Whether the links in an element lead to other pages of the site, for the most part."""
    own = other = 0
    for link in element.iter("a"):
        address = link.get("href") or ""
        if is_file(address):
            return False
        if is_own(address, host):
            own += 1
        else:
            other += 1
    return own >= other
