"""Texts with their quantities rewritten: in plain figures before a model, in style after it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from langdu.quantities.finding import scanned
from langdu.quantities.myriads import ascii_figures
from langdu.quantities.quantity import plain
from langdu.quantities.scanner import Found
from langdu.quantities.writing import grouped, style_of, write


@dataclass(frozen=True, slots=True)
class Change:
    """Characters (start, end) of the old text that became characters of the new one."""

    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Simplified:
    """A rewritten text, and where it differs from the old one: in order, without overlap."""

    text: str
    changes: tuple[Change, ...] = ()

    def to_new(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the old text are in the new one; a change counts as a whole."""
        return _moved([(c.old, c.new) for c in self.changes], start, end)

    def to_old(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the new text were in the old one; a change counts as a whole."""
        return _moved([(c.new, c.old) for c in self.changes], start, end)


def _moved(
    changes: list[tuple[tuple[int, int], tuple[int, int]]], start: int, end: int
) -> tuple[int, int]:
    def move(at: int, *, last: bool) -> int:
        index = bisect_right(changes, at, key=lambda change: change[0][0]) - 1
        if last and index >= 0 and changes[index][0][0] == at:
            index -= 1
        if index < 0:
            return at
        (_, from_end), (to_start, to_end) = changes[index]
        if at >= from_end:
            return at - from_end + to_end
        return to_end if last else to_start

    if start == end:
        at = move(start, last=False)
        return at, at
    return move(start, last=False), move(end, last=True)


def simplify(text: str, lang: str) -> Simplified:
    """The text with hard quantities that models get wrong in plain figures of the same language.

    1.7万余名 → 17000余名, 1200万元 → 12000000元, 三百余件 → 300余件, 二〇二〇年 → 2020年, ３ → 3.
    What is plain already, soft, or a small number in a word stays.
    """
    return _rewritten(text, lang, _plainly)


def restyle(text: str, lang: str) -> Simplified:
    """The text with its numbers in the language's own style: 17000 → 17,000, 1万7,000, 17 000.

    Only numbers written in figures change; years, dates and codes stay.
    """
    return _rewritten(text, lang, _in_style)


Rewrite = Callable[[str, Found, str, bool], str | None]


def _rewritten(text: str, lang: str, rewrite: Rewrite) -> Simplified:
    parts: list[str] = []
    changes: list[Change] = []
    done = length = 0
    for found, in_range in _flat(scanned(text, lang)):
        start, end = found.core
        new = rewrite(text, found, lang, in_range)
        if new is None or new == text[start:end]:
            continue
        parts += [text[done:start], new]
        length += start - done
        changes.append(Change((start, end), (length, length + len(new))))
        done, length = end, length + len(new)
    parts.append(text[done:])
    return Simplified("".join(parts), tuple(changes))


def _flat(found: tuple[Found, ...]) -> Iterator[tuple[Found, bool]]:
    for one in found:
        if one.ends:
            yield from ((end, True) for end in one.ends)
        elif one.quantity.until is None:
            yield one, False


#: Numbers below this that are words stay words.
_WORDS_FROM: Final = MappingProxyType({"zh": 10, "ja": 10, "ko": 10, "en": 100, "ru": 100})
_FIGURE: Final = re.compile("[0-9０-９]")
_ONLY_FIGURES: Final = re.compile("[0-9０-９.,．，]+")


def _plainly(text: str, found: Found, lang: str, in_range: bool) -> str | None:
    quantity, old = found.quantity, text[slice(*found.core)]
    if quantity.soft or found.plain:
        return None
    if _ONLY_FIGURES.fullmatch(old):
        return _shifted(found, lang) if in_range and found.scale == 1 else ascii_figures(old)
    whole = found.core == (quantity.start, quantity.end)
    if not isinstance(quantity.value, Decimal) or (
        whole and quantity.kind not in ("number", "money")
    ):
        if quantity.kind in ("fraction", "time"):
            return ascii_figures(old)
        small = isinstance(quantity.value, Decimal) and quantity.kind == "ordinal"
        if small and not _FIGURE.search(old) and _below(quantity.value, 10):
            return None
        return write(quantity, lang)
    if not _FIGURE.search(old) and quantity.value < _WORDS_FROM.get(lang, 100):
        return None
    return _number(quantity.value, lang) + found.inner


def _below(value: object, limit: int) -> bool:
    return isinstance(value, Decimal) and value < limit


def _shifted(found: Found, lang: str) -> str | None:
    """The low end of 3至5万, which has the scale of the high one."""
    value = found.quantity.value
    return _number(value, lang) if isinstance(value, Decimal) else None


def _number(value: Decimal, lang: str) -> str:
    return (
        grouped(value, ",", ".")
        if lang == "en"
        else plain(value).replace(".", "," if lang == "ru" else ".")
    )


#: A number that names something: it is not grouped.
_NAMED: Final = re.compile(
    r"(?:\b[Nn]o\.|№|[Nn]umber|[Rr]oom|[Hh]otline|[Cc]ode|#|номер\w*|第|제)\s?$"
)
_NAMES: Final = re.compile(r"\s?(?:hotline|热线|ホットライン|번\s|号|호)", re.IGNORECASE)


def _in_style(text: str, found: Found, lang: str, in_range: bool) -> str | None:
    quantity, (start, end) = found.quantity, found.core
    value = quantity.value
    if quantity.kind not in ("number", "money", "percent") or not isinstance(value, Decimal):
        return None
    if quantity.soft or found.inner or not _FIGURE.search(text[start:end]):
        return None
    if _NAMED.search(text[max(0, start - 12) : start]) or _NAMES.match(text, end):
        return None
    if in_range and (not found.plain or found.scale > 1):
        return None  # 3–5 million
    return style_of(lang).number(value, short=not in_range)
