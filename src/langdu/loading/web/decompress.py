"""Undoing a body's content codings, a small piece at a time.

HTTP libraries inflate whatever one chunk holds in one go: 64 KiB of gzip become 64 MiB, of Brotli
or Zstandard several gigabytes, before anyone can count them. Here no call gives much more than
:data:`PIECE` bytes, and nothing goes on to be inflated after the limit.
"""

import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

#: About how many bytes come out at once.
PIECE: Final = 65536
#: The codings that a request offers.
ACCEPTED: Final = "gzip, deflate, br, zstd"
#: Nobody packs a page more often; every layer multiplies what a small body can become.
_MAX_LAYERS: Final = 3
#: Parts that follow each other in one body. Empty ones cost time and add no byte to count.
_MAX_MEMBERS: Final = 10_000
#: RFC 9659: a sender must not ask for a window of more than 8 MiB.
_ZSTD_WINDOW_LOG: Final = 23


class Broken(Exception):
    """A body is not what its coding says; the text ends the sentence "the page …"."""


class TooLarge(Exception):
    """A body, or what a layer of it inflates to, is over the limit."""


class Coding(Protocol):
    """One coding being undone."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What more data become, in pieces. Raises :class:`Broken`."""
        ...

    def finish(self) -> None:
        """Raise :class:`Broken` if the data ended in the middle."""
        ...


class Body:
    """A body's codings in the order in which they are undone, each with the limit in bytes."""

    def __init__(self, codings: Iterable[str], limit: int) -> None:
        self._limit = limit
        self._layers = [made for name in reversed([*codings]) if (made := _coding(name))]
        if len(self._layers) > _MAX_LAYERS:
            raise Broken(f"is packed {len(self._layers)} times over")
        self._counts = [0] * (len(self._layers) + 1)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The text that more of the body becomes. Raises :class:`TooLarge`, :class:`Broken`."""
        return self._through(data, 0)

    def finish(self) -> None:
        """Raise :class:`Broken` if the body ended in the middle."""
        for layer in self._layers:
            layer.finish()

    def _through(self, data: bytes, depth: int) -> Iterator[bytes]:
        self._counts[depth] += len(data)
        if self._counts[depth] > self._limit:
            raise TooLarge
        if depth == len(self._layers):
            yield data
            return
        for piece in self._layers[depth].feed(data):
            yield from self._through(piece, depth + 1)


def _coding(name: str) -> Coding | None:
    match name.strip().lower():
        case "gzip" | "x-gzip":
            return _Gzip()
        case "deflate":
            return _Deflate()
        case "br":
            return _Brotli()
        case "zstd":
            return _Zstd()
        case "compress" | "x-compress" | "dcb" | "dcz" as unknown:
            raise Broken(f"is packed with {unknown}, which was not asked for")
    return None  # identity; and servers put charsets here, which browsers pass over as well


class _Members:
    """Counts the parts of a body."""

    def __init__(self) -> None:
        self._count = 0

    def next(self) -> None:
        self._count += 1
        if self._count > _MAX_MEMBERS:
            raise Broken(f"has more than {_MAX_MEMBERS} packed parts")


class _Gzip:
    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._members = _Members()
        self._begun = False
        self._over = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data and not self._over:
            if self._inflate.eof:  # another member, or the rubbish that some servers append
                if not data.startswith(b"\x1f"):
                    self._over = True
                    return
                self._members.next()
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._begun = True
            yield from _inflate(self._inflate, data, "gzip")
            data = self._inflate.unused_data

    def finish(self) -> None:
        if self._begun and not self._inflate.eof:
            raise Broken("ended in the middle of its gzip data")


class _Deflate:
    """RFC 9110 means zlib's format; some servers send the bare data, as browsers accept."""

    def __init__(self) -> None:
        self._front = b""
        self._inflate: zlib._Decompress | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._inflate is None:
            self._front += data
            if len(self._front) < 2:
                return
            data = self._front
            wrapped = data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0
            self._inflate = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        if not self._inflate.eof:
            yield from _inflate(self._inflate, data, "deflate")

    def finish(self) -> None:
        if self._front and not (self._inflate and self._inflate.eof):
            raise Broken("ended in the middle of its deflate data")


def _inflate(stream: "zlib._Decompress", data: bytes, name: str) -> Iterator[bytes]:
    while True:
        try:
            piece = stream.decompress(data, PIECE)
        except zlib.error as error:
            raise Broken(f"is not the {name} data that it is said to be: {error}") from None
        if piece:
            yield piece
        data = stream.unconsumed_tail
        if stream.eof or (not data and len(piece) < PIECE):
            return


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()
        self._begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._stream.is_finished():
            return
        self._begun = True
        try:
            yield self._stream.process(data, output_buffer_limit=PIECE)
            while not (self._stream.can_accept_more_data() or self._stream.is_finished()):
                yield self._stream.process(b"", output_buffer_limit=PIECE)
        except brotli.error as error:
            raise Broken(f"is not the Brotli data that it is said to be: {error}") from None

    def finish(self) -> None:
        if self._begun and not self._stream.is_finished():
            raise Broken("ended in the middle of its Brotli data")


class _Zstd:
    def __init__(self) -> None:
        self._frame = self._new()
        self._members = _Members()
        self._begun = False

    def _new(self) -> "zstd.ZstdDecompressor":
        options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
        return zstd.ZstdDecompressor(options=options)

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            while data:
                if self._frame.eof:
                    self._members.next()
                    self._frame = self._new()
                self._begun = True
                yield self._frame.decompress(data, PIECE)
                while not (self._frame.needs_input or self._frame.eof):
                    yield self._frame.decompress(b"", PIECE)
                data = self._frame.unused_data if self._frame.eof else b""
        except zstd.ZstdError as error:
            raise Broken(f"is not the Zstandard data that it is said to be: {error}") from None

    def finish(self) -> None:
        if self._begun and not self._frame.eof:
            raise Broken("ended in the middle of its Zstandard data")
