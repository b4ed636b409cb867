"""A static server on loopback that answers ranges, as real ones do: sound can be sought."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    ranges = True

    def do_GET(self) -> None:
        wanted = _RANGE.fullmatch(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if not wanted or not path.is_file() or not self.ranges:
            return super().do_GET()
        data = path.read_bytes()
        first = int(wanted[1])
        last = min(int(wanted[2] or len(data)), len(data) - 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        try:
            self.wfile.write(data[first : last + 1])
        except ConnectionError:  # the browser has heard enough
            self.close_connection = True
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Simple(_Handler):
    ranges = False


@contextmanager
def serving(folder: Path, *, ranges: bool = True) -> Iterator[str]:
    """The folder on a server, which can answer ranges or not; gives its address."""
    handler = _Handler if ranges else _Simple
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
