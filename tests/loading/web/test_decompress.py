"""Content codings are undone in small pieces, and never past the limit."""

import contextlib
import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.errors import FetchError
from langdu.loading.web.decompress import PIECE, Body, Broken, TooLarge
from tests.loading.web.conftest import Open
from tests.loading.web.server import serving

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Pack = Callable[[bytes], bytes]


def _bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, tuple[str, Pack]] = {
    "gzip": ("gzip", gzip.compress),
    "x-gzip": ("x-gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "bare deflate": ("deflate", _bare_deflate),
    "br": ("br", lambda data: bytes(brotli.compress(data, quality=4))),
    "zstd": ("zstd", zstd.compress),
}
CODINGS = pytest.mark.parametrize(("coding", "pack"), PACKERS.values(), ids=PACKERS)
LIMIT = 1024 * 1024
MANY = bytes(64 * LIMIT)


def undo(coding: str, data: bytes, *, limit: int = LIMIT, step: int = 10**9) -> bytes:
    body = Body(coding.split(","), limit)
    parts = [
        piece
        for begin in range(0, len(data), step)
        for piece in body.feed(data[begin : begin + step])
    ]
    body.finish()
    assert all(len(part) <= 4 * PIECE for part in parts)
    return b"".join(parts)


@CODINGS
@given(data=st.binary(max_size=3000), repeat=st.integers(1, 200), step=st.integers(1, 5000))
def test_what_was_packed_comes_out(
    coding: str, pack: Pack, data: bytes, repeat: int, step: int
) -> None:
    assert undo(coding, pack(data * repeat), step=step) == data * repeat


@CODINGS
def test_a_bomb_ends_at_the_limit_and_takes_little_memory(coding: str, pack: Pack) -> None:
    bomb = pack(MANY)
    tracemalloc.start()
    try:
        with pytest.raises(TooLarge):
            for _ in Body([coding], LIMIT).feed(bomb):
                pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < LIMIT  # nobody kept the pieces, and no piece was large


def test_a_bomb_in_a_bomb_ends_in_the_outer_one() -> None:
    size = 8 * LIMIT
    skipped = b"\x50\x2a\x4d\x18" + size.to_bytes(4, "little") + bytes(size)
    assert undo("zstd", skipped, limit=2 * size) == b""  # it comes to nothing, after a long time
    with pytest.raises(TooLarge):
        undo("zstd,gzip", gzip.compress(skipped))


def test_several_layers_and_parts() -> None:
    assert undo("gzip, br", brotli.compress(gzip.compress(b"twice"))) == b"twice"
    assert undo("gzip", gzip.compress(b"one ") + gzip.compress(b"two")) == b"one two"
    assert undo("zstd", zstd.compress(b"one ") + zstd.compress(b"two")) == b"one two"
    assert undo("gzip", gzip.compress(b"page") + b"\0\0\0 and rubbish") == b"page"
    with pytest.raises(Broken, match="4 times"):
        Body(["gzip"] * 4, LIMIT)
    with pytest.raises(Broken, match="parts"):
        undo("gzip", gzip.compress(b"") * 20_000)
    with pytest.raises(Broken, match="parts"):
        undo("zstd", zstd.compress(b"") * 20_000)


@CODINGS
def test_a_cut_body_and_a_wrong_one(coding: str, pack: Pack) -> None:
    packed = pack(bytes(range(256)) * 40)
    with pytest.raises(Broken, match="ended in the middle"):
        undo(coding, packed[:-9])
    with pytest.raises(Broken, match=r"said to be|middle"):
        undo(coding, b"<html>not packed at all</html>" * 9)
    assert undo(coding, b"") == b""


def test_a_zstandard_window_that_wants_much_memory_is_refused() -> None:
    wide = zstd.compress(bytes(100_000_000), options={zstd.CompressionParameter.window_log: 27})
    with pytest.raises(Broken, match="said to be"):
        undo("zstd", wide, limit=10**9)


@given(coding=st.sampled_from(["gzip", "deflate", "br", "zstd"]), data=st.binary(max_size=500))
def test_rubbish_raises_nothing_else(coding: str, data: bytes) -> None:
    with contextlib.suppress(Broken, TooLarge):
        undo(coding, data)


@CODINGS
def test_a_page_and_a_bomb_from_a_server(visit: Open, coding: str, pack: Pack) -> None:
    bomb, page = pack(MANY), pack(b"<p>the page</p>")
    pages = {
        "/page": lambda exchange: exchange.answer(page, Content_Encoding=coding),
        "/bomb": lambda exchange: exchange.answer(bomb, Content_Encoding=coding),
        "/cut": lambda exchange: exchange.answer(page[:-4], Content_Encoding=coding),
    }
    with serving(pages) as server:
        visitor = visit(max_bytes=LIMIT)
        assert visitor.fetch(server.url + "/page").data == b"<p>the page</p>"
        with pytest.raises(FetchError, match="/bomb is larger than 1 MiB"):
            visitor.fetch(server.url + "/bomb")
        with pytest.raises(FetchError, match="/cut ended in the middle"):
            visitor.fetch(server.url + "/cut")
        assert set(server.requests[0].headers["accept-encoding"].split(", ")) == {
            "gzip", "deflate", "br", "zstd",
        }  # fmt: skip


def test_codings_that_are_none_and_that_nobody_asked_for(visit: Open) -> None:
    pages = {
        "/charset": lambda exchange: exchange.answer(b"a page", Content_Encoding="UTF-8"),
        "/compress": lambda exchange: exchange.answer(b"\x1f\x9d...", Content_Encoding="compress"),
    }
    with serving(pages) as server:
        assert visit().fetch(server.url + "/charset").data == b"a page"
        with pytest.raises(FetchError, match="packed with compress"):
            visit().fetch(server.url + "/compress")
