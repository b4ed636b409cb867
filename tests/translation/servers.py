"""A real HTTP server on loopback that answers as a test tells it to."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A request that came in; ``body`` is its JSON."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass(frozen=True)
class Answer:
    """What to answer. ``parts``: pieces of a body that has no length; after them the connection is
    kept silent (``then="hang"``), broken (``"drop"``) or ended as it should be.
    """

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    parts: Iterable[bytes] | None = None
    then: str = "end"


#: Takes the question and never answers; answers with a broken connection.
SILENCE = Answer(then="silence")
BROKEN = Answer(then="broken")


class Server(ThreadingHTTPServer):
    """``answer`` says what to answer; ``asked`` is what came in, in order."""

    daemon_threads = True
    answer: Callable[[Asked], Answer]

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[Asked] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def bodies(self, path: str) -> list[Any]:
        """The JSON of all that was asked at a path."""
        return [asked.body for asked in self.asked if asked.path == path]

    def handle_error(self, *_: object) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for the client's system
    server: Server

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(json.loads(raw))

    def _answer(self, body: Any) -> None:
        asked = Asked(self.command, self.path, dict(self.headers), body)
        self.server.asked.append(asked)
        answer = self.server.answer(asked)
        if answer.then in ("silence", "broken"):
            self._stop(answer.then)
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.parts is None:
            is_raw = isinstance(answer.body, bytes)
            data = answer.body if is_raw else json.dumps(answer.body).encode()
            if "Content-Type" not in answer.headers:
                self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
            return
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in answer.parts:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(part), part))
            self.wfile.flush()
        if answer.then == "end":
            self.wfile.write(b"0\r\n\r\n")
        else:
            self._stop(answer.then)

    def _stop(self, how: str) -> None:
        if how in ("silence", "hang"):
            self.server.over.wait(30)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(answer: Callable[[Asked], Answer]) -> Iterator[Server]:
    """A server that answers so, until the end of the block."""
    with Server() as server:
        server.answer = answer
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()


@contextmanager
def nobody() -> Iterator[str]:
    """An address on which nobody listens."""
    import socket

    with socket.socket() as held:  # bound, so that nobody else gets it; not listening
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"
