"""The sitemap (sitemaps.org 0.9): every edition of every article, and its other languages."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import chain, groupby
from typing import Final

from langdu.batching.site.addresses import Base
from langdu.batching.site.catalogue import Row
from langdu.batching.site.moments import moment, rfc3339
from langdu.publishing.labels import page_tag

_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML: Final = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
#: What a sitemap may have (sitemaps.org), less the room for its first and last lines.
_URLS: Final = 50_000
_BYTES: Final = 50 * 1024 * 1024 - 1024


def sitemaps(rows: Iterable[Row], starts: Iterable[str], base: Base) -> Iterator[tuple[str, bytes]]:
    """The sitemap's files: ``sitemap.xml``, which is an index of others where one is too few.

    ``rows``: the editions of an article come together, and those of new articles last, so that full
    files stay as they are; ``starts`` are the pages that lists begin on.
    """
    parts = _parts(rows, starts, base)
    part = next(parts)
    paths: list[str] = []
    for later in parts:
        paths.append(f"sitemaps/{len(paths) + 1}.xml")
        yield paths[-1], part
        part = later
    if not paths:
        yield "sitemap.xml", part
        return
    paths.append(f"sitemaps/{len(paths) + 1}.xml")
    yield paths[-1], part
    index = (f"<sitemap><loc>{_text(base.file(path))}</loc></sitemap>\n" for path in paths)
    yield "sitemap.xml", _document("sitemapindex", _SPACE, index)


def _parts(found: Iterable[Row], starts: Iterable[str], base: Base) -> Iterator[bytes]:
    """Full files, and the last one. Text and no tree: a portal has millions of lines here."""
    rows: list[str] = []
    size = 0
    articles = (list(group) for _, group in groupby(found, lambda row: row.entry.slug))
    lists = ([_url(base.of(start))] for start in starts)
    for urls in chain(lists, (_urls(article, base) for article in articles)):
        more = sum(len(url) for url in urls)  # in ASCII: as many bytes
        if rows and (len(rows) + len(urls) > _URLS or size + more > _BYTES):
            yield _document("urlset", f"{_SPACE} {_XHTML}", rows)
            rows, size = [], 0
        rows += urls
        size += more
    yield _document("urlset", f"{_SPACE} {_XHTML}", rows)


def _urls(article: Sequence[Row], base: Base) -> list[str]:
    """An element for every edition, and in each the links to all."""
    places = [(page_tag(row.edition.lang), base.of(row.edition.href)) for row in article]
    links = "".join(
        f'\n<xhtml:link rel="alternate" hreflang="{_text(tag)}" href="{_text(place)}"/>'
        for tag, place in places
        if len(places) > 1
    )
    changed = _changed(article[0])
    date = f"\n<lastmod>{changed}</lastmod>" if changed else ""
    return [_url(place, date + links) for _, place in places]


def _url(place: str, more: str = "") -> str:
    return f"<url>\n<loc>{_text(place)}</loc>{more}\n</url>\n"


def _document(name: str, spaces: str, rows: Iterable[str]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "".join((f"{head}\n<{name} {spaces}>\n", *rows, f"</{name}>\n")).encode()


def _text(address: str) -> str:
    """An address in XML; it is ASCII already, with everything odd escaped."""
    return escape(address)


def _changed(row: Row) -> str | None:
    entry, lang = row.entry, row.source_lang
    found = moment(entry.updated, lang) or moment(entry.published, lang)
    return rfc3339(found) if found else None
