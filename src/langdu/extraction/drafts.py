"""Drafts: blocks before they have ids, with what the rules need to know about their looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from langdu.article import Mark

DraftKind: TypeAlias = Literal[
    "paragraph", "heading", "quote", "figure", "list", "table", "code", "attachment", "media"
]


@dataclass(frozen=True, slots=True)
class Rich:
    """A text and its inline marks. ``cuts`` are places where a new sentence surely begins."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    cuts: tuple[int, ...] = ()

    def without(self, kind: str) -> Rich:
        """The same text without the marks of one kind."""
        return replace(self, marks=tuple(m for m in self.marks if m.kind != kind))

    def is_all(self, kind: str) -> bool:
        """Whether one mark of a kind covers the whole text, which is not empty."""
        size = len(self.text)
        return any(m.kind == kind and m.start == 0 and m.end == size for m in self.marks)

    def part(self, start: int, end: int) -> Rich:
        """A slice of the text, stripped, with the marks that fall in it."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        marks = tuple(
            replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start)
            for m in self.marks
            if m.start < end and m.end > start
        )
        return Rich(self.text[start:end], marks)


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A list item, and the list in it."""

    rich: Rich
    nested: Draft | None = None
    anchors: tuple[str, ...] = ()
    #: The number that the page itself gives it.
    value: int | None = None


@dataclass(frozen=True, slots=True)
class CellDraft:
    """A table cell."""

    rich: Rich
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """One block to be. ``rich`` is its text: of a figure and a table, the caption.

    ``bold`` and ``centred`` tell how the whole line is set; ``after_gap`` that a line of a text
    dump follows an empty paragraph, which is what an image leaves behind; ``captioned`` that the
    source itself says which text is the caption; ``plain`` that only shape can tell a heading;
    ``anchors`` are the names in the page that links to this place use; ``caption`` that the page
    calls it one, ``paired`` that it shares an element with a picture and nothing else, ``beside``
    that it is what a ``<figure>`` holds apart from its caption, ``verse`` a line of a ``<pre>``.
    ``look`` is the tag, class and style that it is set with, ``place`` the number of the element
    that it stands in among others, ``room`` that one's class and style.
    """

    kind: DraftKind
    rich: Rich = Rich()
    level: int = 0
    image: str | None = None
    alt: str | None = None
    href: str | None = None
    bold: bool = False
    centred: bool = False
    after_gap: bool = False
    plain: bool = False
    captioned: bool = False
    caption: bool = False
    paired: bool = False
    beside: bool = False
    verse: bool = False
    look: str = ""
    place: int = 0
    room: str = ""
    anchors: tuple[str, ...] = ()
    ordered: bool = False
    start: int = 1
    items: tuple[ItemDraft, ...] = ()
    rows: tuple[tuple[CellDraft, ...], ...] = ()

    @property
    def text(self) -> str:
        """The text without its marks."""
        return self.rich.text

    @property
    def is_line(self) -> bool:
        """Whether this is a plain paragraph, which most rules look at."""
        return self.kind == "paragraph"
