"""What an engine is to langdu: anything that turns texts into texts of another language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from langdu.article import Model


@dataclass(frozen=True, slots=True)
class Translated:
    """The translation of one text. ``score`` is the model's mean log-probability a token."""

    text: str
    score: float | None = None


@runtime_checkable
class Translator(Protocol):
    """A translation engine.

    One call gets all the texts of an article for one direct step between two languages, so that
    the engine can batch them; langdu finds the steps (:mod:`langdu.translation.paths`).
    """

    @property
    def name(self) -> str:
        """The engine's name, as it is written into a translated article."""
        ...

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The language pairs (from, to) that this engine translates in one step."""
        ...

    def model(self, source: str, target: str) -> Model:
        """The model of a pair. Raises :class:`~langdu.MissingModel` where there is none."""
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translated]:
        """Translate texts, one result for each, in order.

        Raises :class:`~langdu.MissingModel` for a pair that is not in :meth:`pairs`, and
        :class:`~langdu.TranslationError` where the engine fails.
        """
        ...

    def close(self) -> None:
        """Let models go. Calling it twice is harmless."""
        ...
