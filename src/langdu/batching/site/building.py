"""From the entries of all articles to the files around them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Final

from langdu.batching.entries import Entry
from langdu.batching.site.addresses import Base, base_of
from langdu.batching.site.atom import atom
from langdu.batching.site.catalogue import Catalogue
from langdu.batching.site.files import SiteFiles
from langdu.batching.site.listing import FEED, Listings
from langdu.batching.site.podcast import podcast
from langdu.batching.site.shelves import Library, libraries
from langdu.batching.site.sitemap import sitemaps
from langdu.publishing.assets import FOLDER, SCRIPT, STYLE, reader_style
from langdu.publishing.bundling import reader_script
from langdu.publishing.safe import one_line

#: What a site is called whose articles name none.
_NAMELESS: Final = "langdu 朗读"
_STYLE: Final = f"{FOLDER}/{STYLE}"
_SCRIPT: Final = f"{FOLDER}/{SCRIPT}"
_SITEMAP: Final = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a build wrote, what it removed, how many files were as they should be already.

    ``notices`` are lines that say what the site lacks, and why.
    """

    written: tuple[Path, ...]
    removed: tuple[Path, ...]
    kept: int
    notices: tuple[str, ...] = ()


def build_site(
    folder: str | PathLike[str],
    entries: Iterable[Entry],
    *,
    name: str | None = None,
    base_url: str | None = None,
) -> SiteReport:
    """Write the index pages, feeds and sitemap of all articles below ``folder``.

    ``entries`` are those of every article of the site, in any order: the same ones give the same
    bytes. ``name`` is what the site is called; by default what most of its articles say. The
    sitemap and the podcast need ``base_url``, the address that the folder will have. Files that are
    as they should be are not touched, and pages of earlier builds that are no more are removed.
    Raises :class:`~langdu.errors.PublishError`.
    """
    base = base_of(base_url) if base_url else None
    with closing(Catalogue(entries)) as catalogue:
        title = one_line(name) or catalogue.name or _NAMELESS
        files = SiteFiles(Path(folder))
        shelves = libraries(catalogue)
        feeds = dict(_feeds(shelves, title, base))
        listings = Listings(shelves, title, feeds)
        files.expect([*feeds, *listings.paths(), _STYLE, _SCRIPT, *([_SITEMAP] if base else [])])
        notices = [*_around(files, catalogue, shelves, base)]
        for path, feed in feeds.items():
            files.put(path, feed)
        for path, page in listings.pages():
            files.put(path, page)
        files.put(_STYLE, reader_style())
        files.put(_SCRIPT, reader_script())
        written, removed = files.finish()
    return SiteReport(written, removed, len(files) - len(written), tuple(notices))


def _feeds(
    shelves: Sequence[Library], title: str, base: Base | None
) -> Iterator[tuple[str, bytes]]:
    for library in shelves:
        feed = atom(library, title, base)
        if feed:
            yield f"{library.lang}/{FEED}", feed
        if base:
            yield from podcast(library, title, base).items()


def _around(
    files: SiteFiles, catalogue: Catalogue, shelves: Sequence[Library], base: Base | None
) -> Iterator[str]:
    """The sitemap; yields what cannot be."""
    if catalogue.undated:
        yield f"{catalogue.undated} articles without a date are in no Atom feed"
    if base is None:
        spoken = any(catalogue.newest(library.lang, 1, spoken=True) for library in shelves)
        yield f"no sitemap{' and no podcast' if spoken else ''} without --base-url"
        return
    starts = [f"{library.lang}/index.html" for library in shelves]
    for path, content in sitemaps(catalogue.all(), starts, base):
        files.put(path, content)
    if base.url.count("/") == 3:  # robots.txt holds at the root of a host alone (RFC 9309)
        address = base.file(_SITEMAP)
        files.put("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}\n")
    else:
        yield f"name {base.file(_SITEMAP)} in the robots.txt of the host"
