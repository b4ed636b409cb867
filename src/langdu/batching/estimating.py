"""What a batch would do, how long it would take and how much room: from a sample that is made."""

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any, Final

from langdu.batching.corrections import corrections_of
from langdu.batching.driver import Begin
from langdu.batching.identity import identity_of
from langdu.batching.keys import Keys
from langdu.batching.orders import Shop
from langdu.batching.places import Places
from langdu.batching.planning import Plan
from langdu.batching.recipe import Manner, Recipe
from langdu.batching.running import run
from langdu.batching.sources import Source, Trouble

#: Sources of the sample. The first pays for loading the models, so the median is taken.
SAMPLE: Final = 3


@dataclass(frozen=True, slots=True)
class Estimate:
    """What would be done.

    ``sources`` the list has, of which ``settled`` need nothing and ``failing`` failed for good;
    ``troubles``: lines that are no source, or name one again; ``due`` are to be worked on,
    ``fetches`` of them fetched first. ``sample``: how many were made to measure; ``seconds`` and
    ``bytes`` are for all that are due (``None`` without a sample), the seconds with ``jobs``
    processes and without the waits of fetching.
    """

    sources: int = 0
    settled: int = 0
    failing: int = 0
    troubles: int = 0
    due: int = 0
    fetches: int = 0
    jobs: int = 1
    sample: int = 0
    seconds: float | None = None
    bytes: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """As plain data, ready for ``json``."""
        return asdict(self)

    def lines(self) -> list[str]:
        """For a person."""
        lines = [
            f"{self.sources} sources: {self.settled} need nothing, {self.due} to do "
            f"({self.fetches} to fetch first), {self.failing} failed before and stay so",
        ]
        if self.troubles:
            lines.append(f"{self.troubles} lines of the list give no source, or one that was there")
        if self.seconds is not None and self.bytes is not None:
            lines.append(
                f"about {_time(self.seconds)} with {self.jobs} jobs and {_size(self.bytes)} on the "
                f"disk, by a sample of {self.sample}; waits of fetching come on top"
            )
        elif self.due:
            lines.append("no estimate: none of the sample could be made")
        return lines


def estimate(
    sources: Iterable[Source | Trouble],
    site: Path,
    recipe: Recipe,
    manner: Manner,
    tell: Callable[[str], None],
) -> Estimate:
    """Look at every source, and make the first that are due in a folder that goes at the end.

    Nothing is written below ``site``.
    """
    keys = Keys(recipe, identity_of(recipe), corrections_of(recipe))
    plan = Plan(Shop(b"", keys.identity, "", site), keys, manner, Places(site.resolve()))
    jobs = manner.jobs or os.cpu_count() or 1
    found, sample = _look(plan, sources)
    found = replace(found, jobs=jobs)
    if not sample:
        return found
    with tempfile.TemporaryDirectory(prefix="langdu-") as folder:
        trial = replace(manner, jobs=1, refresh=False)
        outcomes = list(run(sample, Path(folder), recipe, trial, tell=tell))
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    times = [
        sum(outcome.seconds for outcome in group)
        for _, group in groupby(outcomes, key=lambda outcome: outcome.slug)
    ]
    made = len({outcome.slug for outcome in outcomes if outcome.state == "made"})
    if not made:
        return found
    return replace(
        found,
        sample=len(sample),
        seconds=median(times) * found.due / jobs,
        bytes=size // len(sample) * found.due,
    )


def _look(plan: Plan, sources: Iterable[Source | Trouble]) -> tuple[Estimate, list[Source]]:
    counts = dict.fromkeys(("sources", "settled", "failing", "troubles", "due", "fetches"), 0)
    sample: list[Source] = []
    for source in sources:
        if isinstance(source, Trouble):
            counts["troubles"] += 1
            continue
        counts["sources"] += 1
        step = plan.step(source)
        if isinstance(step, Begin):
            counts["due"] += 1
            counts["fetches"] += bool(step.wishes)
            if len(sample) < SAMPLE:
                sample.append(source)
        else:
            failing = any(outcome.state == "failed" for outcome in step.outcomes)
            counts["failing" if failing else "settled"] += 1
    return Estimate(**counts), sample


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size < 1e9 else f"{size / 1e9:.1f} GB"
