"""JSON-LD: what schema.org says of an article, its site and the path to it."""

import json
import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from langdu.extraction.dates import read_date
from langdu.extraction.metadata.head import plain
from langdu.extraction.notes import Notes

_Object: TypeAlias = dict[str, object]

#: Types of texts end so: NewsArticle, ScholarlyArticle, BlogPosting, LiveBlogPosting.
_ARTICLE_ENDS: Final = ("article", "posting")
_ARTICLES: Final = frozenset({"report", "creativework", "review", "recipe"})
_PAGES: Final = frozenset({"webpage", "itempage", "aboutpage", "medicalwebpage"})
#: Properties whose objects describe the same page.
_NESTED: Final = (
    "mainEntity",
    "mainEntityOfPage",
    "breadcrumb",
    "isPartOf",
    "publisher",
    "subjectOf",
)
_MAX: Final = 2_000_000
_MAX_OBJECTS: Final = 500
#: Some systems leave a comma after the last value.
_LAST_COMMA: Final = re.compile(r",(\s*[}\]])")
_WRAPPED: Final = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*.{0,20}\*/)|(?:-->|//\s*\]\]>)\s*\Z"
)


def read_json_ld(root: etree._Element, notes: Notes) -> None:
    """Note the facts of the article that the page's JSON-LD describes, and of its site."""
    texts = [
        script.text or ""
        for script in root.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
    ]
    objects = [data for text in texts for data in _objects(text)]
    if not objects:
        return
    known = {
        name: data for data in objects if isinstance(name := data.get("@id"), str) and len(data) > 1
    }
    articles = [data for data in objects if is_article(_types(data))]
    pages = [data for data in objects if not _types(data).isdisjoint(_PAGES)]
    for data in objects:
        if "pubDate" in data:
            _note_baidu(data, notes)
    for data in articles[:1]:
        _note(data, known, notes, "JSON-LD", "")
    for data in pages[:1]:
        _note(data, known, notes, "JSON-LD WebPage", "_weak")
    for data in objects:
        if "breadcrumblist" in _types(data):
            notes.fact("path", "JSON-LD BreadcrumbList", "\n".join(_path(data)))
        elif "website" in _types(data):
            notes.fact("site", "JSON-LD WebSite", _name(data, known))
    for data in (articles or pages)[:1]:
        notes.fact("site", "JSON-LD publisher", _name(data.get("publisher"), known))


def is_article(types: frozenset[str]) -> bool:
    """Whether one of some types of schema.org, in lower case, is that of a text."""
    return any(name.endswith(_ARTICLE_ENDS) or name in _ARTICLES for name in types)


def _objects(text: str) -> Iterator[_Object]:
    """All objects that describe the page or a part of it, each before those nested in it."""
    if len(text) > _MAX:
        return
    line = _WRAPPED.sub("", text).strip().rstrip(";")
    try:
        data = json.loads(line, strict=False)
    except ValueError:
        try:
            data = json.loads(_LAST_COMMA.sub(r"\1", line), strict=False)
        except (ValueError, RecursionError):
            return
    except RecursionError:
        return
    queue: list[object] = [data]
    seen = 0
    while queue and seen < _MAX_OBJECTS:
        item = queue.pop(0)
        seen += 1
        if isinstance(item, list):
            queue = [*item[:_MAX_OBJECTS], *queue]
        elif isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            queue += [*(graph if isinstance(graph, list) else [graph])]
            queue += [item.get(name) for name in _NESTED]


def _types(data: _Object) -> frozenset[str]:
    kind = data.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return frozenset(name.rsplit("/", 1)[-1].lower() for name in names if isinstance(name, str))


def _note(data: _Object, known: dict[str, _Object], notes: Notes, where: str, weak: str) -> None:
    title = data.get("headline") or data.get("name")
    notes.fact("headline" + weak, where, plain(_name(title, known)))
    notes.fact("published" + weak, where, read_date(_name(data.get("datePublished"), known)))
    notes.fact("updated" + weak, where, read_date(_name(data.get("dateModified"), known)))
    notes.fact("author" + weak, where, plain(_name(data.get("author"), known)))
    notes.fact("editor" + weak, where, plain(_name(data.get("editor"), known)))
    whole = data.get("isPartOf")
    if isinstance(whole, dict) and _types(whole).isdisjoint(_PAGES):
        notes.fact("site", f"{where} isPartOf", plain(_name(whole, known)))
    words = data.get("keywords")
    joined = ",".join(w for w in words if isinstance(w, str)) if isinstance(words, list) else words
    notes.fact("keywords" + weak, where, plain(joined) if isinstance(joined, str) else None)


def _note_baidu(data: _Object, notes: Notes) -> None:
    """What Baidu's own vocabulary (cambrian.jsonld), common on Chinese sites, says of a page."""
    for name, field in (("title", "headline"), ("pubDate", "published"), ("upDate", "updated")):
        value = data.get(name)
        if isinstance(value, str):
            said = plain(value) if name == "title" else read_date(value)
            notes.fact(field, "JSON-LD of Baidu", said)


def _name(value: object, known: dict[str, _Object], depth: int = 0) -> str:
    """A text, or the name of what is described here or under its ``@id``."""
    if isinstance(value, list) and depth < 3:
        return ", ".join(name for item in value[:8] if (name := _name(item, known, depth + 1)))
    if isinstance(value, dict):
        identity = value.get("@id")
        found = value.get("name")
        if not found and isinstance(identity, str) and identity in known:
            found = known[identity].get("name")
        value = found
    return value if isinstance(value, str) else ""


def _path(data: _Object) -> list[str]:
    """The names of a BreadcrumbList in the order of their positions."""
    elements = data.get("itemListElement")
    ranked: list[tuple[float, str]] = []
    for place, element in enumerate(elements if isinstance(elements, list) else []):
        if not isinstance(element, dict):
            continue
        item = element.get("item")
        name = element.get("name") or (item.get("name") if isinstance(item, dict) else None)
        position = element.get("position")
        if isinstance(position, str):
            position = int(position) if position.isascii() and position.isdigit() else None
        if isinstance(name, str) and plain(name):
            ranked.append((position if isinstance(position, int) else place, plain(name)))
    return [name for _, name in sorted(ranked, key=lambda pair: pair[0])]
