"""From the entries of all articles to the files around them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Final

from langdu.batching.entries import Entry
from langdu.batching.site.addresses import Base, base_of
from langdu.batching.site.atom import atom
from langdu.batching.site.files import SiteFiles
from langdu.batching.site.listing import FEED, Listings
from langdu.batching.site.podcast import podcast
from langdu.batching.site.shelves import Library, libraries
from langdu.batching.site.sitemap import sitemaps
from langdu.errors import PublishError
from langdu.publishing.assets import FOLDER, SCRIPT, STYLE, reader_style
from langdu.publishing.bundling import reader_script
from langdu.publishing.dates import machine_date
from langdu.publishing.safe import check_lang, one_line

#: What a site is called whose articles name none.
_NAMELESS: Final = "langdu 朗读"


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
    everything = sorted(entries, key=lambda e: (machine_date(e.published) or "", e.slug))
    shelves = libraries(_checked(everything))
    title = one_line(name) or _most_named(everything) or _NAMELESS
    files = SiteFiles(Path(folder))
    notices = [*_around(files, everything, shelves, title, base)]
    for path, page in Listings(shelves, title, list(files)).pages():
        files.put(path, page)
    files.put(f"{FOLDER}/{STYLE}", reader_style())
    files.put(f"{FOLDER}/{SCRIPT}", reader_script())
    written, removed = files.save()
    return SiteReport(written, removed, len(files) - len(written), tuple(notices))


def _around(
    files: SiteFiles,
    entries: Sequence[Entry],
    shelves: Sequence[Library],
    title: str,
    base: Base | None,
) -> Iterator[str]:
    """The feeds and the sitemap; yields what cannot be."""
    undated = sum(1 for entry in entries if not machine_date(entry.published))
    for library in shelves:
        feed = atom(library, title, base)
        if feed:
            files.put(f"{library.lang}/{FEED}", feed)
        for path, content in podcast(library, title, base).items() if base else ():
            files.put(path, content)
    if undated:
        yield f"{undated} articles without a date are in no Atom feed"
    if base is None:
        spoken = any(row.edition.audio for library in shelves for row in library.rows)
        yield f"no sitemap{' and no podcast' if spoken else ''} without --base-url"
        return
    starts = [f"{library.lang}/index.html" for library in shelves]
    for path, content in sitemaps(entries, starts, base).items():
        files.put(path, content)
    if base.url.count("/") == 3:  # robots.txt holds at the root of a host alone (RFC 9309)
        files.put("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {base.file('sitemap.xml')}\n")
    else:
        yield f"name {base.file('sitemap.xml')} in the robots.txt of the host"


def _checked(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries, whose languages name folders, and whose slugs are there once each."""
    slugs: set[str] = set()
    for entry in entries:
        if entry.slug in slugs:
            raise PublishError(f"two articles have the folder {entry.slug!r}; give each its own")
        slugs.add(entry.slug)
        for edition in entry.editions:
            check_lang(edition.lang)
    return entries


def _most_named(entries: Iterable[Entry]) -> str:
    names = Counter(one_line(entry.site) for entry in entries if one_line(entry.site))
    return min(names, key=lambda name: (-names[name], name), default="")
