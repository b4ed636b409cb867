"""Which article stands on which index page. Pure: nothing is read or written.

The numbered pages of a shelf are full, filled from the oldest article on, and the newest articles
stand on ``index.html``; so one more article changes the page that it stands on, and no other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from langdu.batching.entries import EditionEntry, Entry
from langdu.batching.sources.slugs import slug_of
from langdu.languages import LANGUAGES
from langdu.publishing.dates import machine_date
from langdu.publishing.safe import one_line

#: Articles of a page.
PER_PAGE: Final = 50
#: Where articles stand whose date is not known.
UNDATED: Final = "undated"
#: What the first column is called that says nothing: the front page, in the five languages.
_HOME: Final = frozenset(
    {"首页", "网站首页", "home", "homepage", "ホーム", "トップ", "홈", "главная"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """An article in one language. ``date``: ISO 8601, or ``""``."""

    entry: Entry
    edition: EditionEntry
    date: str

    @property
    def source_lang(self) -> str:
        """The language that the article was written in."""
        return self.entry.editions[0].lang


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a shelf, its newest article first.

    ``path`` is relative to the folder of the language; ``number`` counts from the oldest.
    """

    path: str
    number: int
    rows: tuple[Row, ...]
    newer: str | None = None
    older: str | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A month (``2020-03``), a column, or what has no date: its folder, and its rows by age.

    ``name`` is what readers see: of a month its date, of a column its path.
    """

    folder: str
    name: tuple[str, ...]
    rows: tuple[Row, ...]
    lang: str

    def pages(self) -> Iterator[Page]:
        """Its pages, from the oldest on."""
        full = (len(self.rows) - 1) // PER_PAGE
        paths = [f"{self.folder}/{number}.html" for number in range(1, full + 1)]
        paths.append(f"{self.folder}/index.html")
        for at, path in enumerate(paths):
            rows = self.rows[at * PER_PAGE : (at + 1) * PER_PAGE]
            newer = paths[at + 1] if at + 1 < len(paths) else None
            yield Page(path, at + 1, rows[::-1], newer, paths[at - 1] if at else None)


@dataclass(frozen=True, slots=True)
class Library:
    """All articles in one language, from the oldest on, and how they are shelved."""

    lang: str
    rows: tuple[Row, ...]
    months: tuple[Shelf, ...]
    columns: tuple[Shelf, ...]

    @property
    def newest(self) -> tuple[Row, ...]:
        """The articles of the first page."""
        return self.rows[: -PER_PAGE - 1 : -1]


def libraries(entries: Iterable[Entry]) -> tuple[Library, ...]:
    """The articles by language: the languages in the order of the table, then by their codes."""
    rows: dict[str, list[Row]] = {}
    for entry in entries:
        date = machine_date(entry.published) or ""
        for edition in entry.editions:
            rows.setdefault(edition.lang, []).append(Row(entry, edition, date))
    known = list(LANGUAGES)
    order = sorted(rows, key=lambda lang: (known.index(lang) if lang in known else 99, lang))
    return tuple(_library(lang, rows[lang]) for lang in order)


def column_of(entry: Entry) -> tuple[str, ...]:
    """The columns of an article without the front page."""
    names = tuple(filter(None, map(one_line, entry.column)))
    return names[1:] if names and names[0].casefold() in _HOME else names


def _library(lang: str, rows: list[Row]) -> Library:
    rows.sort(key=lambda row: (row.date, row.entry.slug))
    months = tuple(
        Shelf(name or UNDATED, (name,) if name else (), tuple(group), lang)
        for name, group in groupby(rows, lambda row: row.date[:7])
    )
    columns: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if column := column_of(row.entry):
            columns.setdefault(column, []).append(row)
    shelves = (
        Shelf(f"columns/{_folder(name)}", name, tuple(columns[name]), columns[name][0].source_lang)
        for name in sorted(columns)
    )
    return Library(lang, tuple(rows), months[::-1], tuple(shelves))


def _folder(column: tuple[str, ...]) -> str:
    return slug_of("column:" + "/".join(name.replace("/", "\u2215") for name in column))
