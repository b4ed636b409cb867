"""One sentence on one step between two languages: its text, its demands, its candidates."""

from dataclasses import dataclass

from langdu.article import Check
from langdu.translation.facts import Demands
from langdu.translation.translator import Link


@dataclass(frozen=True, slots=True)
class Job:
    """A sentence to be translated from ``lang`` into ``demands.target``.

    ``text`` is the source sentence itself on the first step of a way, and later what the step
    before made of it; ``links`` then join the two. The demands are always those of the source.
    ``terms``: words of ``text`` that the user's glossary translates, and how. ``marked``: the
    source has inline marks, so links are wanted. ``context``: the sentences before and after.
    """

    demands: Demands
    text: str
    lang: str
    links: tuple[Link, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    marked: bool = False
    context: tuple[str, str] = ("", "")

    @property
    def first(self) -> bool:
        """Whether this is the first step of the way."""
        return self.lang == self.demands.facts.lang


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible translation of a job, ready to be read, and what the checks say of it."""

    text: str
    score: float | None
    checks: tuple[Check, ...]
    faults: int
    links: tuple[Link, ...] = ()
