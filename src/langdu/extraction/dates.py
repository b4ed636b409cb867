"""Dates as pages write them, in five languages, to ISO 8601.

The result is as exact as the page is, down to minutes: ``2020-03-30`` or ``2020-03-30T10:42``.
A zone is kept where the text gives one, as an offset or by a name that means one only.
"""

import re
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

_TIME: Final = (
    r"(?:[\sT,，]{0,3}-?(?P<half>上午|下午|午前|午後|오전|오후)?\s?"
    r"(?P<h>\d{1,2})\s?(?:[:：]|[时時点시]\s?)(?:(?P<mi>\d{1,2})[分분]?)?(?:[:：]\d{1,2}(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<ampm>[ap]\.?m\b\.?))?"
    r"(?P<zone>Z\b|\s?[+-]\d\d(?::?\d\d)?(?![\d-])|[\s(（]{1,2}(?P<named>[A-Z]{3,4}|мск|МСК|北京时间)"
    r"(?!\w))?)?"
)
#: Names of zones that mean one only: CST and IST are several, and so say nothing.
_ZONES: Final = MappingProxyType(
    {
        "utc": "Z",
        "gmt": "Z",
        "bst": "+01:00",
        "cet": "+01:00",
        "cest": "+02:00",
        "eet": "+02:00",
        "eest": "+03:00",
        "msk": "+03:00",
        "мск": "+03:00",
        "jst": "+09:00",
        "kst": "+09:00",
        "est": "-05:00",
        "edt": "-04:00",
        "cdt": "-05:00",
        "mst": "-07:00",
        "mdt": "-06:00",
        "pst": "-08:00",
        "pdt": "-07:00",
        "hst": "-10:00",
        "北京时间": "+08:00",
    }
)
_MONTHS: Final = MappingProxyType(
    {
        name: i + 1
        for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())
    }
    | {
        name: i + 1
        for i, name in enumerate("янв фев мар апр мая июн июл авг сен окт ноя дек".split())
    }
    | {"май": 5}
)
_MONTH: Final = r"(?P<name>[A-Za-z]{3}|[а-яА-Я]{3})[A-Za-zа-яА-Я]{0,7}\.?"
_WEEKDAY: Final = r"(?:\s?[（(][^()（）]{1,4}[)）])?(?:\s?(?:星期|周)[一二三四五六日天])?"
#: Old Japanese and Chinese pages set the figures as wide as ideographs: ２０２４年５月２０日.
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<y>(?:19|20|\uff11\uff19|\uff12\uff10)\d\d)\s?(?:[-/.]|[年년]\.?)\s?(?P<m>\d{1,2})\s?(?:[-/.]|[月월])\s?"
    r"(?P<d>\d{1,2})(?!\d)\s?[日일]?\.?" + _WEEKDAY + _TIME,
    re.IGNORECASE,
)
_DAY_FIRST: Final = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?!\d)"
    r"(?:\s?[гГ]\.)?(?:\s?[,—–-]|\s?в)?" + _TIME,
    re.IGNORECASE,
)
_DAY_NAME: Final = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?\s" + _MONTH + r",?\s(?P<y>(?:19|20)\d\d)(?!\d)"
    r"(?:\s?г(?:ода|\.))?(?:\s?[,|—–-])?(?:\s?(?:в|at))?" + _TIME,
    re.IGNORECASE,
)
_NAME_DAY: Final = re.compile(
    r"(?<!\w)" + _MONTH + r"\s(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?:[A-Z][a-z]{2}\s)?"
    r"(?P<y>(?:19|20)\d\d)(?!\d)"
    r"(?:\s?[,|—–-])?(?:\s?at)?" + _TIME,
    re.IGNORECASE,
)
#: 令和6年5月1日: the years of an era, its first one is 元年.
_ERA: Final = re.compile(
    r"(?P<era>令和|平成)\s?(?P<ey>\d{1,2}|元)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"
    + _WEEKDAY
    + _TIME
)
_ERAS: Final = MappingProxyType({"令和": 2018, "平成": 1988})
#: 11:35, November 23, 2022 · 2:16 AM EST Nov 20, 2019
_TIME_BEFORE: Final = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2}):(?P<mi>\d\d)(?::\d\d)?(?:\s?(?P<ampm>[ap]\.?m\b\.?))?"
    r"(?P<zone>\s(?P<named>[A-Z]{3,4}))?(?:,?\s|\s?[|·]\s?)(?:on\s)?\Z",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)\Z")
