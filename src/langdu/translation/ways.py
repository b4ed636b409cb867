"""The translations of an article's sentences along the ways that its targets need.

A way that another one begins with is taken once; a sentence that the memory knows is not
translated at all, nor are the steps before it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from langdu.article import Check
from langdu.translation.aids import Aids
from langdu.translation.facts import Demands, Facts, demand
from langdu.translation.glossary import Glossary
from langdu.translation.jobs import Job
from langdu.translation.memory import Entry, Key, digest
from langdu.translation.names import render
from langdu.translation.steps import take_step
from langdu.translation.translator import Link, Translator, never

#: So many sentences go through an engine before they are remembered: what a kill can cost.
BATCH: Final = 256
#: Part of what a remembered translation depends on: raise it when the rules of this package
#: change what they make of the same engine's answer.
_RULES: Final = "1"


@dataclass(frozen=True, slots=True)
class Done:
    """A finished translation of a sentence.

    ``person``: somebody wrote it. ``checks``: what they found; ``None`` if they have yet to run.
    """

    text: str
    score: float | None = None
    links: tuple[Link, ...] = ()
    person: bool = False
    checks: tuple[Check, ...] | None = None


class Ways:
    """Translates the sentences of one article; what was done once is kept for the next way."""

    def __init__(
        self,
        facts: Mapping[str, Facts],
        marked: frozenset[str],
        translator: Translator,
        aids: Aids,
        *,
        progress: Callable[[str, str], None] | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        self._facts = facts
        self._marked = marked
        self._translator = translator
        self._aids = aids
        self._glossary = aids.glossary or Glossary.load()
        self._progress = progress
        self._cancelled = cancelled
        self._done: dict[tuple[str, ...], dict[str, Done]] = {}
        self._neighbours = _neighbours(facts)
        self._demands: dict[tuple[str, str], Demands] = {}

    def demands(self, sentence: str, target: str) -> Demands:
        """What the translation of a sentence must hold."""
        key = (sentence, target)
        if key not in self._demands:
            self._demands[key] = demand(self._facts[sentence], target, self._glossary)
        return self._demands[key]

    def translate(self, way: tuple[str, ...], wanted: Sequence[str]) -> dict[str, Done]:
        """The translations of the sentences with the ids ``wanted`` at the end of a way.

        Sentences that say nothing are not in the result.
        """
        done = self._done.setdefault(way, {})
        ids = [
            sentence for sentence in wanted if sentence not in done and self._facts[sentence].text
        ]
        demands = {sentence: self.demands(sentence, way[-1]) for sentence in ids}
        self._recall(way, demands, done)
        missing = [sentence for sentence in ids if sentence not in done]
        for start in range(0, len(missing), BATCH):
            some = missing[start : start + BATCH]
            jobs = self._jobs(way, some, demands)
            if self._progress and start == 0:
                self._progress(way[-2], way[-1])
            found = take_step(self._translator, jobs, self._cancelled)
            for sentence, candidate in zip(some, found, strict=True):
                done[sentence] = Done(
                    candidate.text, candidate.score, candidate.links, checks=candidate.checks
                )
            self._remember(way, some, demands, done)
        return done

    def _jobs(
        self, way: tuple[str, ...], ids: Sequence[str], demands: Mapping[str, Demands]
    ) -> list[Job]:
        lang, target = way[-2:]
        if len(way) == 2:
            before = {sentence: Done(self._facts[sentence].text) for sentence in ids}
        else:
            before = self.translate(way[:-1], ids)
        return [
            Job(
                demands[sentence],
                before[sentence].text,
                lang,
                before[sentence].links,
                tuple(
                    (found.term.source, found.term.target)
                    for found in self._glossary.terms(before[sentence].text, lang, target)
                    if not found.term.shipped
                ),
                sentence in self._marked,
                self._neighbours[sentence] if len(way) == 2 else ("", ""),
            )
            for sentence in ids
        ]

    def _recall(
        self, way: tuple[str, ...], demands: Mapping[str, Demands], done: dict[str, Done]
    ) -> None:
        if not self._aids.memory or not demands:
            return
        keys = {
            sentence: (one.facts.text, self._digest(sentence, one))
            for sentence, one in demands.items()
        }
        found = self._aids.memory.find(self._key(way), list(dict.fromkeys(keys.values())))
        for sentence, key in keys.items():
            if entry := found.get(key):
                done[sentence] = Done(entry.translation, entry.score, entry.links, entry.person)

    def _remember(
        self,
        way: tuple[str, ...],
        ids: Sequence[str],
        demands: Mapping[str, Demands],
        done: Mapping[str, Done],
    ) -> None:
        if not self._aids.memory:
            return
        entries = [
            Entry(
                demands[sentence].facts.text,
                self._digest(sentence, demands[sentence]),
                done[sentence].text,
                done[sentence].score,
                links=done[sentence].links,
            )
            for sentence in ids
            if done[sentence].text
        ]
        self._aids.memory.add(self._key(way), entries)

    def _key(self, way: tuple[str, ...]) -> Key:
        models = [self._translator.model(a, b) for a, b in pairwise(way)]
        named = ";".join(f"{model.name} {model.version or ''}".strip() for model in models)
        return Key(way[0], way[-1], self._translator.name, named)

    def _digest(self, sentence: str, demands: Demands) -> str:
        """What of the glossary, the names and the settings shaped the translation."""
        terms = [f"{one.term.source}={one.term.target}" for one in demands.terms]
        names = [f"{name.text}={render(name, demands.target)}" for name in demands.names]
        links = "links" if sentence in self._marked else ""
        return digest([_RULES, links, *terms, *names])


def _neighbours(facts: Mapping[str, Facts]) -> dict[str, tuple[str, str]]:
    """For each sentence the one before it and the one after it."""
    ids = list(facts)
    texts = ["", *(facts[sentence].text for sentence in ids), ""]
    return {sentence: (texts[index], texts[index + 2]) for index, sentence in enumerate(ids)}
