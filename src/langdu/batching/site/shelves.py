"""Which article stands on which index page.

The numbered pages of a shelf are full, filled from the oldest article on, and the newest articles
stand on ``index.html``; so one more article changes the page that it stands on, and no other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from langdu.batching.site.catalogue import Catalogue, Row
from langdu.batching.sources.slugs import slug_of

#: Articles of a page.
PER_PAGE: Final = 50
#: Where articles stand whose date is not known.
UNDATED: Final = "undated"

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a shelf: ``path`` is relative to the folder of the language.

    ``number`` counts from the oldest.
    """

    path: str
    number: int
    newer: str | None = None
    older: str | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A month (``2020-03``), a column, or what has no date: its folder, and how much stands there.

    ``name`` is what readers see: of a month its date, of a column its path; ``lang`` is its
    language. ``key`` is what the catalogue knows it by.
    """

    folder: str
    name: tuple[str, ...]
    lang: str
    count: int
    key: str | int

    def pages(self) -> Iterator[Page]:
        """Its pages, from the oldest on."""
        full = (self.count - 1) // PER_PAGE
        older = None
        for number in range(1, full + 2):
            path = self._path(number, full)
            yield Page(
                path, number, self._path(number + 1, full) if number <= full else None, older
            )
            older = path

    def _path(self, number: int, full: int) -> str:
        return f"{self.folder}/{number if number <= full else 'index'}.html"


@dataclass(frozen=True, slots=True)
class Library:
    """All articles in one language, and how they are shelved: the newest month first."""

    lang: str
    catalogue: Catalogue
    months: tuple[Shelf, ...]
    columns: tuple[Shelf, ...]

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """All shelves."""
        return (*self.months, *self.columns)

    @property
    def newest(self) -> list[Row]:
        """The articles of the first page."""
        return self.catalogue.newest(self.lang, PER_PAGE)

    def filled(self, shelf: Shelf) -> Iterator[tuple[Page, list[Row]]]:
        """The pages of a shelf, from the oldest on, each with its articles, the newest first."""
        for page, rows in _dealt(shelf, self.catalogue.rows(self.lang, shelf.key)):
            yield page, rows[::-1]

    def held(self, shelf: Shelf) -> Iterator[tuple[Page, list[str]]]:
        """The same with the slugs alone, the oldest first."""
        return _dealt(shelf, self.catalogue.slugs(self.lang, shelf.key))


def libraries(catalogue: Catalogue) -> tuple[Library, ...]:
    """The articles by language."""
    return tuple(_library(lang, catalogue) for lang in catalogue.langs())


def _library(lang: str, catalogue: Catalogue) -> Library:
    months = tuple(
        Shelf(month or UNDATED, (month,) if month else (), lang, count, month)
        for month, count in catalogue.months(lang)
    )
    columns = tuple(
        Shelf(f"columns/{_folder(name)}", name, _first(lang, key, catalogue), count, key)
        for key, name, count in catalogue.columns(lang)
    )
    return Library(lang, catalogue, months, columns)


def _first(lang: str, column: int, catalogue: Catalogue) -> str:
    """The language that the oldest article of a column was written in."""
    return next(catalogue.rows(lang, column)).source_lang


def _dealt(shelf: Shelf, things: Iterable[_T]) -> Iterator[tuple[Page, list[_T]]]:
    left = iter(things)
    return ((page, list(islice(left, PER_PAGE))) for page in shelf.pages())


def _folder(column: tuple[str, ...]) -> str:
    return slug_of("column:" + "/".join(name.replace("/", "\u2215") for name in column))
