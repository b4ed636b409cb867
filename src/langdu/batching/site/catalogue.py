"""All editions of a site, on disk: sorted there, and read as they are needed.

A site of a million articles has five million of them. SQLite keeps them in a file without a name,
in the folder for temporary files, which is gone when the process is; little of it is in memory.
"""

import json
import marshal
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from langdu.batching.entries import AudioEntry, ChapterEntry, EditionEntry, Entry, FileEntry
from langdu.errors import PublishError
from langdu.languages import LANGUAGES
from langdu.publishing.dates import machine_date
from langdu.publishing.safe import check_lang, one_line

#: Of a shelf: a month (``2020-03``; without a date an empty one), or the number of a column.
_TABLES: Final = """
CREATE TABLE slugs (slug TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE columns (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE editions (
    lang TEXT, month TEXT, date TEXT, slug TEXT, place INTEGER, shelf INTEGER, spoken INTEGER,
    data BLOB);
"""
_INDEXES: Final = """
CREATE INDEX by_month ON editions (lang, month, date, slug);
CREATE INDEX by_column ON editions (lang, shelf, date, slug);
CREATE INDEX by_article ON editions (month, date, slug, place);
"""
#: A month is how a date begins, so the order of months and dates is that of dates alone.
_NEWEST: Final = "ORDER BY month DESC, date DESC, slug DESC LIMIT ?"
#: Kilobytes of the file that are held in memory.
_CACHE: Final = 16_000


@dataclass(frozen=True, slots=True)
class Row:
    """An article in one language. ``entry`` has no editions; ``date``: ISO 8601, or ``""``.

    ``source_lang`` is the language that the article was written in.
    """

    entry: Entry
    edition: EditionEntry
    date: str
    source_lang: str


