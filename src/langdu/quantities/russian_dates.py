"""Russian dates, years and times."""

import re
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from langdu.quantities.east_forms import real_day, time_of_day
from langdu.quantities.quantity import Day, Quantity, Value
from langdu.quantities.russian_words import MONTHS
from langdu.quantities.scanner import Found, Reading

_S: Final = "[ \u00a0\u2009\u202f]"
_MONTH: Final = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")(?![а-яё])"
_OF_YEAR: Final = rf"(?:{_S}(?P<y>[12]\d{{3}})(?!\d)(?:{_S}?(?:г\.|год[ау]?(?![а-я])))?)?"
_DAY: Final = re.compile(
    rf"(?P<d>\d{{1,2}})(?:-?го)?(?:(?:{_S}?[-–—]{_S}?|{_S}(?:по|до){_S})(?P<d2>\d{{1,2}}))?{_S}{_MONTH}{_OF_YEAR}",
    re.ASCII | re.IGNORECASE,
)
_OF_MONTH: Final = re.compile(_MONTH + _OF_YEAR, re.ASCII | re.IGNORECASE)
_NUMERIC: Final = re.compile(
    rf"(?:(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})\.(?P<y2>\d{{4}}))(?!\d)"
    rf"(?:{_S}?г(?:\.|ода))?",
    re.ASCII,
)


def date(text: str, at: int) -> Reading | None:
    """30 марта 2020 г. · 12–14 января · в марте 2020 года · 30.03.2020."""
    until: Value | None = None
    match = _NUMERIC.match(text, at)
    if match:
        parts = ("y", "m", "d") if match["y"] else ("y2", "m2", "d2")
        value = real_day(*(int(match[part]) for part in parts))
    elif match := _DAY.match(text, at):
        month, year = MONTHS[match["month"].lower()], int(match["y"]) if match["y"] else None
        value = real_day(year, month, int(match["d"]))
        until = real_day(year, month, int(match["d2"])) if match["d2"] else None
    elif match := _OF_MONTH.match(text, at):
        value = Day(int(match["y"]) if match["y"] else None, MONTHS[match["month"].lower()])
    else:
        return None
    if value is None:
        return None
    return _one(Quantity("date", value, at, match.end(), until=until))


