"""Pictures: what an article may make langdu read."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from langdu.errors import FetchError, LoadError
from langdu.loading.images import MAX_IMAGE, ImageReader

PNG = b"\x89PNG\r\n\x1a\n picture"


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/missing.png":
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * (MAX_IMAGE + 1) if self.path == "/huge.png" else PNG)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_files_of_the_articles_own_folder_only(tmp_path: Path) -> None:
    (tmp_path / "page" / "images").mkdir(parents=True)
    inside = tmp_path / "page" / "images" / "图 1.png"
    inside.write_bytes(PNG)
    outside = tmp_path / "secret.png"
    outside.write_bytes(PNG)
    link = tmp_path / "page" / "link.png"
    link.symlink_to(outside)
    read = ImageReader(root=tmp_path / "page")
    assert read(inside.as_uri()) == PNG
    escape = (tmp_path / "page").as_uri() + "/../secret.png"
    for url in (outside.as_uri(), link.as_uri(), escape, "file:///etc/passwd"):
        with pytest.raises(LoadError, match="own folder"):
            read(url)
    with pytest.raises(LoadError, match="own folder"):
        ImageReader()(inside.as_uri())


def test_private_addresses_are_refused_unless_allowed(address: str) -> None:
    with ImageReader() as read, pytest.raises(FetchError, match="refused without --allow-private"):
        read(f"{address}/a.png")
    with ImageReader(allow_private=True) as read:
        assert read(f"{address}/a.png") == PNG


def test_what_the_server_refuses_and_what_is_too_large(address: str) -> None:
    with ImageReader(allow_private=True) as read:
        with pytest.raises(FetchError, match="404"):
            read(f"{address}/missing.png")
        with pytest.raises(FetchError, match="larger than 20 MiB"):
            read(f"{address}/huge.png")
        assert read(f"{address}/a.png") == PNG


def test_data_addresses() -> None:
    assert ImageReader()("data:image/png;base64,iVBORw0K") == b"\x89PNG\r\n"
    with pytest.raises(LoadError):
        ImageReader()("data:image/png")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.example/a.png", "a.png", "http://["]
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises((LoadError, FetchError)):
        ImageReader()(url)
