"""English dates, years and times."""

import re
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from langdu.quantities.east_forms import real_day, time_of_day
from langdu.quantities.english_words import MONTHS
from langdu.quantities.quantity import Clock, Day, Quantity, Value
from langdu.quantities.scanner import Found, Reading

_MONTH: Final = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_END: Final = (
    r"(?:\s?(?:[-–—]|to|through|until)\s?(?:(?P<month2>"
    + _MONTH
    + r")\s)?(?P<d2>\d{1,2})(?!\d)(?:st|nd|rd|th)?)?"
)
_YEAR: Final = r"(?P<y>[12]\d{3})(?!\d|,\d|%)"
_DAY: Final = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_MONTH_FIRST: Final = re.compile(
    rf"(?P<month>{_MONTH})\s{_DAY}(?![\d:]|,\d{{3}}|\.\d|%|\s(?:percent|yuan|years)){_END}(?:,?\s{_YEAR})?",
    re.ASCII | re.IGNORECASE,
)
_DAY_FIRST: Final = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to)\s?(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?\s(?:of\s)?"
    rf"(?P<month>{_MONTH})(?:,?\s{_YEAR})?(?P<month2>(?!))?",
    re.ASCII | re.IGNORECASE,
)
_OF_MONTH: Final = re.compile(
    rf"(?P<month>{_MONTH})(?:,?\s(?:of\s)?{_YEAR})?", re.ASCII | re.IGNORECASE
)
_NUMERIC: Final = re.compile(
    r"(?:(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})|(?P<a>\d{1,2})([/.])(?P<b>\d{1,2})\6(?P<y2>\d{4}))(?!\d)",
    re.ASCII,
)
#: Words before which May and March are months and no verbs.
_IN: Final = re.compile(
    r"(?:\b(?:in|of|since|by|from|until|till|to|last|this|next|early|late|mid|and|between|during|every|through|for|before|after)[\s-]|[–-])$",
    re.IGNORECASE,
)


def date(text: str, at: int) -> Reading | None:
    """March 30, 2020 · 30 March 2020 · March 12–14 · March 2020 · 2020-03-30 · 3/30/2020."""
    if text[at].isdigit():
        if match := _NUMERIC.match(text, at):
            return _numeric(match)
        match = _DAY_FIRST.match(text, at)
    else:
        match = _MONTH_FIRST.match(text, at)
    if match:
        month = MONTHS[match["month"].lower().rstrip(".")]
        second = MONTHS[match["month2"].lower().rstrip(".")] if match["month2"] else month
        year = int(match["y"]) if match["y"] else None
        first = real_day(year, month, int(match["d"]))
        until = real_day(year, second, int(match["d2"])) if match["d2"] else None
        return _found(match, first, until) if first else None
    return _month(text, at)


def _month(text: str, at: int) -> Reading | None:
    match = _OF_MONTH.match(text, at)
    if not match or not text[at].isupper():
        return None
    month = match["month"]
    year = int(match["y"]) if match["y"] else None
    lower = month.lower()
    if year is None and (lower.rstrip(".") in ("may", "mar", "sep", "dec", "jan", "march")):
        if lower.rstrip(".") not in ("may", "march"):
            return None
        if len(text) > len(month) and not _IN.search(text[max(0, at - 9) : at]):
            return None
    value = Day(year, MONTHS[lower.rstrip(".")])
    end = match.end() if year else match.end("month") - month.endswith(".")
    return Reading(end, (Found(Quantity("date", value, at, end), (at, end)),))


def _numeric(match: re.Match[str]) -> Reading | None:
    if match["y"]:
        return _found(match, real_day(int(match["y"]), int(match["m"]), int(match["d"])), None)
    a, b, year = int(match["a"]), int(match["b"]), int(match["y2"])
    dotted = match[5] == "."
    value = real_day(year, b, a) if dotted or a > 12 else real_day(year, a, b)
    return _found(match, value, None)


def _found(match: re.Match[str], value: Value | None, until: Value | None) -> Reading | None:
    if value is None:
        return None
    span = match.span()
    return Reading(span[1], (Found(Quantity("date", value, *span, until=until), span),))


