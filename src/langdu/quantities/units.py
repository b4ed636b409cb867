"""Units that are told apart, and how those of one dimension convert.

Factors: the International System; 亩 (``mu``) is 1/15 hectare and 斤 (``jin``) 0.5 kg by the State
Council's order on legal units of 1984. A month has no fixed number of days, so days and months do
not convert.
"""

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, and how many of the dimension's base unit it is."""

    dimension: str
    factor: Fraction


_TABLE: Final = """
length  mm 1/1000   cm 1/100   m 1   km 1000   nmi 1852   mile 1609344/1000
area    m2 1   mu 10000/15   hectare 10000   km2 1000000
volume  ml 1/1000000   l 1/1000   m3 1
mass    g 1/1000   jin 1/2   kg 1   ton 1000
clock   second 1   minute 60   hour 3600   day 86400   week 604800
years   month 1   quarter 3   year 12   decade 120
power   w 1   kw 1000   megawatt 1000000   gigawatt 1000000000
energy  kwh 1
heat    celsius 1
"""


def _units() -> dict[str, Unit]:
    units = {}
    for line in _TABLE.split("\n"):
        dimension, *words = line.split() or [""]
        for name, factor in zip(words[::2], words[1::2], strict=True):
            units[name] = Unit(dimension, Fraction(factor))
    return units


UNITS: Final = MappingProxyType(_units())
#: The dimensions that measure time.
TIME: Final = frozenset({"clock", "years"})
#: ISO 4217. Currencies do not convert.
CURRENCIES: Final = frozenset("CNY USD EUR GBP JPY KRW RUB HKD TWD".split())


def factor(source: str, target: str) -> Fraction | None:
    """How many ``target`` one ``source`` is; ``None`` where they measure different things."""
    a, b = UNITS.get(source), UNITS.get(target)
    if a is None or b is None or a.dimension != b.dimension:
        return None
    return a.factor / b.factor
