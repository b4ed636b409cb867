"""Dates and times: 2020-03-30 10:42 → 이천이십 년 삼월 삼십일 열 시 사십이 분."""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.ko.numbers import native, sino
from langdu.speech.spoken.scanner import Rule, before

_WEEKDAY: Final = r"(?:\s?\((?P<weekday>[월화수목금토일])(?:요일)?\))?"
_NUMERIC: Final = re.compile(
    r"(?P<year>[12][0-9]{3})(?:-(?P<m1>[0-9]{1,2})-(?P<d1>[0-9]{1,2})"
    r"|/(?P<m2>[0-9]{1,2})/(?P<d2>[0-9]{1,2})"
    rf"|\.\s?(?P<m3>[0-9]{{1,2}})\.\s?(?P<d3>[0-9]{{1,2}})(?P<stop>\.)?)(?![0-9]){_WEEKDAY}"
)
_MONTH_DAY: Final = re.compile(
    rf"(?P<month>1[0-2]|0?[1-9])월\s?(?P<day>[0-9]{{1,2}})일(?!간|째|\s?동안){_WEEKDAY}"
)
_CLOCK: Final = re.compile(
    r"(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?![0-9:])"
)
_SCORE: Final = re.compile(r"(?P<a>[0-9]{1,3})\s?:\s?(?P<b>[0-9]{1,3})(?![0-9:])")
_RESULT: Final = re.compile(
    r"(?P<a>[0-9]{1,2})-(?P<b>[0-9]{1,2})(?=(?:으?로|\s?[승패무])(?![0-9]))"
)
#: 6·25, 5·18: days that are names.
_NAMED_DAY: Final = re.compile(r"(?P<month>[0-9]{1,2})[·‧・](?P<day>[0-9]{1,2})(?![0-9·‧・.,])")
#: 3.1절: a dot for the same.
_DOTTED_DAY: Final = re.compile(
    r"(?P<month>1[0-2]|[1-9])\.(?P<day>[1-3]?[0-9])(?=\s?(?:절|운동|혁명|전쟁|항쟁|광복|만세|민주화|의거))"
)
_MONTHS: Final = MappingProxyType({6: "유월", 10: "시월"})


def month_day(month: int, day: int) -> str:
    """3, 30 → 삼월 삼십일."""
    return f"{_MONTHS.get(month) or sino(str(month)) + '월'} {sino(str(day))}일"


def _numeric(match: re.Match[str]) -> str | None:
    month = int(match["m1"] or match["m2"] or match["m3"])
    day = int(match["d1"] or match["d2"] or match["d3"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{sino(match['year'])} 년 {month_day(month, day)}{_weekday(match)}"


def _weekday(match: re.Match[str]) -> str:
    return f" {match['weekday']}요일" if match["weekday"] else ""


def _clock(match: re.Match[str]) -> str | None:
    if re.search(r"[0-9:]$", before(match)):
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    words = f"{native(hour) if 1 <= hour <= 12 else sino(str(hour))} 시"
    words += f" {sino(str(minute))} 분" if minute else ""
    second = int(match["second"] or 0)
    return words + (f" {sino(str(second))} 초" if second else "")


def _named_day(match: re.Match[str]) -> str | None:
    if re.search("[0-9·제]$", before(match)):
        return None
    month, day = match["month"], match["day"]
    if not (0 < int(month) <= 12 and 0 < int(day) <= 31):
        return None
    digits = len(month) == 1 and len(day) == 2
    return sino(month) + ("".join(map(sino, day)) if digits else sino(day))


RULES: Final = (
    Rule(_NUMERIC, _numeric),
    Rule(_MONTH_DAY, lambda m: month_day(int(m["month"]), int(m["day"])) + _weekday(m)),
    Rule(_CLOCK, _clock),
    Rule(_SCORE, lambda m: f"{sino(m['a'])} 대 {sino(m['b'])}"),
    Rule(_RESULT, lambda m: f"{sino(m['a'])} 대 {sino(m['b'])}"),
    Rule(_NAMED_DAY, _named_day),
    Rule(_DOTTED_DAY, _named_day),
)
