"""What the command line needs of an engine's models, and that of the ``argos`` engine."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from langdu.translation.packages.installed import Package, default_directory, installed
from langdu.translation.packages.installing import add, update
from langdu.translation.packages.placing import remove
from langdu.translation.packages.watching import StoredModel, Watcher


class ModelStore(Protocol):
    """The models of one engine. Everything raises errors of langdu's tree only."""

    @property
    def engine(self) -> str:
        """The name of the engine."""

    def place(self) -> Path:
        """The folder in which the models are."""

    def installed(self) -> Sequence[StoredModel]:
        """The models that are here and whole."""

    def add(
        self, wanted: Sequence[str], *, index: str | None, again: bool, watcher: Watcher
    ) -> object:
        """Install pairs or files; tells the watcher of each model that was added or kept."""

    def update(self, wanted: Sequence[str], *, index: str | None, watcher: Watcher) -> object:
        """Bring these pairs, or all that are installed, up to date."""

    def remove(self, wanted: Sequence[str]) -> Sequence[StoredModel]:
        """Remove pairs; gives what was removed."""


class ArgosStore:
    """The packages in argostranslate's folder."""

    engine: Final = "argos"

    def place(self) -> Path:
        """argostranslate's own folder."""
        return default_directory()

    def installed(self) -> list[Package]:
        """The packages that are whole."""
        return installed()

    def add(
        self, wanted: Sequence[str], *, index: str | None, again: bool, watcher: Watcher
    ) -> list[Package]:
        """Install pairs from the index, or ``.argosmodel`` files."""
        return add(wanted, index=index, again=again, watcher=watcher)

    def update(
        self, wanted: Sequence[str], *, index: str | None, watcher: Watcher
    ) -> list[Package]:
        """Install what the index has in newer versions."""
        return update(wanted, index=index, watcher=watcher)

    def remove(self, wanted: Sequence[str]) -> list[Package]:
        """Remove packages by their pairs."""
        return remove(wanted)
