"""A server of files, some of them not as they should be."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Served:
    """``files``: path → bytes; ``short``: paths whose answer breaks off in the middle.

    It knows ranges, as the servers of releases do; ``ranges`` are those that it was asked for.
    """

    address: str
    files: Mapping[str, bytes]
    short: frozenset[str]
    ranges: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(files: Mapping[str, bytes], short: frozenset[str] = frozenset()) -> Iterator[Served]:
    served = Served("", files, short)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            if self.path.startswith("/moved/"):
                self.send_response(302)
                self.send_header("Location", self.path.removeprefix("/moved"))
                self.end_headers()
                return
            body = served.files.get(self.path)
            if body is None:
                self.send_error(404)
                return
            start = 0
            if wanted := self.headers.get("Range"):
                served.ranges.append(wanted)
                start = int(wanted.removeprefix("bytes=").rstrip("-"))
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
            else:
                self.send_response(200)
            self.send_header("Content-Length", str(len(body) - start))
            self.end_headers()
            end = len(body) // 2 if self.path in served.short else len(body)
            self.wfile.write(body[start:end])

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()
