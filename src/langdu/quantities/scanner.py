"""The walk over a text that all languages share.

A :class:`Grammar` says where a quantity can begin and which forms to try there, in order. A form
reads at one place and gives a :class:`Reading`, whose ``found`` is empty where it read something
that only looks like a quantity (an idiom, a telephone number). Every form looks at a bounded
number of characters or consumes what it looks at, so the walk is linear.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from langdu.quantities.exact import multiply
from langdu.quantities.quantity import Approx, Clock, Day, Quantity, Value

#: No quantity is longer; a longer run of figures is none.
LONGEST = 48


_FIGURES: Final = frozenset("0123456789０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity with what rewriting needs to know of its spelling.

    ``core``: where the number alone stands. ``inner``: an approximation inside of it (多 in
    8500多万). ``scale``: the scale word that it ends with, as a number. ``plain``: nothing but
    figures. ``ends``: of a range, its two ends.
    """

    quantity: Quantity
    core: tuple[int, int]
    inner: str = ""
    scale: Decimal = Decimal(1)
    plain: bool = True
    ends: tuple["Found", ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form read, and where the walk goes on."""

    end: int
    found: tuple[Found, ...] = ()


Form = Callable[[str, int], Reading | None]


@dataclass(frozen=True, slots=True)
class Grammar:
    """How quantities are written in one language.

    ``lead`` finds where to try the forms: at a figure those of ``at_figures``, elsewhere those of
    ``at_words``, then ``forms``. ``token`` is what to pass over where none reads.
    ``between`` is what joins the ends of a range and ``listed`` what joins two days of one month.
    ``before`` and ``after`` name approximations by their groups ``about``, ``over``, ``under``.
    """

    lead: re.Pattern[str]
    token: re.Pattern[str]
    at_figures: tuple[Form, ...]
    at_words: tuple[Form, ...]
    forms: tuple[Form, ...]
    between: re.Pattern[str]
    listed: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


def scan(text: str, grammar: Grammar) -> tuple[Found, ...]:
    """Every quantity of a text, in order."""
    found: list[Found] = []
    figures, words = grammar.at_figures + grammar.forms, grammar.at_words + grammar.forms
    at = 0
    while lead := grammar.lead.search(text, at):
        start = lead.start()
        for form in figures if text[start] in _FIGURES else words:
            if reading := form(text, start):
                at = max(reading.end, start + 1)
                found += reading.found
                break
        else:
            token = grammar.token.match(text, start)
            at = max(token.end() if token else start, start + 1)
    return tuple(_approximate(text, one, grammar) for one in _joined(text, found, grammar))


def _approximate(text: str, found: Found, grammar: Grammar) -> Found:
    quantity = found.quantity
    if quantity.approx:
        return found
    around = grammar.before.search(text[max(0, quantity.start - 16) : quantity.start])
    around = around or grammar.after.match(text, quantity.end, quantity.end + 24)
    if not around:
        return found
    name = around.lastgroup
    approx: Approx = "over" if name == "over" else "under" if name == "under" else "about"
    return replace(found, quantity=replace(quantity, approx=approx))


def _joined(text: str, found: list[Found], grammar: Grammar) -> list[Found]:
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and 0 < one.quantity.start - last.quantity.end <= 8:
            gap = text[last.quantity.end : one.quantity.start]
            if grammar.listed.fullmatch(gap):
                one = _same_month(last, one)
            if grammar.between.fullmatch(gap) and (whole := _range(last, one)):
                joined[-1] = whole
                continue
        joined.append(one)
    return joined


def _same_month(first: Found, second: Found) -> Found:
    """1月12日和14日: the second day is of the first's month."""
    quantity = second.quantity
    a, b = first.quantity.until or first.quantity.value, quantity.value
    if isinstance(a, Day) and isinstance(b, Day) and b.month is None and a.day is not None:
        return replace(second, quantity=replace(quantity, value=Day(a.year, a.month, b.day)))
    return second


def _range(first: Found, second: Found) -> Found | None:
    a, b = first.quantity, second.quantity
    if a.until is not None or b.until is not None:
        return None
    low: Value = a.value
    bare = a.kind == "number" and a.unit is None
    if a.kind == "money" and b.kind == "number" and b.unit is None:
        b = replace(b, kind="money", unit=a.unit)  # $40–50 billion
    if isinstance(low, Decimal) and isinstance(b.value, Decimal):
        unscaled = (bare or a.kind == "money") and first.scale == 1
        if unscaled and second.scale > 1 and multiply(low, second.scale) < b.value:
            low = multiply(low, second.scale)  # 3至5万
            first = replace(first, plain=False, quantity=replace(a, value=low))
        same = a.kind == b.kind and a.unit in (b.unit, None)
        if not low < b.value or not (same or (bare and b.kind in ("percent", "money", "year"))):
            return None
    elif bare and isinstance(low, Decimal) and isinstance(b.value, Day) and not b.value.month:
        if not (low < (b.value.day or 0) and low % 1 == 0):  # 3～5日
            return None
        low = Day(day=int(low))
    elif isinstance(low, Day) and isinstance(b.value, Day):
        b = _same_month(first, second).quantity
        low = Day(*(_either(low, b.value, part) for part in ("year", "month", "day")))
    elif bare and isinstance(low, Decimal) and isinstance(b.value, Clock):  # 8 to 11:30 a.m.
        if not (low < b.value.hour and low % 1 == 0):
            return None
        low = Clock(int(low), either_half=b.value.either_half)
    elif not (isinstance(low, Clock) and isinstance(b.value, Clock)):
        return None
    quantity = replace(b, value=low, until=b.value, start=a.start, soft=a.soft and b.soft)
    return replace(second, quantity=quantity, ends=(first, second))


def _either(first: Day, second: Value, part: str) -> int | None:
    mine: int | None = getattr(first, part)
    other: int | None = getattr(second, part)
    return other if mine is None and part != "day" else mine
