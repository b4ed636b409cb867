"""Downloading one file of a model: continued where it broke off, checked packed and unpacked."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

from langdu.downloading.known import Known, fetch_known, is_whole
from langdu.errors import PackageError
from langdu.translation.engines.firefox.registry import Attachment
from langdu.translation.packages.space import package_errors

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_PIECE: Final = 65536
#: 128 MB of memory to unpack a file at most (zstd's own limit).
_WINDOW_LOG: Final = 27


def download(file: Attachment, target: Path, partial: Path, report: Callable[[int], None]) -> None:
    """Download a file to ``target``; what has come of it waits in ``partial`` meanwhile.

    ``report`` is told how many bytes are there. Raises :class:`PackageError` where it cannot be
    had or is not what the index says, OSError where it cannot be written.
    """
    known = Known(file.address, file.address, file.packed_size, file.packed_sha256)
    with package_errors():
        fetch_known(known, partial, report)
    try:
        _unpack(partial, target, file)
        _check(target, file.size, file.sha256, file)
    finally:
        partial.unlink(missing_ok=True)  # whole now, or wrong


def _check(path: Path, size: int, sha256: str, file: Attachment) -> None:
    if not is_whole(path, size, sha256):
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
