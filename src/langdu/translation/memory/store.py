"""The memory as translating and the command line use it."""

import contextlib
import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Final, Self, TypeVar

from langdu.errors import TranslationError
from langdu.translation.memory import database, rows
from langdu.translation.memory.entry import Entry, Key, storable

_T = TypeVar("_T")

#: Sentences of machines that are kept; the oldest go first. 1,000 articles in four languages.
LIMIT: Final = 1_000_000
#: Entries of one transaction where many are written.
_BATCH: Final = 1000


class Memory:
    """A translation memory in a file: the user's own where ``file`` is ``None``.

    The file is opened when it is first needed. Threads may share one memory, and processes one
    file. To :meth:`find` and :meth:`add` a memory is a convenience: where it cannot be used, it
    says so once, through ``warn``, finds nothing and keeps nothing. The other methods are asked
    for by a person and raise :class:`~langdu.TranslationError`. So do all where ``file`` is named
    and no memory at all: it is refused, and stays as it is; a memory that is damaged is set aside
    and begun anew. ``warn`` is called with one line;
    without it, the line is logged. ``limit`` is how many sentences of machines are kept.
    """

    def __init__(
        self,
        file: Path | None = None,
        *,
        warn: Callable[[str], None] | None = None,
        limit: int = LIMIT,
    ) -> None:
        self._given = file
        self._named = file is not None
        self._warn = warn or logging.getLogger("langdu").warning
        self._limit = limit
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._seen = (0, 0)
        self._process = 0
        self._inherited: list[sqlite3.Connection] = []
        self._reads = self._writes = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def file(self) -> Path:
        """Where the memory is, or will be."""
        if self._given is None:
            self._given = database.default_file()
        return self._given

    def find(self, key: Key, wanted: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Entry]:
        """What is known of sentences: (text, digest) → entry, for those that are.

        What a person wrote for a text and these two languages wins over every engine, model and
        digest.
        """
        if not (self._reads and wanted):
            return {}
        try:
            return self._use(lambda connection: rows.find(connection, key, wanted))
        except (sqlite3.DatabaseError, OSError) as error:
            self._stop(error, reading=True)
            return {}

    def add(self, key: Key, entries: Sequence[Entry]) -> None:
        """Keep translations, all or none of them; what was known of the same sentences goes."""
        if not (self._writes and entries):
            return
        try:
            self._put(key, entries)
        except (sqlite3.DatabaseError, OSError) as error:
            self._stop(error, reading=False)

    def set(self, source: str, target: str, text: str, translation: str) -> None:
        """Keep what a person says is the translation of a sentence."""
        if not text.strip() or not translation.strip():
            raise TranslationError("a correction needs a sentence and its translation")
        if not storable(text, translation):
            raise TranslationError("a correction must be text, and this holds half a character")
        entry = Entry(text, "", translation.strip(), person=True)
        self.put([(Key(source, target), entry)])

    def put(self, entries: Iterable[tuple[Key, Entry]]) -> int:
        """Keep many entries, 1,000 a transaction, and say how many they were."""
        count = 0
        for key, group in groupby(entries, key=lambda item: item[0]):
            while batch := [entry for _, entry in islice(group, _BATCH)]:
                with self._strictly():
                    self._put(key, batch)
                count += len(batch)
        return count

    def entries(
        self, source: str | None = None, target: str | None = None
    ) -> Iterator[tuple[Key, Entry]]:
        """All that is used, of one language or pair if named; the oldest first, persons' last.

        A machine's translation that a person's stands in for is left out.
        """
        with self._strictly(), contextlib.closing(database.open_existing(self.file)) as connection:
            yield from rows.entries(connection, source, target)

    def corrections(self) -> Iterator[tuple[Key, Entry]]:
        """What persons wrote, the oldest first."""
        with self._strictly(), contextlib.closing(database.open_existing(self.file)) as connection:
            yield from rows.corrections(connection)

    def stats(self) -> tuple[rows.Holding, ...]:
        """How many sentences are known by pair, engine and models."""
        with self._strictly(), contextlib.closing(database.open_existing(self.file)) as connection:
            return rows.stats(connection)

    def clear(self, *, machine_only: bool = False) -> int:
        """Forget machines' translations, and persons' too unless told otherwise; say how many."""
        with self._strictly(), contextlib.closing(database.open_existing(self.file)) as connection:
            return rows.clear(connection, machine_only=machine_only)

    def close(self) -> None:
        """Let the file go. Calling it twice is harmless, and so is using the memory again."""
        with self._lock:
            self._disconnect()

    def _put(self, key: Key, entries: Sequence[Entry]) -> None:
        def write(connection: sqlite3.Connection) -> None:
            with database.transaction(connection):
                rows.add(connection, key, entries)
                rows.forget_oldest(connection, self._limit)

        self._use(write)

    def _use(self, action: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do something with the file; if it turns out to be damaged, with a new one."""
        with self._lock:
            try:
                return action(self._connected())
            except database.Foreign as error:
                raise database.refused(self.file, str(error)) from None
            except (sqlite3.DatabaseError, database.Damaged) as error:
                reason = database.damage(error)
                if reason is None:
                    raise
            self._disconnect()
            database.set_aside(self.file, self._seen, reason, self._warn)
            return action(self._connected())

    def _connected(self) -> sqlite3.Connection:
        if self._connection and self._process != os.getpid():
            # SQLite forbids a forked process its parent's connection, and closing it as well
            self._inherited.append(self._connection)
            self._connection = None
        if self._connection is None:
            self._connection = database.connect(self.file, self._warn, named=self._named)
            self._seen = database.identity(self.file)
            self._process = os.getpid()
        return self._connection

    def _disconnect(self) -> None:
        if self._connection and self._process == os.getpid():
            self._connection.close()
            self._connection = None

    def _stop(self, error: Exception, *, reading: bool) -> None:
        if isinstance(error, sqlite3.ProgrammingError):
            raise error  # a defect of langdu's, not of the file
        with self._lock:
            first = self._reads and self._writes
            self._writes = False
            self._reads = self._reads and not reading
        if first:
            self._warn(f"{database.unusable(self.file, error)}; the translation goes on without it")

    @contextlib.contextmanager
    def _strictly(self) -> Iterator[None]:
        try:
            yield
        except database.Missing:
            raise TranslationError(f"there is no translation memory at {self.file}") from None
        except database.Damaged as error:
            raise database.unusable(self.file, error) from None
        except (sqlite3.DatabaseError, OSError) as error:
            if isinstance(error, sqlite3.ProgrammingError):
                raise
            raise database.unusable(self.file, error) from None
