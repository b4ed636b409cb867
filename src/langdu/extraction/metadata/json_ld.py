"""JSON-LD: what schema.org says of an article."""

import json
from collections.abc import Iterator
from typing import Final

from lxml import etree

from langdu.extraction.dates import read_date
from langdu.extraction.metadata.head import plain
from langdu.extraction.notes import Notes

_ARTICLES: Final = ("article", "newsarticle", "blogposting", "report", "reportagenewsarticle")
_MAX: Final = 2_000_000


def read_json_ld(root: etree._Element, notes: Notes) -> None:
    """Note the facts of the first article that the page's JSON-LD describes."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        for data in _objects(script.text):
            if _type(data) in _ARTICLES:
                _note(data, notes)
                return


def _objects(text: str) -> Iterator[dict[str, object]]:
    if len(text) > _MAX:
        return
    try:
        data = json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph if isinstance(part, dict))


def _type(data: dict[str, object]) -> str:
    kind = data.get("@type")
    first = kind[0] if isinstance(kind, list) and kind else kind
    return first.lower() if isinstance(first, str) else ""


def _note(data: dict[str, object], notes: Notes) -> None:
    where = "JSON-LD"
    notes.fact("headline", where, plain(_name(data.get("headline"))))
    notes.fact("published", where, read_date(_name(data.get("datePublished"))))
    notes.fact("updated", where, read_date(_name(data.get("dateModified"))))
    notes.fact("author", where, plain(_name(data.get("author"))))
    notes.fact("editor", where, plain(_name(data.get("editor"))))
    notes.fact("site", where, plain(_name(data.get("publisher"))))
    words = data.get("keywords")
    joined = ",".join(w for w in words if isinstance(w, str)) if isinstance(words, list) else words
    notes.fact("keywords", where, joined if isinstance(joined, str) else None)


def _name(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(name for item in value[:8] if (name := _name(item)))
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
