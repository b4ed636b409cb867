"""Servers that are slow, broken or hostile. Limits of time are real here, and short."""

import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.errors import FetchError
from langdu.loading.web import Fetcher, FetchSettings
from langdu.loading.web.world import World
from tests.loading.web.conftest import Open, only_this_machine
from tests.loading.web.server import Exchange, Server, serving


def drip(exchange: Exchange, data: bytes) -> None:
    """A byte now and then, as long as somebody listens."""
    for byte in data:
        exchange.send(bytes([byte]))
        if exchange.over.wait(0.02):
            return


def dripping_head(exchange: Exchange) -> None:
    drip(exchange, b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 5000)


def dripping_body(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    drip(exchange, b"x" * 5000)


def stalling_head(exchange: Exchange) -> None:
    exchange.over.wait(10)


def stalling_body(exchange: Exchange) -> None:
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nthe p")
    exchange.over.wait(10)


@pytest.mark.parametrize("handler", [dripping_head, dripping_body])
def test_a_slow_drip_ends_with_the_total(visit: Open, handler: object) -> None:
    with serving({"/": handler}) as server:  # type: ignore[dict-item]
        with pytest.raises(FetchError, match=r"sends too slowly: not there after 0\.3 seconds"):
            visit(total_timeout=0.3, read_timeout=5).fetch(server.url)
        assert len(server.requests) == 1


@pytest.mark.parametrize("handler", [stalling_head, stalling_body])
def test_a_stall_ends_with_the_step(visit: Open, handler: object) -> None:
    with serving({"/": handler}) as server:  # type: ignore[dict-item]
        with pytest.raises(FetchError, match=r"did not answer within 0\.2 seconds"):
            visit(read_timeout=0.2).fetch(server.url)
        assert len(server.requests) == 1


def test_a_redirect_does_not_buy_time(visit: Open) -> None:
    def on(exchange: Exchange) -> None:
        exchange.over.wait(0.1)
        exchange.redirect("/")

    with serving({"/": on}) as server, pytest.raises(FetchError, match="too slowly"):
        visit(total_timeout=0.35, max_redirects=10_000).fetch(server.url)


@pytest.mark.parametrize(
    "data",
    [b"SSH-2.0-OpenSSH_9.9\r\n", b"\x16\x03\x01\x00\x05hello", b"<html>no header</html>\r\n\r\n",
     b"HTTP/1.1 2OO OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", b"\0" * 200_000,
     b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
     b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
     b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(100_000)) + b"\r\nhello",
     b"HTTP/1.1 200 OK\r\nX: " + b"y" * 2_000_000 + b"\r\n\r\nhello"],
    ids=lambda data: repr(data[:24]),
)  # fmt: skip
def test_what_is_not_http(visit: Open, data: bytes) -> None:
    with (
        serving({"/": lambda exchange: exchange.send(data)}) as server,
        pytest.raises(FetchError) as caught,
    ):
        visit(retries=0).fetch(server.url)
    assert "\n" not in str(caught.value)
    assert server.url in str(caught.value)


def test_a_name_with_no_address(visit: Open) -> None:
    world = World(resolver=lambda host, port: [], refusal=only_this_machine)
    with pytest.raises(FetchError, match=r"news\.example.* cannot be reached"):
        visit(world, retries=0).fetch("http://news.example/")


@pytest.mark.parametrize(
    ("limits", "word"),
    [({"connect_timeout": 0.2}, r"within 0\.2 seconds"), ({"total_timeout": 0.2}, "too slowly")],
)
def test_a_name_server_that_stalls(visit: Open, limits: dict[str, float], word: str) -> None:
    over = threading.Event()

    def stall(host: str, port: int) -> list[str]:
        over.wait(10)
        return []

    world = World(resolver=stall, refusal=only_this_machine)
    try:
        with pytest.raises(FetchError, match=word):
            visit(world, retries=0, **limits).fetch("http://news.example/")
    finally:
        over.set()


def test_headers_that_are_no_ascii(visit: Open) -> None:
    head = "HTTP/1.1 200 很好\r\nContent-Type: text/html; charset=“utf-8”\r\nX: 值\r\n\r\n"
    with serving({"/": lambda exchange: exchange.send(head.encode() + b"the page")}) as server:
        assert visit().fetch(server.url).data == b"the page"


def test_ten_thousand_headers_do_no_harm(visit: Open) -> None:
    """60 KB of them; httpcore reads 100 KB of headers at least, and not much more."""
    head = b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 10_000 + b"\r\n"
    with serving({"/": lambda exchange: exchange.send(head + b"the page")}) as server:
        assert visit().fetch(server.url).data == b"the page"


FRONTS = [
    b"",
    b"HTTP/1.1 ",
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: ",
    b"HTTP/1.1 200 OK\r\nContent-Type: ",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    b"HTTP/1.1 429 x\r\nRetry-After: ",
    b"HTTP/1.1 200 OK\r\nSet-Cookie: ",
]


def nobody_else(host: str, port: int) -> list[str]:
    return ["127.0.0.1"] if host == "127.0.0.1" else []


@settings(max_examples=150)
@given(front=st.sampled_from(FRONTS), rest=st.binary(max_size=300))
def test_whatever_a_server_sends_gives_a_page_or_one_line(
    shouter: tuple[Server, list[bytes]], front: bytes, rest: bytes
) -> None:
    server, said = shouter
    said[:] = [front + rest]
    limits = FetchSettings(retries=0, max_redirects=2, max_bytes=10_000)
    with Fetcher(limits, world=World(resolver=nobody_else, refusal=only_this_machine)) as fetcher:
        try:
            answer = fetcher.fetch(server.url)
        except FetchError as error:
            assert "\n" not in str(error) and len(str(error)) < 2000  # noqa: PT017, PT018
        else:
            assert 0 < len(answer.data) <= 10_000


@pytest.fixture(scope="module")
def shouter() -> Iterator[tuple[Server, list[bytes]]]:
    """A server that answers every request with the same bytes, and those bytes."""
    said: list[bytes] = [b""]

    def shout(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(said[0])

    with serving({}, talk=shout) as server:
        yield server, said
