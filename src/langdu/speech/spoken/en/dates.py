"""Years, decades, ordinals and dates: 2019 · 1990s · 3rd · March 30, 2020 · 2020-03-30."""

import re
from typing import Final

from langdu.speech.spoken.en.numbers import cardinal, ordinal, plural, year
from langdu.speech.spoken.en.patterns import JOINT, MONTHS, SCALE
from langdu.speech.spoken.scanner import Rule, after, before

_MONTH: Final = "|".join(re.escape(name) for name in sorted(MONTHS, key=len, reverse=True))
_NAMES: Final = tuple(dict.fromkeys(MONTHS.values()))
_YEAR: Final = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,][0-9])"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9:]|[.,][0-9]|/)"
_ISO: Final = re.compile(
    r"(?P<y>1[1-9][0-9]{2}|20[0-9]{2})(?P<s>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=s)"
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[-/.][0-9])(?P<time>(?:T|,?\s)(?=[0-2]?[0-9]:[0-5]))?"
)
_SLASHED: Final = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12][0-9]|0?[1-9])/(?P<y>1[1-9][0-9]{2}|20[0-9]{2})(?![0-9/])"
)
_MONTH_DAY: Final = re.compile(
    rf"(?P<month>{_MONTH})\s(?P<d>{_DAY})(?:(?:{JOINT})(?P<d2>{_DAY}))?(?:,?\s(?P<y>{_YEAR}))?"
)
_DAY_MONTH: Final = re.compile(
    rf"(?P<d>{_DAY})(?:{JOINT}(?P<d2>{_DAY}))?\s(?:of\s)?(?P<month>{_MONTH})(?![a-z])(?:,?\s(?P<y>{_YEAR}))?"
)
_MONTH_YEAR: Final = re.compile(rf"(?P<month>{_MONTH})\s(?P<y>{_YEAR})")
_DECADE: Final = re.compile(r"(?P<y>1[1-9][0-9]0|20[0-9]0|[’']?[2-9]0)['’]?s(?![A-Za-z])")
_ORDINAL: Final = re.compile(
    r"(?P<n>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:st|nd|rd|th)(?![A-Za-z])"
)
_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAYS: Final = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
#: Alone only before a date or a time: the Sun. and he sat. are words.
_WEEKDAY: Final = re.compile(
    rf"(?P<a>{_DAYS})\.?(?:\s?[-–—]\s?(?P<b>{_DAYS})(?![A-Za-z])\.?|(?<=\.)(?=,?\s(?:{_MONTH}|[0-9]))|(?=,\s(?:{_MONTH})))"
)
_SEASON: Final = re.compile(r"(?P<y>(?:19|20)[0-9]{2})[/–-](?P<next>[0-9]{2})(?![0-9/–-])")
_ALONE: Final = re.compile(rf"(?P<y>{_YEAR})(?![A-Za-z%‰℃°/:])")
_COUNTS: Final = re.compile(
    rf"(?:\s|-)(?:{SCALE}|people|percent|men|women|children|miles|(?!was|is|has|his|its|this|as|plus"
    r"|versus|does|towards|across|perhaps|thus|Olympics|Games)[a-z]+s)(?![A-Za-z])"
)
_YEAR_BEFORE: Final = re.compile(
    r"(?:^|\W)(?:in|In|since|Since|from|From|until|till|by|By|year|before|after|circa|during|early"
    rf"|late|of|summer|winter|spring|autumn|to|and|between|[-–])\s?(?:[0-9]{{4}}{JOINT})?$"
)


def _iso(match: re.Match[str]) -> str:
    words = _date(_NAMES[int(match["m"]) - 1], match["d"], None, match["y"])
    return words + (", " if match["time"] else "")


def _date(month: str, day: str, until: str | None, of: str | None) -> str:
    first, last = (re.sub("[a-z]", "", end) if end else None for end in (day, until))
    words = f"{month} {ordinal(int(first or 0))}"
    words += f" to {ordinal(int(last))}" if last else ""
    return words + (f", {year(of)}" if of else "")


def _month_day(match: re.Match[str]) -> str | None:
    if re.search("[A-Za-z]$", before(match)):
        return None
    return _date(MONTHS[match["month"]], match["d"], match["d2"], match["y"])


def _day_month(match: re.Match[str]) -> str | None:
    """the 3rd of May keeps its order, because of its article."""
    if not re.search(r"(?<![A-Za-z])[Tt]he\s$", before(match)):
        return _month_day(match)
    first, last = (re.sub("[a-z]", "", match[end] or "") for end in ("d", "d2"))
    words = ordinal(int(first)) + (f" to {ordinal(int(last))}" if last else "")
    return f"{words} of {MONTHS[match['month']]}" + (f", {year(match['y'])}" if match["y"] else "")


def _month_year(match: re.Match[str]) -> str | None:
    if re.search("[A-Za-z]$", before(match)):
        return None
    return f"{MONTHS[match['month']]} {year(match['y'])}"


def _decade(match: re.Match[str]) -> str:
    head, _, last = year(re.sub("[’']", "", match["y"])).rpartition(" ")
    return f"{head} {plural(last)}".strip()


def _alone(match: re.Match[str]) -> str | None:
    """News writes 2,020 people, so that four bare figures are a year, but 2020 people count."""
    if re.search(r"[A-Za-z0-9$€£¥.,/:+=-]$", before(match)) and not re.search(
        rf"[0-9]{{4}}{JOINT}$|[a-z][-,]$", before(match)
    ):
        return None
    counts = _COUNTS.match(after(match))
    if match["y"] < "1900" and not _YEAR_BEFORE.search(before(match)):
        return None
    if counts and not re.search(r"(?<![A-Za-z])year\s$", before(match)):
        return None
    return year(match["y"])


def _season(match: re.Match[str]) -> str | None:
    """2018/19, and 2001-02 where the figures after the hyphen are the next year's."""
    following = int(match["next"])
    if "/" not in match[0] and following != (int(match["y"]) + 1) % 100:
        return None
    end = f"oh {cardinal(str(following))}" if 0 < following < 10 else cardinal(str(following))
    return f"{year(match['y'])} to {end}"


def _weekday(match: re.Match[str]) -> str | None:
    """Mon.-Fri., Tues., Dec. 3."""
    if re.search("[A-Za-z0-9.]$", before(match)):
        return None
    first = next(name for name in _WEEKDAYS if name.startswith(match["a"]))
    last = match["b"] and next(name for name in _WEEKDAYS if name.startswith(match["b"]))
    return f"{first} to {last}" if last else first


RULES: Final = (
    Rule(_ISO, _iso),
    Rule(_SLASHED, lambda m: _date(_NAMES[int(m["m"]) - 1], m["d"], None, m["y"])),
    Rule(_MONTH_DAY, _month_day),
    Rule(_DAY_MONTH, _day_month),
    Rule(_MONTH_YEAR, _month_year),
    Rule(_DECADE, _decade),
    Rule(_ORDINAL, lambda m: ordinal(int(m["n"].replace(",", "")))),
    Rule(_SEASON, _season),
    Rule(_WEEKDAY, _weekday),
    Rule(_ALONE, _alone),
)
