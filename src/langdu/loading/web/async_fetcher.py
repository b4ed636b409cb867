"""Fetching by awaiting: carries out what the rules ask for."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from types import TracebackType
from typing import Any, Self

import anyio
import httpcore
import httpx

from langdu.loading.web import rules
from langdu.loading.web.addresses import anything
from langdu.loading.web.cache import async_cached
from langdu.loading.web.commands import Answer, Command, Enter, Head, Receive, Send, Sleep, T, Talk
from langdu.loading.web.dialing import CLOSING, AsyncDialer
from langdu.loading.web.expect import PAGE, Expectation
from langdu.loading.web.failures import EXPECTED
from langdu.loading.web.messages import Messages
from langdu.loading.web.pools import Pools
from langdu.loading.web.settings import FetchSettings
from langdu.loading.web.transport import AsyncTransport
from langdu.loading.web.world import World


class AsyncFetcher:
    """What :class:`~langdu.loading.web.fetcher.Fetcher` is, for many fetches at once.

    Use it in ``async with``, or close it.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
        world: World | None = None,
    ) -> None:
        settings, world = settings or FetchSettings(), world or World()
        self.settings = settings
        self._session = rules.Session(settings, world)
        self._sleep = sleep
        self._keys: dict[str, anyio.Semaphore] = {}
        allowed = settings.allow_private
        dialer = AsyncDialer(world.resolver, anything if allowed else world.refusal)
        self._direct = AsyncTransport(
            Pools(httpcore.AsyncConnectionPool, dialer, allowed, world.ssl_context)
        )
        self._transport: httpx.AsyncBaseTransport = self._direct
        if settings.cache:
            self._transport = async_cached(self._direct, settings.cache, private=allowed)
        self._messages = Messages(settings)

    async def fetch(self, url: str, expected: Expectation = PAGE) -> Answer:
        """What is at an address. Raises :class:`~langdu.FetchError`."""
        errand = _Errand(self._choose, self._messages, self._sleep, self._keys)
        return await errand.run(rules.fetch(self._session, url, expected))

    def _choose(self, url: httpx.URL) -> httpx.AsyncBaseTransport:
        return (
            self._direct if url.userinfo else self._transport
        )  # what a password opens is not kept

    async def aclose(self) -> None:
        """Close the connections; cookies are forgotten."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


class _Errand:
    """One conversation: what it holds of the network."""

    def __init__(
        self,
        transports: Callable[[httpx.URL], httpx.AsyncBaseTransport],
        messages: Messages,
        sleep: Callable[[float], Awaitable[None]],
        keys: dict[str, anyio.Semaphore],
    ) -> None:
        self._transports = transports
        self._messages = messages
        self._sleep = sleep
        self._keys = keys
        self._held: anyio.Semaphore | None = None
        self._response: httpx.Response | None = None
        self._chunks: AsyncIterator[bytes] | None = None

    async def run(self, talk: Talk[T]) -> T:
        try:
            command = next(talk)
            while True:
                try:
                    outcome = await self._do(command)
                except Exception as error:
                    command = talk.throw(error)
                else:
                    command = talk.send(outcome)
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            await self._let_go()
            self._leave()

    async def _do(self, command: Command) -> Any:
        match command:
            case Send():
                with anyio.fail_after(command.seconds):
                    return await self._send(command)
            case Receive():
                with anyio.fail_after(command.seconds):
                    return await anext(self._chunks, None) if self._chunks else None
            case Sleep():
                await self._sleep(command.seconds)
            case Enter():
                await self._enter(command)

    async def _send(self, command: Send) -> Head:
        await self._let_go()
        request = self._messages.request(command)
        self._response = await self._transports(command.url).handle_async_request(request)
        self._chunks = self._response.aiter_raw()
        return self._messages.head(self._response)

    async def _let_go(self) -> None:
        response, self._response, self._chunks = self._response, None, None
        if response:
            with anyio.move_on_after(CLOSING, shield=True), contextlib.suppress(*EXPECTED):
                await response.aclose()

    async def _enter(self, command: Enter) -> None:
        self._leave()
        key = self._keys.setdefault(command.key, anyio.Semaphore(command.limit))
        await key.acquire()
        self._held = key

    def _leave(self) -> None:
        held, self._held = self._held, None
        if held:
            held.release()
