"""Sitemaps (sitemaps.org), and the index of several."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from langdu.batching.sources.addresses import joined
from langdu.batching.sources.dates import iso_date
from langdu.batching.sources.making import Item
from langdu.batching.sources.xml_items import items, local, text

if TYPE_CHECKING:
    from lxml.etree import _Element

_ITEMS: Final = frozenset({"url", "sitemap"})


def sitemap_items(
    stream: BinaryIO, name: str, url: str | None, broken: Callable[[str], None]
) -> Iterator[Item]:
    """The pages of a sitemap, or the sitemaps of an index (``list``)."""
    for element in items(stream, name, _ITEMS, broken):
        line = f"{name}, line {element.sourceline}"
        link = next((text(child) for child in element if local(child) == "loc"), "")
        address = joined(url, link) if link else None
        if not address:
            trouble = f"{link[:200]!r} is no address of a page on the web" if link else "has no loc"
            yield Item(line, trouble=trouble)
        elif local(element) == "sitemap":
            yield Item(line, list=address)
        else:
            title, published = _news(element)
            yield Item(line, url=address, title=title, published=published)


def _news(element: "_Element") -> tuple[str | None, str | None]:
    """Title and date of a page of news; ``lastmod`` is no date of publication."""
    news = next((child for child in element if local(child) == "news"), ())
    named = {local(child): text(child) for child in news}
    return named.get("title") or None, iso_date(named.get("publication_date"))
