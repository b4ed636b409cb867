"""The gold of titles and dates: read off the pages by people, see the README.

A headline is someone's sentence, so only the SHA-256 of what is left of it after folding is kept;
dates are facts and stand as they are.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.extraction.extractors import Facts
from benchmarks.extraction.samples import CJK, Sample

FILE: Final = Path(__file__).parent / "gold_metadata.jsonl"

_DATE: Final = re.compile(r"(?<!\d)(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?!\d)")
#: ``November 19, 2019``: some extractors give what the page writes.
_ENGLISH: Final = re.compile(r"([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}), (\d{4})")
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_TIME: Final = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class GoldFacts:
    """What is right for a page; nothing at all where its readers are not told (not scored).

    ``titles`` are keys of :func:`title_key`. ``dates`` are ISO 8601: the day, and the minute where
    the page shows it; several where it states the same moment in two time zones.
    """

    titles: tuple[str, ...]
    dates: tuple[str, ...]

    def has_title(self, found: Facts) -> bool:
        """Whether the title found is one of these, but for case, spaces and punctuation."""
        return found.title is not None and title_key(found.title) in self.titles

    def has_day(self, found: Facts) -> bool:
        """Whether the day found is one of these."""
        return moment(found.date)[:10] in {date[:10] for date in self.dates}

    def has_minute(self, found: Facts) -> bool:
        """Whether day and time found are one of these."""
        return moment(found.date) in self.dates

    @property
    def timed(self) -> bool:
        """Whether the page gives a time of day."""
        return any("T" in date for date in self.dates)


@dataclass(frozen=True, slots=True)
class FactSet:
    """A row of the second table, and what langdu is to reach there."""

    name: str
    pages: tuple[str, ...]
    title_target: float | None = None
    date_target: float | None = None


@dataclass(frozen=True, slots=True)
class FactScore:
    """Shares right of the pages that have a gold.

    ``None`` where no page has one, and for an extractor that never gives such a thing.
    """

    titles: float | None
    days: float | None
    minutes: float | None


def title_key(title: str) -> str:
    """SHA-256 of the letters and digits of a title, compatibility forms and case folded."""
    folded = unicodedata.normalize("NFKC", title).casefold()
    letters = "".join(character for character in folded if character.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()


def moment(date: str | None) -> str:
    """A date as an extractor gives it as ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM``, or nothing."""
    date = _ENGLISH.sub(_by_number, date or "")
    day = _DATE.search(date)
    if not day:
        return ""
    iso = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    time = _TIME.search(date, day.end())
    return f"{iso}T{int(time[1]):02}:{time[2]}" if time else iso


def read_gold(samples: Iterable[Sample], file: Path = FILE) -> dict[str, GoldFacts]:
    """The gold by page id; for mozilla's Latin pages the title that their manifest has."""
    gold = {sample.id: _of_manifest(sample) for sample in samples if sample.title}
    with file.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold[row["id"]] = GoldFacts(tuple(row["titles"]), tuple(row["dates"]))
    return gold


def fact_sets(samples: Iterable[Sample], gold: Mapping[str, GoldFacts]) -> Iterator[FactSet]:
    """The rows of the table, from the pages at hand that have a gold."""
    known = [sample for sample in samples if sample.id in gold]

    def ids(source: bool, *langs: str) -> tuple[str, ...]:
        return tuple(s.id for s in known if (s.source == "moz") == source and s.lang in langs)

    chinese = (*ids(False, "zh"), *ids(True, "zh"))
    yield FactSet("Chinese", chinese, 0.97, 0.985)
    yield FactSet("ja ko ru", (*ids(False, "ja", "ko", "cyr"), *ids(True, *CJK - {"zh"})))
    yield FactSet("Latin (AEB, magic)", ids(False, "latin"))
    yield FactSet("moz Latin", ids(True, "latin"))


def score_facts(
    pages: Iterable[str], gold: Mapping[str, GoldFacts], found: Mapping[str, Facts]
) -> FactScore:
    """How often one extractor is right on these pages."""
    both = [(gold[key], found[key]) for key in pages]
    titled = any(given.title for _, given in both)
    dated = any(given.date for _, given in both)
    return FactScore(
        _share([right.has_title(given) for right, given in both if right.titles and titled]),
        _share([right.has_day(given) for right, given in both if right.dates and dated]),
        _share([right.has_minute(given) for right, given in both if right.timed and dated]),
    )


def _by_number(date: re.Match[str]) -> str:
    month = _MONTHS.index(date[1]) + 1 if date[1] in _MONTHS else 0
    return f"{date[3]}-{month}-{date[2]}"


def _of_manifest(sample: Sample) -> GoldFacts:
    return GoldFacts((title_key(sample.title or ""),), ())


def _share(right: list[bool]) -> float | None:
    return sum(right) / len(right) if right else None
