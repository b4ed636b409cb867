"""The figures as data, for programs that compare two runs."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from benchmarks.extraction.extractors import Facts
from benchmarks.extraction.gold import GoldFacts
from benchmarks.extraction.running import Found, Row
from benchmarks.extraction.samples import Sample, SampleSet
from benchmarks.extraction.timing import Speed


def texts(
    sets: Sequence[SampleSet], rows: Mapping[str, Sequence[Row]], samples: Sequence[Sample]
) -> dict[str, object]:
    """By set and extractor: the score, and ``[both, extra, missing]`` shingles of every page."""
    return {
        pages.key: {row.extractor: _row(row, pages.of(samples)) for row in rows[pages.key]}
        for pages in sets
    }


def errors(found: Mapping[str, Mapping[str, Found]]) -> dict[str, object]:
    """By extractor and page: what was raised."""
    return {
        name: {key: page.error for key, page in pages.items() if page.error}
        for name, pages in found.items()
    }


def facts(
    gold: Mapping[str, GoldFacts], found: Mapping[str, Mapping[str, Facts]]
) -> dict[str, object]:
    """By extractor and page: ``title`` and ``day`` right or wrong (``null``: no gold), ``date``."""
    return {
        name: {
            key: {
                "title": gold[key].has_title(given) if gold[key].titles else None,
                "day": gold[key].has_day(given) if gold[key].dates else None,
                "date": given.date,
            }
            for key, given in pages.items()
        }
        for name, pages in found.items()
    }


def speeds(measured: Mapping[str, Sequence[Speed]]) -> dict[str, object]:
    """By set: name, pages a second, ratio to trafilatura."""
    return {key: [asdict(one) for one in several] for key, several in measured.items()}


def _row(row: Row, samples: Sequence[Sample]) -> dict[str, object]:
    score = row.score
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "empty": row.empty,
        "errors": row.errors,
        "pages": {
            sample.id: [page.both, page.extra, page.missing]
            for sample, page in zip(samples, row.overlaps, strict=True)
        },
    }
