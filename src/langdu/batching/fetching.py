"""Fetching for a batch: politely, many hosts at once, while others work on what is there."""

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from langdu.batching.kept import Kept, Refusal, Wish
from langdu.batching.recipe import Manner
from langdu.batching.troubles import no_room
from langdu.errors import FetchError, RobotsError

if TYPE_CHECKING:
    from langdu.loading.web import AsyncFetcher

#: Of the answers from 400 to 499 those that say: not now.
_NOT_NOW: Final = frozenset({408, 425, 429})


class Fetching:
    """One session for a whole batch, in a thread of its own that begins with the first address."""

    def __init__(self, manner: Manner, *, allow_private: bool) -> None:
        self._manner = manner
        self._allow_private = allow_private
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._fetcher: AsyncFetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._loop and self._thread:
            with contextlib.suppress(Exception):  # what is under way is called off
                asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def submit(self, kept: Kept, wishes: Sequence[Wish]) -> "Future[dict[str, Refusal]]":
        """Fetch addresses into a folder; the result names those that failed, and why."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
            self._thread.start()
        return asyncio.run_coroutine_threadsafe(self._all(kept, wishes), self._loop)

    async def _all(self, kept: Kept, wishes: Sequence[Wish]) -> dict[str, Refusal]:
        reasons = await asyncio.gather(*(self._one(kept, wish) for wish in wishes))
        return {w.url: r for w, r in zip(wishes, reasons, strict=True) if r is not None}

    async def _one(self, kept: Kept, wish: Wish) -> Refusal | None:
        from langdu.loading.web import IMAGE, PAGE

        try:
            answer = await self._session().fetch(wish.url, IMAGE if wish.picture else PAGE)
            kept.add(wish.url, answer)
        except FetchError as error:
            return Refusal(str(error), passing=not _is_final(error))
        except OSError as error:
            if full := no_room(error):
                raise full from error
            return Refusal(f"{wish.url} cannot be kept: {error.strerror}")
        return None

    def _session(self) -> "AsyncFetcher":
        from langdu.loading.web import AsyncFetcher, FetchSettings

        if self._fetcher is None:
            self._fetcher = AsyncFetcher(
                FetchSettings(
                    allow_private=self._allow_private,
                    robots=self._manner.robots,
                    per_host=self._manner.per_host,
                    delay=self._manner.delay,
                )
            )
        return self._fetcher

    async def _end(self) -> None:
        me = asyncio.current_task()
        tasks = [task for task in asyncio.all_tasks() if task is not me]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._fetcher:
            await self._fetcher.aclose()


def _is_final(error: FetchError) -> bool:
    """Whether it is the server's word, and not the network's or a server's that is overloaded."""
    from langdu.loading.web.failures import StatusError

    if isinstance(error, StatusError):
        return 400 <= error.status < 500 and error.status not in _NOT_NOW
    return isinstance(error, RobotsError)
