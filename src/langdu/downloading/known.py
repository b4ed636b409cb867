"""Getting a file whose size and checksum its publisher told: it is whole and right, or an error."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from langdu.downloading.failures import DownloadFailure, NoRoom
from langdu.downloading.partial import Partial
from langdu.downloading.resuming import Listener, Wanted, fetch
from langdu.downloading.web import client


@dataclass(frozen=True, slots=True)
class Known:
    """``size`` in bytes and SHA-256 in hexadecimal digits; messages call it ``name``."""

    name: str
    address: str
    size: int
    sha256: str


def fetch_known(known: Known, file: Path, report: Callable[[int], None]) -> None:
    """Get a file into ``file``, going on with the bytes that are there; ``report`` hears how many.

    Raises :class:`DownloadFailure` and its kinds; what is wrong is taken away.
    """
    wanted = Wanted(known.name, known.address, known.size, known.size, vouched=True)
    # no warnings: the checksum tells whatever happened on the way
    listener = Listener(lambda done, total: report(done), lambda text: None)
    partial = Partial(file)
    with client() as web:
        for _ in range(2):
            resumed = fetch(web, wanted, partial, listener)
            if _matches(known, file):
                partial.keep()
                return
            partial.discard()
            if not resumed:
                break  # else the pieces may have been of two files: once more, in one
    raise DownloadFailure(
        f"{known.name} is not what it should be (its size or SHA-256 differs): refused"
    )


def is_whole(file: Path, size: int, sha256: str) -> bool:
    """Whether a file is there with the size and checksum that it should have."""
    if not file.is_file() or file.stat().st_size != size:
        return False
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest() == sha256


def _matches(known: Known, file: Path) -> bool:
    try:
        return is_whole(file, known.size, known.sha256)
    except OSError as error:
        raise NoRoom(f"{known.name} cannot be read again: {error}") from None
