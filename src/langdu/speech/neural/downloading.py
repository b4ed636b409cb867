"""Getting a file of a known size and checksum: whole and right, or not at all."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from langdu.errors import SpeechError

if TYPE_CHECKING:  # importing langdu loads no httpx
    import httpx

#: Seconds to reach a server, and to wait for more of its answer.
_CONNECT_TIMEOUT: Final = 20.0
_READ_TIMEOUT: Final = 60.0
#: Release pages lead to their file by one or two redirects.
_MAX_REDIRECTS: Final = 5
#: Bytes to leave free: a disk that is full to the brim breaks other programs.
_MARGIN: Final = 64 * 1024**2
_BLOCK: Final = 1 << 20

#: Called with a file's name, its bytes so far and all of them.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Remote:
    """A file as its publisher knows it: ``size`` in bytes and SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


def is_whole(file: Path, remote: Remote) -> bool:
    """Whether a file is there with the size and checksum that it should have."""
    if not file.is_file() or file.stat().st_size != remote.size:
        return False
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest() == remote.sha256


def download(remote: Remote, address: str, folder: Path, progress: Progress | None = None) -> Path:
    """Download ``address``/name into ``folder``, or nothing where something is wrong with it.

    Raises :class:`SpeechError`: the network, the size, the checksum, the room on the disk.
    """
    import httpx

    link = f"{address.rstrip('/')}/{remote.name}"
    try:
        with placing(folder / remote.name) as out, _client() as web:
            _check_space(folder, remote)
            with web.stream("GET", link) as answer:
                _check_way(answer)
                answer.raise_for_status()
                _save(answer, remote, out, progress)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SpeechError(f"{remote.name} cannot be downloaded: {_reason(error)}") from error
    except OSError as error:
        raise SpeechError(f"{remote.name} cannot be kept in {folder}: {error}") from error
    return folder / remote.name


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


def _client() -> "httpx.Client":
    import httpx

    return httpx.Client(
        timeout=httpx.Timeout(_READ_TIMEOUT, connect=_CONNECT_TIMEOUT),
        follow_redirects=True,
        max_redirects=_MAX_REDIRECTS,
        headers={"Accept-Encoding": "identity"},  # sizes are of the file as it is
    )


def _check_way(answer: "httpx.Response") -> None:
    """The checksum tells a wrong file, but not who saw what was asked for."""
    hops = [*(step.url for step in answer.history), answer.url]
    if hops[0].scheme == "https" and any(url.scheme != "https" for url in hops):
        raise SpeechError(f"{hops[0].host} leads from https to http: refused")


def _save(
    answer: "httpx.Response", remote: Remote, out: IO[Any], progress: Progress | None
) -> None:
    digest = hashlib.sha256()
    done = 0
    for chunk in answer.iter_raw(_BLOCK):
        done += len(chunk)
        if done > remote.size:
            break
        digest.update(chunk)
        out.write(chunk)
        if progress:
            progress(remote.name, done, remote.size)
    if done != remote.size:
        raise SpeechError(f"{remote.name} has another size than its {remote.size} bytes: refused")
    if digest.hexdigest() != remote.sha256:
        raise SpeechError(f"{remote.name} has another checksum than it should have: refused")


def _check_space(folder: Path, remote: Remote) -> None:
    free = shutil.disk_usage(folder).free
    if remote.size + _MARGIN > free:
        raise SpeechError(
            f"{remote.name} needs {(remote.size + _MARGIN) / 1e6:.0f} MB in {folder}, and only "
            f"{free / 1e6:.0f} MB are free"
        )


def _reason(error: Exception) -> str:
    import httpx

    if isinstance(error, httpx.HTTPStatusError):
        return f"{error.response.status_code} {error.response.reason_phrase}".strip()
    return " ".join(str(error).split())[:200] or type(error).__name__
