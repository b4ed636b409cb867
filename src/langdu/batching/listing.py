"""Which sources a run has seen, in their order: on disk, so that a million cost no memory."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from langdu.errors import BatchError


class Listing:
    """The slugs of one run. The file is made anew by each, and goes at its end.

    ``whole``: whether the list could be read to its end, and all lists that it names.
    """

    def __init__(self, path: Path) -> None:
        self.whole = True
        self._path = path
        try:
            self._rows = self._made()
        except (sqlite3.Error, OSError) as error:
            raise self._error(error) from error

    def _made(self) -> sqlite3.Connection:
        path = self._path
        for old in (path, path.with_name(f"{path.name}-journal")):
            old.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        # what a killed run leaves is thrown away, so nothing of it need be safe
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -2000"):
            rows.execute(f"PRAGMA {setting}")
        rows.execute("CREATE TABLE seen (slug TEXT PRIMARY KEY) WITHOUT ROWID")
        rows.execute("CREATE TABLE listed (place INTEGER PRIMARY KEY, slug TEXT)")
        return rows

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._rows.close()
        self._path.unlink(missing_ok=True)

    def add(self, slug: str) -> bool:
        """Note a source; says whether it was not there before."""
        try:
            new = self._rows.execute("INSERT OR IGNORE INTO seen VALUES (?)", (slug,)).rowcount > 0
            if new:
                self._rows.execute("INSERT INTO listed (slug) VALUES (?)", (slug,))
        except sqlite3.Error as error:
            raise self._error(error) from error
        return new

    def __contains__(self, slug: str) -> bool:
        return bool(self._rows.execute("SELECT 1 FROM seen WHERE slug = ?", (slug,)).fetchone())

    def __iter__(self) -> Iterator[str]:
        """The slugs in the order of the list."""
        for row in self._rows.execute("SELECT slug FROM listed ORDER BY place"):
            yield row[0]

    def _error(self, error: Exception) -> BatchError:
        return BatchError(
            f"stopped: {error} ({self._path}): make room and run the same command again: what is "
            "done is kept"
        )
