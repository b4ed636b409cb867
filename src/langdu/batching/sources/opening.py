"""The bytes of a list: a file, standard input or an address, unpacked where they are gzip."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, Final

from langdu.batching.sources.addresses import is_address
from langdu.errors import ListError

if TYPE_CHECKING:  # httpx is slow to import
    from langdu.loading.web import Fetcher

_GZIP: Final = b"\x1f\x8b"
#: As much of a list as is looked at to tell its kind.
FRONT: Final = 65_536
#: What a list on the web may have; a sitemap has 50 MiB at most, unpacked (sitemaps.org).
MAX_FETCHED: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """A list that can be read once: ``stream`` as it is, ``front`` its beginning, unpacked.

    ``folder`` is what its paths start from, ``url`` what its links start from.
    """

    name: str
    stream: BinaryIO
    front: bytes
    packed: bool
    folder: Path
    url: str | None = None

    def unpacked(self) -> BinaryIO:
        """The bytes without gzip. Reading may raise what :data:`BROKEN` names."""
        return gzip.GzipFile(fileobj=self.stream) if self.packed else self.stream  # type: ignore[return-value]


#: What reading a damaged or cut list raises.
BROKEN: Final = (OSError, EOFError, zlib.error)


@contextmanager
def opened(place: str, fetcher: "Fetcher | None") -> Iterator[Opened]:
    """Open a list. Raises :class:`ListError`, and :class:`FetchError` for an address."""
    if is_address(place):
        if fetcher is None:
            raise ListError(f"{place} is an address, and nothing here may fetch it")
        data, url = _fetch(place, fetcher)
        yield _looked_at(url, io.BytesIO(data), Path.cwd(), url)
    elif place == "-":
        stream = getattr(sys.stdin, "buffer", None)
        if stream is None:
            raise ListError("there is no standard input to read a list from")
        yield _looked_at("standard input", stream, Path.cwd())
    else:
        try:
            stream = Path(place).open("rb")  # noqa: SIM115 - closed below
        except FileNotFoundError:
            raise ListError(f"there is no list {place}") from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise ListError(f"the list {place!r} cannot be read: {reason}") from None
        with stream:
            yield _looked_at(place, stream, Path(place).absolute().parent)


def _fetch(url: str, fetcher: "Fetcher") -> tuple[bytes, str]:
    from langdu.loading.web import Expectation

    answer = fetcher.fetch(url, Expectation("application/xml,application/atom+xml,text/*,*/*;q=.8"))
    return answer.data, answer.url


def _looked_at(name: str, stream: IO[bytes], folder: Path, url: str | None = None) -> Opened:
    try:
        begun = _Begun(stream)
        packed = begun.front.startswith(_GZIP)
        front = _unpack(begun.front) if packed else begun.front
    except BROKEN as error:
        raise ListError(f"the list {name} cannot be read: {error}") from None
    return Opened(name, io.BufferedReader(begun), front, packed, folder, url)


def _unpack(front: bytes) -> bytes:
    return zlib.decompressobj(wbits=31).decompress(front, FRONT)


class _Begun(io.RawIOBase):
    """A stream whose first bytes were read to see what it is; they are given again.

    It reads no more than it must: what a program writes to standard input need not be finished.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.front = b""
        while len(self.front) < FRONT and not self._tells(self.front):
            chunk = self._some(FRONT)
            if not chunk:
                break
            self.front += chunk
        self._left = self.front

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        chunk = self._left[: len(buffer)] or self._some(len(buffer))
        self._left = self._left[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def _some(self, size: int) -> bytes:
        read = getattr(self._stream, "read1", self._stream.read)
        chunk: bytes = read(size)
        return chunk

    @staticmethod
    def _tells(front: bytes) -> bool:
        """Whether it is enough: a line of a list. XML and gzip are taken whole."""
        text = front.lstrip(b"\xef\xbb\xbf \t\r\n")
        if not text or text.startswith((b"<", _GZIP, b"\xff\xfe", b"\xfe\xff")):
            return False
        return any(
            line.strip() and not line.lstrip().startswith(b"#") for line in front.split(b"\n")[:-1]
        )
