"""A glossary: the shipped terms and the user's, and which of them a text has."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from langdu.translation.glossary.matching import Matcher, fold
from langdu.translation.glossary.shipped import shipped_entries
from langdu.translation.glossary.table import read_table
from langdu.translation.glossary.term import Entry, Found, Term


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in several languages, any of which may be translated into any other.

    ``warnings`` has a line for each row that a later one replaces.
    """

    entries: tuple[Entry, ...] = ()
    warnings: tuple[str, ...] = ()
    _matchers: dict[tuple[str, str], Matcher] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def load(
        cls, files: Sequence[str | os.PathLike[str]] = (), *, shipped: bool = True
    ) -> "Glossary":
        """The shipped terms, unless not wanted, and those of files, which override them.

        Of rows for one term the later counts, of files the later. Raises
        :class:`~langdu.GlossaryError` naming file and line.
        """
        own = [entry for file in files for entry in read_table(Path(file))]
        return cls((*(shipped_entries() if shipped else ()), *own), tuple(_replaced(own)))

    def terms(self, text: str, source: str, target: str) -> tuple[Found, ...]:
        """The terms of a text in its order, without overlaps: the longest wins.

        Words are found whole where the language sets spaces; in English and Russian capital
        letters do not count.
        """
        pair = (source, target)
        matcher = self._matchers.get(pair)
        if matcher is None:  # two threads may build it: they build the same
            matcher = Matcher.of(self._pair(source, target), source)
            self._matchers[pair] = matcher
        return matcher.find(text)

    def usual(self, term: Term, source: str, target: str) -> tuple[str, ...]:
        """What the shipped tables have for a term in ``target``, the preferred form first."""
        return tuple(
            form
            for entry in self.entries
            if entry.shipped and term.source in entry.forms.get(source, ())
            for form in entry.forms.get(target, ())
        )

    def _pair(self, source: str, target: str) -> Iterator[Term]:
        for entry in self.entries:
            accepted = entry.forms.get(target, ())
            if accepted:
                for form in entry.forms.get(source, ()):
                    yield Term(form, accepted[0], accepted, entry.kind, entry.shipped)

    @staticmethod
    def digest_of(found: Iterable[Found]) -> str:
        """A digest of the terms of a text, whatever their order; empty where there are none.

        A translation that was made with other terms has another digest.
        """
        terms = sorted({(one.term.source, one.term.accepted) for one in found})
        if not terms:
            return ""
        text = json.dumps(terms, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def _replaced(entries: Iterable[Entry]) -> Iterator[str]:
    """A line for each row whose term, in the first language of both, a later one has again."""
    seen: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        first, *others = entry.forms
        said: set[str] = set()
        for form in entry.forms[first]:
            for other in others:
                key = (first, other, fold(form, first))
                before = seen.get(key)
                if before and before is not entry and before.where not in said:
                    said.add(before.where)
                    yield f"{entry.where}: {form!r} replaces that of {before.where}"
                seen[key] = entry
