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


class _Flattener:
    """The walk's state: whose text it is in, and what has been gathered of the line so far."""

    def __init__(self, root: etree._Element) -> None:
        self.owners = [root]
        self.parts: list[str] = []
        self.links: list[str] = []
        self.depth = 0

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            if self.depth:
                self.links.append(text)

    def line(self) -> Iterator[Line]:
        text = collapse("".join(self.parts))
        if text:
            linked = width(collapse("".join(self.links))) if self.links else 0
            yield Line(self.owners[-1], text, width(text), linked)
        self.parts.clear()
        self.links.clear()

    def start(self, element: etree._Element) -> Iterator[Line]:
        if element.tag == "a":
            self.depth += 1
        elif element.tag not in INLINE:
            yield from self.line()
            self.owners.append(element)
        self.add(element.text)

    def end(self, element: etree._Element) -> Iterator[Line]:
        if element.tag == "a":
            self.depth -= 1
        elif element.tag not in INLINE:
            yield from self.line()
            self.owners.pop()


def lines(root: etree._Element) -> Iterator[Line]:
    """The lines under ``root`` in reading order. Iterative: pages nest as deep as they like."""
    state = _Flattener(root)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        silent = element.tag in SILENT
        if event == "start" and silent:
            walker.skip_subtree()
        elif event == "start":
            yield from state.start(element)
        else:
            if not silent:
                yield from state.end(element)
            if element is not root:
                state.add(element.tail)
