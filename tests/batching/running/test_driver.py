"""The driver with executors that tests hold in their hands."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from langdu.batching.driver import FETCHES, Begin, Driver, Ended, Settled
from langdu.batching.identity import Identity
from langdu.batching.kept import Refusal, Wish
from langdu.batching.orders import Done, Order, Shop, Wanted
from langdu.batching.outcomes import Outcome
from langdu.batching.pool import WorkerDied
from langdu.batching.sources import Source
from langdu.batching.troubles import NoRoom
from langdu.errors import BatchError

SHOP = Shop(b"", Identity("", "", (), "", "", "", ""), "", Path("site"))


class Now(Executor):
    """Makes a call at once, and counts what is asked for."""

    def __init__(self) -> None:
        self.calls = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.calls += 1
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def order(name: str) -> Order:
    return Order(SHOP, Source(key=name, place=name, data=b"x"))


def done(made: Order) -> Done:
    return Done((Outcome(source=made.source.key, state="made"),))


def no_fetch(order: Order, wishes: Sequence[Wish]) -> "Future[dict[str, Refusal]]":
    raise AssertionError("nothing is to be fetched")


def names(ended: Iterator[Settled | Ended]) -> list[str]:
    return [one.order.source.key for one in ended if isinstance(one, Ended)]


def test_no_more_than_a_window_is_taken_from_the_list() -> None:
    taken: list[int] = []

    def steps() -> Iterator[Begin]:
        for number in range(1000):
            taken.append(number)
            yield Begin(order(str(number)))

    running = Driver(Now(), done, no_fetch, 4).run(steps())
    for number, _ in enumerate(running, 1):
        assert len(taken) <= number + 2 * 4
    assert len(taken) == 1000


class Together(Executor):
    """Ends calls by fours: nothing ends before four are under way."""

    def __init__(self) -> None:
        self._held: list[tuple[Future[Any], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        self._held.append((future, fn(*args, **kwargs)))
        if len(self._held) == 4:
            for held, result in self._held:
                held.set_result(result)
            self._held.clear()
        return future


@pytest.mark.timeout(20)
def test_a_window_of_orders_is_under_way_before_the_first_has_ended() -> None:
    steps = [Begin(order(str(number))) for number in range(8)]
    running = Driver(Together(), done, no_fetch, 4).run(steps)
    assert sorted(names(running)) == [str(number) for number in range(8)]


def test_what_is_settled_passes_through_and_everything_ends() -> None:
    settled = Settled((Outcome(source="old", state="kept"),))
    steps: list[Begin | Settled] = [Begin(order("a")), settled, Begin(order("b")), settled]
    ended = list(Driver(Now(), done, no_fetch, 2).run(steps))
    assert ended.count(settled) == 2
    assert sorted(names(iter(ended))) == ["a", "b"]


def test_what_is_wanted_is_fetched_while_others_are_worked_on() -> None:
    fetches: list[Future[dict[str, Refusal]]] = []
    seen: list[tuple[str, dict[str, Refusal]]] = []

    def fetch(made: Order, wishes: Sequence[Wish]) -> "Future[dict[str, Refusal]]":
        fetches.append(Future())
        return fetches[-1]

    def work(made: Order) -> Done | Wanted:
        if made.source.key == "web" and not made.failures:
            return Wanted((Wish("http://a.example/2"),))
        seen.append((made.source.key, dict(made.failures)))
        if len(seen) == 3:  # the others are done: now the answer comes
            fetches[0].set_result({"http://a.example/2": Refusal("gone")})
        return done(made)

    steps = [Begin(order(name)) for name in ("web", "a", "b", "c")]
    assert names(Driver(Now(), work, fetch, 2).run(steps))[-1] == "web"
    assert seen[-1] == ("web", {"http://a.example/2": Refusal("gone")})


def test_fetching_is_bounded() -> None:
    under_way: list[Future[dict[str, Refusal]]] = []
    most = 0

    def fetch(made: Order, wishes: Sequence[Wish]) -> "Future[dict[str, Refusal]]":
        nonlocal most
        future: Future[dict[str, Refusal]] = Future()
        under_way.append(future)
        most = max(most, len(under_way))
        if len(under_way) == FETCHES:
            for one in under_way:
                one.set_result({})
            under_way.clear()
        return future

    steps = [Begin(order(str(n)), (Wish(f"http://a.example/{n}"),)) for n in range(4 * FETCHES)]
    assert len(names(Driver(Now(), done, fetch, 2).run(steps))) == 4 * FETCHES
    assert most == FETCHES


def test_a_suspect_is_tried_again_when_nothing_else_is_under_way() -> None:
    tried: list[str] = []

    def work(made: Order) -> Done:
        tried.append(made.source.key)
        if made.source.key == "poison" or (made.source.key == "unlucky" and len(tried) < 5):
            raise WorkerDied("it ended by SIGKILL")
        return done(made)

    steps = [Begin(order(name)) for name in ("poison", "unlucky", "a", "b")]
    ended = [one for one in Driver(Now(), work, no_fetch, 2).run(steps) if isinstance(one, Ended)]
    results = {one.order.source.key: one.result for one in ended}
    assert isinstance(results["poison"], WorkerDied)
    assert all(isinstance(results[name], Done) for name in ("unlucky", "a", "b"))
    assert tried == ["poison", "unlucky", "a", "b", "poison", "unlucky"]


def test_an_order_that_fails_is_told_and_the_others_go_on() -> None:
    def work(made: Order) -> Done:
        if made.source.key == "b":
            raise ValueError("anything")
        return done(made)

    steps = [Begin(order(name)) for name in "abc"]
    ended = [one for one in Driver(Now(), work, no_fetch, 1).run(steps) if isinstance(one, Ended)]
    assert [isinstance(one.result, Done) for one in ended] == [True, False, True]


@pytest.mark.parametrize("error", [NoRoom("full"), BrokenProcessPool("gone"), BatchError("unfit")])
def test_what_makes_going_on_useless_ends_the_batch(error: Exception) -> None:
    executor = Now()

    def work(made: Order) -> Done:
        raise error

    with pytest.raises(BatchError):
        list(Driver(executor, work, no_fetch, 2).run(Begin(order(str(n))) for n in range(100)))
    assert executor.calls <= 2
