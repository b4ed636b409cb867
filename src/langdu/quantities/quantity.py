"""What a quantity is: a number, an amount of money, a date or a time, and where it stands."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

#: An amount with a unit (45 days) is a number; a decade is a year whose unit is ``decade``, a
#: century and a quarter are ordinals of that unit.
Kind = Literal["number", "percent", "fraction", "ordinal", "money", "date", "time", "year"]
Approx = Literal["about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or what was said of it: 3月30日 has no year, March has neither year nor day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        if self.month is None:
            return f"day {self.day}"
        if self.day is None and self.year is None:
            return f"month {self.month}"
        parts = [f"{self.year:04}"] if self.year is not None else []
        parts.append(f"{self.month:02}")
        parts += [f"{self.day:02}"] if self.day is not None else []
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, 0:00 to 24:00. ``either_half``: it may be twelve hours later as well."""

    hour: int
    minute: int = 0
    second: int | None = None
    either_half: bool = False

    def __str__(self) -> str:
        seconds = f":{self.second:02}" if self.second is not None else ""
        return f"{self.hour:02}:{self.minute:02}{seconds}"


#: Exact always: a decimal, a fraction of ``kind="fraction"``, a date or a time.
Value = Decimal | Fraction | Day | Clock


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text.

    ``start`` and ``end`` are characters of the text: the number with what makes it what it is (a
    unit, a currency, 年月日, a percent sign), without words such as "about" around it and without
    measure words (17000名 ends before 名). ``unit``: a name of :mod:`langdu.quantities.units` or an
    ISO 4217 code, ``None`` where it does not matter. ``until``: the other end of a range.
    ``soft``: a faithful translation may leave it out or word it otherwise (一个, "one", a slogan).
    ``below_zero``: degrees of frost; the value itself has no sign.
    """

    kind: Kind
    value: Value
    start: int
    end: int
    unit: str | None = None
    approx: Approx | None = None
    until: Value | None = None
    soft: bool = False
    below_zero: bool = False

    @property
    def key(self) -> str:
        """The value as plain text: ``17000 2020-03-30 03-30 10:42 1/3 45% 3-5 1990s month 3``."""
        sign = "%" if self.kind == "percent" else "s" if self.kind == "year" and self.unit else ""
        joint = "/" if self.kind in ("date", "time") else "-"
        ends = [self.value] if self.until is None else [self.value, self.until]
        minus = "-" if self.below_zero else ""
        return minus + joint.join(plain(end) for end in ends) + sign


def plain(value: Value) -> str:
    """A value in ASCII, without exponent and without zeros that say nothing."""
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)
