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


_NEVER: Final = re.compile("(?!)")
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
    ``frost_before`` and ``frost_after`` put a number of ``degrees`` below zero. ``grown``: what
    grows by so many times (增长2倍) stands before.
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
    frost_before: re.Pattern[str] = _NEVER
    frost_after: re.Pattern[str] = _NEVER
    degrees: re.Pattern[str] = _NEVER
    grown: re.Pattern[str] = _NEVER


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
    return tuple(
        _approximate(text, _degrees(text, one, grammar), grammar)
        for one in _joined(text, found, grammar)
    )


def _degrees(text: str, found: Found, grammar: Grammar) -> Found:
    """零下5度 is below zero, 增长2倍 is by how much."""
    quantity = found.quantity
    before = text[max(0, quantity.start - 16) : quantity.start]
    if quantity.unit == "times" and grammar.grown.search(before):
        return replace(found, quantity=replace(quantity, unit="times_more"))
    if quantity.kind != "number" or quantity.unit not in (None, "celsius"):
        return found
    degrees = quantity.unit is not None or grammar.degrees.match(text, quantity.end)
    frost = grammar.frost_before.search(before) or grammar.frost_after.match(text, quantity.end)
    if not degrees or not frost:
        return found
    return replace(found, quantity=replace(quantity, below_zero=True, soft=False))


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
    if a.kind == "money" and b.kind == "number" and b.unit is None:
        b = replace(b, kind="money", unit=a.unit)  # $40–50 billion
    if isinstance(a.value, Decimal) and isinstance(b.value, Decimal):
        first = _scaled_alike(first, second)
        low: Value | None = _lower(first.quantity, b)
    elif isinstance(a.value, Decimal) and a.kind == "number" and a.unit is None:
        low = _bare_low(a.value, b.value)
    elif isinstance(a.value, Day) and isinstance(b.value, Day):
        b = _same_month(first, second).quantity
        low = Day(*(_either(a.value, b.value, part) for part in ("year", "month", "day")))
    elif isinstance(a.value, Clock) and isinstance(b.value, Clock):
        low = _earlier(a.value, b.value)
        b = replace(b, value=_later(low, b.value))
    else:
        return None
    if low is None:
        return None
    quantity = replace(b, value=low, until=b.value, start=a.start, soft=a.soft and b.soft)
    return replace(second, quantity=quantity, ends=(first, second))


def _scaled_alike(first: Found, second: Found) -> Found:
    """3至5万: the low end has the scale of the high one."""
    a, high = first.quantity, second.quantity.value
    if not isinstance(a.value, Decimal) or not isinstance(high, Decimal):
        return first
    unscaled = ((a.kind == "number" and a.unit is None) or a.kind == "money") and first.scale == 1
    if unscaled and second.scale > 1 and multiply(a.value, second.scale) < high:
        low = multiply(a.value, second.scale)
        return replace(first, plain=False, quantity=replace(a, value=low))
    return first


def _lower(a: Quantity, b: Quantity) -> Decimal | None:
    """The value of ``a``, if it is the low end of a range to ``b``."""
    low, high = a.value, b.value
    if not (isinstance(low, Decimal) and isinstance(high, Decimal) and low < high):
        return None
    bare = a.kind == "number" and a.unit is None
    same = a.kind == b.kind and a.unit in (b.unit, None)
    quarters = b.kind == "ordinal" and b.unit == "quarter"  # 1~3분기
    alike = same or (bare and (quarters or b.kind in ("percent", "money", "year")))
    return low if alike else None


def _bare_low(low: Decimal, high: Value) -> Value | None:
    """The low end where only the high one says what it is: 3～5日, 1〜9月, 8 to 11:30 a.m."""
    if low % 1:
        return None
    if isinstance(high, Clock):
        return _earlier(Clock(int(low), either_half=True), high) if low < high.hour else None
    if not isinstance(high, Day):
        return None
    if high.month is None:
        return Day(day=int(low)) if low < (high.day or 0) else None
    return Day(high.year, int(low)) if high.day is None and 1 <= low < high.month else None


def _earlier(first: Clock, second: Clock) -> Clock:
    """2 to 5 p.m.: what is said of the end holds for the beginning, where that is earlier then."""
    if not first.either_half or second.either_half:
        return first
    if first.hour < 12 and (first.hour + 12, first.minute) < (second.hour, second.minute):
        return replace(first, hour=first.hour + 12, either_half=False)
    return replace(first, either_half=False) if second.hour < 12 else first


def _later(first: Clock, second: Clock) -> Clock:
    """下午2点至5点: the end is later than the beginning."""
    if first.either_half or not second.either_half or second.hour > 11:
        return second
    if (second.hour, second.minute) <= (first.hour, first.minute):
        return replace(second, hour=second.hour + 12, either_half=False)
    return second


def _either(first: Day, second: Value, part: str) -> int | None:
    mine: int | None = getattr(first, part)
    other: int | None = getattr(second, part)
    return other if mine is None and part != "day" else mine
