"""Inline text being gathered: white space collapsed on the way, marks kept as offsets."""

import re
from typing import Final

from langdu.article import Mark, MarkKind
from langdu.extraction.drafts import Rich
from langdu.extraction.text import ends_sentence, visible

_CJK: Final = "[\u3001-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
#: Marks of the same kind that are open at once; what is in it more deeply changes nothing.
_MAX_OPEN: Final = 24
_CJK_EDGE: Final = re.compile(_CJK)
_CJK_BREAK: Final = re.compile(f"(?<={_CJK})[ \t\r]{{0,40}}\n[ \t\r\n]{{0,200}}(?={_CJK})")


class Inline:
    """Gathers the text of one block. Marks may be open while a block ends: both parts have them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._last = ""
        self._space = ""
        self._open: list[tuple[MarkKind, str | None, int]] = []
        self._done: list[Mark] = []
        self._cuts: list[int] = []
        self._cut = False
        self._bold = 0
        self._strong = 0

    def add(self, text: str) -> None:
        """Take text as it stands in the source."""
        text = visible(text)
        if "\n" in text:
            # a line break in the source between two Chinese characters is no space
            text = _CJK_BREAK.sub("", text)
        words = text.split()
        if not words:
            self._wait(text)
            return
        if text[0].isspace():
            self._wait(text[: len(text) - len(text.lstrip())])
        self._word(" ".join(words))
        if text[-1].isspace():
            self._wait(text[len(text.rstrip()) :])

    def _wait(self, space: str) -> None:
        """White space that counts only when a word follows."""
        broken = "\n" in space and not space.strip("\r\n\t ")
        if space:
            self._space = "\n" if broken and self._space != " " else " "

    def _word(self, token: str) -> None:
        if self._space and self._size:
            between = " "
            if self._space == "\n" and _CJK_EDGE.match(self._last) and _CJK_EDGE.match(token):
                between = ""
            if self._last != "\n":
                self._put(between)
        self._space = ""
        if self._cut and self._size:
            self._cuts.append(self._size)
        self._cut = False
        if self._strong:
            self._bold += len(token)
        self._put(token)

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._size += len(text)
            self._last = text[-1]

    def cut(self) -> None:
        """A new sentence begins with what follows, on the same line."""
        self._space = " "
        self._cut = True

    def break_line(self) -> None:
        """A line break that stays in the text."""
        self._space = ""
        if self._size and self._last != "\n":
            self._put("\n")

    def open(self, kind: MarkKind, value: str | None = None) -> bool:
        """A mark begins; false where it is open already, or so many are that it is no matter."""
        if len(self._open) >= _MAX_OPEN or any(
            known == kind and of == value for known, of, _ in self._open
        ):
            return False
        self._open.append((kind, value, self._size))
        self._strong += kind == "strong"
        return True

    def close(self, kind: MarkKind) -> None:
        """The innermost mark of this kind ends."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == kind:
                _, value, start = self._open.pop(index)
                self._strong -= kind == "strong"
                self._mark(kind, start, value)
                return

    def ruby(self, start: int, reading: str) -> int:
        """The text since ``start`` has this reading; returns where the next base begins."""
        self._mark("ruby", start, reading)
        return self._size

    @property
    def goes_on(self) -> bool:
        """Whether the text so far ends within a sentence."""
        return self._size > 0 and not ends_sentence(self._last)

    @property
    def size(self) -> int:
        """How many characters there are so far."""
        return self._size

    @property
    def all_bold(self) -> bool:
        """Whether every word so far is strong."""
        return self._size > 0 and self._bold >= sum(len(p) for p in self._parts if p.strip())

    def _mark(self, kind: MarkKind, start: int, value: str | None) -> None:
        if self._size > start:
            self._done.append(Mark(kind, start, self._size, value))

    def take(self) -> Rich:
        """The text so far, and begin anew; open marks go on in what follows."""
        for kind, value, start in self._open:
            self._mark(kind, start, value)
        text = "".join(self._parts)
        end = len(text.rstrip())
        marks = sorted(
            {m for mark in self._done if (m := _tight(mark, text, end)) is not None},
            key=lambda m: (m.start, -m.end, m.kind, m.value or ""),
        )
        rich = Rich(text[:end], tuple(marks), tuple(c for c in self._cuts if c < end))
        self._parts, self._done, self._cuts = [], [], []
        self._size, self._last, self._space, self._cut, self._bold = 0, "", "", False, 0
        self._open = [(kind, value, 0) for kind, value, _ in self._open]
        return rich


def _tight(mark: Mark, text: str, end: int) -> Mark | None:
    """A mark without the spaces at its ends, ``None`` when nothing is left or it leads nowhere."""
    if mark.kind == "link" and not mark.value:
        return None
    start, stop = mark.start, min(mark.end, end)
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Mark(mark.kind, start, stop, mark.value) if start < stop else None
