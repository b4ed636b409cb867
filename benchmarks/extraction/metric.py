"""How much of a gold text was found, and how much else: overlap of shingles of four tokens.

The definition is that of scrapinghub's article-extraction-benchmark: a text is the multiset of its
runs of four tokens (a shorter text is one run); precision and recall are taken page by page and
averaged over the pages on which they are defined; F1 is the harmonic mean of the two averages. A
token there is a run of ``\\w``. Languages written without spaces have no such runs worth the name,
so ``characters`` makes every ideograph, kana, hangul syllable and Thai letter a token of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

SHINGLE: Final = 4

#: Kana, ideographs (also the rare ones), hangul syllables, Thai.
_ALONE: Final = (
    r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f"
    r"\U00020000-\U0003ffff"
)
_WORDS: Final = re.compile(r"\w+")
_CHARACTERS: Final = re.compile(rf"[{_ALONE}]|[^\W{_ALONE}]+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many shingles of a page are in both texts, only in the one found, only in the gold."""

    both: int
    extra: int
    missing: int

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; ``None`` where nothing was found."""
        found = self.both + self.extra
        return self.both / found if found else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found; ``None`` where the gold is empty."""
        gold = self.both + self.missing
        return self.both / gold if gold else None

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 where one of them is undefined."""
        return harmonic(self.precision or 0.0, self.recall or 0.0)


@dataclass(frozen=True, slots=True)
class Score:
    """The averages over the pages of a set."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the averages (not the average of the pages' F1)."""
        return harmonic(self.precision, self.recall)


def compare(gold: str, found: str, *, characters: bool) -> Overlap:
    """The overlap of two texts."""
    wanted, given = shingles(gold, characters=characters), shingles(found, characters=characters)
    both = (wanted & given).total()
    return Overlap(both, given.total() - both, wanted.total() - both)


def average(overlaps: Iterable[Overlap]) -> Score:
    """The score of a set of pages."""
    pages = list(overlaps)
    return Score(
        _mean([page.precision for page in pages if page.precision is not None]),
        _mean([page.recall for page in pages if page.recall is not None]),
    )


def shingles(text: str, *, characters: bool) -> Counter[tuple[str, ...]]:
    """The multiset of runs of four tokens; a shorter text is one run, an empty one has none."""
    tokens = (_CHARACTERS if characters else _WORDS).findall(text)
    if 0 < len(tokens) < SHINGLE:
        return Counter([tuple(tokens)])
    return Counter(zip(*(tokens[start:] for start in range(SHINGLE)), strict=False))


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean; 0 of two zeros."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
