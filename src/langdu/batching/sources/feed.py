"""RSS 0.9 to 2.0 and Atom: the pages that a feed leads to."""

import html
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from langdu.batching.sources.addresses import joined
from langdu.batching.sources.dates import iso_date
from langdu.batching.sources.making import Item
from langdu.batching.sources.xml_items import items, local, namespace, text

if TYPE_CHECKING:
    from lxml.etree import _Element

_ITEMS: Final = frozenset({"item", "entry"})
#: Links to pages are in these namespaces, or in none; media and podcasts have links of their own.
_CORE: Final = ("", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_RSS1: Final = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
_FEEDBURNER: Final = "http://rssnamespace.org/feedburner/ext/1.0"
_DATES: Final = ("published", "pubdate", "issued", "date", "created", "updated", "modified")
_RDF_ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def feed_items(
    stream: BinaryIO, name: str, url: str | None, broken: Callable[[str], None]
) -> Iterator[Item]:
    """The items of a feed; ``url`` is what its relative links start from."""
    for element in items(stream, name, _ITEMS, broken):
        children = list(element)
        line = f"{name}, line {element.sourceline}"
        base = element.base if (element.base or "").startswith("http") else url
        link = _link(element, children)
        if not link:
            yield Item(line, trouble="has no link to a page")
            continue
        address = joined(base, link)
        if not address:
            yield Item(line, trouble=f"{link[:200]!r} is no address of a page on the web")
            continue
        yield Item(line, url=address, title=_title(children), published=_date(children))


def _link(element: "_Element", children: "list[_Element]") -> str | None:
    """The address of an item's page: the original's before a counter's, a page before a file."""
    for child in children:
        if local(child) == "origlink" and namespace(child) == _FEEDBURNER and text(child):
            return text(child)
    links = [c for c in children if local(c) == "link" and namespace(c) in (*_CORE, *_RSS1)]
    found = [(rank, href) for rank, href in map(_ranked, links) if href]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    for child in children:
        if local(child) == "guid" and child.get("isPermaLink", "true").lower() != "false":
            return text(child) or None
        if local(child) == "id" and text(child).startswith(("http://", "https://")):
            return text(child)
    return element.get(_RDF_ABOUT)


def _ranked(link: "_Element") -> tuple[int, str | None]:
    """How good a link is (least is best), and where it leads."""
    href = link.get("href")
    if href is None:
        return 0, text(link) or None
    kind = link.get("type", "text/html").lower()
    if link.get("rel", "alternate").lower() != "alternate":
        return 9, None
    return (1 if "html" in kind else 2), href.strip()


def _title(children: "list[_Element]") -> str | None:
    found = next((text(c) for c in children if local(c) == "title"), "")
    return " ".join(html.unescape(found).split()) or None


def _date(children: "list[_Element]") -> str | None:
    named = {local(child): child for child in reversed(children)}
    dates = (iso_date(text(named[name])) for name in _DATES if name in named)
    return next(filter(None, dates), None)
