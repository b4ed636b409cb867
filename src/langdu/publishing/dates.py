"""Dates as a reader of each language writes them; what is no date stays as it is."""

import re
from datetime import datetime
from types import MappingProxyType
from typing import Final

_ISO: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d)(?::\d\d(?:\.\d{1,3})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)
_MONTHS: Final = MappingProxyType(
    {
        "en": tuple(
            "January February March April May June July August September October November "
            "December".split()
        ),
        "ru": tuple(
            "января февраля марта апреля мая июня июля августа сентября октября ноября "
            "декабря".split()
        ),
        # without a day Russian names the month in the nominative
        "ru-alone": tuple(
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь "
            "декабрь".split()
        ),
    }
)
_EAST_ASIA: Final = MappingProxyType(
    {"zh": ("年", "月", "日"), "ja": ("年", "月", "日"), "ko": ("년 ", "월 ", "일")}
)


def machine_date(value: str | None) -> str | None:
    """The value for a ``datetime`` attribute, or ``None`` where it is no real date."""
    match = _ISO.fullmatch(value or "")
    if not match or match["year"] == "0000":
        return None
    full = match[0] + "-01-01"[len(match[0]) - 4 :] if len(match[0]) < 10 else match[0]
    try:
        datetime.fromisoformat(full.replace("Z", "+00:00"))
    except ValueError:
        return None
    return match[0]


def human_date(value: str, lang: str) -> str:
    """The date in the words of ``lang`` (a code); other languages get the ISO form."""
    match = _ISO.fullmatch(value)
    if not match or not machine_date(value):
        return value
    year, month, day = match["year"], match["month"], match["day"]
    if lang in _EAST_ASIA:
        date = "".join(
            f"{int(number)}{unit}"
            for number, unit in zip((year, month, day), _EAST_ASIA[lang], strict=True)
            if number
        ).strip()
    elif lang == "en":
        date = " ".join(filter(None, (_number(day), _month("en", month), year)))
    elif lang == "ru":
        name = _month("ru" if day else "ru-alone", month)
        date = " ".join(filter(None, (_number(day), name, year))) + (" г." if month else " год")
    else:
        return value
    return date + _clock(match, lang)


def _number(text: str | None) -> str:
    return str(int(text)) if text else ""


def _month(table: str, month: str | None) -> str:
    return _MONTHS[table][int(month) - 1] if month else ""


def _clock(match: re.Match[str], lang: str) -> str:
    if not match["time"]:
        return ""
    zone = match["zone"] or ""
    zone = " (UTC)" if zone == "Z" else f" (UTC{zone})" if zone else ""
    return (", " if lang in _MONTHS else " ") + match["time"] + zone
