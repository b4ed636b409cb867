"""One line of Markdown → its text and marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from langdu.article import Mark, MarkKind
from langdu.extraction.drafts import Rich

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG: Final = re.compile(r'<(/?)([a-z]+)((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE: Final = re.compile(r'([a-z]+)="([^"]*)"')
#: Elements that are marks, and those of Markdown's own signs.
_MARKS: Final[Mapping[str, MarkKind]] = {
    "strong": "strong", "em": "em", "sub": "sub", "sup": "sup", "span": "lang", "ruby": "ruby",
    "a": "link",
}  # fmt: skip


@dataclass(slots=True)
class Line:
    """What a line was found to hold. ``label``: what kind of line it says it is.

    ``notes``: the footnotes, and whether each stands behind the end of a sentence.
    """

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    notes: list[tuple[Mark, bool]] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    label: str | None = None
    image: str | None = None
    alt: str | None = None

    @property
    def rich(self) -> Rich:
        """The text, stripped, with its marks and the ends of its sentences."""
        end = len(self.text.rstrip())
        inside = tuple(
            replace(mark, end=min(mark.end, end))
            for mark in sorted(self.marks, key=lambda mark: (mark.start, mark.end))
            if mark.start < end
        )
        return Rich(self.text[:end], inside, tuple(min(cut, end) for cut in self.cuts))


@dataclass(slots=True)
class _Open:
    """An element that has begun."""

    tag: str
    start: int
    attributes: Mapping[str, str]
    reading: str = ""


def lines(tokens: Iterable[Token], notes: Mapping[str, str]) -> list[Line]:
    """The lines of an inline token's children. ``notes``: number → the text of the footnote."""
    reader = _Reader(notes)
    for token in tokens:
        reader.take(token)
    return reader.lines


class _Reader:
    """Reads tokens in order; knows which elements are open."""

    def __init__(self, notes: Mapping[str, str]) -> None:
        self.notes = notes
        self.lines = [Line()]
        self.open: list[_Open] = []

    @property
    def line(self) -> Line:
        return self.lines[-1]

    def take(self, token: Token) -> None:
        if token.type in ("softbreak", "hardbreak"):
            self.lines.append(Line())
        elif token.type == "image":
            copied_from = token.attrs.get("title")  # the address of the original, if this is a copy
            self.line.image = str(copied_from or token.attrs.get("src", "")) or None
            self.line.alt = (token.content and _plain(token.children or [])) or None
        elif token.type == "html_inline":
            self.tag(token.content)
        elif token.nesting == 1:
            self.begin(token.tag, {"href": str(token.attrs.get("href", ""))})
        elif token.nesting == -1:
            self.end(token.tag)
        else:
            self.say(token.content)

    def tag(self, text: str) -> None:
        found = _TAG.fullmatch(text)
        if not found:
            return
        if found[1]:
            self.end(found[2])
        elif found[2] == "wbr":
            self.line.cuts.append(len(self.line.text))
        else:
            pairs = _ATTRIBUTE.findall(found[3])
            self.begin(found[2], {name: html.unescape(value) for name, value in pairs})

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.open.append(_Open(tag, len(self.line.text), attributes))
        if tag == "b":
            self.line.label = attributes.get("class")

    def say(self, text: str) -> None:
        inside = {element.tag for element in self.open}
        if "rt" in inside:
            for element in self.open:
                element.reading += text if element.tag == "ruby" else ""
        elif not inside & {"rp", "b"} and not any("title" in e.attributes for e in self.open):
            self.line.text += text

    def end(self, tag: str) -> None:
        if not any(element.tag == tag for element in self.open):
            return
        while (element := self.open.pop()).tag != tag:
            pass
        at = len(self.line.text)
        if "title" in element.attributes:  # a note: its sign in the source, and its number here
            self.line.text += element.attributes["title"]
            note = self.notes.get(element.attributes.get("id", "").removeprefix("ref"))
            if note is not None:
                late = bool(self.line.cuts) and self.line.cuts[-1] == at
                self.line.notes.append((Mark("note", at, len(self.line.text), note), late))
            return
        kind = _MARKS.get(tag)
        values = {
            "link": element.attributes.get("href"),
            "lang": element.attributes.get("lang"),
            "ruby": element.reading,
        }
        value = values.get(kind or "")
        if kind and element.start < at and (kind not in values or value):
            self.line.marks.append(Mark(kind, element.start, at, value))


def _plain(tokens: Iterable[Token]) -> str:
    return "".join(token.content for token in tokens if token.type.startswith("text"))
