"""Dates, times, years, ordinals and fractions of East Asia."""

import re
from calendar import monthrange
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.east import East, number, quoted
from langdu.quantities.exact import decimal
from langdu.quantities.myriads import DIGIT, figures
from langdu.quantities.quantity import Clock, Day, Quantity
from langdu.quantities.scanner import Form, Found, Reading

#: A number up to 99, in figures or numerals, as in dates and times.
SMALL: Final = rf"(?:{DIGIT}{{1,2}}(?!{DIGIT})|[一二两三四五六七八九十]{{1,3}})"
#: A year of four figures or numerals (group ``y``), or of an era (``era``, ``ey``).
YEAR: Final = (
    rf"(?:(?P<y>{DIGIT}{{4}}|[〇零○一二三四五六七八九]{{4}})"
    rf"|(?P<era>令和|平成|昭和|大正|明治)(?P<ey>{SMALL}|元))"
)
#: The year before an era's first (Japan's law on era names; calendars of the Cabinet Office).
_ERAS: Final = MappingProxyType(
    {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
)
_YEAR_DIGITS: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")
#: Groups that a pattern without a year lacks.
NO_YEAR: Final = "(?P<y>(?!))?(?P<era>(?!))?(?P<ey>(?!))?"
_ISO: Final = re.compile(
    rf"(?P<y>{DIGIT}{{4}})(?P<mark>[-/.．－])(?P<m>{DIGIT}{{1,2}})(?P=mark)(?P<d>{DIGIT}{{1,2}})"
    rf"(?!{DIGIT})"
)


def found(text: str, match: re.Match[str], quantity: Quantity) -> Reading:
    """A reading of what ``match`` matched, from the quantity's start to its end."""
    plain = not re.search("[０-９〇一二三四五六七八九十百千]", text[quantity.start : quantity.end])
    core = (quantity.start, quantity.end)
    return Reading(max(match.end(), quantity.end), (Found(quantity, core, plain=plain),))


def real_day(year: int | None, month: int | None, day: int | None) -> Day | None:
    """The date, if the calendar has it (29 February where the year is not said)."""
    if month is None:
        return Day(year, None, day) if day and 1 <= day <= 31 else None
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return None
    if day is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return Day(year, month, day)


def small(text: str | None, words: East) -> int | None:
    """What a match of :data:`SMALL` says."""
    if not text:
        return None
    value = figures(text) if re.match(DIGIT, text) else number(text, words)
    return int(value) if value is not None else None


def year_of(match: re.Match[str], words: East) -> int | None:
    """What a match of :data:`YEAR` says, if it is there."""
    groups = match.groupdict()
    if era := groups.get("era"):
        return _ERAS[era] + (1 if groups["ey"] == "元" else small(groups["ey"], words) or 0)
    year = groups.get("y")
    return int(figures(year.translate(_YEAR_DIGITS))) if year else None


#: After 一日 or 1일: "a day", and no day of a month (一日平均2300人, 1일 평균).
_A_DAY: Final = re.compile(r"平均|当たり|あたり|につき|に?\s?[0-9０-９]|\s?평균|\s?당")


def date(pattern: re.Pattern[str], words: East) -> Form:
    """Dates: the groups of :data:`YEAR`, ``m``, ``d`` and, of several days, ``d2``."""

    def form(text: str, at: int) -> Reading | None:
        match = _ISO.match(text, at) or pattern.match(text, at)
        if not match:
            return None
        month, day = small(match["m"], words), small(match["d"], words)
        value = real_day(year_of(match, words), month, day)
        if value is None or (match["m"] and month is None) or (match["d"] and day is None):
            return None
        last = small(match.groupdict().get("d2"), words)
        until = real_day(value.year, month, last) if last else None
        end = match.end()
        a_day = value == Day(day=1) and _A_DAY.match(text, end) is not None
        return found(text, match, Quantity("date", value, at, end, until=until, soft=a_day))

    return form


def year(pattern: re.Pattern[str], words: East) -> Form:
    """Years: the groups of :data:`YEAR`."""

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        value = year_of(match, words) if match else None
        if not match or not value:
            return None
        return found(text, match, Quantity("year", Decimal(value), at, match.end()))

    return form


def decade(pattern: re.Pattern[str], words: East) -> Form:
    """二十世纪90年代: the groups ``century`` (a number), ``last`` (上世纪) and ``n``."""

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        if not match:
            return None
        value, century = number(match["n"], words), number(match["century"] or "", words)
        if value is None or value % 10 or value > 2990:
            return None
        if match["last"]:
            century = Decimal(20)
        if century and value < 100:
            value += (century - 1) * 100
        quantity = Quantity("year", value, at, match.end(), unit="decade")
        return found(text, match, quantity)

    return form


def clock(
    pattern: re.Pattern[str], words: East, halves: Mapping[str, str], thirty: str = "半"
) -> Form:
    """Times: the groups ``part`` of the day, ``h``, ``half``, and ``cmi cs`` or ``mi s``."""

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        if not match:
            return None
        minutes, seconds = match["cmi"] or match["mi"], match["cs"] or match["s"]
        minute = small(minutes, words)
        if match["half"]:
            minute = {thirty: 30, "一刻": 15, "三刻": 45}.get(match["half"], 0)
        half, said = halves.get(match["part"] or ""), match["cmi"] is not None
        value = time_of_day(
            small(match["h"], words), minute, small(seconds, words), half, said=said
        )
        if value is None:
            return None
        return found(text, match, Quantity("time", value, at, match.end()))

    return form


def noon(hours: Mapping[str, int]) -> Form:
    """正午, 자정: times by their names, soft."""
    pattern = re.compile("|".join(hours))

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        if not match:
            return None
        clock = Clock(hours[match[0]])
        return found(text, match, Quantity("time", clock, at, match.end(), soft=True))

    return form


def time_of_day(
    hour: int | None,
    minute: int | None,
    second: int | None,
    half: str | None,
    *,
    said: bool,
) -> Clock | None:
    """A time, if the clock has it. ``said``: it is clear which half of the day it is (14:05).

    ``half``: am, pm, or night, which is the hours from six in the evening to six in the morning.
    """
    if hour is None or hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    if half == "night":
        half = "pm" if 6 <= hour < 12 else "am"
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    either = half is None and not said and 1 <= hour <= 12
    return Clock(hour, minute or 0, second, either)


def ordinal(pattern: re.Pattern[str], words: East, units: Mapping[str, str]) -> Form:
    """第12, 제3: the groups ``n`` and ``unit`` (a quarter, a century); ``soft`` if it matched."""

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        if not match:
            return None
        value, in_figures = number(match["n"], words), bool(re.match(DIGIT, match["n"]))
        if not value or value % 1:
            return Reading(match.end("n"))
        unit = units.get(match["unit"] or "")
        soft = match["soft"] is not None or (quoted(text, at, match.end()) and not in_figures)
        soft = soft or (value == 1 and not in_figures and unit is None)
        return found(text, match, Quantity("ordinal", value, at, match.end(), unit=unit, soft=soft))

    return form


def fraction(pattern: re.Pattern[str], words: East) -> Form:
    """三分之一, 百分之五, 3割: the groups ``below`` and ``above``; ``all`` is 百 of 百分之百."""

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        if not match:
            return None
        below, above = number(match["below"], words), number(match["above"], words)
        if not below or above is None or below % 1:
            return None
        share = Fraction(above) / Fraction(below)
        percent = decimal(share * 100)
        if below == 100 and percent is not None:
            soft = match["above"] == "百"  # 百分之百 is often just "all"
            return found(text, match, Quantity("percent", percent, at, match.end(), soft=soft))
        return found(text, match, Quantity("fraction", share, at, match.end()))

    return form


def tenths(pattern: re.Pattern[str], words: East) -> Form:
    """三成, 九成五, 3割: tenths as a percentage; the groups ``n`` and, of hundredths, ``more``."""

    def form(text: str, at: int) -> Reading | None:
        match = pattern.match(text, at)
        value = number(match["n"], words) if match else None
        if not match or not value or value > 10:
            return None
        more = number(match.groupdict().get("more") or "", words) or Decimal(0)
        return found(text, match, Quantity("percent", value * 10 + more, at, match.end()))

    return form
