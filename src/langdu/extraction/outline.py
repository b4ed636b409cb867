"""The outline of a page: its block elements and its lines, taken down in one walk.

A line is what stands between two block borders. Finding the content, pruning and reading the
metadata all work on the outline, since walking the tree is what costs: a page is walked once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from langdu.errors import ExtractError
from langdu.extraction.containers import is_container
from langdu.extraction.text import width

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp "
    "rt rtc ruby s samp small span strike strong sub sup time tt u var wbr img svg".split()
)
#: Never text of the page, whatever a rule decides.
SILENT: Final = frozenset(
    "script style noscript template head svg select option textarea button input canvas map "
    "object applet frameset rp rt".split()
)
#: Inline elements that are never furniture by themselves; a page has hundreds.
_SMALL: Final = frozenset("br img b strong em i u sub sup font wbr a".split())
FILM_BOX: Final = "the box of a film and its player"
#: The Bible has 31,000 verses; a page of so many lines takes some ten seconds.
MAX_LINES: Final = 120_000
#: Suspects of so many elements are not looked into when their long texts, of more than so many
#: characters each, come to no more than this.
_BULK: Final = 30
_LONG: Final = 60
_SAID: Final = 400
#: Suspects inside so many others are: looking through each of them would cost their depth squared.
_NESTED: Final = 8


@dataclass(slots=True)
class Line:
    """A run of text: the block element that owns it, and its widths (whole, in links)."""

    owner: etree._Element
    #: The index of ``owner`` among the outline's blocks.
    block: int
    text: str
    width: int
    linked: int


@dataclass(slots=True)
class Suspect:
    """An element that says of itself that it is not the article: the reason, and its lines."""

    element: etree._Element
    reason: str
    first: int
    #: How many blocks the page had before it.
    block: int = 0
    last: int = 0


@dataclass(slots=True)
class Outline:
    """Block elements in document order (``parents`` are indices, the root's is -1), and lines."""

    blocks: list[etree._Element] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    suspects: list[Suspect] = field(default_factory=list)
    _containers: dict[int, bool] = field(default_factory=dict)

    def is_container(self, block: int) -> bool:
        """Whether a block says by its names that it holds the article's text."""
        known = self._containers.get(block)
        if known is None:
            known = self._containers[block] = is_container(self.blocks[block])
        return known

    def end(self, block: int) -> int:
        """One past the last block inside a block: those inside come right after it."""
        end = block + 1
        parents = self.parents
        while end < len(parents) and parents[end] >= block:
            end += 1
        return end

    def add_line(self, block: int, parts: list[str], links: list[str]) -> None:
        """End a line: take what was gathered of it and of its links."""
        text = " ".join((parts[0] if len(parts) == 1 else "".join(parts)).split())
        size = width(text)
        linked = 0
        if links:
            linked = size if links == parts else width(" ".join("".join(links).split()))
            links.clear()
        self.lines.append(Line(self.blocks[block], block, text, size, linked))
        parts.clear()


def refuse_masses(lines: int, what: str) -> None:
    """Raise :class:`ExtractError` for more lines than any article has: each costs a paragraph."""
    if lines > MAX_LINES:
        raise ExtractError(
            f"the {what} has {lines:,} lines, more than the {MAX_LINES:,} that an article may have"
        )


Reason = Callable[[etree._Element], str | None]


def is_bulk(element: etree._Element) -> bool:
    """Whether an element is large and says next to nothing: a menu, a footer, a wall of teasers."""
    count = said = 0
    for part in element.iter():
        count += 1
        if part.tag in SILENT:
            continue
        text, tail = part.text, part.tail
        if text and len(text) > _LONG:
            said += len(text)
        if tail and len(tail) > _LONG and part is not element:
            said += len(tail)
        if said > _SAID:
            return False
    return count >= _BULK


def outline(  # noqa: C901 (the one hot loop)
    root: etree._Element, reason: Reason, *, skip_bulk: bool = False
) -> Outline:
    """Take down a page. ``reason`` tells why an element is suspected, or ``None``; with
    ``skip_bulk`` suspects that are large and hold no prose are not looked into.

    Iterative and linear: pages nest as deep as they like. It is one long function because every
    call in it would be made for each of a page's thousands of elements.
    """
    page = Outline()
    blocks, parents, lines, add_line = page.blocks, page.parents, page.lines, page.add_line
    owners: list[int] = [-1]
    parts: list[str] = []
    links: list[str] = []
    suspects: list[Suspect] = []
    in_links = 0
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in SILENT:
                walker.skip_subtree()
                continue
            if tag == "a":
                in_links += 1
            elif tag not in INLINE:
                if parts:
                    add_line(owners[-1], parts, links)
                parents.append(owners[-1])
                owners.append(len(blocks))
                blocks.append(element)
            why = reason(element) if tag not in _SMALL else None
            if why is not None:
                suspects.append(Suspect(element, why, len(lines), len(blocks)))
                page.suspects.append(suspects[-1])
                if (
                    skip_bulk
                    and why is not FILM_BOX
                    and len(suspects) <= _NESTED
                    and is_bulk(element)
                ):
                    walker.skip_subtree()
                    continue
            text = element.text
        else:
            if tag not in SILENT:
                if tag == "a":
                    in_links -= 1
                elif tag not in INLINE:
                    if parts:
                        add_line(owners[-1], parts, links)
                    owners.pop()
                if suspects and suspects[-1].element is element:
                    suspects.pop().last = len(lines)
            if element is root:
                break
            text = element.tail
        if text and (parts or not text.isspace()):
            parts.append(text)
            if in_links:
                links.append(text)
    return page


def texts(element: etree._Element, limit: int = 400) -> str:
    """The first characters of an element's text as one line, without what never shows."""
    return " ".join(" ".join(_pieces(element, limit)).split())


def _pieces(element: etree._Element, limit: int) -> Iterator[str]:
    size = 0
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, part in walker:
        silent = part.tag in SILENT
        text = None
        if event == "start" and silent:
            walker.skip_subtree()
        elif event == "start":
            text = part.text
        elif part is not element:
            text = part.tail
        if text:
            yield text
            size += len(text.strip())
            if size > limit:
                return
