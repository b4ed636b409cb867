"""What a person sees while models are installed: a bar for each download, a line for each model."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from langdu.cli import common
from langdu.translation.packages.watching import StoredModel, Watcher

if TYPE_CHECKING:  # rich takes its time
    from rich.progress import Progress, TaskID


@contextmanager
def shown() -> Iterator[Watcher]:
    """A watcher that prints results, and on a terminal shows how a download goes on."""
    watcher = _Shown()
    try:
        yield watcher
    finally:
        watcher.end_bar()


class _Shown(Watcher):
    def __init__(self) -> None:
        self._bar: tuple[str, Progress, TaskID] | None = None

    def note(self, text: str) -> None:
        self.end_bar()
        common.fail(text)

    def downloading(self, name: str, done: int, total: int | None) -> None:
        if self._bar is None or self._bar[0] != name:
            self.end_bar()
            if not sys.stderr.isatty():  # asked before: what rich puts there may say no
                return
            self._bar = _start(name)
        _, progress, task = self._bar
        progress.update(task, completed=done, total=total)

    def added(self, model: StoredModel) -> None:
        self.end_bar()
        common.echo(f"added {model.source}-{model.target} version {model.version or '?'}")

    def kept(self, model: StoredModel) -> None:
        version = model.version or "?"
        common.echo(f"{model.source}-{model.target} is up to date: version {version}")

    def end_bar(self) -> None:
        """Leave the bar as it stands; what comes next is below it."""
        if self._bar:
            self._bar[1].stop()
            self._bar = None


def _start(name: str) -> "tuple[str, Progress, TaskID]":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        redirect_stdout=False,
    )
    task = progress.add_task(name, total=None)  # made by langdu of letters: no markup in it
    progress.start()
    return name, progress, task
