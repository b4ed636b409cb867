"""Asking for an index, and the copy of it that serves where the network does not.

A copy is used for ten minutes as it is, then asked for again by its ETag or date. Where that
fails, an older copy serves, and a note says how old it is.
"""

import contextlib
import hashlib
import json
import os
import threading
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from langdu.downloading.places import cache_directory
from langdu.downloading.web import check_way, client, shown, validators, what_failed
from langdu.errors import PackageError
from langdu.translation.packages.index import Offer, read_offers
from langdu.translation.packages.installed import settings
from langdu.translation.packages.space import package_errors
from langdu.translation.packages.watching import SILENT, Watcher

#: Seconds in which a copy needs no question: Argos's index changes some times a year, and several
#: commands in a row should ask once.
FRESH: Final = 600.0
#: Bytes of an index; Argos's has 40,000.
MAX_INDEX: Final = 10 * 1024**2
#: A time in a copy beyond this (the year 5138) is no time.
_LAST_SECOND: Final = 1e11
_UNITS: Final = ((86400, "day"), (3600, "hour"), (60, "minute"))


@dataclass(frozen=True, slots=True)
class _Copy:
    """What a server said of an index and when (seconds since 1970)."""

    asked: float
    etag: str
    modified: str
    rows: list[Any]


def default_index() -> str:
    """The address of the index: argostranslate's own setting (``ARGOS_PACKAGE_INDEX``)."""
    return str(settings().remote_package_index)


def fetch_index(address: str | None = None, watcher: Watcher = SILENT) -> list[Offer]:
    """What the index at ``address`` (a URL; argostranslate's own by default) offers.

    Raises :class:`PackageError` where it cannot be had and no copy is there.
    """
    address = address or default_index()
    if address.endswith("/"):
        address += "index.json"
    file = _file(address)
    copy = _read(file)
    if copy and 0 <= time.time() - copy.asked < FRESH:
        return read_offers(copy.rows)
    try:
        new = _ask(address, copy, watcher)
    except PackageError as error:
        if not copy:
            raise
        watcher.note(f"{error}: using the copy of {_age(time.time() - copy.asked)} ago")
        return read_offers(copy.rows)
    _write(file, new, watcher)
    return read_offers(new.rows)


def _ask(address: str, copy: _Copy | None, watcher: Watcher) -> _Copy:
    import httpx

    headers = {}
    if copy and copy.etag:
        headers["If-None-Match"] = copy.etag
    if copy and copy.modified:
        headers["If-Modified-Since"] = copy.modified
    advice = "" if copy else "; check the connection, give another with --index URL, or add a file"
    try:
        with (
            package_errors(),
            client() as web,
            web.stream("GET", address, headers=headers) as answer,
        ):
            check_way(answer, watcher.note)
            if answer.status_code == 304 and copy:
                return replace(copy, asked=time.time())
            answer.raise_for_status()
            rows = _rows(answer)
            etag, modified = validators(answer)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise PackageError(
            f"the index of packages cannot be had from {shown(address)} "
            f"({what_failed(error)}){advice}"
        ) from None
    except (ValueError, RecursionError):
        raise PackageError(f"{shown(address)} is no index of Argos packages") from None
    return _Copy(time.time(), etag, modified, rows)


def _rows(answer: Any) -> list[Any]:
    """The rows of an index in an answer. Raises ValueError for what is none."""
    data = bytearray()
    for chunk in answer.iter_raw():
        data += chunk
        if len(data) > MAX_INDEX:
            raise ValueError("too large")
    rows = json.loads(data)
    read_offers(rows)
    return list(rows)


def _file(address: str) -> Path:
    """Where the copy of an index is; its name and not its text tells the address (and password)."""
    try:
        folder = cache_directory() / "indexes"
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise PackageError(f"the cache of indexes cannot be used: {error}") from None
    return (
        folder
        / f"{hashlib.sha256(address.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}.json"
    )


def _read(file: Path) -> _Copy | None:
    """The copy in a file; ``None`` where there is none that can be used."""
    try:
        copy = _Copy(**json.loads(file.read_bytes()))
        read_offers(copy.rows)
        usable = 0 <= copy.asked < _LAST_SECOND
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    are_texts = isinstance(copy.etag, str) and isinstance(copy.modified, str)
    return copy if usable and are_texts else None


def _write(file: Path, copy: _Copy, watcher: Watcher) -> None:
    new = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}.new")
    try:
        new.write_text(json.dumps(asdict(copy)), encoding="ascii")
        os.replace(new, file)  # noqa: PTH105
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        watcher.note(f"the index cannot be kept for later: {error}")


def _age(seconds: float) -> str:
    for length, unit in _UNITS:
        if (number := int(seconds // length)) >= 1:
            return f"{number} {unit}{'s' if number > 1 else ''}"
    return "a moment"
