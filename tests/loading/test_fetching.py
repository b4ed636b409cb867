"""Fetching from a real server on this machine."""

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from langdu.errors import FetchError
from langdu.loading import load_page

GBK = '<meta charset="gb2312"><p>青石市公园管理办法，朱镕基。</p>'


class Handler(BaseHTTPRequestHandler):
    agents: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        match self.path:
            case "/ok":
                self.answer(b"<p>hello there</p>")
            case "/gbk":
                self.answer(GBK.encode("gb18030"), "text/html; charset=gb2312")
            case "/moved":
                self.send_response(302)
                self.send_header("Location", "/ok")
                self.end_headers()
            case "/loop":
                self.send_response(302)
                self.send_header("Location", "/loop")
                self.end_headers()
            case "/ftp":
                self.send_response(302)
                self.send_header("Location", "ftp://example.org/a")
                self.end_headers()
            case "/pdf":
                self.answer(b"%PDF-1.7", "application/pdf")
            case "/hidden-pdf":
                self.answer(b"%PDF-1.7", "application/octet-stream")
            case "/slow":
                time.sleep(0.8)
                self.answer(b"late")
            case "/large":
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(40 * 1024 * 1024))
                self.end_headers()
            case "/empty":
                self.answer(b"")
            case "/500":
                self.send_error(500)
            case _:
                self.send_error(404)

    def answer(self, body: bytes, kind: str = "text/html") -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that gave up is what these tests are about."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    http = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{http.server_address[1]}"
    http.shutdown()
    http.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,no-such-host.invalid")


def test_page_and_agent(server: str) -> None:
    page = load_page(f"{server}/ok")
    assert page.text == "<p>hello there</p>"
    assert page.url == page.base == f"{server}/ok"
    assert Handler.agents[-1].startswith("langdu")


def test_redirect_gives_the_final_address(server: str) -> None:
    assert load_page(f"{server}/moved").url == f"{server}/ok"


def test_gb2312_header_with_gbk_bytes(server: str) -> None:
    page = load_page(f"{server}/gbk")
    assert (page.text, page.encoding) == (GBK, "gb18030")


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/none", "404"),
        ("/500", "500"),
        ("/pdf", "application/pdf"),
        ("/large", "32 MiB"),
        ("/loop", "redirects"),
        ("/ftp", "not http"),
        ("/empty", "empty"),
    ],
)
def test_refusals(server: str, path: str, word: str) -> None:
    with pytest.raises(FetchError, match=word) as caught:
        load_page(f"{server}{path}")
    assert "\n" not in str(caught.value)


def test_unnamed_type_is_looked_at(server: str) -> None:
    with pytest.raises(Exception, match="PDF"):
        load_page(f"{server}/hidden-pdf")


def test_timeout(server: str) -> None:
    with pytest.raises(FetchError, match=r"within 0\.2 seconds"):
        load_page(f"{server}/slow", timeout=0.2)


def test_refused() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be reached"):
        load_page(f"http://127.0.0.1:{port}/")


def test_unknown_host() -> None:
    with pytest.raises(FetchError, match="cannot be reached"):
        load_page("http://no-such-host.invalid/")
