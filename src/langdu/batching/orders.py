"""What the driver and those who work for it say to each other. All of it can be pickled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from langdu.batching.identity import Identity
from langdu.batching.kept import Refusal, Wish
from langdu.batching.outcomes import Outcome
from langdu.batching.sources import Source


@dataclass(frozen=True, slots=True)
class Shop:
    """What is the same for all orders of a batch: the recipe, pickled, and where things lie.

    Bytes, so that who works can tell at once whether it is the recipe that he knows.
    ``corrections`` is their version: who works reads them, and again when it is another. ``lock``:
    whether he must say, by a lock in the books, that he is at work. ``limit``: seconds for an
    article, 0 for as many as it takes; ``driver`` is the process whose orders they are.
    """

    recipe: bytes
    identity: Identity
    corrections: str
    site: Path
    lock: bool = True
    limit: float = 0.0
    driver: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One source to work on. ``failures``: addresses that cannot be had, and why."""

    shop: Shop
    source: Source
    retrying: bool = False
    failures: Mapping[str, Refusal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """An order that was carried out: what became of its units; remarks are told to a person."""

    outcomes: tuple[Outcome, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order that can go on when these addresses were fetched."""

    wishes: tuple[Wish, ...]
