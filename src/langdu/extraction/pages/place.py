"""Addresses as places: two spellings of one are equal, and some end in a page number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

#: What a query calls a page. ``paged`` and ``cpage`` are WordPress's for lists and comments.
_KEYS: Final = frozenset(
    "page p pg pageno pagenum page_no pagenumber pageindex curpage currentpage pagen_1".split()
)
#: Says where a reader came from, not what is read.
_TRACKING: Final = re.compile(
    r"utm_\w+|spm|from|ref|fbclid|gclid|yclid|source|share\w*|scene", re.IGNORECASE
)
#: name_2.html, name-2.htm, name_p2.html, name/2/, name.html/2
_PATH: Final = re.compile(
    r"(?P<stem>.*[^/_-])(?P<style>[_-]p?|/)(?P<number>0|[1-9]\d{0,2})(?P<end>(?:\.[a-z]{2,6})?)\Z",
    re.IGNORECASE,
)
_EXTENSION: Final = re.compile(r"\.[a-z]{2,6}\Z", re.IGNORECASE)
#: Names of pages that list articles: a pager there leads to more of the list.
_LIST: Final = re.compile(
    r"(?:index|default|list)(?![a-z])"
    r"|(?:lists|home|main|search|tags?|categor(?:y|ies)|archives?|news|blog|pages?|all|latest|more)\Z",
    re.IGNORECASE,
)
_LIST_FOLDERS: Final = frozenset("tag tags category categories search author page list".split())
#: /2024/05, /2024, -2024-05: what follows is a day or a month.
_CALENDAR: Final = re.compile(r"(?:\A|[/_-])(?:19|20)\d\d(?:[/_.-]?\d{1,2})?\Z")
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """Host, path and query in one spelling; scheme, fragment and trackers say nothing of it."""

    host: str
    path: str
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A place with its page number taken out; ``style`` is how the number was set."""

    rest: Place
    style: str
    number: int


def place(address: str | None) -> Place | None:
    """The place of an address; ``None`` for what is not of the web."""
    if not address or len(address) > _LONGEST:
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    host = parts.hostname if port in (None, 80, 443) else f"{parts.hostname}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = tuple(sorted(pair for pair in pairs if not _TRACKING.fullmatch(pair[0])))
    return Place(host, unquote(parts.path).rstrip("/"), query)


def numbered(where: Place) -> Iterator[Numbered]:
    """Every way to read a page number in a place."""
    for key, value in where.query:
        if key.lower() in _KEYS and value.isascii() and value.isdigit() and len(value) < 4:
            others = tuple(pair for pair in where.query if pair[0] != key)
            yield Numbered(replace(where, query=others), f"?{key}", int(value))
    found = _PATH.match(where.path)
    if found:
        rest = replace(where, path=found["stem"] + found["end"])
        yield Numbered(rest, found["style"], int(found["number"]))


def is_article(where: Place) -> bool:
    """Whether a place may be one article's: not a list, a month, or the front of a site.

    An article's name has an extension, a number or several words; a column's is a word.
    """
    *folders, name = where.path.split("/")
    bare = _EXTENSION.sub("", name)
    if not bare or _LIST.match(bare) or not _LIST_FOLDERS.isdisjoint(map(str.lower, folders)):
        return False
    if _CALENDAR.search(_EXTENSION.sub("", where.path)):
        return False
    words = len(re.findall(r"[-_]", bare))
    told = name != bare or words > 1 or not bare.isascii() or any(c.isdigit() for c in bare)
    return told or any(value.isdigit() for _, value in where.query)
