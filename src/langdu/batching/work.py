"""What a process does for a batch: one order after the other, with tools that are made once."""

import os
import pickle
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from langdu import plugins
from langdu.batching.corrections import corrections_of
from langdu.batching.identity import Identity, identity_of
from langdu.batching.keys import Keys
from langdu.batching.limits import limited
from langdu.batching.making import make
from langdu.batching.orders import Done, Order, Wanted
from langdu.batching.places import Places
from langdu.batching.recipe import Recipe
from langdu.batching.troubles import no_room
from langdu.errors import BatchError, LangduError
from langdu.reader import Reader
from langdu.speech.voice import Voice

#: Engines that can be held to one thread: every process has one core for itself, and the order in
#: which threads share a batch decides the last digits of a score.
_THREADED = frozenset({"argos", "ctranslate2", "firefox"})


def work(order: Order) -> Done | Wanted:
    """Carry out an order: the function that goes to the executor.

    Raises :class:`~langdu.BatchError` where this process is not fit for it, and where nothing can
    be written any more.
    """
    keys, reader = _tools(order.shop.recipe, order.shop.identity, order.shop.corrections)
    try:
        with _at_work(order), limited(order.shop.limit, order.shop.driver):
            return make(order, keys, reader)
    except OSError as error:
        if full := no_room(error):
            raise full from error
        raise


@lru_cache(maxsize=1)
def _tools(pickled: bytes, identity: Identity, _corrections: str) -> tuple[Keys, Reader]:
    """The reader of this process, with models and voices that are loaded once."""
    recipe: Recipe = pickle.loads(pickled)  # nosec B301 # noqa: S301 - the driver's own, sent by the executor
    if reason := unfit(recipe, identity):
        raise BatchError(f"the worker on {socket.gethostname()} is not fit: {reason}")
    return Keys(recipe, identity, corrections_of(recipe)), reader_of(recipe)


def unfit(recipe: Recipe, identity: Identity) -> str | None:
    """Why this process would make something else than the driver's identity says, if it would."""
    try:
        differences = identity.differences(identity_of(recipe))
    except LangduError as error:
        return str(error)
    return f"{'; '.join(differences)}: install the same on both" if differences else None


def reader_of(recipe: Recipe) -> Reader:
    """The facade with the engines of a recipe."""
    options = dict(recipe.translator_options)
    if recipe.translator in _THREADED:
        options.setdefault("threads", "1")
    memory = recipe.memory
    return Reader(
        recipe.translator,
        voice_of(recipe) if recipe.audio else recipe.voice,
        allow_private=recipe.allow_private,
        rules=recipe.rules,
        translator_options=options,
        glossary=recipe.glossary,
        memory=_own_memory() if memory is True else memory or None,
    )


def voice_of(recipe: Recipe) -> Voice:
    """The speech engine, which knows the pronunciations of the recipe, or of the user."""
    from langdu.speech.pronounce import load, of_user
    from langdu.speech.pronounced import pronounced

    words = load(recipe.pronounce) if recipe.pronounce else of_user()
    return pronounced(plugins.voice(recipe.voice), words)


def _own_memory() -> Path:
    from langdu.translation.memory.database import default_file

    return default_file()


@contextmanager
def _at_work(order: Order) -> Iterator[None]:
    """Hold a lock while working: the next run waits for processes that outlived their driver."""
    if not order.shop.lock:
        yield
        return
    from filelock import FileLock

    folder = Places(order.shop.site).workers
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f"{socket.gethostname()}-{os.getpid()}-{threading.get_ident()}.lock"):
        yield
