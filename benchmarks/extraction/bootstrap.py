"""Whether one extractor is better than another on these pages, or was lucky with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.extraction.metric import Overlap

RESAMPLES: Final = 10_000
SEED: Final = 20200330

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Difference:
    """F1 of the one less F1 of the other over resamples of the pages.

    ``mean``, the interval that holds 95% of the differences, and the share of resamples in which
    the first has the higher F1.
    """

    mean: float
    low: float
    high: float
    wins: float


def paired(first: Sequence[Overlap], second: Sequence[Overlap]) -> Difference:
    """A paired bootstrap: the same pages are drawn, with replacement, for both."""
    number = len(first)
    draws = np.random.default_rng(SEED).multinomial(number, [1 / number] * number, RESAMPLES)
    difference = _f1(first, draws) - _f1(second, draws)
    low, high = np.quantile(difference, [0.025, 0.975])
    wins = float(np.mean(difference > 0))
    return Difference(float(np.mean(difference)), float(low), float(high), wins)


def _f1(overlaps: Sequence[Overlap], draws: NDArray[np.int64]) -> Floats:
    precision = _averages([page.precision for page in overlaps], draws)
    recall = _averages([page.recall for page in overlaps], draws)
    both = precision + recall
    f1: Floats = np.divide(2 * precision * recall, both, out=np.zeros_like(both), where=both > 0)
    return f1


def _averages(values: Sequence[float | None], draws: NDArray[np.int64]) -> Floats:
    known = np.array([value is not None for value in values], dtype=float)
    sums: Floats = draws @ np.array([value or 0.0 for value in values])
    counts = draws @ known
    averages: Floats = np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0)
    return averages
