"""A server on this machine that does exactly what a test tells it to, well or badly."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Handler = Callable[["Exchange"], None]


@dataclass(slots=True)
class Exchange:
    """One request, and the bare connection that its answer goes to."""

    path: str
    headers: dict[str, str]
    socket: socket.socket
    over: threading.Event  # set when the test is over

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def answer(self, body: bytes = b"", status: str = "200 OK", **headers: str) -> None:
        given = {"Content-Type": "text/html", "Content-Length": str(len(body))}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
        self.send(f"HTTP/1.1 {status}\r\n{lines}Connection: close\r\n\r\n".encode() + body)

    def redirect(self, location: str, **headers: str) -> None:
        self.answer(b"", "302 Found", Location=location, **headers)


@dataclass(slots=True)
class Server:
    """``pages`` maps a path to what answers it; a path that is not there gives 404."""

    pages: dict[str, Handler]
    address: str
    port: int
    over: threading.Event
    tls: bool = False
    requests: list[Exchange] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://{self.address}:{self.port}"

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def serve(self, connection: socket.socket) -> None:
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return
            data += more
        first, *lines = data.decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines if ":" in line)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        exchange = Exchange(first.split(" ")[1], headers, connection, self.over)
        self.requests.append(exchange)
        self.pages.get(exchange.path, _not_found)(exchange)


def _not_found(exchange: Exchange) -> None:
    exchange.answer(status="404 Not Found")


@contextlib.contextmanager
def serving(
    pages: dict[str, Handler],
    address: str = "127.0.0.1",
    *,
    tls: ssl.SSLContext | None = None,
    talk: Callable[[socket.socket], None] | None = None,
) -> Iterator[Server]:
    """Serve until the end of the block, each connection in a thread. ``talk``: not HTTP/1.1."""
    listener = socket.create_server((address, 0))
    over = threading.Event()
    server = Server(pages, address, listener.getsockname()[1], over, tls is not None)
    threads: list[threading.Thread] = []
    open_ones: list[socket.socket] = []

    def one(connection: socket.socket) -> None:
        # a client that gives up is what many of these tests are about
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            stack.enter_context(connection)
            connection.settimeout(10)
            if tls:
                connection = stack.enter_context(tls.wrap_socket(connection, server_side=True))
            open_ones.append(connection)
            (talk or server.serve)(connection)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threads.append(threading.Thread(target=one, args=(connection,), daemon=True))
                threads[-1].start()

    main = threading.Thread(target=accept, daemon=True)
    main.start()
    try:
        yield server
    finally:
        over.set()
        for connection in (listener, *open_ones):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        listener.close()
        for thread in (main, *threads):
            thread.join(5)
