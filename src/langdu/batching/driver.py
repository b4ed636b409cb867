"""The driver: it knows an executor and a window, and nothing of what is made.

Sources are taken one by one as there is room; what must be fetched is fetched while others are
worked on; an order whose process died is put aside and tried again at the end, alone.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from langdu.batching.kept import Refusal, Wish
from langdu.batching.orders import Done, Order, Wanted
from langdu.batching.outcomes import Outcome
from langdu.batching.pool import WorkerDied
from langdu.errors import BatchError

#: Orders whose addresses are being fetched at once, whatever their hosts.
FETCHES: Final = 32
#: What Dask raises where several workers in a row died of a task; it may not be installed here.
_KILLED: Final = "KilledWorker"


@dataclass(frozen=True, slots=True)
class Begin:
    """An order, and the addresses that must be fetched first."""

    order: Order
    wishes: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What needs no work: it only passes through."""

    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Ended:
    """An order that was carried out, or failed as a whole."""

    order: Order
    result: Done | Exception


Work: TypeAlias = Callable[[Order], Done | Wanted]
#: Begins to fetch addresses for an order; the result names those that failed, and why.
Fetch: TypeAlias = Callable[[Order, Sequence[Wish]], "Future[dict[str, Refusal]]"]


class Driver:
    """Carries out orders with an executor, ``window`` of them at a time."""

    def __init__(self, executor: Executor, work: Work, fetch: Fetch, window: int) -> None:
        self._executor = executor
        self._work = work
        self._fetch = fetch
        self._window = window
        self._working: dict[Future[Done | Wanted], Order] = {}
        self._fetching: dict[Future[dict[str, Refusal]], Order] = {}
        self._ready: deque[Order] = deque()
        self._suspects: list[Order] = []

    def run(self, steps: Iterable[Begin | Settled]) -> Iterator[Settled | Ended]:
        """What becomes of each step, as it ends.

        Raises :class:`~langdu.BatchError` where the executor breaks or nothing can be written.
        """
        yield from self._all(iter(steps))
        for suspect in self._suspects:
            yield from self._alone(suspect)

    def _all(self, steps: Iterator[Begin | Settled]) -> Iterator[Settled | Ended]:
        more = True
        while more or self._busy():
            while more and self._has_room():
                step = next(steps, None)
                if step is None:
                    more = False
                elif isinstance(step, Begin):
                    self._begin(step.order, step.wishes)
                    self._send()  # at once: the next step may take long to come
                else:
                    yield step
            self._send()
            yield from self._ended(aside=True)

    def _alone(self, order: Order) -> Iterator[Ended]:
        """One order and nothing else, so that only it can be at fault."""
        self._ready.append(order)
        while self._busy():
            self._send()
            yield from self._ended(aside=False)

    def _busy(self) -> bool:
        return bool(self._working or self._fetching or self._ready)

    def _has_room(self) -> bool:
        """Whether another step may be taken now: nothing waits that could go on."""
        if len(self._ready) >= self._window or len(self._fetching) >= FETCHES:
            return False
        return not any(future.done() for future in self._working)

    def _begin(self, order: Order, wishes: tuple[Wish, ...]) -> None:
        if wishes:
            self._fetching[self._fetch(order, wishes)] = order
        else:
            self._ready.append(order)

    def _send(self) -> None:
        while self._ready and len(self._working) < self._window:
            order = self._ready.popleft()
            try:
                self._working[self._executor.submit(self._work, order)] = order
            except (BrokenExecutor, RuntimeError) as error:
                raise BatchError(f"the executor takes no more work: {error}") from error

    def _ended(self, *, aside: bool) -> Iterator[Ended]:
        """Wait for something to end, and say what became of it."""
        under_way: list[Future[Any]] = [*self._working, *self._fetching]
        if not under_way:
            return
        wait(under_way, return_when=FIRST_COMPLETED)
        for fetched in [future for future in self._fetching if future.done()]:
            order = self._fetching.pop(fetched)
            failures = {**order.failures, **fetched.result()}
            self._ready.append(replace(order, failures=failures))
        for future in [future for future in self._working if future.done()]:
            order = self._working.pop(future)
            result = _result(future)
            if isinstance(result, Wanted):
                self._begin(order, result.wishes)
            elif isinstance(result, WorkerDied) and aside:
                self._suspects.append(order)
            elif isinstance(result, BatchError) and not isinstance(result, WorkerDied):
                raise result
            else:
                yield Ended(order, result)


def _result(future: "Future[Done | Wanted]") -> Done | Wanted | Exception:
    try:
        return future.result()
    except (BrokenExecutor, CancelledError) as error:
        raise BatchError(f"the executor broke: {error}; run the same command again") from error
    except Exception as error:  # of one order: the others go on
        if type(error).__name__ == _KILLED:
            return WorkerDied("it ends every worker that works on it")
        return error