class Catalogue:
    """The editions of all entries. ``undated``: articles without a date; use it in ``with``."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._rows = sqlite3.connect("", isolation_level=None)
        self._names: Counter[str] = Counter()
        self.undated = 0
        for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
            self._rows.execute(f"PRAGMA {setting}")
        with _clear_words():
            self._rows.executescript(_TABLES)
            self._rows.execute("BEGIN")
            for entry in entries:
                self._add(entry)
            self._rows.execute("COMMIT")
            self._rows.executescript(_INDEXES)

    def close(self) -> None:
        """Let the file go."""
        self._rows.close()

    @property
    def name(self) -> str:
        """What most articles say that their site is called."""
        return min(self._names, key=lambda name: (-self._names[name], name), default="")

    def langs(self) -> tuple[str, ...]:
        """The languages in the order of the table, then by their codes."""
        known = list(LANGUAGES)
        found = [lang for (lang,) in self._ask("SELECT DISTINCT lang FROM editions")]
        order = sorted(found, key=lambda x: (known.index(x) if x in known else len(known), x))
        return tuple(order)

    def months(self, lang: str) -> list[tuple[str, int]]:
        """Month and number of its articles, the newest first; those without one come last."""
        sql = "SELECT month, count(*) FROM editions WHERE lang = ? GROUP BY month ORDER BY 1 DESC"
        return [*self._ask(sql, lang)]

    def columns(self, lang: str) -> list[tuple[int, tuple[str, ...], int]]:
        """Number and name of each column, and how many articles it has, by name."""
        sql = """SELECT id, name, count(*) FROM editions JOIN columns ON shelf = id
            WHERE lang = ? GROUP BY id"""
        rows = ((key, tuple(json.loads(name)), count) for key, name, count in self._ask(sql, lang))
        return sorted(rows, key=lambda row: row[1])

    def slugs(self, lang: str, shelf: str | int) -> Iterator[str]:
        """The articles of a shelf, from the oldest on."""
        return (slug for (slug,) in self._ask(f"SELECT slug {_of(shelf)}", lang, shelf))

    def rows(self, lang: str, shelf: str | int) -> Iterator[Row]:
        """The same with all that is known of them."""
        return map(_row, self._ask(f"SELECT lang, date, slug, data {_of(shelf)}", lang, shelf))

    def newest(
        self, lang: str, count: int, *, dated: bool = False, spoken: bool = False
    ) -> list[Row]:
        """The newest articles, the newest first: of all, of those with a date, or with audio."""
        where = f"lang = ?{' AND month > ?' if dated else ''}{' AND spoken' if spoken else ''}"
        sql = f"SELECT lang, date, slug, data FROM editions WHERE {where} {_NEWEST}"  # noqa: S608
        return [*map(_row, self._ask(sql, lang, *([""] if dated else []), count))]

    def all(self) -> Iterator[Row]:
        """Every edition: those of an article together, the oldest article first."""
        sql = "SELECT lang, date, slug, data FROM editions ORDER BY month, date, slug, place"
        return map(_row, self._ask(sql))

    def _ask(self, sql: str, *values: str | int) -> Iterator[Any]:
        with _clear_words():
            yield from self._rows.execute(sql, values)

    def _add(self, entry: Entry) -> None:
        if name := one_line(entry.site):
            self._names[name] += 1
        date = machine_date(entry.published) or ""
        self.undated += not date
        known = self._rows.execute("INSERT OR IGNORE INTO slugs VALUES (?)", (entry.slug,))
        if not known.rowcount:
            raise PublishError(f"two articles have the folder {entry.slug!r}; give each its own")
        about = (entry.url, entry.site, entry.published, entry.updated, entry.column)
        shelf = self._shelf(column_of(entry))
        for place, edition in enumerate(entry.editions):
            check_lang(edition.lang)
            data = marshal.dumps((about, _plain(edition), entry.editions[0].lang))
            spoken = edition.audio is not None
            row = (edition.lang, date[:7], date, entry.slug, place, shelf, spoken, data)
            self._rows.execute("INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _shelf(self, column: tuple[str, ...]) -> int | None:
        if not column:
            return None
        name = (json.dumps(column),)
        self._rows.execute("INSERT OR IGNORE INTO columns (name) VALUES (?)", name)
        found = self._rows.execute("SELECT id FROM columns WHERE name = ?", name).fetchone()
        return int(found[0])


#: What the first column is called that says nothing: the front page, in the five languages.
_HOME: Final = frozenset(
    {"首页", "网站首页", "home", "homepage", "ホーム", "トップ", "홈", "главная"}
)


def column_of(entry: Entry) -> tuple[str, ...]:
    """The columns of an article without the front page."""
    names = tuple(filter(None, map(one_line, entry.column)))
    return names[1:] if names and names[0].casefold() in _HOME else names


def _of(shelf: str | int) -> str:
    key = "month" if isinstance(shelf, str) else "shelf"
    return f"FROM editions WHERE lang = ? AND {key} = ? ORDER BY date, slug"


def _row(found: tuple[str, str, str, bytes]) -> Row:
    _, date, slug, data = found
    about, edition, source_lang = marshal.loads(data)  # noqa: S302 - our own, of this process
    return Row(Entry(slug, (), *about), _edition(edition), date, source_lang)


def _plain(edition: EditionEntry) -> tuple[Any, ...]:
    """An edition as nothing but tuples: five million of them pass here and back."""
    heard = edition.audio
    audio = heard and (
        (heard.href, heard.bytes, heard.seconds),
        tuple((chapter.start, chapter.title) for chapter in heard.chapters),
    )
    simple = (edition.lang, edition.title, edition.summary, edition.href)
    formats = tuple((file.format, file.href) for file in edition.formats)
    return (*simple, edition.machine, edition.demo), formats, audio


def _edition(plain: tuple[Any, ...]) -> EditionEntry:
    (lang, title, summary, href, machine, demo), formats, audio = plain
    files = tuple(FileEntry(form, place) for form, place in formats)
    return EditionEntry(lang, title, summary, href, machine, demo, files, audio and _audio(audio))


def _audio(plain: tuple[Any, ...]) -> AudioEntry:
    (href, size, seconds), chapters = plain
    return AudioEntry(href, size, seconds, tuple(ChapterEntry(at, title) for at, title in chapters))


@contextmanager
def _clear_words() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise PublishError(
            f"the index pages cannot be sorted: {error}; make room for temporary files (TMPDIR)"
        ) from error