_YEARS: Final = re.compile(
    r"(?P<y>(?:1[5-9]|20)\d\d)(?:(?P<s>'?s(?![a-z]))|(?:[–-](?P<two>\d\d)(?![\d-])))?(?![\d]|[,.]\d|[-/–]?[A-Za-z])",
    re.ASCII,
)
_SHORT_DECADE: Final = re.compile(r"(?:['’]?(?P<n>[2-9]0)['’]?s)(?![a-z])", re.ASCII)
DECADES: Final = {
    word: Decimal(i * 10)
    for i, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
    )
}
_DECADE_WORD: Final = re.compile("(?:" + "|".join(DECADES) + r")(?![a-z])", re.IGNORECASE)


def year(text: str, at: int) -> Reading | None:
    """2019 · 2019–21 · 1990s · the nineties."""
    unit, until = None, None
    if match := _DECADE_WORD.match(text, at):
        value, unit = DECADES[match[0].lower()], "decade"
    elif match := _YEARS.match(text, at):
        value = Decimal(match["y"])
        unit = "decade" if match["s"] else None
        if match["two"] and int(match["two"]) > value % 100:
            until = value - value % 100 + int(match["two"])
    elif match := _SHORT_DECADE.match(text, at):
        value, unit = Decimal(match["n"]), "decade"
    else:
        return None
    end = match.end() if unit or until else match.end("y")
    quantity = Quantity("year", value, at, end, unit=unit, until=until)
    return Reading(end, (Found(quantity, (at, end)),))


_TIME: Final = re.compile(
    r"(?P<h>\d{1,2})(?::(?P<mi>\d{2})(?::(?P<s>\d{2}))?(?![\d:]))?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?|\s?(?P<clock>o['’]clock)(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?)?",
    re.ASCII | re.IGNORECASE,
)
_HOURS: Final = {
    word: i
    for i, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_HOUR: Final = "|".join(_HOURS)
_IN_WORDS: Final = re.compile(
    rf"(?:(?P<half>half)\spast|(?:a\s)?(?P<quarter>quarter)\s(?P<way>past|to))\s(?P<h>{_HOUR})(?![a-z-])"
    rf"|(?P<h2>{_HOUR})\so['’]clock",
    re.IGNORECASE,
)
_PART_AFTER: Final = re.compile(
    r"(?:\so['’]clock)?\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|(?P<half>[ap])\.?m\b\.?)",
    re.IGNORECASE,
)
_WORDS: Final = MappingProxyType({"noon": Clock(12), "midnight": Clock(0)})
_WORD: Final = re.compile(r"(?:at\s|12\s)?(noon|midnight)(?![A-Za-z])", re.IGNORECASE)


def in_words(text: str, at: int) -> Reading | None:
    """Half past three · a quarter to six · nine o'clock in the evening."""
    match = _IN_WORDS.match(text, at)
    if not match:
        return None
    hour = _HOURS[(match["h"] or match["h2"]).lower()]
    minute = 30 if match["half"] else 15 if match["quarter"] else 0
    if match["way"] and match["way"].lower() == "to":
        hour, minute = (hour - 1 or 12), 45
    half, end = None, match.end()
    if part := _PART_AFTER.match(text, end):
        morning = (part["part"] or "").lower() == "morning" or (part["half"] or "").lower() == "a"
        half, end = "am" if morning else "pm", part.end()
    value = time_of_day(hour, minute, None, half, said=False)
    if value is None:
        return None
    return Reading(end, (Found(Quantity("time", value, at, end), (at, end)),))


def time(text: str, at: int) -> Reading | None:
    """10:42 · 3:20 p.m. · 9 o'clock · noon."""
    value: Clock | None
    if word := _WORD.match(text, at):
        value, soft, end = _WORDS[word[1].lower()], True, word.end()
    else:
        match = _TIME.match(text, at)
        if not match or not (match["mi"] or match["half"] or match["clock"]):
            return None
        part = match["part"] and ("am" if match["part"].lower() == "morning" else "pm")
        half = match["half"].lower() + "m" if match["half"] else part
        hour, minute = int(match["h"]), int(match["mi"]) if match["mi"] else None
        second = int(match["s"]) if match["s"] else None
        value = time_of_day(hour, minute, second, half, said=False)
        soft, end = False, match.end()
        if end < len(text) and text[end - 1] == "." and not match[0].lower().endswith("m."):
            end -= 1
    if value is None:
        return None
    return Reading(end, (Found(Quantity("time", value, at, end, soft=soft), (at, end)),))
