"""Microdata: what ``itemprop`` says of the article, its people and the path to it."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, cast

from lxml import etree

from langdu.extraction.dates import read_date
from langdu.extraction.metadata.json_ld import is_article
from langdu.extraction.notes import Notes
from langdu.extraction.outline import texts

_PROPERTIES: Final = etree.XPath("//*[@itemprop]")
_FIELDS: Final = MappingProxyType(
    {
        "headline": "headline",
        "datepublished": "published",
        "datecreated": "published_weak",
        "datemodified": "updated",
        "author": "author",
        "editor": "editor",
        "publisher": "site",
        "keywords": "keywords",
    }
)
#: Items that are the page itself. A comment, a person or another article's teaser is none.
_OF_THE_PAGE: Final = frozenset({"webpage", "itempage", "website"})
_MAX_PROPERTIES: Final = 2000
_MAX_TEXT: Final = 300


def read_microdata(root: etree._Element, notes: Notes) -> None:
    """Note the properties of the first article; those that belong to no item count less."""
    found = cast("list[etree._Element]", _PROPERTIES(root))[:_MAX_PROPERTIES]
    article: etree._Element | None = None
    path: list[str] = []
    crumbs: etree._Element | None = None
    for element in found:
        names = element.get("itemprop", "").lower().split()
        scope = _scope(element)
        if "name" in names and (around := _crumbs(scope)) is not None:
            crumbs = around if crumbs is None else crumbs
            if around is crumbs:
                path.append(_value(element))
            continue
        fields = [_FIELDS[name] for name in names if name in _FIELDS]
        if not fields:
            continue
        types = _types(scope) if scope is not None else _OF_THE_PAGE
        if article is None and is_article(types):
            article = scope
        if scope is not None and scope is article:
            _note(element, fields, "", notes)
        elif not types.isdisjoint(_OF_THE_PAGE):
            _note(element, fields, "_weak", notes)
    notes.fact("path", "microdata BreadcrumbList", "\n".join(name for name in path if name))


def _note(element: etree._Element, fields: list[str], weak: str, notes: Notes) -> None:
    for field in fields:
        value = _value(element)
        if field.startswith(("published", "updated")):
            notes.fact(field if "weak" in field else field + weak, "microdata", read_date(value))
        elif field == "site":
            notes.fact("site", "microdata publisher", value)
        else:
            notes.fact(field + weak, "microdata", value)


def _scope(element: etree._Element) -> etree._Element | None:
    """The item that a property belongs to."""
    return next((e for e in element.iterancestors() if e.get("itemscope") is not None), None)


def _types(scope: etree._Element) -> frozenset[str]:
    kinds = (scope.get("itemtype") or "").lower().split()
    return frozenset(kind.rstrip("/").rsplit("/", 1)[-1] for kind in kinds)


def _crumbs(scope: etree._Element | None) -> etree._Element | None:
    """The BreadcrumbList around the list item, or the older Breadcrumb's parent."""
    if scope is None:
        return None
    types = _types(scope)
    if "breadcrumb" in types:
        return scope.getparent()
    around = _scope(scope) if "listitem" in types or "thing" in types else None
    if around is not None and "listitem" in _types(around):
        around = _scope(around)
    return around if around is not None and "breadcrumblist" in _types(around) else None


def _value(element: etree._Element) -> str:
    """What a property says: its attribute, the name of its item, or its text."""
    for name in ("content", "datetime"):
        value = element.get(name)
        if value and value.strip():
            return " ".join(value.split())
    if element.get("itemscope") is not None:
        return next(_names(element), "") or texts(element, _MAX_TEXT)
    return texts(element, _MAX_TEXT)


def _names(item: etree._Element) -> Iterator[str]:
    for element in item.iter():
        if "name" in (element.get("itemprop") or "").lower().split() and element is not item:
            yield _value(element)
