"""Dates of feeds and sitemaps as ISO 8601, or nothing where a text is none."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

_ISO: Final = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
)


def iso_date(text: str | None) -> str | None:
    """A date of Atom or a sitemap (RFC 3339, W3C) or of RSS (RFC 822), as ISO 8601."""
    text = (text or "").strip()
    if _ISO.fullmatch(text):
        full = text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text
        try:
            datetime.fromisoformat(full)
        except ValueError:
            return None
        return text.replace(" ", "T", 1)
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
