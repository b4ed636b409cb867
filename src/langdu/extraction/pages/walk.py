"""From page to page of an article: which one is wanted next.

There is no input and output here: the walk yields addresses and is sent pages, so that a fetcher
that blocks and one that awaits drive it alike.
"""

import re
from collections.abc import Callable, Generator
from typing import Final, TypeAlias

from langdu.errors import ExtractError, FetchError, LoadError, RobotsError
from langdu.extraction.pages.joining import adds_nothing
from langdu.extraction.pages.place import Place, place
from langdu.extraction.part import Part
from langdu.extraction.text import key
from langdu.page import Page

OnePage: TypeAlias = Generator[str, Page, Part]
#: Yields the address of a page that is wanted and is sent the page.
Walk: TypeAlias = Generator[str, Page, list[Part]]
Read: TypeAlias = Callable[[Page], Part]

HINT: Final = "--one-page (pages=1) reads the given page alone"
_PAGE_WORDS: Final = re.compile(r"\d+|页|頁|ページ|페이지|страница|page", re.IGNORECASE)


def walk(given: Part, read: Read, limit: int) -> Walk:
    """The parts of an article in order, from any one of them. ``limit``: at most so many pages.

    Begins with the article's first page where that is known, else with the given one. Raises
    :class:`LoadError` for an article of more pages, and names the page that cannot be had.
    """
    pager = given.pager
    if pager is None:
        return [given]
    start = given
    if pager.number > 1 and 1 in pager.addresses:
        first = yield from _page(1, pager.count, pager.addresses[1], read)
        begins = first.pager is not None and first.pager.number == 1
        if begins and (pager.sure or _same_title(first, given)):
            start = first
    parts = yield from _onward(start, given, read, limit)
    if all(part is not given for part in parts):  # the first page leads elsewhere
        parts = yield from _onward(given, given, read, limit)
    return parts


def _onward(start: Part, given: Part, read: Read, limit: int) -> Walk:
    pager = start.pager
    if pager is None:
        return [start]
    parts = [start]
    known = dict(pager.addresses)
    number, count = pager.number, pager.count
    while address := known.get(number + 1):  # to each number its address: no loop
        if len(parts) > 1 and max(known) - pager.number >= limit:
            raise _too_many(max(known) - pager.number + 1, limit)
        if place(address) == place(given.url):
            part = given
        else:
            part = yield from _page(number + 1, count, address, read)
        if not pager.sure and not _same_title(start, part):
            return parts  # the next article's
        if adds_nothing(part, parts):
            return parts  # a pager of something else, or of what a script shows by turns
        parts.append(part)
        number += 1
        if part.pager and part.pager.number == number:
            known = {**part.pager.addresses, **known}
            count = max(count or 0, part.pager.count or 0) or None
    if max(known) > number:
        raise LoadError(f"page {number + 1} of {max(known)} is linked from nowhere; {HINT}")
    return parts


def _page(number: int, count: int | None, address: str, read: Read) -> OnePage:
    """One page. Every way that it can fail says which page it was."""
    name = f"page {number} of {count}" if count else f"page {number}"
    name = f"{name} of the article"
    try:
        page = yield address
    except LoadError as error:
        raise _kind(error)(f"{name} cannot be had: {error}; {HINT}") from error
    if not _is_there(page, address):
        raise FetchError(f"{name} is not there: {address} leads to {page.url}; {HINT}")
    if page.kind != "html":
        raise LoadError(f"{name} ({address}) is not HTML; {HINT}")
    try:
        return read(page)
    except ExtractError as error:
        raise ExtractError(f"{name} ({address}): {error}; {HINT}") from error


def _is_there(page: Page, address: str) -> bool:
    """Whether a page came from where it was asked for; www. and https:// may have been added."""
    wanted, got = place(address), place(page.url)
    return _without_www(wanted) == _without_www(got)


def _without_www(where: Place | None) -> Place | None:
    if where is None:
        return None
    return Place(where.host.removeprefix("www."), where.path, where.query)


def _kind(error: LoadError) -> type[LoadError]:
    if isinstance(error, RobotsError):
        return RobotsError
    return FetchError if isinstance(error, FetchError) else LoadError


def _too_many(count: int, limit: int) -> LoadError:
    return LoadError(
        f"the article has {count} pages or more, and at most {limit} are read: "
        f"--pages (pages=) allows more, {HINT}"
    )


def _same_title(one: Part, other: Part) -> bool:
    """Whether two pages have one title but for the number of the page."""
    mine, yours = _title(one), _title(other)
    return bool(mine) and mine == yours


def _title(part: Part) -> str:
    return key(_PAGE_WORDS.sub("", part.title))
