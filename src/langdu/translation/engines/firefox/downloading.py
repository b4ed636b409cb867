"""Downloading one file of a model: continued where it broke off, checked packed and unpacked."""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

from langdu.errors import PackageError
from langdu.translation.engines.firefox.registry import Attachment

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

#: How often a download that breaks off is taken up again before it is an error.
ATTEMPTS: Final = 3
_PIECE: Final = 65536
#: 128 MB of memory to unpack a file at most (zstd's own limit).
_WINDOW_LOG: Final = 27


def download(file: Attachment, target: Path, partial: Path, report: Callable[[int], None]) -> None:
    """Download a file to ``target``; what has come of it waits in ``partial`` meanwhile.

    ``report`` is told how many bytes are there. Raises :class:`PackageError` where it cannot be
    had or is not what the index says, OSError where it cannot be written.
    """
    import httpx

    reason = ""
    for _ in range(ATTEMPTS):
        try:
            _continue(file, partial, report)
            break
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            if isinstance(error, httpx.HTTPStatusError) and error.response.status_code < 500:
                raise PackageError(f"{file.address} cannot be downloaded: {reason}") from None
    else:
        raise PackageError(f"{file.address} cannot be downloaded: {reason}")
    try:
        _check(partial, file.packed_size, file.packed_sha256, file)
        _unpack(partial, target, file)
        _check(target, file.size, file.sha256, file)
    finally:
        partial.unlink(missing_ok=True)  # whole now, or wrong


def _continue(file: Attachment, partial: Path, report: Callable[[int], None]) -> None:
    import httpx

    have = partial.stat().st_size if partial.exists() else 0
    if have >= file.packed_size:
        return  # the check that follows tells whether it is right
    headers = {"Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    with httpx.stream(
        "GET", file.address, headers=headers, timeout=60, follow_redirects=True
    ) as answer:
        answer.raise_for_status()
        continues = answer.status_code == 206 and answer.headers.get(
            "content-range", ""
        ).startswith(f"bytes {have}-")
        with partial.open("ab" if continues else "wb") as out:
            done = have if continues else 0
            for chunk in answer.iter_raw():
                done += len(chunk)
                if done > file.packed_size:
                    break  # longer than the index says: the check will refuse it
                out.write(chunk)
                report(done)
    if done < file.packed_size:
        raise httpx.ReadError(f"it broke off after {done} of {file.packed_size} bytes")


def _check(path: Path, size: int, sha256: str, file: Attachment) -> None:
    with path.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if path.stat().st_size != size or found != sha256:
        raise PackageError(
            f"{file.address} is not what the index says (its size or SHA-256): refused"
        )


def _unpack(partial: Path, target: Path, file: Attachment) -> None:
    if not file.is_packed:
        partial.replace(target)
        return
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    try:
        with zstd.open(partial, "rb", options=options) as packed, target.open("wb") as out:
            _copy(packed, out, file.size)
    except (zstd.ZstdError, EOFError) as error:
        raise PackageError(
            f"{file.address} is not the Zstandard data it should be: {error}"
        ) from None


def _copy(packed: "zstd.ZstdFile", out: IO[bytes], size: int) -> None:
    """Copy ``size`` bytes, and one more where there is one: enough for the check to see it."""
    left = size + 1
    while left and (piece := packed.read(min(_PIECE, left))):
        out.write(piece)
        left -= len(piece)
