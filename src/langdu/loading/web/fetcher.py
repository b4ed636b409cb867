"""Fetching by blocking: carries out what the rules ask for."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

import httpcore
import httpx

from langdu.loading.web import rules
from langdu.loading.web.addresses import anything
from langdu.loading.web.cache import cached
from langdu.loading.web.commands import Answer, Command, Enter, Head, Receive, Send, Sleep, T, Talk
from langdu.loading.web.dialing import CLOSING, Deadline, Dialer
from langdu.loading.web.expect import PAGE, Expectation
from langdu.loading.web.failures import EXPECTED
from langdu.loading.web.messages import Messages
from langdu.loading.web.pools import Pools
from langdu.loading.web.settings import FetchSettings
from langdu.loading.web.transport import Transport
from langdu.loading.web.world import World


class Fetcher:
    """Fetches addresses in one session: connections, cookies and robots.txt are kept until closed.

    Use it in ``with``, or close it. It does one fetch at a time; other threads wait their turn.
    ``sleep`` and ``world`` are for those who bring their own names, clocks or authorities.
    """

    def __init__(
        self,
        settings: FetchSettings | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        world: World | None = None,
    ) -> None:
        settings, world = settings or FetchSettings(), world or World()
        self.settings = settings
        self._session = rules.Session(settings, world)
        self._sleep = sleep
        self._lock = threading.Lock()
        self._deadline = Deadline()
        allowed = settings.allow_private
        dialer = Dialer(world.resolver, anything if allowed else world.refusal, self._deadline)
        self._direct = Transport(Pools(httpcore.ConnectionPool, dialer, allowed, world.ssl_context))
        self._transport: httpx.BaseTransport = self._direct
        if settings.cache:
            self._transport = cached(self._direct, settings.cache, private=allowed)
        self._messages = Messages(settings)
        self._response: httpx.Response | None = None
        self._chunks: Iterator[bytes] = iter(())

    def fetch(self, url: str, expected: Expectation = PAGE) -> Answer:
        """What is at an address. Raises :class:`~langdu.FetchError`."""
        with self._lock:
            return self._run(rules.fetch(self._session, url, expected))

    def close(self) -> None:
        """Close the connections; cookies are forgotten."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self, talk: Talk[T]) -> T:
        try:
            command = next(talk)
            while True:
                try:
                    outcome = self._do(command)
                except Exception as error:
                    command = talk.throw(error)
                else:
                    command = talk.send(outcome)
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            self._let_go()

    def _do(self, command: Command) -> Any:
        match command:
            case Send():
                return self._send(command)
            case Receive():
                self._deadline.set(command.seconds)
                return next(self._chunks, None)
            case Sleep():
                self._sleep(command.seconds)
            case Enter():
                pass  # there is one fetch at a time

    def _send(self, command: Send) -> Head:
        self._let_go()
        self._deadline.set(command.seconds)
        request = self._messages.request(command)
        # what a password opens is not kept
        transport = self._direct if command.url.userinfo else self._transport
        self._response = transport.handle_request(request)
        self._chunks = self._response.iter_raw()
        return self._messages.head(self._response)

    def _let_go(self) -> None:
        response, self._response, self._chunks = self._response, None, iter(())
        if response:
            self._deadline.set(CLOSING)
            with contextlib.suppress(*EXPECTED):  # what was wanted of it is had, or has failed
                response.close()
