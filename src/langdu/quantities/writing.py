"""A quantity in the style of a language; the conventions and their sources are in
``docs/quantities.md``.
"""

from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from types import MappingProxyType
from typing import Final, Protocol

from langdu.quantities.exact import multiply
from langdu.quantities.quantity import Clock, Day, Quantity, Value, plain


class Style(Protocol):
    """How one language writes. ``short``: scale words where they are exact (1.2 million)."""

    def number(self, value: Decimal, *, short: bool) -> str:
        """A number."""
        ...

    def amount(self, number: str, value: Decimal, unit: str) -> str:
        """A written number with its unit; ``percent`` and ``pp`` are units here."""
        ...

    def ordinal(self, value: Decimal, unit: str | None) -> str:
        """An ordinal, of nothing, of a century or of a quarter."""
        ...

    def fraction(self, value: Fraction) -> str:
        """A proper fraction."""
        ...

    def year(self, first: Decimal, until: Decimal | None) -> str:
        """A year or a range of years."""
        ...

    def decade(self, value: Decimal) -> str:
        """A decade: 1990, or 90 where the century is not said."""
        ...

    def date(self, first: Day, until: Day | None) -> str:
        """A date or a range of dates."""
        ...

    def time(self, value: Clock) -> str:
        """A time of day."""
        ...

    @property
    def dash(self) -> str:
        """What stands between the ends of a range of numbers."""
        ...


_MODULES: Final = MappingProxyType(
    {"zh": "chinese", "en": "english", "ja": "japanese", "ko": "korean", "ru": "russian"}
)
#: Units that are counted in smaller ones when they are written.
_SMALLER: Final = MappingProxyType(
    {"decade": ("year", Decimal(10)), "quarter": ("month", Decimal(3))}
)

#: Units that only tell quantities apart: their words are grammar, and stay with the sentence.
_UNWRITTEN: Final = frozenset({"times", "times_more", "discount", "kilo"})


def style_of(lang: str) -> Style:
    """The style of a language of :mod:`langdu.languages`; of another one, that of English."""
    name = _MODULES.get(lang, "english")
    style: Style = import_module(f"langdu.quantities.styles.{name}").STYLE
    return style


def write(quantity: Quantity, lang: str) -> str:
    """A quantity as readers of a language expect it, so that :func:`find` reads the same value.

    Words of approximation (about, 余) are not written: they are not of the quantity's span.
    """
    style = style_of(lang)
    value, until = quantity.value, quantity.until
    if isinstance(value, Day):
        return style.date(value, until if isinstance(until, Day) else None)
    if isinstance(value, Clock):
        ends = [style.time(end) for end in (value, until) if isinstance(end, Clock)]
        return style.dash.join(ends)
    if isinstance(value, Fraction):
        return style.fraction(value)
    if quantity.kind == "year":
        if quantity.unit == "decade":
            return style.decade(value)
        return style.year(value, until if isinstance(until, Decimal) else None)
    if quantity.kind == "ordinal":
        return style.ordinal(value, quantity.unit)
    return _amount(quantity, value, until, style)


def _amount(quantity: Quantity, value: Decimal, until: Value | None, style: Style) -> str:
    unit = quantity.unit or ("percent" if quantity.kind == "percent" else "")
    last = until if isinstance(until, Decimal) else None
    if unit in _UNWRITTEN:
        unit = ""
    if unit in _SMALLER:
        unit, times = _SMALLER[unit]
        value, last = multiply(value, times), last and multiply(last, times)
    if last is None:
        number = style.number(value, short=True)
        return style.amount(number, value, unit) if unit else number
    low, high = style.number(value, short=False), style.number(last, short=False)
    if unit == "percent":
        low = style.amount(low, value, unit)
    return low + style.dash + (style.amount(high, last, unit) if unit else high)


def grouped(value: Decimal, comma: str, point: str, *, least: int = 4) -> str:
    """Figures in groups of three from ``least`` figures on."""
    whole, _, decimals = plain(value).partition(".")
    if len(whole) >= least:
        head = len(whole) % 3
        groups = ([whole[:head]] if head else []) + [
            whole[i : i + 3] for i in range(head, len(whole), 3)
        ]
        whole = comma.join(groups)
    return whole + (point + decimals if decimals else "")


def scaled(value: Decimal, scales: tuple[tuple[int, str], ...]) -> tuple[Decimal, str] | None:
    """The value by the greatest scale (power of ten, word) that leaves at most two decimals."""
    for power, word in scales:
        shifted = value.scaleb(-power)
        if shifted >= 1 and shifted == shifted.quantize(Decimal("0.01")):
            return shifted, word
    return None
