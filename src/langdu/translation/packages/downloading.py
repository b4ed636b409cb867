"""Downloading a package: from the first of its links that works, and on from where it broke off."""

import contextlib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from langdu.downloading.failures import Unreachable
from langdu.downloading.partial import Partial
from langdu.downloading.places import downloads_directory
from langdu.downloading.resuming import Listener, Wanted, fetch
from langdu.downloading.web import client
from langdu.errors import PackageError
from langdu.translation.packages.index import Offer
from langdu.translation.packages.locking import held
from langdu.translation.packages.space import package_errors
from langdu.translation.packages.watching import Watcher

#: A download of more bytes than this is refused; real packages are 60–150 MB.
MAX_DOWNLOAD: Final = 2 * 1024**3
#: Hexadecimal digits of a checksum → its kind.
_CHECKSUMS: Final = ((64, "sha256"), (128, "sha512"))


@dataclass(frozen=True, slots=True)
class Download:
    """A package's file as it came; ``resumed``: in more than one piece."""

    file: Path
    resumed: bool


@contextlib.contextmanager
def downloads(offer: Offer, watcher: Watcher) -> Iterator[Path]:
    """The folder of downloads, locked for this offer's languages; raises PackageError."""
    try:
        folder = downloads_directory()
        lock = folder / f"{offer.name}.lock"
    except OSError as error:
        raise PackageError(f"the cache of downloads cannot be used: {error}") from None
    with held(lock, f"the download of {offer.name}", watcher):
        yield folder


def download(offer: Offer, folder: Path, watcher: Watcher) -> Download:
    """Download a package into ``folder``; :func:`verify` and installing check it.

    Raises :class:`PackageError`.
    """
    _check_checksum_kind(offer)
    listener = Listener(
        lambda done, total: watcher.downloading(offer.name, done, total), watcher.note
    )
    why = f"{offer.name} cannot be downloaded: it has no link"
    with package_errors(), client() as web:
        for link in offer.links:
            key = hashlib.sha256(link.encode("utf-8", "replace")).hexdigest()[:16]
            partial = Partial(folder / f"{offer.name}-{key}.part")
            vouched = offer.checksum is not None
            wanted = Wanted(offer.name, link, offer.size, MAX_DOWNLOAD, vouched)
            try:
                return Download(partial.file, fetch(web, wanted, partial, listener))
            except Unreachable as error:
                why = str(error)
    raise PackageError(why)


def discard(file: Path) -> None:
    """Take away a downloaded file and what was noted of it."""
    Partial(file).discard()


def verify(offer: Offer, file: Path) -> None:
    """Check a file against what the index says of it. Raises :class:`PackageError`."""
    if offer.size is not None and file.stat().st_size != offer.size:
        raise PackageError(
            f"{offer.name} has {file.stat().st_size} bytes, but {offer.size} in the index: refused"
        )
    if offer.checksum:
        with file.open("rb") as data:
            digest = hashlib.file_digest(data, _check_checksum_kind(offer)).hexdigest()
        if digest != offer.checksum:
            raise PackageError(f"{offer.name} has not the checksum that the index says: refused")


def _check_checksum_kind(offer: Offer) -> str:
    for digits, kind in _CHECKSUMS:
        if re.fullmatch(rf"[0-9a-f]{{{digits}}}", offer.checksum or "0" * digits):
            return kind
    raise PackageError(
        f"the index gives a checksum for {offer.name} that is neither SHA-256 nor SHA-512"
    )
