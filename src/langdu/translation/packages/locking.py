"""Locks between processes that work on packages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from langdu.downloading import locking
from langdu.translation.packages.space import package_errors
from langdu.translation.packages.watching import SILENT, Watcher


@contextmanager
def held(file: Path, what: str, watcher: Watcher = SILENT) -> Iterator[None]:
    """Hold the lock ``file``, waiting for whoever has it; ``what`` it guards is told then.

    Raises :class:`~langdu.translation.packages.space.NoRoom` where the wait is too long or the file
    cannot be made.
    """
    with package_errors(), locking.held(file, what, watcher.note):
        yield
