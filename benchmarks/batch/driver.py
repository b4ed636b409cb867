"""The driver alone: simulated workers cost it nothing, so all that is measured is its own."""

import gc
import time
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from langdu.batching.orders import Done, Order
from langdu.batching.outcomes import Outcome
from langdu.batching.recipe import Manner, Recipe
from langdu.batching.running import run
from langdu.batching.sources import Source
from langdu.batching.summary import Summary

#: Units of a simulated article: five languages as text, page and audio.
UNITS = 15
#: CPU seconds of a real article at the least: `workers` measures more.
ARTICLE = 2.0


class Simulated(Executor):
    """A worker that says at once that all units of an article are made."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(_done(args[0]))
        return future


def bench(folder: Path, most: int) -> None:
    """Print the cost of an article, and the memory at the end of each size."""
    print(f"{'units':>10}{'ms/article':>12}{'peak of Python kB':>20}")
    units, per_article = 1000, 0.0
    while units <= most:
        seconds, peak = _once(folder / str(units), units // UNITS)
        per_article = seconds / (units // UNITS)
        print(f"{units:10}{1000 * per_article:12.2f}{peak // 1024:20}")
        units *= 10
    share = per_article / ARTICLE
    print(f"beside {ARTICLE} s of work for an article that is {share:.2%} (aim 2 % at most)")


def _once(site: Path, articles: int) -> tuple[float, int]:
    summary = Summary()
    run_one = lambda: run(  # noqa: E731
        _sources(articles), site, Recipe(), Manner(jobs=2), Simulated()
    )
    begun = time.process_time()
    for outcome in run_one():
        summary.add(outcome)
    seconds = time.process_time() - begun
    gc.collect()
    tracemalloc.start()
    for outcome in run_one():
        summary.add(outcome)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak


def _sources(articles: int) -> Iterator[Source]:
    for number in range(articles):
        name = f"http://portal.example/2024/{number}.html"
        yield Source(key=name, place=name, data=b"x", url=name)


def _done(order: Order) -> Done:
    source = order.source
    return Done(
        tuple(
            Outcome(source=source.key, slug=source.slug, state="made", lang="en", form="html")
            for _ in range(UNITS)
        )
    )
