"""TLS: the name is what is checked, though the connection goes to a number; and HTTP/2."""

import importlib.util
import select
import socket
import ssl
from collections.abc import Iterator

import pytest
import trustme

from langdu.errors import FetchError
from langdu.loading.web.world import World
from tests.loading.web.conftest import Open, only_this_machine
from tests.loading.web.server import Exchange, serving

NAME = "news.example"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_context(authority: trustme.CA, name: str, *protocols: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    context.set_alpn_protocols([*protocols])
    return context


@pytest.fixture
def world(authority: trustme.CA) -> World:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return World(
        resolver=lambda host, port: ["127.0.0.1"], refusal=only_this_machine, ssl_context=context
    )


def page(exchange: Exchange) -> None:
    exchange.answer(b"the page")


def test_the_name_is_checked_and_sent(visit: Open, world: World, authority: trustme.CA) -> None:
    asked: list[str | None] = []
    tls = server_context(authority, NAME)
    tls.sni_callback = lambda connection, name, context: asked.append(name)
    with serving({"/": page}, tls=tls) as server:
        answer = visit(world).fetch(f"https://{NAME}:{server.port}/")
    assert answer.data == b"the page"
    assert asked == [NAME]
    assert server.requests[0].headers["host"] == f"{NAME}:{server.port}"


def test_a_certificate_of_another_name(visit: Open, world: World, authority: trustme.CA) -> None:
    with serving({"/": page}, tls=server_context(authority, "other.example")) as server:
        visitor = visit(world)
        with pytest.raises(FetchError, match=rf"not trusted: .*{NAME}"):
            visitor.fetch(f"https://{NAME}:{server.port}/")
    assert (visitor.slept, server.requests) == ([], [])


def test_a_certificate_of_nobody_known(visit: Open, authority: trustme.CA) -> None:
    world = World(resolver=lambda host, port: ["127.0.0.1"], refusal=only_this_machine)
    with serving({"/": page}, tls=server_context(authority, NAME)) as server:
        with pytest.raises(FetchError, match="certificate that is not trusted: "):
            visit(world).fetch(f"https://{NAME}:{server.port}/")
        assert server.requests == []


def test_an_authority_of_the_environment(
    visit: Open, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(resolver=lambda host, port: ["127.0.0.1"], refusal=only_this_machine)
    tls = server_context(authority, NAME)
    with authority.cert_pem.tempfile() as file, serving({"/": page}, tls=tls) as server:
        monkeypatch.setenv("SSL_CERT_FILE", file)
        assert visit(world).fetch(f"https://{NAME}:{server.port}/").data == b"the page"


def test_what_speaks_no_tls(visit: Open, world: World) -> None:
    def plain(connection: socket.socket) -> None:
        connection.recv(100)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with serving({}, talk=plain) as server, pytest.raises(FetchError, match="TLS failed"):
        visit(world, retries=0).fetch(f"https://{NAME}:{server.port}/")


def test_a_handshake_that_never_comes(visit: Open, world: World) -> None:
    def silent(connection: socket.socket) -> None:
        while connection.recv(1000):
            pass

    with (
        serving({}, talk=silent) as server,
        pytest.raises(FetchError, match=r"within 0\.2 seconds"),
    ):
        visit(world, retries=0, connect_timeout=0.2).fetch(f"https://{NAME}:{server.port}/")


def test_through_a_proxy_the_name_is_still_checked(
    visit: Open, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CONNECT: the proxy looks the name up, TLS goes on to the server behind it."""
    asked: list[bytes] = []
    context = ssl.create_default_context()
    authority.configure_trust(context)

    def relay(connection: socket.socket) -> None:
        asked.append(connection.recv(65536).split(b"\r\n")[0])
        with socket.create_connection((server.address, server.port)) as behind:
            connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            ends = {connection: behind, behind: connection}
            while True:
                for end in select.select(list(ends), [], [], 10)[0]:
                    data = end.recv(65536)
                    if not data:
                        return
                    ends[end].sendall(data)

    with (
        serving({"/": page}, tls=server_context(authority, NAME)) as server,
        serving({}, talk=relay) as proxy,
    ):
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        for name in ("https_proxy", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        visitor = visit(World(ssl_context=context), allow_private=True, retries=0)
        assert visitor.fetch(f"https://{NAME}/").data == b"the page"
        with pytest.raises(FetchError, match=r"not trusted: .*other\.example"):
            visitor.fetch("https://other.example/")
    assert asked == [b"CONNECT news.example:443 HTTP/1.1", b"CONNECT other.example:443 HTTP/1.1"]


@pytest.fixture
def http2_pages(authority: trustme.CA) -> Iterator[str]:
    """A server that speaks HTTP/2 and nothing else."""
    from h2.config import H2Configuration
    from h2.connection import H2Connection
    from h2.events import RequestReceived

    def talk(connection: socket.socket) -> None:
        http = H2Connection(H2Configuration(client_side=False))
        http.initiate_connection()
        connection.sendall(http.data_to_send())
        while data := connection.recv(65536):
            for event in http.receive_data(data):
                if isinstance(event, RequestReceived):
                    assert event.stream_id is not None
                    http.send_headers(
                        event.stream_id, [(":status", "200"), ("content-type", "text/html")]
                    )
                    http.send_data(event.stream_id, b"by HTTP/2", end_stream=True)
            connection.sendall(http.data_to_send())

    with serving({}, tls=server_context(authority, NAME, "h2"), talk=talk) as server:
        yield f"https://{NAME}:{server.port}/"


@pytest.mark.skipif(not importlib.util.find_spec("h2"), reason="the extra http2 is not installed")
def test_http2_where_it_is_spoken(visit: Open, world: World, http2_pages: str) -> None:
    visitor = visit(world)
    for _ in range(3):
        assert visitor.fetch(http2_pages).data == b"by HTTP/2"
