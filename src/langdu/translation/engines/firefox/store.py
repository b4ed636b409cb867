"""Firefox's models for the command line ``langdu models --engine firefox``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from langdu.translation.engines.firefox.installed import (
    FirefoxModel,
    default_directory,
    installed,
    remove,
)
from langdu.translation.engines.firefox.installing import add, update
from langdu.translation.packages.watching import Watcher


class FirefoxStore:
    """The models in langdu's folder of the user's data."""

    engine: Final = "firefox"

    def place(self) -> Path:
        """langdu's folder."""
        return default_directory()

    def installed(self) -> list[FirefoxModel]:
        """The models that are here, the newest of each pair."""
        return installed()

    def add(
        self, wanted: Sequence[str], *, index: str | None, again: bool, watcher: Watcher
    ) -> list[FirefoxModel]:
        """Install pairs from the index, or folders with a model's files."""
        return add(wanted, index=index, again=again, watcher=watcher)

    def update(
        self, wanted: Sequence[str], *, index: str | None, watcher: Watcher
    ) -> list[FirefoxModel]:
        """Install what the index has in newer versions."""
        return update(wanted, index=index, watcher=watcher)

    def remove(self, wanted: Sequence[str]) -> list[FirefoxModel]:
        """Remove models by their pairs."""
        return remove(wanted)
