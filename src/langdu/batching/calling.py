"""``langdu.batch``: many sources, many languages, one site."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from os import PathLike
from pathlib import Path

from langdu.batching.outcomes import Outcome
from langdu.batching.recipe import PLAIN, USUAL, Manner, Recipe
from langdu.batching.running import run
from langdu.batching.sources import Source, Trouble, read_list
from langdu.batching.sources.making import Item, source_of
from langdu.loading import web_address

#: A list (a path, an address, ``-``), or the sources themselves.
Sources = str | PathLike[str] | Iterable[str | PathLike[str] | Source]


def batch(
    sources: Sources,
    *,
    out: str | PathLike[str],
    to: Iterable[str] | None = None,
    recipe: Recipe = PLAIN,
    manner: Manner = USUAL,
    executor: Executor | None = None,
    list_format: str | None = None,
    tell: Callable[[str], None] | None = None,
) -> Iterator[Outcome]:
    """Make a site of many sources in the folder ``out``, and say what became of each unit.

    ``sources`` is a list (URLs or paths, a folder, a feed, a sitemap, a WARC file, JSON Lines:
    ``list_format`` names it where the content does not tell), or an iterable of addresses and
    paths. ``to``: languages, instead of those of the ``recipe``. A unit is an article in one
    language and one form; its outcome comes as soon as its article has ended. What an earlier run
    made from the same is kept. Nothing happens until the first outcome is asked for; closing the
    iterator ends the batch. By default processes of this machine do the work; with an
    ``executor`` (any :class:`concurrent.futures.Executor`) its workers do, and it stays open.
    ``tell`` is called with what a person should know; without it, that is logged.

    Raises :class:`~langdu.BatchError` where the batch cannot begin or go on,
    :class:`~langdu.ListError` where the list cannot be read, and :class:`~langdu.MissingModel`
    for a language that no model reaches.
    """
    if to is not None:
        recipe = replace(recipe, to=(to,) if isinstance(to, str) else tuple(to))
    listed = (
        from_list(str(sources), list_format, allow_private=recipe.allow_private)
        if isinstance(sources, str | PathLike)
        else from_names(sources)
    )
    return run(listed, Path(out), recipe, manner, executor, tell or _log)


def from_list(place: str, kind: str | None, *, allow_private: bool) -> Iterator[Source | Trouble]:
    """The sources of a list, and between them what is wrong with it."""
    troubles: deque[Trouble] = deque()
    for source in read_list(place, report=troubles.append, kind=kind, allow_private=allow_private):
        while troubles:
            yield troubles.popleft()
        yield source
    yield from troubles


def from_names(names: Iterable[str | PathLike[str] | Source]) -> Iterator[Source | Trouble]:
    """Addresses and paths as sources; paths are told apart from the working folder on."""
    here = Path.cwd()
    for name in names:
        if isinstance(name, Source):
            yield name
        elif address := web_address(name):
            yield source_of(Item(address, url=address), here)
        else:
            yield source_of(Item(str(name), path=Path(name)), here)


def _log(line: str) -> None:
    logging.getLogger("langdu").info(line)
