"""Words that are a quantity as they stand (half, ひとつ), and words that only look like one."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from langdu.quantities.quantity import Kind, Quantity, Value
from langdu.quantities.scanner import Form, Found, Reading


def fixed(table: str, *, end: str = "") -> Form:
    """The form of a table: a line is ``kind value unit words…``, ``~`` before the kind is soft.

    ``_`` stands for a space in a word and for no unit. ``end``: a pattern that must follow.
    """
    words: dict[str, tuple[Kind, Value, str | None, bool]] = {}
    for line in filter(None, map(str.strip, table.split("\n"))):
        kind, value, unit, *names = line.split()
        read: Value = Fraction(value) if "/" in value else Decimal(value)
        for name in names:
            entry = (_kind(kind), read, None if unit == "_" else unit, kind.startswith("~"))
            words[name.replace("_", " ")] = entry
    return _form(words, end)


def _kind(text: str) -> Kind:
    kinds: dict[str, Kind] = {
        "number": "number",
        "fraction": "fraction",
        "ordinal": "ordinal",
        "percent": "percent",
    }
    return kinds[text.lstrip("~")]


def _form(words: Mapping[str, tuple[Kind, Value, str | None, bool]], end: str) -> Form:
    names = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    pattern = re.compile(f"({names}){end}", re.IGNORECASE)

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        if not match:
            return None
        kind, value, unit, soft = words[match[1].lower()]
        quantity = Quantity(kind, value, at, match.end(1), unit=unit, soft=soft)
        return Reading(match.end(1), (Found(quantity, (at, match.end(1))),))

    return form


def idioms(words: Iterable[str], numerals: str) -> Form:
    """The form of words in which a numeral counts nothing, wherever the numeral stands in them.

    The walk stops at the first of ``numerals``; what comes before it is looked back at.
    """
    parts: dict[str, list[str]] = {}
    for word in words:
        start = next((i for i, char in enumerate(word) if char in numerals), 0)
        parts.setdefault(word[:start], []).append(word[start:])
    each = [
        (f"(?<={re.escape(before)})" if before else "") + f"(?:{_longest_first(rest)})"
        for before, rest in sorted(parts.items(), reverse=True)
    ]
    pattern = re.compile("|".join(each))

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        return Reading(match.end()) if match else None

    return form


def _longest_first(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def skip(pattern: str) -> Form:
    """The form of a pattern that is no quantity."""
    compiled = re.compile(pattern)

    def form(text: str, at: int) -> Reading | None:
        match = compiled.match(text, at)
        return Reading(match.end()) if match else None

    return form
