"""Every extractor on every page: what it found, and what it raised."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.extraction.extractors import Extractor, Facts
from benchmarks.extraction.metric import Overlap, Score, average, compare
from benchmarks.extraction.samples import Sample, SampleSet


@dataclass(frozen=True, slots=True)
class Found:
    """The text that an extractor found on a page; ``error`` is what it raised instead."""

    text: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An extractor on the pages of a set: overlaps page by page, in the order of the pages."""

    extractor: str
    overlaps: tuple[Overlap, ...]
    empty: int
    errors: int

    @property
    def score(self) -> Score:
        """The averages of the set."""
        return average(self.overlaps)


def run(extractor: Extractor, samples: Iterable[Sample]) -> dict[str, Found]:
    """What an extractor finds, by the ids of the pages. An exception is an empty text, counted."""
    found = {}
    for sample in samples:
        try:
            found[sample.id] = Found(extractor.text(sample.html(), sample.url))
        except Exception as error:  # whatever a peer raises is a result of it
            found[sample.id] = Found("", f"{type(error).__name__}: {error}"[:200])
    return found


def run_facts(extractor: Extractor, samples: Iterable[Sample]) -> dict[str, Facts]:
    """The title and date that an extractor gives; nothing where it raises."""
    found = {}
    for sample in samples:
        try:
            found[sample.id] = extractor.facts(sample.html(), sample.url)
        except Exception:  # the same pages' errors are counted with their texts
            found[sample.id] = Facts()
    return found


def row(
    extractor: str, found: Mapping[str, Found], pages: SampleSet, samples: Sequence[Sample]
) -> Row:
    """The score of one extractor on the pages of one set."""
    mine = [(sample, found[sample.id]) for sample in pages.of(samples)]
    return Row(
        extractor,
        tuple(compare(s.gold, f.text, characters=pages.characters(s)) for s, f in mine),
        empty=sum(not f.text.strip() for _, f in mine),
        errors=sum(f.error is not None for _, f in mine),
    )


def rows(
    sets: Sequence[SampleSet], found: Mapping[str, Mapping[str, Found]], samples: Sequence[Sample]
) -> dict[str, list[Row]]:
    """By set: a row for every extractor, in the order in which they ran."""
    return {
        pages.key: [row(name, texts, pages, samples) for name, texts in found.items()]
        for pages in sets
    }


def halves(samples: Sequence[Sample], seed: int) -> tuple[list[Sample], list[Sample]]:
    """Two random halves with as many pages of every source and language."""
    shuffled = list(samples)
    random.Random(seed).shuffle(shuffled)
    shuffled.sort(key=lambda sample: (sample.source, sample.lang))
    return shuffled[::2], shuffled[1::2]
