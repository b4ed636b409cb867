"""A TMX file → the memory: who counts as the author of what is in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from langdu.errors import TranslationError
from langdu.translation.memory.entry import Entry, Key
from langdu.translation.memory.store import Memory
from langdu.translation.memory.tmx import Unit
from langdu.translation.memory.tmx_reader import read_tmx

#: ``edited``: what langdu exported and nobody changed stays what it was, and all else is a
#: person's. ``person``: everything is a person's. ``machine``: nothing is; what names no engine is
#: passed over, since no search could find it.
Authors: TypeAlias = Literal["edited", "person", "machine"]


@dataclass(frozen=True, slots=True)
class Imported:
    """How many entries were taken as persons', as machines', and passed over."""

    persons: int
    machines: int
    passed_over: int


def import_tmx(memory: Memory, path: Path, authors: Authors = "edited") -> Imported:
    """Take the entries of a TMX file into the memory.

    The file is read twice, so that nothing is taken from one that turns out to be broken. Raises
    :class:`~langdu.TranslationError` for a file that is refused or broken, and where the memory
    cannot be written.
    """
    if not path.is_file():  # a pipe cannot be read twice
        raise TranslationError(f"{path} is no file")
    passed_over = sum(_as(unit, authors) is None for unit in read_tmx(path))
    counts = {True: 0, False: 0}

    def wanted() -> Iterator[tuple[Key, Entry]]:
        for unit in read_tmx(path):
            if taken := _as(unit, authors):
                counts[taken[1].person] += 1
                yield taken

    memory.put(wanted())
    return Imported(counts[True], counts[False], passed_over)


def _as(unit: Unit, authors: Authors) -> tuple[Key, Entry] | None:
    """A unit as an entry of the author that it counts as; ``None`` where it is passed over."""
    key, entry = unit.key, unit.entry
    if authors == "machine":
        return (key, replace(entry, person=False)) if key.engine else None
    if authors == "edited" and not unit.edited:
        return key, entry
    return Key(key.source, key.target), Entry(entry.text, "", entry.translation, person=True)
