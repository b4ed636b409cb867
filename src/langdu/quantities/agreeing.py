"""When a quantity of a translation says what one of the source says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.quantity import Clock, Day, Quantity, Value
from langdu.quantities.units import factor


@dataclass(frozen=True, slots=True)
class Atom:
    """One value: a quantity, or one end of its range. ``index``: which quantity it is."""

    index: int
    value: Value
    quantity: Quantity

    @property
    def year(self) -> int | None:
        """The year that a year or a bare number may be."""
        value = self.value
        bare = self.quantity.kind == "year" or self.quantity.kind == "number"
        if bare and self.quantity.unit is None and isinstance(value, Decimal) and value % 1 == 0:
            return int(value) if 1000 <= value < 2200 else None
        return None


def same(a: Atom, b: Atom) -> bool:
    """The same kind of thing with the same value, in the same unit or one that is not said."""
    if a.quantity.kind != b.quantity.kind or a.value != b.value:
        return False
    if a.quantity.below_zero != b.quantity.below_zero:
        return False
    return _same_unit(a.quantity.unit, b.quantity.unit)


#: Units that a translation may take for each other: キロ is a kilometre or a kilogram.
_ALIKE: Final = (
    frozenset({"percent", "pp"}),
    frozenset({"times", "times_more"}),
    frozenset({"kilo", "km"}),
    frozenset({"kilo", "kg"}),
)


def _same_unit(a: str | None, b: str | None) -> bool:
    return a == b or a is None or b is None or frozenset({a, b}) in _ALIKE


def agrees(a: Atom, b: Atom) -> bool:
    """The same value in other words: 一半 and 50 %, 1.5小时 and 90 minutes."""
    x, y = a.value, b.value
    if a.quantity.below_zero != b.quantity.below_zero:
        return False
    if isinstance(x, Day) or isinstance(y, Day):
        return _days(a, b)
    if isinstance(x, Clock) or isinstance(y, Clock):
        return _times(a, b)
    kinds = {a.quantity.kind, b.quantity.kind}
    if "decade" in (a.quantity.unit, b.quantity.unit) and "year" in kinds:
        short = min(x, y) < 100
        return kinds == {"year"} and (x % 100 == y % 100 if short else x == y)
    if kinds == {"fraction", "number"} and (a.quantity.soft or b.quantity.soft):
        return Fraction(x) * Fraction(y) == 1 or _amounts(a, b, x, y)  # halved, вдвое
    if _dozen(a, b, x, y) or _dozen(b, a, y, x):
        return True
    if _multiples(a, b, x, y) or _multiples(b, a, y, x):
        return True
    if kinds == {"percent"} or "percent" not in kinds:
        return _discounted(a, b, x, y) or _amounts(a, b, x, y)
    share, other = (x, y) if a.quantity.kind == "percent" else (y, x)
    return kinds == {"percent", "fraction"} and Fraction(share) == Fraction(other) * 100


def _dozen(a: Atom, b: Atom, x: Decimal | Fraction, y: Decimal | Fraction) -> bool:
    """十余户 is "a dozen households"."""
    approximate = a.quantity.approx in ("about", "over") and a.quantity.unit is None
    return approximate and b.quantity.unit is None and int(x) == x == 10 and int(y) == y == 12


def _multiples(a: Atom, b: Atom, x: Decimal | Fraction, y: Decimal | Fraction) -> bool:
    """增长2倍 is 3 times as much, up 200 %; 2倍 is twice as much, 200 %, up 100 %."""
    unit, other = a.quantity.unit, b.quantity.unit
    if b.quantity.kind == "percent" and unit in ("times", "times_more"):
        return Fraction(y) == Fraction(x) * 100 or (
            unit == "times" and Fraction(y) == (Fraction(x) - 1) * 100
        )
    return unit == "times_more" and other == "times" and Fraction(x) + 1 == Fraction(y)


def _discounted(a: Atom, b: Atom, x: Decimal | Fraction, y: Decimal | Fraction) -> bool:
    """八折 is 20 % off."""
    return "discount" in (a.quantity.unit, b.quantity.unit) and Fraction(x) + Fraction(y) == 100


def _amounts(a: Atom, b: Atom, x: Decimal | Fraction, y: Decimal | Fraction) -> bool:
    units = a.quantity.unit, b.quantity.unit
    if "year" in (a.quantity.kind, b.quantity.kind):
        if not {*units} <= {None, "year", "decade"}:
            return False  # 2019年 and 2,019日
        units = (None if units[0] == "year" else units[0], None if units[1] == "year" else units[1])
    if Fraction(x) == Fraction(y) and _same_unit(*units):
        return True
    ratios = [
        factor(one, other)
        for one in _KILOS.get(units[0] or "", (units[0],))
        for other in _KILOS.get(units[1] or "", (units[1],))
        if one and other
    ]
    return any(ratio is not None and _rounds_to(Fraction(x) * ratio, y) for ratio in ratios)


_KILOS: Final[Mapping[str, tuple[str | None, ...]]] = MappingProxyType({"kilo": ("km", "kg")})


def _rounds_to(exact: Fraction, said: Decimal | Fraction) -> bool:
    """Whether a converted value is what was said, to the last place that was said."""
    if exact == said:
        return True
    if isinstance(said, Fraction) or not said:
        return False
    digits = said.as_tuple()
    zeros = len(digits.digits) - len("".join(map(str, digits.digits)).rstrip("0"))
    place = Fraction(10) ** (int(digits.exponent) + (zeros if digits.exponent == 0 else 0))
    difference = abs(exact - Fraction(said))
    return difference <= place / 2 and difference <= abs(exact) / 20


def _days(a: Atom, b: Atom) -> bool:
    x, y = a.value, b.value
    if isinstance(x, Day) and isinstance(y, Day):
        pairs = ((x.year, y.year), (x.month, y.month), (x.day, y.day))
        if any(p is not None and q is not None and p != q for p, q in pairs):
            return False
        if x.year is not None and y.year is None:
            return False
        return y.day is not None if x.day is not None else y.month is not None
    day, other, unit = (x, y, b.quantity.unit) if isinstance(x, Day) else (y, x, a.quantity.unit)
    if not isinstance(day, Day):
        return False
    if day.month is not None:  # the eighth lunar month
        ordinal = "ordinal" in (a.quantity.kind, b.quantity.kind)
        soft = a.quantity.soft or b.quantity.soft
        return ordinal and soft and day.day is None and day.year is None and other == day.month
    return unit in (None, "day") and other == day.day  # 3日 is also three days


def _times(a: Atom, b: Atom) -> bool:
    x, y = a.value, b.value
    if isinstance(x, Clock) and isinstance(y, Clock):
        if (None not in (x.second, y.second) and x.second != y.second) or x.minute != y.minute:
            return False
        apart = (x.hour - y.hour) % 24
        return apart == 0 or (apart == 12 and (x.either_half or y.either_half))
    clock, other, unit = (
        (x, y, b.quantity.unit) if isinstance(x, Clock) else (y, x, a.quantity.unit)
    )
    if not isinstance(clock, Clock) or not isinstance(other, Decimal) or clock.minute:
        return False
    return unit == "hour" and other in (clock.hour, clock.hour - 12 if clock.hour > 12 else -1)


def agrees_in_company(a: Atom, b: Atom, company: Sequence[Atom]) -> bool:
    """What is said once for several: "5, 6 and 7 percent", "April 2 and 30", a year elsewhere."""
    x, y = a.value, b.value
    days = [other.value for other in company if isinstance(other.value, Day)]
    if isinstance(x, Day):
        if isinstance(y, Day) and x.year is not None and y.year is None:
            said = any(other.year == x.year for other in company)
            said = said or any(day.year == x.year for day in days)
            return said and _days(Atom(0, Day(None, x.month, x.day), a.quantity), b)
        bare = b.quantity.kind == "number" and b.quantity.unit is None
        return bare and y == x.day and any(day.month == x.month for day in days)
    if isinstance(x, Clock) or isinstance(y, Day | Clock):
        return False
    kind = a.quantity.kind
    bare = b.quantity.kind == "number" and b.quantity.unit is None
    return (
        kind == "percent"
        and bare
        and x == y
        and any(other.quantity.kind == kind for other in company)
    )
