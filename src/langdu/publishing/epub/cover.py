"""The cover's lines: a title is cut into lines that fit, as large as they can be."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from langdu.cutting import soft_cut, width

#: The drawing is 1600 wide; the text has 1280 of it.
_WIDE: Final = 1280
#: The title's place is 1300 high: sizes of its letters, and how many lines of each fit.
_SIZES: Final = tuple((size, 1300 // (size * 3 // 2)) for size in (150, 120, 96, 80, 64, 48))


@dataclass(frozen=True, slots=True)
class CoverText:
    """A text as large as its place allows: the size of its letters, and its lines."""

    size: int
    lines: tuple[str, ...]

    @property
    def leading(self) -> int:
        """From one line to the next."""
        return self.size * 3 // 2


def cover_text(text: str, lang: str) -> CoverText:
    """The text in lines, in the largest size in which all of it fits, else cut short with ``…``."""
    for size, most in _SIZES:
        lines = tuple(_lines(text, lang, _WIDE / size))
        if len(lines) <= most:
            return CoverText(size, lines)
    return CoverText(size, (*lines[: most - 1], f"{lines[most - 1][:-1]}…"))


def _lines(text: str, lang: str, room: float) -> Iterator[str]:
    """The text cut where a line may end, and hard where a word is longer than a line."""
    begin = 0
    while begin < len(text):
        most = _reach(text, begin, lang, room)
        end = most
        if most < len(text):
            cut = soft_cut(text, begin, most, most, len(text), lang)
            end = cut if cut and cut <= most else most
        if line := text[begin:end].strip():
            yield line
        begin = end


def _reach(text: str, begin: int, lang: str, room: float) -> int:
    at, used = begin, 0.0
    while at < len(text):
        # Latin capitals and Cyrillic are wider than half of a Chinese character
        used += max(width(text[at], lang), 0.62 if text[at].isalpha() else 0.3)
        if used > room and at > begin:
            return at
        at += 1
    return at
