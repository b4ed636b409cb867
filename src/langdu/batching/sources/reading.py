"""LIST → sources: its kind is found, it is read, and what came before is left out."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

from langdu.batching.sources.feed import feed_items
from langdu.batching.sources.folder import folder_items
from langdu.batching.sources.jsonl import json_items
from langdu.batching.sources.kinds import chosen, is_folder, kind_of
from langdu.batching.sources.making import Item, source_of
from langdu.batching.sources.opening import MAX_FETCHED, Opened, opened
from langdu.batching.sources.seen import Seen
from langdu.batching.sources.sitemap import sitemap_items
from langdu.batching.sources.source import Source, Trouble
from langdu.batching.sources.urls import url_items
from langdu.batching.sources.warc import warc_items
from langdu.errors import FetchError, ListError

if TYPE_CHECKING:  # httpx is slow to import
    from langdu.loading.web import Fetcher

Report = Callable[[Trouble], None]
#: An index of sitemaps leads to sitemaps, and some to one more index, against the standard.
_DEEPEST: Final = 3
#: Lists that are lines of UTF-8; XML says itself how it is written.
_LINES: Final = ("urls", "jsonl")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_list(
    place: str,
    *,
    report: Report,
    kind: str | None = None,
    fetcher: "Fetcher | None" = None,
    allow_private: bool = False,
) -> Iterator[Source]:
    """The sources of a list, each as it is read; nothing is held but digests of their keys.

    ``place`` is a path, an address, or ``-`` for standard input. ``kind`` is one of
    :data:`~langdu.batching.sources.KINDS`; by default the content tells. Lists on the web are
    fetched by ``fetcher``, else in a session of their own, which ``allow_private`` lets into
    private networks. A line that gives no source is told to ``report``, and a source that comes
    again, once. Raises :class:`~langdu.errors.ListError` where the list as a whole cannot be read
    or names no page at all, and :class:`~langdu.errors.FetchError` where it cannot be fetched.
    """
    with ExitStack() as stack:
        reading = _Reading(report, fetcher, allow_private, stack)
        yield from reading.sources(place, chosen(kind) if kind else None)


class _Reading:
    """One run through a list and the lists that it leads to."""

    def __init__(
        self, report: Report, fetcher: "Fetcher | None", allow_private: bool, stack: ExitStack
    ) -> None:
        self._report = report
        self._fetcher = fetcher
        self._allow_private = allow_private
        self._stack = stack
        self._seen = Seen()
        self._repeated = Seen()
        self._lists = Seen()

    def sources(self, place: str, kind: str | None) -> Iterator[Source]:
        anything = False
        for found in self._found(place, kind):
            anything = True
            if isinstance(found, Trouble):
                self._report(found)
            elif self._seen.add(found.key):
                yield found
            elif self._repeated.add(found.key):
                self._report(Trouble("duplicate", found.place, f"{_named(found)} came before"))
        if not anything:
            raise ListError(f"{'standard input' if place == '-' else place} names no page")

    def _found(self, place: str, kind: str | None) -> Iterator[Source | Trouble]:
        if kind == "folder" or (kind is None and is_folder(place)):
            folder = Path(place)
            yield from (source_of(item, folder) for item in folder_items(folder))
            return
        yield from self._listed(place, kind, 0)

    def _listed(self, place: str, kind: str | None, depth: int) -> Iterator[Source | Trouble]:
        """What a list holds, and the lists that it leads to, where they belong."""
        faults: list[Trouble] = []
        with opened(place, self._web(place)) as data:
            found = kind or kind_of(data.front, data.name)
            if found in _LINES and data.front.startswith(_UTF16):
                raise ListError(f"{data.name} is UTF-16: save the list as UTF-8")
            if depth and found != "sitemap":
                raise ListError(f"{data.name} is no sitemap")
            for item in _items(data, found, lambda reason: faults.append(_bad(data, reason))):
                if item.list:
                    yield from self._further(item, depth + 1)
                else:
                    yield source_of(item, data.folder)
        yield from faults

    def _further(self, item: Item, depth: int) -> Iterator[Source | Trouble]:
        """The sitemap that an index names; one that cannot be read costs no other its pages."""
        place = item.list or ""
        if depth > _DEEPEST:
            yield Trouble("cut", item.place, f"{place} is an index in an index in an index")
        elif self._lists.add(place):
            try:
                yield from self._listed(place, None, depth)
            except (FetchError, ListError) as error:
                yield Trouble("cut", item.place, str(error))

    def _web(self, place: str) -> "Fetcher | None":
        """What fetches lists; made when one is on the web."""
        if self._fetcher is None and "://" in place:
            from langdu.loading.web import Fetcher, FetchSettings

            settings = FetchSettings(max_bytes=MAX_FETCHED, allow_private=self._allow_private)
            self._fetcher = self._stack.enter_context(Fetcher(settings))
        return self._fetcher


def _items(data: Opened, kind: str, broken: Callable[[str], None]) -> Iterator[Item]:
    match kind:
        case "urls":
            return url_items(data.unpacked(), data.name, data.folder)
        case "jsonl":
            return json_items(data.unpacked(), data.name, data.folder)
        case "feed":
            return feed_items(data.unpacked(), data.name, data.url, broken)
        case "sitemap":
            return sitemap_items(data.unpacked(), data.name, data.url, broken)
        case _:
            return warc_items(data.unpacked(), data.name, broken)


def _bad(data: Opened, reason: str) -> Trouble:
    return Trouble("cut", data.name, reason)


def _named(source: Source) -> str:
    return (source.url or str(source.path or "its text"))[:200]
