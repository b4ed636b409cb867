"""Downloading a package: from the first of its links that works, and on from where it broke off.

A break while bytes still come is answered by asking for the rest at once; what is there when langdu
ends is gone on with the next time. A server that ignores ranges, or has another file by now, begins
anew.
"""

import contextlib
import hashlib
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from langdu.errors import PackageError
from langdu.translation.packages.index import Offer
from langdu.translation.packages.locking import held
from langdu.translation.packages.partial import Origin, Partial
from langdu.translation.packages.places import cache_directory
from langdu.translation.packages.space import NoRoom, check_space
from langdu.translation.packages.watching import Watcher
from langdu.translation.packages.web import check_way, client, reason, validators

if TYPE_CHECKING:  # importing langdu loads no httpx
    import httpx

#: A download of more bytes than this is refused; real packages are 60–150 MB.
MAX_DOWNLOAD: Final = 2 * 1024**3
#: Requests for one link: a server that breaks off after every few bytes must not keep us for ever.
_MAX_REQUESTS: Final = 20
#: Seconds that a broken download is kept: who has not come back in a week will not.
_KEPT: Final = 7 * 86400.0
_CONTENT_RANGE: Final = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15}|\*)")
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
        folder = cache_directory() / "downloads"
        folder.mkdir(exist_ok=True)
        _sweep(folder)
        lock = folder / f"{offer.name}.lock"
    except OSError as error:
        raise PackageError(f"the cache of downloads cannot be used: {error}") from None
    with held(lock, f"the download of {offer.name}", watcher):
        yield folder


def download(offer: Offer, folder: Path, watcher: Watcher) -> Download:
    """Download a package into ``folder``; :func:`verify` and installing check it.

    Raises :class:`PackageError`.
    """
    import httpx

    _check_checksum_kind(offer)
    why = "it has no link"
    with client() as web:
        for link in offer.links:
            key = hashlib.sha256(link.encode("utf-8", "replace")).hexdigest()[:16]
            partial = Partial(folder / f"{offer.name}-{key}.part")
            try:
                resumed = _from_link(web, offer, link, partial, watcher)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                why = reason(error)
                continue
            except OSError as error:
                raise NoRoom(f"{offer.name} cannot be kept in {folder}: {error}") from None
            except NoRoom:
                raise
            except PackageError:  # what is refused leaves nothing behind
                partial.discard()
                raise
            return Download(partial.file, resumed)
    raise PackageError(f"{offer.name} cannot be downloaded: {why}")


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


def _from_link(
    web: "httpx.Client", offer: Offer, link: str, partial: Partial, watcher: Watcher
) -> bool:
    """Get all of a file; whether that took more than one answer. Raises httpx's errors."""
    import httpx

    resumed = False
    for _ in range(_MAX_REQUESTS):
        before = partial.size
        try:
            went_on = _ask(web, offer, link, partial, watcher)
            return resumed or went_on
        except _BeginAnew:
            partial.discard()
            resumed = False
        except httpx.TransportError:
            if not partial.origin:
                partial.discard()  # the server gives nothing by which to go on
                raise
            if partial.size <= before:
                raise  # asking again would bring nothing either; the next run may have more luck
            resumed = True
    raise httpx.ReadError("the server breaks off again and again")


class _BeginAnew(Exception):
    """What is there is no part of what the server has now."""


def _ask(web: "httpx.Client", offer: Offer, link: str, partial: Partial, watcher: Watcher) -> bool:
    """One request, for all or the rest; whether it was for the rest."""
    origin = partial.origin
    have = partial.size if origin else 0
    headers = {"Range": f"bytes={have}-", "If-Range": origin.validator} if origin else {}
    with web.stream("GET", link, headers=headers) as answer:
        check_way(answer, watcher, vouched=offer.checksum is not None)
        if origin and answer.status_code == 416:
            if origin.total == have:
                return True  # all of it is there: only the installing was broken off
            raise _BeginAnew
        answer.raise_for_status()
        if origin and answer.status_code == 206:
            if not _goes_on(answer, origin, have):
                raise _BeginAnew
            total = origin.total
        else:
            have, total = 0, _length(answer)
        _check_size(offer, partial.file.parent, have, total)
        if not have:
            partial.begin(Origin(*validators(answer), total))
        _save(answer, offer.name, partial.file, have, total, watcher)
    return have > 0


def _goes_on(answer: "httpx.Response", origin: Origin, have: int) -> bool:
    """Whether a 206 brings the rest of what is there, whatever ``If-Range`` was good for."""
    found = _CONTENT_RANGE.fullmatch(answer.headers.get("content-range", ""))
    if not found or int(found[1]) != have:
        return False
    same_total = found[2] == "*" or origin.total is None or int(found[2]) == origin.total
    etag = answer.headers.get("etag", origin.etag)
    return same_total and bool(etag == origin.etag)


def _length(answer: "httpx.Response") -> int | None:
    length = answer.headers.get("content-length", "")
    return int(length) if re.fullmatch(r"\d{1,15}", length) else None


def _check_size(offer: Offer, folder: Path, have: int, total: int | None) -> None:
    if total is not None and total > MAX_DOWNLOAD:
        raise _too_large(offer.name)
    if total is not None and offer.size is not None and total != offer.size:
        raise PackageError(
            f"{offer.name} would have {total} bytes, but {offer.size} in the index: refused"
        )
    check_space(folder, (total or offer.size or have) - have, offer.name)


def _save(
    answer: "httpx.Response",
    name: str,
    file: Path,
    done: int,
    total: int | None,
    watcher: Watcher,
) -> None:
    with file.open("ab" if done else "wb") as out:
        # as they come: httpx would lose what it has gathered for a larger chunk when it breaks off
        for chunk in answer.iter_raw():
            done += len(chunk)
            if done > (MAX_DOWNLOAD if total is None else total):
                raise _too_large(name)
            out.write(chunk)
            out.flush()  # what a killed process had is there for the next one
            watcher.downloading(name, done, total)


def _too_large(name: str) -> PackageError:
    return PackageError(f"{name} is larger than {MAX_DOWNLOAD} bytes or than it said: refused")


def _sweep(folder: Path) -> None:
    """Away with broken downloads that nobody came back for; locks stay."""
    for file in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another process is done with it
            if file.suffix != ".lock" and file.stat().st_mtime < time.time() - _KEPT:
                file.unlink()
