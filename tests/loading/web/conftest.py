"""Both fetchers, driven alike, so that every test of the rules runs against each of them."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from anyio.from_thread import start_blocking_portal

from langdu.loading.web import PAGE, Answer, AsyncFetcher, Expectation, Fetcher, FetchSettings
from langdu.loading.web.addresses import why_refused
from langdu.loading.web.world import World

NOW = 1_800_000_000.0  # 2027-01-15 08:00 UTC


def only_this_machine(address: str) -> str | None:
    """The rule of addresses, but that 127.0.0.1 counts as public: the servers of the tests."""
    return None if address == "127.0.0.1" else why_refused(address)


@dataclass(slots=True)
class Visitor:
    """A fetcher of one kind or the other; ``slept`` is what it would have waited."""

    fetch_: Callable[[str, Expectation], Answer]
    slept: list[float] = field(default_factory=list)

    def fetch(self, url: str, expected: Expectation = PAGE) -> Answer:
        return self.fetch_(url, expected)


Open = Callable[..., Visitor]


@pytest.fixture(params=["blocking", "awaiting"])
def visit(request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens fetchers. Without a world: 127.0.0.1 is allowed, the time is NOW, no jitter."""
    with contextlib.ExitStack() as stack:

        def blocking(settings: FetchSettings, world: World) -> Visitor:
            slept: list[float] = []
            fetcher = stack.enter_context(Fetcher(settings, sleep=slept.append, world=world))
            return Visitor(fetcher.fetch, slept)

        def awaiting(settings: FetchSettings, world: World) -> Visitor:
            slept: list[float] = []

            async def sleep(seconds: float) -> None:
                slept.append(seconds)

            async def make() -> AsyncFetcher:
                return AsyncFetcher(settings, sleep=sleep, world=world)

            portal = stack.enter_context(start_blocking_portal())
            fetcher = portal.call(make)
            stack.callback(lambda: portal.call(fetcher.aclose))
            return Visitor(lambda url, kind: portal.call(fetcher.fetch, url, kind), slept)

        kind = blocking if request.param == "blocking" else awaiting

        def opened(world: World | None = None, **settings: object) -> Visitor:
            default = World(refusal=only_this_machine, now=lambda: NOW, jitter=lambda: 0.0)
            return kind(FetchSettings(**settings), world or default)  # type: ignore[arg-type]

        yield opened
