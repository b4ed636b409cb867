"""Dates and times: 2020-03-30 10:42 → 二千二十年三月三十日十時四十二分."""

import re
from typing import Final

from langdu.speech.spoken.ja.numbers import kanji
from langdu.speech.spoken.scanner import Rule, before

_WEEKDAY: Final = r"(?:\s?[(（](?P<weekday>[月火水木金土日])(?:曜日?)?[)）])"
_NUMERIC: Final = re.compile(
    r"(?P<year>[12][0-9]{3})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"
    rf"(?![0-9]|[-/.][0-9]){_WEEKDAY}?\s?(?P<clock>(?=[0-9]{{1,2}}:[0-9]{{2}}))?"
)
_SHORT: Final = re.compile(rf"(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}}){_WEEKDAY}")
_DAY: Final = re.compile(rf"(?P<day>[0-9]{{1,2}})日{_WEEKDAY}")
#: 1989（平成元）年
_ERA: Final = re.compile(
    r"(?P<year>[12][0-9]{3})[(（](?P<era>明治|大正|昭和|平成|令和)(?P<n>元|[0-9]{1,2})年?[)）]年(?P<month>(?=[0-9]))?"
)
_CLOCK: Final = re.compile(
    r"(?P<hour>[01]?[0-9]|2[0-9]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?![0-9:])"
)
_SCORE: Final = re.compile(r"(?P<a>[0-9]{1,3})\s?[:：]\s?(?P<b>[0-9]{1,3})(?![0-9:])")


def _month_day(match: re.Match[str]) -> str | None:
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    weekday = f"{match['weekday']}曜日" if match["weekday"] else ""
    return f"{kanji(str(month))}月{kanji(str(day))}日{weekday}"


def _numeric(match: re.Match[str]) -> str | None:
    words = None if re.search(r"[0-9][-/.]?$", before(match)) else _month_day(match)
    return words and f"{kanji(match['year'])}年{words}"


def _clock(match: re.Match[str]) -> str | None:
    if re.search(r"[0-9:]$", before(match)):
        return None
    words = f"{kanji(str(int(match['hour'])))}時"
    for part, unit in (("minute", "分"), ("second", "秒")):
        value = int(match[part] or 0)
        words += f"{kanji(str(value))}{unit}" if value else ""
    return words


def _era(match: re.Match[str]) -> str:
    number = match["n"] if match["n"] == "元" else kanji(match["n"])
    comma = "" if match["month"] is None else "、"
    return f"{kanji(match['year'])}年、{match['era']}{number}年{comma}"


RULES: Final = (
    Rule(_ERA, _era),
    Rule(_NUMERIC, _numeric),
    Rule(_SHORT, _month_day),
    Rule(_DAY, lambda m: f"{kanji(m['day'])}日{m['weekday']}曜日"),
    Rule(_CLOCK, _clock),
    Rule(_SCORE, lambda m: f"{kanji(m['a'])}対{kanji(m['b'])}"),
)