_YEAR: Final = re.compile(
    rf"(?P<y>[12]\d{{3}})(?:(?P<gap>{_S}?[-–—]{_S}?)(?P<y2>[12]\d{{3}}|\d\d)(?!\d))?"
    rf"(?P<word>{_S}?(?:гг?\.|год(?:а|у|ом|е|ы|ов|ам|ах)?(?![а-я])))?",
    re.ASCII,
)
_DECADE: Final = re.compile(
    rf"(?P<n>(?:1[5-9]|20)[0-9]0|[1-9]0)-(?:е|х|м|ми|ые|ых)(?![а-я])(?:{_S}(?:год(?:ы|ов|ах|ам)|гг?\.))?"
    rf"(?:{_S}(?:(?P<last>прошлого)|(?P<century>[XVI]{{1,5}}|\d\d)(?:-го)?){_S}(?:века|столетия))?"
)
_ROMAN: Final = MappingProxyType({"XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21})


def year(text: str, at: int) -> Reading | None:
    """2019 г. · 2019–2021 гг. · 2019 · 90-е годы · 1990-х."""
    if decade := _DECADE.match(text, at):
        value, century = Decimal(decade["n"]), decade["century"]
        if century or decade["last"]:
            number = _ROMAN.get(century or "XX") or int(century or 0)
            value = value % 100 + (number - 1) * 100
        return _one(Quantity("year", value, at, decade.end(), unit="decade"))
    match = _YEAR.match(text, at)
    if not match:
        return None
    value, until = Decimal(match["y"]), None
    if match["y2"]:
        until = (
            Decimal(match["y2"])
            if len(match["y2"]) == 4
            else value - value % 100 + int(match["y2"])
        )
        if until <= value:
            return None
    elif not match["word"]:
        follows = text[match.end() : match.end() + 2]
        if (
            not 1900 <= value < 2100
            or follows[:1] in ("%", "-", "°")
            or re.match(r"[.,:]\d|\w", follows)
        ):
            return None
    end = match.end() if match["word"] or until else match.end("y")
    return _one(Quantity("year", value, at, end, until=until))


_PART: Final = MappingProxyType({"утра": "am", "дня": "pm", "вечера": "pm", "ночи": "night"})
_COLON: Final = re.compile(
    rf"(?P<h>\d{{1,2}}):(?P<mi>\d\d)(?::(?P<s>\d\d))?(?![\d:])(?:{_S}(?P<part>утра|дня|вечера|ночи)(?![а-я]))?"
    # 9.30 утра, в 14.00; but в 9.30 раза is a number
    rf"|(?P<h2>\d{{1,2}})\.(?P<mi2>[0-5]\d)(?![\d%]|\.\d)(?:{_S}(?P<part2>утра|дня|вечера|ночи)(?![а-я])"
    rf"|(?:(?<=[вВсСоО]{_S}\d\d\.\d\d)|(?<=[вВсСоО]{_S}\d\.\d\d))(?!{_S}?(?:раз|м[лр]|тыс|%|процент|(?:км|м|кг|г|т|га|л)(?![а-я]))))",
    re.ASCII,
)
_HOUR: Final = re.compile(
    rf"(?P<h>\d{{1,2}}){_S}?(?:час(?:а|ов)?|ч\.?)(?![а-я])(?:{_S}(?P<mi>\d{{1,2}}){_S}?(?:минут[аы]?|мин\.?)(?![а-я]))?"
    rf"(?:{_S}(?P<part>утра|дня|вечера|ночи)(?![а-я]))?(?P<s>(?!))?",
    re.ASCII,
)


_HALF_PAST: Final = re.compile(
    rf"(?:(?<=\b[вВкКсСоО]{_S})половин[еуы]{_S}|(?<=до{_S})половины{_S}|пол-?)(?P<h>перв|втор|третьего|четвёрт|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат"
    rf"|двенадцат)(?:ого)?(?![а-яё])(?:{_S}(?P<part>утра|дня|вечера|ночи)(?![а-я]))?",
    re.IGNORECASE,
)
_HOURS: Final = MappingProxyType(
    {"перв": 12, "втор": 1, "третьего": 2, "четвёрт": 3, "четверт": 3, "пят": 4, "шест": 5}
    | {"седьм": 6, "восьм": 7, "девят": 8, "десят": 9, "одиннадцат": 10, "двенадцат": 11}
)


def in_words(text: str, at: int) -> Reading | None:
    """В половине четвёртого, полшестого вечера: half an hour before the hour that is named."""
    match = _HALF_PAST.match(text, at)
    if not match:
        return None
    half = _PART.get(match["part"] or "")
    value = time_of_day(_HOURS[match["h"].lower()], 30, None, half, said=False)
    return _one(Quantity("time", value, at, match.end())) if value else None


def time(text: str, at: int) -> Reading | None:
    """10:42 · в 15 ч 20 мин · 3 часа дня · в 9 часов."""
    said = True
    match = _COLON.match(text, at)
    if match and match["h2"]:
        half = _PART.get(match["part2"] or "")
        value = time_of_day(int(match["h2"]), int(match["mi2"]), None, half, said=True)
        return _one(Quantity("time", value, at, match.end())) if value else None
    if not match:
        match = _HOUR.match(text, at)
        if not match:
            return None
        said = match["mi"] is not None and int(match["h"]) > 12
        if not (
            match["mi"]
            or match["part"]
            or text[max(0, at - 3) : at].lower() in (" в ", " к ", "в ")
        ):
            return None
        if not (match["part"] or text[max(0, at - 2) : at].lower() in ("в ", "к ", "о ", "с ")):
            return None
    half = _PART.get(match["part"] or "")
    second = int(match["s"]) if match["s"] else None
    value = time_of_day(int(match["h"]), int(match["mi"] or 0), second, half, said=said)
    return _one(Quantity("time", value, at, match.end())) if value else None


def _one(quantity: Quantity) -> Reading:
    return Reading(quantity.end, (Found(quantity, (quantity.start, quantity.end)),))
