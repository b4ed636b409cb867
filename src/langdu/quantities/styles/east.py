"""What the styles of Chinese, Japanese and Korean share: words around figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from langdu.quantities.quantity import Clock, Day, plain


@dataclass(frozen=True, slots=True)
class EastStyle:
    """``space`` stands between the parts of a date, before a unit of letters and after a scale."""

    write_number: Callable[[Decimal, bool], str]
    write_fraction: Callable[[Fraction], str]
    write_time: Callable[[Clock], str]
    units: Mapping[str, str]
    year_word: str
    month_word: str
    day_word: str
    decade_word: str
    ordinal_word: str
    century_word: str
    quarter_words: tuple[str, str]
    dash: str
    years_dash: str
    space: str = ""

    def number(self, value: Decimal, *, short: bool) -> str:
        """A number."""
        return self.write_number(value, short)

    def amount(self, number: str, value: Decimal, unit: str) -> str:
        """A written number with its unit."""
        word = self.units[unit]
        gap = self.space if self.space and unit.isupper() else ""
        return f"{number}{gap}{word}"

    def ordinal(self, value: Decimal, unit: str | None) -> str:
        """An ordinal."""
        if unit == "century":
            return plain(value) + self.century_word
        if unit == "quarter":
            return plain(value).join(self.quarter_words)
        return self.ordinal_word + plain(value)

    def fraction(self, value: Fraction) -> str:
        """A proper fraction."""
        return self.write_fraction(value)

    def year(self, first: Decimal, until: Decimal | None) -> str:
        """A year or a range of years."""
        last = self.years_dash + plain(until) if until is not None else ""
        return plain(first) + last + self.year_word

    def decade(self, value: Decimal) -> str:
        """A decade."""
        return plain(value) + self.decade_word

    def date(self, first: Day, until: Day | None) -> str:
        """A date or a range of dates."""
        text = self._day(first)
        if until is None:
            return text
        year = None if until.year == first.year else until.year
        month = None if year is None and until.month == first.month else until.month
        return text + self.dash + self._day(Day(year, month, until.day))

    def _day(self, day: Day) -> str:
        parts = ((day.year, self.year_word), (day.month, self.month_word), (day.day, self.day_word))
        return self.space.join(f"{number}{word}" for number, word in parts if number is not None)

    def time(self, value: Clock) -> str:
        """A time of day."""
        return self.write_time(value)


def myriads(value: Decimal, scales: str, join: str, group: Callable[[Decimal], str]) -> str:
    """An integer by 만 억 조: 12억 3456만 7898. ``scales``: the words from the smallest on."""
    parts: list[str] = []
    rest = int(value)
    words = ["", *scales]
    for power in range(len(words) - 1, -1, -1):
        count, rest = divmod(rest, 10_000**power)
        if count:
            parts.append(group(Decimal(count)) + words[power])
    return join.join(parts) or "0"
