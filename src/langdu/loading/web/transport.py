"""httpx's transports over connections that are dialled here.

httpx's own make their pools themselves and leave no place for a network backend. What httpcore
raises goes up as it is: :mod:`langdu.loading.web.failures` knows it.
"""

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from langdu.loading.web.messages import Cookies
from langdu.loading.web.pools import Pools, core_request


class Transport(httpx.BaseTransport):
    """Sends by blocking."""

    def __init__(self, pools: Pools[httpcore.ConnectionPool]) -> None:
        self._pools = pools
        self._cookies = Cookies()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is still to be read."""
        self._cookies.put_in(request)
        answer = self._pools.choose(request).handle_request(core_request(request))
        stream: httpx.SyncByteStream = _Stream(answer.stream)
        if answer.status == 304:  # it has no body, whatever follows
            answer.close()
            stream = httpx.ByteStream(b"")
        return self._cookies.take_out(request, _response(answer, stream))

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.made.values():
            pool.close()


class AsyncTransport(httpx.AsyncBaseTransport):
    """Sends by awaiting."""

    def __init__(self, pools: Pools[httpcore.AsyncConnectionPool]) -> None:
        self._pools = pools
        self._cookies = Cookies()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is still to be read."""
        self._cookies.put_in(request)
        pool = self._pools.choose(request)
        answer = await pool.handle_async_request(core_request(request))
        stream: httpx.AsyncByteStream = _AsyncStream(answer.stream)
        if answer.status == 304:  # it has no body, whatever follows
            await answer.aclose()
            stream = httpx.ByteStream(b"")
        return self._cookies.take_out(request, _response(answer, stream))

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in self._pools.made.values():
            await pool.aclose()


def _response(
    answer: httpcore.Response, stream: httpx.SyncByteStream | httpx.AsyncByteStream
) -> httpx.Response:
    return httpx.Response(
        answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions
    )


class _Stream(httpx.SyncByteStream):
    def __init__(self, inner: Iterable[bytes] | AsyncIterable[bytes]) -> None:
        self._inner: Any = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        self._inner.close()


class _AsyncStream(httpx.AsyncByteStream):
    def __init__(self, inner: Iterable[bytes] | AsyncIterable[bytes]) -> None:
        self._inner: Any = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()
