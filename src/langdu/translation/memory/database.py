"""The file of the memory: made, opened, and set aside where it is damaged.

A file that somebody named and that is something else (a page, another program's data, a newer
langdu's memory) is theirs: it is refused, and stays as it is and where it is.

SQLite in WAL mode: readers do not wait for a writer, and a process that is killed loses the
transaction it was in and nothing else. Making and setting aside happen under a lock, so that of
several processes that begin at once, one does it.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from langdu.errors import TranslationError

#: Seconds to wait for another process's transaction.
_PATIENCE: Final = 10.0
#: Marks the file as a memory of langdu's (SQLite's ``application_id``): "lang".
_APPLICATION: Final = 0x6C616E67
#: How SQLite's files begin; the ``application_id`` stands at byte 68 of a header of 100.
_SQLITE: Final = b"SQLite format 3\0"
_HEADER: Final = 100
#: The version of the tables below (SQLite's ``user_version``).
_VERSION: Final = 1

TABLES: Final = (
    # `key` is a hash of all that a translation depends on: an index of 16 bytes a row, where one
    # of the columns themselves would double the file. `id` grows: the oldest rows go first.
    """CREATE TABLE machine (
        id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE,
        source TEXT NOT NULL, target TEXT NOT NULL, engine TEXT NOT NULL, models TEXT NOT NULL,
        digest TEXT NOT NULL, text TEXT NOT NULL, translation TEXT NOT NULL,
        score REAL, links TEXT NOT NULL)""",
    """CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL, translation TEXT NOT NULL,
        UNIQUE (source, target, text))""",
)
_PROBES: Final = (
    "SELECT id, key, source, target, engine, models, digest, text, translation, score, links"
    " FROM machine LIMIT 0",
    "SELECT id, source, target, text, translation FROM person LIMIT 0",
)

_NO_MEMORY: Final = "it is no translation memory"


class Missing(Exception):
    """There is no memory, or one that was only begun."""


class Damaged(Exception):
    """The file is no memory that this version can use; the text says why."""


class Foreign(Damaged):
    """It is no memory of this version's at all: of another program's, or of a newer langdu's."""


def default_file() -> Path:
    """The memory of this user: ``memory.sqlite3`` in the cache folder of langdu."""
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("langdu", appauthor=False)) / "memory.sqlite3"


def connect(file: Path, warn: Callable[[str], None], *, named: bool) -> sqlite3.Connection:
    """Open the memory; make it where there is none, and set aside a damaged one.

    ``named``: somebody named this file; else it is the cache's, and whatever is there is set aside.
    Raises :class:`Foreign` for a named file that is no memory, :class:`OSError` and
    :class:`sqlite3.Error` where that cannot be done here.
    """
    try:
        return open_existing(file)
    except Foreign:
        if named:
            raise
    except (Missing, Damaged, sqlite3.OperationalError):
        pass
    with _lock(file):
        try:
            return open_existing(file)  # another process was faster
        except Missing:
            pass
        except Damaged as error:
            if named and isinstance(error, Foreign):
                raise
            _set_aside(file, str(error), warn)
        return _make(file)


def open_existing(file: Path) -> sqlite3.Connection:
    """Open a memory that is there.

    Raises :class:`Missing` where there is none (or an empty file), and :class:`Damaged`.
    """
    if not file.exists() or not file.stat().st_size:
        raise Missing(file)
    connection = _connection(file)
    try:
        _check(connection, file)
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def set_aside(file: Path, seen: tuple[int, int], reason: str, warn: Callable[[str], None]) -> None:
    """Rename a memory that turned out to be damaged, unless another process has done so.

    ``seen`` is the :func:`identity` of the file that was found damaged.
    """
    with _lock(file), contextlib.suppress(FileNotFoundError):
        if identity(file) == seen:
            _set_aside(file, reason, warn)


def identity(file: Path) -> tuple[int, int]:
    """What tells a file from another one that took its name."""
    found = file.stat()
    return found.st_dev, found.st_ino


def damage(error: Exception) -> str | None:
    """Why an error means that the file is damaged, or ``None`` where it means something else."""
    if isinstance(error, Damaged):
        return str(error)
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return str(error)
    # what sqlite3 raises, without a code, for a text whose bytes are no UTF-8
    undecodable = isinstance(error, sqlite3.OperationalError) and "decode" in str(error)
    return str(error) if undecodable else None


def is_memory(file: Path) -> bool:
    """Whether the header of a file, damaged or not, is that of a memory of langdu's."""
    with file.open("rb") as raw:
        header = raw.read(_HEADER)
    return header.startswith(_SQLITE) and header[68:72] == _APPLICATION.to_bytes(4, "big")


def _connection(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)


def _check(connection: sqlite3.Connection, file: Path) -> None:
    """Hold a file against what this version writes; nothing of it is scanned."""
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application == 0 and version == 0 and _is_blank(connection):
            raise Missing(file)  # begun by a process that was killed
        if application != _APPLICATION:
            raise Foreign(_NO_MEMORY)
        if version != _VERSION:
            raise Foreign(f"its version is {version}, and this langdu reads {_VERSION}")
        for probe in _PROBES:
            connection.execute(probe)
    except sqlite3.DatabaseError as error:
        reason = damage(error)
        if reason is None and str(error).startswith("no such "):  # table, or column
            reason = str(error)
        if reason is None:
            raise
        raise (Damaged(reason) if is_memory(file) else Foreign(_NO_MEMORY)) from None


def _is_blank(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def _make(file: Path) -> sqlite3.Connection:
    # for its owner only, as SQLite's files beside it then are: it holds what somebody has read
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    connection = _connection(file)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with transaction(connection):
            for table in TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing; other processes' writers wait."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _set_aside(file: Path, reason: str, warn: Callable[[str], None]) -> None:
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    file.rename(aside)
    for suffix in ("-wal", "-shm"):  # under these names SQLite finds them again
        with contextlib.suppress(FileNotFoundError):
            file.with_name(file.name + suffix).rename(aside.with_name(aside.name + suffix))
    warn(
        f"the translation memory {file} cannot be used ({reason}): it is now {aside.name}, "
        "and a new one is begun"
    )


@contextlib.contextmanager
def _lock(file: Path) -> Iterator[None]:
    from filelock import FileLock

    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(f"{file}.lock", timeout=_PATIENCE, mode=0o600):
        yield


def refused(file: Path, reason: str) -> TranslationError:
    """What a person reads who named a file that is something else."""
    return TranslationError(
        f"the translation memory {file} cannot be used: {reason}; it was left as it is: "
        "name another file"
    )


def unusable(file: Path, error: Exception) -> TranslationError:
    """What a person reads where the memory is asked for and cannot be used."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return TranslationError(f"the translation memory {file} cannot be used: {reason}")
