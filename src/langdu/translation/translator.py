"""What an engine is to langdu: anything that turns texts into texts of another language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from langdu.article import Model


@dataclass(frozen=True, slots=True)
class Link:
    """Characters of a source text (``start``, ``end``) that became characters of its translation.

    ``weight``: how sure the model is, 0 to 1.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    weight: float


@dataclass(frozen=True, slots=True)
class Translated:
    """The translation of one text.

    ``score`` is the model's mean log-probability a token. ``others`` are its next best hypotheses,
    best first, and ``links`` tells which words became which, where a :class:`Request` asked for
    them and the engine has them.
    """

    text: str
    score: float | None = None
    others: tuple["Translated", ...] = ()
    links: tuple[Link, ...] = ()


def never() -> bool:
    """Nobody calls the work off."""
    return False


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of an engine beside the best translation.

    An engine may ignore all of it but ``cancelled``.

    ``hypotheses``: how many to give for a text, the best included. ``links``: which words became
    which. ``avoid_repeats``: for texts that came out as a loop: decode so that no phrase repeats.
    ``terms``: (source, target) words that the translation should use. ``context``: for each text
    the sentence before it and the one after it, empty where there is none; no context at all if
    the tuple is empty. ``cancelled``: asked between batches; when it says yes, the engine stops
    with :class:`~langdu.Cancelled`.
    """

    hypotheses: int = 1
    links: bool = False
    avoid_repeats: bool = False
    terms: tuple[tuple[str, str], ...] = ()
    context: tuple[tuple[str, str], ...] = ()
    cancelled: Callable[[], bool] = field(default=never, compare=False)


#: The best translation and nothing else.
PLAIN = Request()


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

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        """Translate texts, one result for each, in order.

        Raises :class:`~langdu.MissingModel` for a pair that is not in :meth:`pairs`,
        :class:`~langdu.Cancelled` where ``request.cancelled()`` said yes, and
        :class:`~langdu.TranslationError` where the engine fails.
        """
        ...

    def close(self) -> None:
        """Let models go. Calling it twice is harmless."""
        ...
