"""What whoever asks for models gets to hear while it goes on."""

from pathlib import Path
from typing import Final, Protocol


class StoredModel(Protocol):
    """A model on this machine, of any engine."""

    @property
    def name(self) -> str:
        """Its name: ``translate-zh_en``."""

    @property
    def source(self) -> str:
        """The language that it translates from."""

    @property
    def target(self) -> str:
        """The language that it translates to."""

    @property
    def version(self) -> str:
        """Its version; empty where it says none."""

    @property
    def demo(self) -> bool:
        """Whether it knows its own page only."""

    @property
    def size(self) -> int:
        """Bytes on the disk."""

    @property
    def path(self) -> Path:
        """The folder that it is in."""


class Watcher:
    """Keeps silent; the command line overrides what it shows."""

    def note(self, text: str) -> None:
        """Something that a person should know and that is no failure."""

    def downloading(self, name: str, done: int, total: int | None) -> None:
        """``done`` bytes of a model are there; ``total`` where it is known."""

    def added(self, model: StoredModel) -> None:
        """A model is in its place."""

    def kept(self, model: StoredModel) -> None:
        """Nothing was to do: a model as new as the index's is installed, and it works."""


SILENT: Final = Watcher()
