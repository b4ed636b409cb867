"""The dates of articles as sitemaps and feeds must have them: with a zone."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from types import MappingProxyType
from typing import Final

from langdu.languages import normalize
from langdu.publishing.dates import machine_date

#: Hours east of Greenwich where a page says nothing: those of the capital whose language it is in.
_ZONES: Final[Mapping[str, int]] = MappingProxyType({"zh": 8, "ja": 9, "ko": 9, "ru": 3})


def moment(date: str | None, lang: str) -> datetime | None:
    """The moment of a date on a page in ``lang``, or ``None`` where it is no real date.

    A page that names no zone means its own: that of Beijing, Tokyo, Seoul or Moscow by its
    language, else UTC. What is not said of day and hour is their beginning.
    """
    text = machine_date(date)
    if not text:
        return None
    full = text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text
    found = datetime.fromisoformat(full)
    if found.tzinfo is None:
        zone = timezone(timedelta(hours=_ZONES.get(normalize(lang), 0)))
        found = found.replace(tzinfo=zone)
    return found.replace(microsecond=0)


def rfc3339(value: datetime) -> str:
    """As Atom and sitemaps write it."""
    return value.isoformat()


def rfc822(value: datetime) -> str:
    """As RSS writes it."""
    return format_datetime(value)
