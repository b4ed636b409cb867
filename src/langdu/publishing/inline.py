"""Marks → a tree: links, emphasis and ruby over one sentence, properly nested.

Marks are offsets and may overlap; elements may not. A mark that crosses the edge of a more
important one is cut there, so that a ruby keeps one reading and a link stays one link where it can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeAlias

from langdu.article import Mark, Sentence
from langdu.languages import tag_of
from langdu.publishing.safe import clean_text, one_line, safe_tag, safe_url

#: What is cut last comes first.
_ORDER: Final = ("ruby", "link", "lang", "strong", "em", "sub", "sup")
#: Outermost first, where marks cover the same characters.
_NESTING: Final[Mapping[str, int]] = MappingProxyType(
    {kind: rank for rank, kind in enumerate(("lang", "link", "strong", "em", "sub", "sup", "ruby"))}
)
#: HTML has no link in a link and no ruby in a ruby, and a note's number is a link itself.
_CLOSED: Final = ("link", "ruby")
#: How sources refer to notes: [1], 1, ※1, 注2, *, ①.
_SIGN: Final = re.compile(
    r"[\[(（［【〔]?(?:(?:注|註|note|주)\s?)?[*※†‡§]{0,3}(?:\d{1,3}|[①-⑳]|[a-z])?[\])）］】〕]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Node:
    """A marked part. ``value`` is the mark's value, made safe; for a note, its number.

    A note's ``children`` are the characters that the source refers to it with, ``[3]``: what is
    shown in their place is the number.
    """

    kind: str
    value: str | None = None
    children: tuple[Inline, ...] = ()


Inline: TypeAlias = Node | str


@dataclass(slots=True)
class Notes:
    """The footnotes of one document, numbered in the order in which they are met."""

    texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> str:
        """The number of a new footnote."""
        self.texts.append(text)
        return str(len(self.texts))


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    start: int
    end: int
    value: str | None

    def holds(self, other: _Piece) -> bool:
        # a note (no length) at the edge stands outside: it belongs to what comes before
        if other.start == other.end:
            return self.start < other.start < self.end
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: _Piece) -> bool:
        return self.start < other.end and other.start < self.end

    def cut(self, edges: Iterable[int]) -> Iterator[_Piece]:
        points = sorted({self.start, self.end, *(e for e in edges if self.start < e < self.end)})
        for start, end in pairwise(points):
            yield _Piece(self.kind, start, end, self.value)


def inline(sentence: Sentence, notes: Notes, *, links: bool = True) -> tuple[Inline, ...]:
    """The sentence as text and marked parts; ``links=False`` leaves links out (inside another)."""
    marks = [m for m in sentence.marks if 0 <= m.start <= m.end <= len(sentence.text)]
    pieces = _nested([m for m in marks if links or m.kind != "link"])
    notes_of = [m for m in marks if m.kind == "note"]
    pieces += _anchors(notes_of, pieces, sentence.text)
    pieces.sort(key=lambda p: (p.start, p.end > p.start, -p.end, _NESTING.get(p.kind, 0)))
    return _tree(sentence.text, 0, len(sentence.text), pieces, notes)


def plain(nodes: Iterable[Inline]) -> str:
    """The text of a tree without its marks; notes have no number but the source's own sign."""
    return "".join(node if isinstance(node, str) else plain(node.children) for node in nodes)


def _nested(marks: list[Mark]) -> list[_Piece]:
    kept: list[_Piece] = []
    for kind in _ORDER:
        for mark in marks:
            piece = _piece(mark) if mark.kind == kind and mark.start < mark.end else None
            if piece is None:
                continue
            if kind in _CLOSED and any(piece.meets(k) for k in kept if k.kind == kind):
                continue
            crossed = [k for k in kept if piece.meets(k) and not (piece.holds(k) or k.holds(piece))]
            kept += piece.cut(edge for k in crossed for edge in (k.start, k.end))
    return kept


def _piece(mark: Mark) -> _Piece | None:
    """The mark with a safe value; ``None`` where it would have no meaning or do harm."""
    value: str | None = None
    if mark.kind == "link":
        value = safe_url(mark.value)
    elif mark.kind == "lang":
        value = tag_of(safe_tag(mark.value) or "")
    elif mark.kind == "ruby":
        value = one_line(mark.value) or None
    elif mark.kind == "note":
        return None
    else:
        return _Piece(mark.kind, mark.start, mark.end, None)
    return _Piece(mark.kind, mark.start, mark.end, value) if value else None


def _anchors(marks: list[Mark], pieces: list[_Piece], text: str) -> list[_Piece]:
    """Where the numbers of the notes go: in the place of the source's own sign, or else at their
    end, or behind the link that they are in."""
    found: list[_Piece] = []
    for mark in marks:
        sign = _Piece("note", mark.start, mark.end, one_line(mark.value))
        written = mark.start < mark.end and _SIGN.fullmatch(text, mark.start, mark.end)
        if written and not any(sign.meets(other) for other in (*pieces, *found)):
            if sign.value:
                found.append(sign)
            continue
        place = mark.end
        for piece in sorted((p for p in pieces if p.kind in _CLOSED), key=lambda p: p.start):
            if piece.start < place < piece.end:
                place = piece.end
        if sign.value:
            found.append(_Piece("note", place, place, sign.value))
    return found


def _tree(
    text: str, start: int, end: int, pieces: list[_Piece], notes: Notes
) -> tuple[Inline, ...]:
    out: list[Inline] = []
    at, index = start, 0
    while index < len(pieces):
        piece = pieces[index]
        last = index + 1
        while last < len(pieces) and piece.holds(pieces[last]):
            last += 1
        out += _leaf(text[at : piece.start])
        if piece.kind == "note":
            sign = tuple(_leaf(text[piece.start : piece.end]))
            out.append(Node("note", notes.add(piece.value or ""), sign))
        else:
            inner = _tree(text, piece.start, piece.end, pieces[index + 1 : last], notes)
            out.append(Node(piece.kind, piece.value, inner))
        at, index = piece.end, last
    return (*out, *_leaf(text[at:end]))


def _leaf(text: str) -> list[Inline]:
    text = clean_text(text)
    return [text] if text else []
