"""Connections that go to the very address that was checked.

A name is looked up once for each connection, every address of the answer is checked, and the
connection is made to one of them by number: a name whose answer changes between the check and the
connection gains nothing. The name stays what TLS checks and what the Host header says.
"""

import contextlib
import math
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import Any, Final

import anyio.to_thread
import httpcore

from langdu.loading.web.addresses import Refusal, Resolver, checked

#: Seconds that an address gets while there are others to try: a broken IPv6 is common.
_PATIENCE: Final = 4.0
#: Seconds in which an answer must let itself be closed.
CLOSING: Final = 2.0

_Options = Iterable[httpcore.SOCKET_OPTION]
_FAILED: Final = (httpcore.ConnectError, httpcore.ConnectTimeout)


class Deadline:
    """The end of what is being done, for streams that block. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._until = math.inf

    def set(self, seconds: float) -> None:
        """From now, in so many seconds, all must be over."""
        self._until = time.monotonic() + seconds

    @contextlib.contextmanager
    def step(self, timeout: float | None) -> Iterator[float | None]:
        """One step; the value is its time-out. Raises :class:`TimeoutError` at the end of all."""
        left = self._left()
        try:
            yield timeout if math.isinf(left) else min(left, timeout or left)
        except httpcore.TimeoutException:
            self._left()  # was it the step's time that was over, or all of it?
            raise

    def _left(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Dialer(httpcore.NetworkBackend):
    """Connects by blocking."""

    def __init__(self, resolver: Resolver, refusal: Refusal, deadline: Deadline) -> None:
        self._resolver = resolver
        self._refusal = refusal
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of a host's addresses. Raises :class:`.addresses.Refused`."""
        with self._deadline.step(timeout) as left:
            found = _in_time(self._resolver, host, port, left)
        for address, last in _in_turn(checked(host, found, self._refusal)):
            try:
                with self._deadline.step(timeout if last else _patience(timeout)) as patience:
                    stream = self._inner.connect_tcp(
                        address, port, patience, local_address, socket_options
                    )
                return _Stream(stream, self._deadline)
            except _FAILED:
                if last:
                    raise
        raise httpcore.ConnectError(f"{host} has no address")

    def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between attempts of its own (of which it makes none here)."""
        self._inner.sleep(seconds)


class AsyncDialer(httpcore.AsyncNetworkBackend):
    """Connects by awaiting."""

    def __init__(self, resolver: Resolver, refusal: Refusal) -> None:
        self._resolver = resolver
        self._refusal = refusal
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to one of a host's addresses. Raises :class:`.addresses.Refused`."""
        with anyio.move_on_after(timeout) as scope:
            found = await anyio.to_thread.run_sync(
                self._resolver, host, port, abandon_on_cancel=True
            )
        if scope.cancelled_caught:
            raise httpcore.ConnectTimeout(f"{host} is not found in time")
        for address, last in _in_turn(checked(host, found, self._refusal)):
            patience = timeout if last else _patience(timeout)
            try:
                return await self._inner.connect_tcp(
                    address, port, patience, local_address, socket_options
                )
            except _FAILED:
                if last:
                    raise
        raise httpcore.ConnectError(f"{host} has no address")

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between attempts of its own (of which it makes none here)."""
        await self._inner.sleep(seconds)


def _in_time(resolver: Resolver, host: str, port: int, timeout: float | None) -> Iterable[str]:
    """Look a name up in a thread, for the system's resolver knows no time-out of the caller's."""
    outcome: SimpleQueue[Iterable[str] | Exception] = SimpleQueue()

    def look_up() -> None:
        try:
            outcome.put(resolver(host, port))
        except Exception as error:  # raised again below, where somebody waits for it
            outcome.put(error)

    threading.Thread(target=look_up, daemon=True).start()
    try:
        found = outcome.get(timeout=timeout)
    except Empty:
        raise httpcore.ConnectTimeout(f"{host} is not found in time") from None
    if isinstance(found, Exception):
        raise found
    return found


def _in_turn(addresses: tuple[str, ...]) -> Iterable[tuple[str, bool]]:
    """Each address, and whether it is the last."""
    return ((address, address == addresses[-1]) for address in addresses)


def _patience(timeout: float | None) -> float:
    return _PATIENCE if timeout is None else min(timeout, _PATIENCE)


class _Stream(httpcore.NetworkStream):
    """A stream that ends with the deadline, however slowly bytes drip from it."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with self._deadline.step(timeout) as left:
            return self._inner.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with self._deadline.step(timeout) as left:
            self._inner.write(buffer, left)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        with self._deadline.step(timeout) as left:
            stream = self._inner.start_tls(ssl_context, server_hostname, left)
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
