"""The cache on disk: what was fetched, with the rules of RFC 9111, by hishel.

It is off unless a folder is named: it would keep on disk what somebody has read. The folder and
what is in it are for its owner only. What came with ``allow_private`` is kept apart, so that it
never answers a fetch that may not go there.
"""

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Any, Final

import httpx

from langdu.errors import FetchError

#: Bytes of one cache; the oldest entries go first.
_MAX_SIZE: Final = 512 * 1024 * 1024


def cached(transport: httpx.BaseTransport, folder: Path, *, private: bool) -> httpx.BaseTransport:
    """A transport that asks the cache first."""
    hishel, integration = _hishel()
    storage = hishel.SqliteStorage(database_path=_database(folder, private), max_size=_MAX_SIZE)
    options = hishel.CacheOptions(shared=False)
    made: httpx.BaseTransport = integration.CacheTransport(transport, storage, options)
    return made


def async_cached(
    transport: httpx.AsyncBaseTransport, folder: Path, *, private: bool
) -> httpx.AsyncBaseTransport:
    """The same for a transport that awaits."""
    hishel, integration = _hishel()
    path = _database(folder, private)
    storage = hishel.AsyncSqliteStorage(database_path=path, max_size=_MAX_SIZE)
    options = hishel.CacheOptions(shared=False)
    made: httpx.AsyncBaseTransport = integration.AsyncCacheTransport(transport, storage, options)
    return made


def _hishel() -> tuple[Any, Any]:
    try:
        import hishel
        import hishel.httpx
    except ImportError:
        raise FetchError("the cache needs hishel: pip install 'langdu[cache]'") from None
    return hishel, hishel.httpx


def _database(folder: Path, private: bool) -> Path:
    """The file of the cache, made so that only its owner may read it; SQLite's others follow it."""
    path = folder / ("private.sqlite3" if private else "pages.sqlite3")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA schema_version").fetchone()
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise FetchError(f"the cache in {folder} cannot be used: {reason}") from None
    return path
