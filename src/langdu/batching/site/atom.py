"""An Atom feed (RFC 4287) of the newest articles in one language."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from langdu.batching.site.addresses import Base, entry_id, relative
from langdu.batching.site.catalogue import Row, column_of
from langdu.batching.site.moments import moment, rfc3339
from langdu.batching.site.shelves import Library
from langdu.batching.site.xml import add, document, put_lang, root
from langdu.publishing.labels import labels, page_tag
from langdu.publishing.safe import one_line, safe_url

if TYPE_CHECKING:  # lxml is slow to import
    from lxml.etree import _Element

_SPACE: Final = "http://www.w3.org/2005/Atom"
#: Articles of a feed.
_NEWEST: Final = 50


def atom(library: Library, name: str, base: Base | None) -> bytes | None:
    """The feed, or ``None`` where no article has a date, which Atom wants.

    Without a base its links are relative to the feed's own place.
    """
    rows = library.catalogue.newest(library.lang, _NEWEST, dated=True)
    dates = [date for row in rows if (date := _updated(row))]
    if not dates:
        return None
    path = f"{library.lang}/feed.xml"
    feed = root("feed", _SPACE)
    put_lang(feed, page_tag(library.lang))
    add(feed, "id", entry_id("", library.lang))
    add(feed, "title", name)
    add(feed, "updated", rfc3339(max(dates)))
    add(add(feed, "author"), "name", name)
    add(feed, "generator", "langdu")
    if base:
        add(feed, "link", rel="self", type="application/atom+xml", href=base.file(path))
    start = _href(f"{library.lang}/index.html", path, base)
    add(feed, "link", rel="alternate", type="text/html", href=start)
    for row in rows:
        _entry(add(feed, "entry"), row, path, base)
    return document(feed)


def _entry(entry: "_Element", row: Row, path: str, base: Base | None) -> None:
    edition = row.edition
    t = labels(edition.lang)
    updated, published = _updated(row), moment(row.entry.published, row.source_lang)
    add(entry, "id", entry_id(row.entry.slug, edition.lang))
    add(entry, "title", one_line(edition.title) or t["untitled"])
    if updated and published:
        add(entry, "updated", rfc3339(updated))
        add(entry, "published", rfc3339(published))
    tag = page_tag(edition.lang)
    href = _href(edition.href, path, base)
    add(entry, "link", rel="alternate", type="text/html", hreflang=tag, href=href)
    if original := safe_url(row.entry.url, mail=False):
        add(entry, "link", rel="via", hreflang=page_tag(row.source_lang), href=original)
    if audio := edition.audio:
        href, size = _href(audio.href, path, base), str(audio.bytes)
        add(entry, "link", rel="enclosure", type="audio/mpeg", length=size, href=href)
    if column := " › ".join(column_of(row.entry)):
        add(entry, "category", term=column)
    if edition.machine:
        add(entry, "category", term=t["machine"])
    if summary := one_line(edition.summary):
        add(entry, "summary", summary)


def _updated(row: Row) -> datetime | None:
    entry = row.entry
    return moment(entry.updated, row.source_lang) or moment(entry.published, row.source_lang)


def _href(href: str, path: str, base: Base | None) -> str:
    return base.file(href) if base else relative(href, path)
