"""How many pages a second: every call on the same page before any goes to the next one.

Seconds are of the processor (this process, all its threads), so that what else the machine does
counts for nothing. Pages lie decoded in memory; what a call raises takes its time like an answer.
"""

import contextlib
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.extraction.extractors import Extractor
from benchmarks.extraction.samples import Sample
from langdu.extraction import extract
from langdu.loading import load_page

ROUNDS: Final = 3
REFERENCE: Final = "trafilatura"

#: A name, and the call for one page: its text, its bytes, its address.
Call = tuple[str, Callable[[str, bytes, str], object]]


@dataclass(frozen=True, slots=True)
class Speed:
    """Pages a second, and how many times those of trafilatura: each the median of the rounds."""

    name: str
    pages: float
    ratio: float


def calls(extractors: Sequence[Extractor]) -> list[Call]:
    """What is timed: every extractor on the text; langdu and trafilatura also on the bytes, and
    trafilatura with the metadata, which langdu's article always has and its own text alone not."""
    return [
        *((e.name, lambda text, _, url, e=e: e.text(text, url)) for e in extractors),
        ("langdu, bytes", lambda _, data, url: extract(load_page(data))),
        ("trafilatura, bytes", lambda _, data, url: _trafilatura(data, url)),
        ("trafilatura, metadata", lambda text, _, url: _trafilatura(text, url, metadata=True)),
    ]


def measure(timed: Sequence[Call], samples: Sequence[Sample]) -> list[Speed]:
    """The speed of each call over these pages; ``trafilatura`` must be among them."""
    pages = [(sample.html(), sample.data(), sample.url) for sample in samples]
    rounds = [_round(timed, pages) for _ in range(ROUNDS)]
    return [
        Speed(
            name,
            statistics.median(len(pages) / took[name] for took in rounds),
            statistics.median(took[REFERENCE] / took[name] for took in rounds),
        )
        for name, _ in timed
    ]


def _round(timed: Sequence[Call], pages: Sequence[tuple[str, bytes, str]]) -> dict[str, float]:
    took = dict.fromkeys((name for name, _ in timed), 0.0)
    for page in pages:
        for name, call in timed:
            begin = time.process_time()
            with contextlib.suppress(Exception):
                call(*page)
            took[name] += time.process_time() - begin
    return took


def _trafilatura(page: str | bytes, url: str, *, metadata: bool = False) -> object:
    import trafilatura

    return trafilatura.extract(page, url=url, include_comments=False, with_metadata=metadata)
