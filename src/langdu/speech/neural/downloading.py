"""Getting a file of a voice: whole and right, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from langdu.downloading.failures import DownloadFailure
from langdu.downloading.known import Known, fetch_known
from langdu.downloading.locking import held
from langdu.downloading.places import downloads_directory
from langdu.downloading.space import check_space
from langdu.errors import SpeechError

#: Called with a file's name, its bytes so far and all of them.
Progress = Callable[[str, int, int], None]
#: Called with what a person should know and is no failure.
Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Remote:
    """A file as its publisher knows it: ``size`` in bytes and SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


def download(
    remote: Remote,
    address: str,
    folder: Path,
    progress: Progress | None = None,
    note: Note | None = None,
) -> Path:
    """Download ``address``/name into ``folder``, or nothing where something is wrong with it.

    What came before a connection broke is gone on with, also the next time. Raises
    :class:`SpeechError`: the network, the size, the checksum, the room on the disk.
    """
    known = Known(remote.name, f"{address.rstrip('/')}/{remote.name}", remote.size, remote.sha256)

    def report(done: int) -> None:
        if progress:
            progress(remote.name, done, remote.size)

    try:
        waiting = downloads_directory() / f"{remote.sha256}.part"
        lock = waiting.with_suffix(".lock")
        with held(lock, f"the download of {remote.name}", note or (lambda text: None)):
            check_space(folder, remote.size, remote.name)
            fetch_known(known, waiting, report)
            _move(waiting, folder / remote.name)
    except DownloadFailure as error:
        raise SpeechError(str(error)) from error
    except OSError as error:
        raise SpeechError(f"{remote.name} cannot be kept in {folder}: {error}") from error
    return folder / remote.name


def _move(source: Path, target: Path) -> None:
    """Put a whole file in its place in one step, from another disk too."""
    with source.open("rb") as data, placing(target) as out:
        shutil.copyfileobj(data, out)
    source.unlink()


@contextmanager
def placing(file: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes its place when all went well, and is gone else."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        os.replace(name, file)  # noqa: PTH105
    except BaseException:  # Ctrl-C too
        Path(name).unlink(missing_ok=True)
        raise
