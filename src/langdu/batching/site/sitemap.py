"""The sitemap (sitemaps.org 0.9): every edition of every article, and its other languages."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from langdu.batching.entries import Entry
from langdu.batching.site.addresses import Base
from langdu.batching.site.moments import moment, rfc3339
from langdu.publishing.labels import page_tag

_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML: Final = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
#: What a sitemap may have (sitemaps.org), less the room for its first and last lines.
_URLS: Final = 50_000
_BYTES: Final = 50 * 1024 * 1024 - 1024


def sitemaps(entries: Sequence[Entry], starts: Iterable[str], base: Base) -> dict[str, bytes]:
    """The sitemap's files: ``sitemap.xml``, which is an index of others where one is too few.

    ``entries`` stand in an order in which new ones come last, so that full files stay as they are;
    ``starts`` are the pages that lists begin on.
    """
    parts = [*_parts(entries, starts, base)]
    if len(parts) == 1:
        return {"sitemap.xml": parts[0]}
    files = {f"sitemaps/{number}.xml": part for number, part in enumerate(parts, 1)}
    index = "".join(f"<sitemap><loc>{_text(base.file(path))}</loc></sitemap>\n" for path in files)
    return {"sitemap.xml": _document("sitemapindex", _SPACE, index), **files}


def _parts(entries: Sequence[Entry], starts: Iterable[str], base: Base) -> Iterator[bytes]:
    """Full files, and the last one. Text and no tree: a portal has millions of lines here."""
    rows: list[str] = []
    size = 0
    for urls in (*([_url(base.of(start))] for start in starts), *(_urls(e, base) for e in entries)):
        more = sum(len(url) for url in urls)  # in ASCII: as many bytes
        if rows and (len(rows) + len(urls) > _URLS or size + more > _BYTES):
            yield _document("urlset", f"{_SPACE} {_XHTML}", "".join(rows))
            rows, size = [], 0
        rows += urls
        size += more
    yield _document("urlset", f"{_SPACE} {_XHTML}", "".join(rows))


def _urls(entry: Entry, base: Base) -> list[str]:
    """An element for every edition, and in each the links to all."""
    places = [(page_tag(edition.lang), base.of(edition.href)) for edition in entry.editions]
    links = "".join(
        f'\n<xhtml:link rel="alternate" hreflang="{_text(tag)}" href="{_text(place)}"/>'
        for tag, place in places
        if len(places) > 1
    )
    changed = _changed(entry)
    date = f"\n<lastmod>{changed}</lastmod>" if changed else ""
    return [_url(place, date + links) for _, place in places]


def _url(place: str, more: str = "") -> str:
    return f"<url>\n<loc>{_text(place)}</loc>{more}\n</url>\n"


def _document(name: str, spaces: str, rows: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}\n<{name} {spaces}>\n{rows}</{name}>\n".encode()


def _text(address: str) -> str:
    """An address in XML; it is ASCII already, with everything odd escaped."""
    return escape(address)


def _changed(entry: Entry) -> str | None:
    lang = entry.editions[0].lang if entry.editions else ""
    found = moment(entry.updated, lang) or moment(entry.published, lang)
    return rfc3339(found) if found else None
