"""What a person sees of a batch: a bar on a terminal, a line for each article elsewhere."""

import sys
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from langdu.cli import common

if TYPE_CHECKING:  # they take their time
    from rich.progress import Progress, TaskID

    from langdu.batching.outcomes import Outcome
    from langdu.batching.summary import Summary

#: A list that is longer, in sources or in bytes, is not counted before: it would cost too much.
_COUNTED: Final = 1_000_000
_MAX_BYTES: Final = 50_000_000


class Shown:
    """Shows a batch on standard error as it goes on. ``quiet``: only what a person should know."""

    def __init__(
        self, place: str, kind: str | None, summary: "Summary", *, quiet: bool = False
    ) -> None:
        self._place = place
        self._kind = kind
        self._summary = summary
        self._quiet = quiet
        self._slug: str | None = None
        self._bar: tuple[Progress, TaskID] | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        if not self._quiet and sys.stderr.isatty() and not common.is_plain():
            self._bar = self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def tell(self, line: str) -> None:
        """Something that a person should know."""
        common.tell(f"langdu: {line}")

    def outcome(self, outcome: "Outcome") -> None:
        """What became of a unit; those of an article come one after the other."""
        if self._quiet:
            return
        if outcome.state == "failed":
            from langdu.batching.summary import told

            self.tell(f"failed: {told(outcome)}")
            if self._bar:
                self._bar[0].update(self._bar[1], failed=self._summary.states["failed"])
        if outcome.slug is None or outcome.slug == self._slug:
            return
        self._slug = outcome.slug
        if self._bar:
            bar, task = self._bar
            bar.update(task, completed=self._summary.articles, name=outcome.slug)
        elif outcome.state == "made":
            self.tell(f"{outcome.state}: {outcome.slug} ({self._summary.articles} articles)")
        elif outcome.state in ("gone", "removed"):
            self.tell(f"{outcome.state}: {outcome.slug} ({outcome.source})")

    def _start(self) -> "tuple[Progress, TaskID]":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
        from rich.progress import TimeRemainingColumn as Remaining

        from langdu.cli.batch_rate import RateColumn

        bar = Progress(
            MofNCompleteColumn(),
            BarColumn(),
            RateColumn(),
            Remaining(compact=True),
            TextColumn("{task.fields[failed]} failed"),
            TextColumn("{task.fields[name]}", markup=False),
            console=Console(stderr=True),
        )
        self._stack.enter_context(bar)
        return bar, bar.add_task("", total=self._total(), name="", failed=0)

    def _total(self) -> int | None:
        """How many sources there are, where that can be told without reading them twice."""
        from langdu.batching.sources import read_list
        from langdu.errors import LangduError

        path = Path(self._place)
        try:
            if self._place == "-" or not (path.is_dir() or path.stat().st_size < _MAX_BYTES):
                return None
            sources = read_list(self._place, kind=self._kind, report=lambda trouble: None)
            count = sum(1 for _ in islice(sources, _COUNTED))
        except (OSError, LangduError):  # an address; or a list that is told to be broken later
            return None
        return count if count < _COUNTED else None
