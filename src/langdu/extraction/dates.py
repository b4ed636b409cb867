"""Dates as pages write them, in five languages, to ISO 8601.

The result is as exact as the page is, down to minutes: ``2020-03-30`` or ``2020-03-30T10:42``.
A zone is kept where the text is ISO itself; otherwise nobody said one.
"""

import re
from datetime import date
from types import MappingProxyType
from typing import Final

_TIME: Final = (
    r"(?:[\sT,，]{0,3}-?(?P<half>上午|下午|午前|午後|오전|오후)?\s?"
    r"(?P<h>\d{1,2})\s?(?:[:：]|[时時点시]\s?)(?:(?P<mi>\d{1,2})[分분]?)?(?:[:：]\d{1,2}(?:\.\d{1,9})?)?"
    r"\s?(?P<ampm>[ap]\.?m\b)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
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
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?:[-/.]|[年년]\.?)\s?(?P<m>\d{1,2})\s?(?:[-/.]|[月월])\s?"
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
    r"(?:\s?г(?:ода|\.))?(?:\s?[,|—–-]|\s?(?:в|at))?" + _TIME,
    re.IGNORECASE,
)
_NAME_DAY: Final = re.compile(
    r"(?<!\w)" + _MONTH + r"\s(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y>(?:19|20)\d\d)(?!\d)"
    r"(?:\s?[,|—–-]|\s?at)?" + _TIME,
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)\Z")
_PATTERNS: Final = (_YEAR_FIRST, _DAY_FIRST, _DAY_NAME, _NAME_DAY)
#: Longer texts than this are no date lines.
_MAX: Final = 400


def read_date(text: str) -> str | None:
    """The first date in a text as ISO 8601, or ``None``."""
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


def finer(first: str | None, second: str | None) -> str | None:
    """``first``, or ``second`` where it is the same day and also says the time."""
    if first and second and len(first) == 10 and second.startswith(first):
        return second
    return first or second


def _iso(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    month = _MONTHS.get(part["name"][:3].lower()) if part.get("name") else int(part["m"])
    try:
        day = date(int(part["y"]), month or 0, int(part["d"])).isoformat()
    except ValueError:
        return None
    if not part.get("h"):
        return day
    hour, minute = int(part["h"]), int(part["mi"] or 0)
    half = (part["half"] or part["ampm"] or "").lower()
    if half[:1] in ("下", "p") or half in ("午後", "오후"):
        hour = hour + 12 if hour < 12 else hour
    elif half and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return day
    return f"{day}T{hour:02}:{minute:02}{part['zone'] or ''}"