_PATTERNS: Final = (_YEAR_FIRST, _DAY_FIRST, _DAY_NAME, _NAME_DAY, _ERA)
#: Where none of this stands there is no date, and no pattern needs to be tried.
_YEAR: Final = re.compile(r"(?:19|20|\uff11\uff19|\uff12\uff10)\d\d|令和|平成")
#: In an address: /2020-03/30/, /202003/30/, /2020/03/30/, t20200330_1.html, content_20200330.
_IN_ADDRESS: Final = re.compile(
    r"/(20\d\d)[-/]?([01]\d)[-/]?([0-3]\d)[/_.A-Z-]|/(20\d\d)/(\d\d?)/(\d\d?)/"
    r"|/(?:t|content_|art_)(20\d\d)([01]\d)([0-3]\d)[_.]"
)
_UTC: Final = ("Z", "+00:00")
#: No place is further than so many hours from UTC.
_FURTHEST: Final = 14
#: Longer texts than this are no date lines.
_MAX: Final = 400


def read_date(text: str) -> str | None:
    """The first date in a text as ISO 8601, or ``None``."""
    if not _YEAR.search(text, 0, _MAX):
        return None
    line = " ".join(text[:_MAX].split())
    matches = [found for pattern in _PATTERNS if (found := pattern.search(line))]
    for found in sorted(matches, key=lambda match: match.start()):
        if iso := _iso(found):
            return iso
    compact = _COMPACT.match(line)
    return _iso(compact) if compact else None


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    line = " ".join(text[:_MAX].split())
    return len(line) < 60 and any(
        (found := pattern.search(line)) is not None
        and not any(c.isalnum() for c in line[: found.start()] + line[found.end() :])
        for pattern in _PATTERNS
    )


def date_in_address(address: str) -> str | None:
    """The day that publishing systems write into a page's address, or ``None``."""
    found = _IN_ADDRESS.search(address)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def finer(first: str | None, second: str | None) -> str | None:
    """``first``, or ``second`` where it says the same and more: the time, its zone, the local day.

    A time in UTC and one without a zone that differ by an offset are the same: the second is what
    the clocks showed where the page was written.
    """
    if not first or not second:
        return first or second
    if second.startswith(first):
        return second
    if first.endswith(_UTC) and len(second) in (10, 16):
        return _local(first[:16], second) or first
    if second.endswith(_UTC) and len(first) == len(second[:16]):
        return _local(second[:16], first) or first
    return first


def _local(utc: str, shown: str) -> str | None:
    """The time shown with its offset, or the day shown, where they are the same as that of UTC."""
    moment = datetime.fromisoformat(utc)
    if len(shown) == 10:
        days = {(moment + timedelta(hours=hours)).date().isoformat() for hours in (-12, 14)}
        return shown if shown in days and shown != utc[:10] else None
    minutes = round((datetime.fromisoformat(shown) - moment).total_seconds() / 60)
    if minutes % 30 or not minutes or not -12 * 60 <= minutes <= 14 * 60:
        return None
    sign, size = ("-" if minutes < 0 else "+"), abs(minutes)
    return f"{shown}{sign}{size // 60:02}:{size % 60:02}"


def _iso(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    month = _MONTHS.get(part["name"][:3].lower()) if part.get("name") else int(part["m"])
    year = int(part["y"]) if part.get("y") else _year(part["era"], part["ey"])
    try:
        day = date(year, month or 0, int(part["d"])).isoformat()
    except ValueError:
        return None
    if not part.get("h"):
        before = _TIME_BEFORE.search(found.string, 0, found.start())
        if before is None:
            return day
        part |= before.groupdict()
    hour, minute = int(part["h"]), int(part["mi"] or 0)
    half = (part["half"] or part["ampm"] or "").lower()
    if half[:1] in ("下", "p") or half in ("午後", "오후"):
        hour = hour + 12 if hour < 12 else hour
    elif half and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return day
    zone = part["zone"]
    if zone and zone.strip().startswith("-") and "T" not in found.group():
        zone = None  # 14:00-16:00 is a span of time
    return f"{day}T{hour:02}:{minute:02}{_offset(zone, part['named'])}"


def _year(era: str, year: str) -> int:
    return _ERAS[era] + (1 if year == "元" else int(year))


def _offset(zone: str | None, name: str | None) -> str:
    """Z or ±hh:mm, and nothing for a name that is no zone's or several zones'."""
    if name:
        return _ZONES.get(name.lower(), "")
    if not zone:
        return ""
    digits = zone.strip().replace(":", "")
    if digits != "Z" and (int(digits[1:3]) > _FURTHEST or int(digits[3:] or 0) > 59):
        return ""
    return digits if digits == "Z" else f"{digits[:3]}:{digits[3:] or '00'}"
