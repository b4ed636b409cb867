"""A batch from the list to the site: who may work, what is planned, what became of it."""

import contextlib
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Final

from langdu.batching.closing import close
from langdu.batching.corrections import corrections_of
from langdu.batching.driver import Driver, Ended, Settled
from langdu.batching.fetching import Fetching
from langdu.batching.identity import identity_of
from langdu.batching.kept import Kept, Refusal, Wish
from langdu.batching.keys import Keys
from langdu.batching.ledger import Ledger
from langdu.batching.limits import this_process
from langdu.batching.listing import Listing
from langdu.batching.locking import alone
from langdu.batching.orders import Order, Shop
from langdu.batching.outcomes import Outcome
from langdu.batching.places import Places
from langdu.batching.planning import Plan
from langdu.batching.pool import LocalPool
from langdu.batching.reading import content_of
from langdu.batching.receipts import Mark
from langdu.batching.recipe import Manner, Recipe
from langdu.batching.sources import Source, Trouble
from langdu.batching.troubles import is_passing, no_room, reason_of
from langdu.batching.work import work
from langdu.errors import BatchError, LoadError

#: Sources in flight where it is not known how many workers an executor has.
_WINDOW: Final = 64


def run(
    sources: Iterable[Source | Trouble],
    site: Path,
    recipe: Recipe,
    manner: Manner,
    executor: Executor | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> Iterator[Outcome]:
    """Make everything, and say what became of each unit as it ends.

    With an ``executor`` its workers are used, and it stays open. ``tell`` is called with what a
    person should know. Raises :class:`~langdu.BatchError` where the batch cannot begin or go on;
    what is done is kept.
    """
    places = Places(site.resolve())
    keys = Keys(recipe, identity_of(recipe), corrections_of(recipe))
    shop = Shop(
        _pickled(recipe),
        keys.identity,
        keys.corrections.version,
        places.site,
        limit=manner.limit,
        driver=this_process(),
    )
    plan = Plan(shop, keys, manner, places)
    with contextlib.ExitStack() as stack:
        stack.enter_context(alone(places, tell))
        listing = stack.enter_context(Listing(places.books / "listing.sqlite3"))
        fetching = stack.enter_context(Fetching(manner, allow_private=recipe.allow_private))
        jobs = manner.jobs or os.cpu_count() or 1
        window = manner.window * jobs if executor is None or manner.jobs else _WINDOW
        if executor is None:
            executor = LocalPool(jobs)
            stack.callback(executor.shutdown, cancel_futures=True)

        def fetch(order: Order, wishes: Sequence[Wish]) -> "Future[dict[str, Refusal]]":
            return fetching.submit(Kept(places.pages(order.source.slug)), wishes)

        driver = Driver(executor, work, fetch, window)
        try:
            for step in driver.run(plan.steps(iter(sources), listing)):
                yield from _outcomes(step, keys, places, tell)
            yield from close(places, listing, recipe, manner, tell)
        except OSError as error:  # of the books, which the driver writes too
            raise no_room(error) or BatchError(f"stopped: {error}") from error


def _outcomes(
    step: Settled | Ended, keys: Keys, places: Places, tell: Callable[[str], None]
) -> tuple[Outcome, ...]:
    if isinstance(step, Settled):
        return step.outcomes
    if isinstance(step.result, Exception):
        return (_lost(step.order, step.result, keys, places),)
    for remark in step.result.remarks:
        tell(f"{step.order.source.key}: {remark}")
    return step.result.outcomes


def _lost(order: Order, error: Exception, keys: Keys, places: Places) -> Outcome:
    """An order that nobody carried out: the driver writes down why."""
    if full := no_room(error):
        raise full from error
    ledger = Ledger(places, order.source)
    content = ledger.receipt.content or ""
    if not order.source.fetched:
        with contextlib.suppress(LoadError):
            content = content_of(order.source)
    mark = Mark(keys.source(content), reason=reason_of(error), passing=is_passing(error))
    return ledger.fail(mark, content)


def _pickled(recipe: Recipe) -> bytes:
    try:
        return pickle.dumps(recipe)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise BatchError(
            f"the recipe cannot be sent to other processes: {error}; name engines instead of "
            "making them"
        ) from error
