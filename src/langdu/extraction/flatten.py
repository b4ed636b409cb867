"""A page as a sequence of lines: what stands between two block borders, and how much of it links.

Both finding the content and reading the metadata work on these lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from langdu.extraction.text import collapse, width

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp "
    "rt rtc ruby s samp small span strike strong sub sup time tt u var wbr img svg".split()
)
#: Never text of the page, whatever a rule decides.
SILENT: Final = frozenset(
    "script style noscript template head svg math select option textarea button input canvas "
    "map object applet frameset rp rt".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text, the block element that owns it, and its widths (whole, in links)."""

    owner: etree._Element
    text: str
    width: int
    linked: int


def lines(root: etree._Element) -> Iterator[Line]:
    """The lines under ``root`` in reading order. Iterative: pages nest as deep as they like."""
    owners = [root]
    parts: list[str] = []
    links: list[str] = []
    depth = 0

    def line() -> Iterator[Line]:
        text = collapse("".join(parts))
        if text:
            yield Line(owners[-1], text, width(text), width(collapse("".join(links))))
        parts.clear()
        links.clear()

    def add(text: str | None) -> None:
        if text:
            parts.append(text)
            if depth:
                links.append(text)

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in SILENT:
                walker.skip_subtree()
                continue
            if tag == "a":
                depth += 1
            elif tag not in INLINE:
                yield from line()
                owners.append(element)
            add(element.text)
            continue
        if tag not in SILENT:
            if tag == "a":
                depth -= 1
            elif tag not in INLINE:
                yield from line()
                owners.pop()
        if element is not root:
            add(element.tail)
    yield from line()
