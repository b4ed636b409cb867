"""Dates for machines: ``<time datetime>`` under the title, and what a script names plainly."""

import re
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from langdu.extraction.dates import read_date
from langdu.extraction.notes import Notes

_CHANGED: Final = re.compile("updat|modif", re.IGNORECASE)
#: The name says that it is the publication; a value in figures is seconds or milliseconds of Unix.
_NAMED: Final = re.compile(
    r"[\"'\s.,{](?:publish_?(?:time|date|ed_?at)|pub_?(?:time|date)|date_?published|ori_?create_?time)"
    r"[\"']?\s*[:=]\s*[\"']?(?P<value>(?:19|20)\d\d[-/.年][^\"'<>;]{4,30}|\d{10}(?:\d{3})?(?!\d))",
    re.IGNORECASE,
)
#: The value that a script writes into the element made for the date, as WeChat's pages do.
_WRITTEN: Final = re.compile(
    r"[\"'](?P<value>\d{10})[\"'][^;{}]{0,60}[\"'](?:publish|pub)_?(?:time|date)[\"']",
    re.IGNORECASE,
)
_MAX_SCRIPT: Final = 300_000


def read_times(root: etree._Element, near: Collection[etree._Element], notes: Notes) -> None:
    """Note the first ``<time>`` in a line under the title; ``near`` are those lines' elements."""
    for element in root.iter("time"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        parents = [element, *element.iterancestors()][:4]
        if not _CHANGED.search(names) and any(parent in near for parent in parents):
            value = read_date(element.get("datetime") or "")
            if value:
                notes.fact("published_near", "time element", value)
                return


def read_scripts(root: etree._Element, notes: Notes) -> None:
    """Note the first date that a script names as the publication's."""
    for script in root.iter("script"):
        text = (script.text or "")[:_MAX_SCRIPT]
        found = _NAMED.search(text) or _WRITTEN.search(text)
        if found:
            notes.fact("published_weak", "script", _value(found["value"]))


def _value(text: str) -> str | None:
    if not text.isdigit():
        return read_date(text)
    seconds = int(text) // (1000 if len(text) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%MZ")
