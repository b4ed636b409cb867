"""The receipt of the article that is being worked on, with what happened since the work began."""

from collections.abc import Mapping
from dataclasses import replace

from langdu.batching.entries import Entry
from langdu.batching.keys import Unit
from langdu.batching.outcomes import Outcome
from langdu.batching.places import Places
from langdu.batching.receipts import Mark, Receipt, read
from langdu.batching.sources import Source


class Ledger:
    """Writes a receipt as units are made, and says what became of each."""

    def __init__(self, places: Places, source: Source) -> None:
        self._places = places
        self._slug = source.slug
        self._source = source
        self.receipt = read(places.receipt(self._slug)) or Receipt(source.key)
        self._touched: dict[Unit, None] = {}

    def article(self, content: str, lang: str, beside: tuple[str, ...]) -> None:
        """There is an article: what was wrong before is forgotten, if anything was."""
        self.receipt = replace(
            self.receipt, content=content, lang=lang, beside=beside, failure=None
        )

    def mark(self, unit: Unit, mark: Mark) -> None:
        """A unit was made, or failed."""
        self.receipt = self.receipt.marked(unit, mark)
        self._touched[unit] = None
        self.save()

    def fail(self, mark: Mark, content: str) -> Outcome:
        """There is no article. What was made of an earlier content stays."""
        self.receipt = replace(self.receipt, failure=mark, content=content)
        self.save()
        return failed(self._source, mark)

    def finish(
        self,
        marks: Mapping[Unit, Mark],
        wanted: Mapping[Unit, str],
        files: tuple[tuple[str, int], ...] = (),
        entry: Entry | None = None,
        lost: tuple[tuple[str, bool], ...] = (),
    ) -> None:
        """Everything is done: the last units, and none that is not wanted any more."""
        units = {**self.receipt.units, **marks}
        self._touched.update(dict.fromkeys(marks))
        self.receipt = replace(
            self.receipt,
            units={unit: mark for unit, mark in units.items() if unit in wanted},
            files=files,
            entry=entry,
            lost=lost,
        )
        self.save()

    def save(self) -> None:
        """Write the receipt."""
        self.receipt.save(self._places, self._slug)

    def outcomes(self, units: Mapping[Unit, str]) -> tuple[Outcome, ...]:
        """What became of these units."""
        return outcomes_of(self._source, self.receipt, units, frozenset(self._touched))


def outcomes_of(
    source: Source,
    receipt: Receipt,
    units: Mapping[Unit, str],
    touched: frozenset[Unit] = frozenset(),
) -> tuple[Outcome, ...]:
    """What a receipt says of units; those that were not touched were there before."""
    return tuple(
        _outcome(source, unit, receipt, made=unit in touched)
        for unit in units
        if unit in receipt.units
    )


def failed(source: Source, mark: Mark) -> Outcome:
    """A source of which there is no article."""
    return Outcome(
        source=source.key,
        state="failed",
        slug=source.slug,
        seconds=mark.seconds,
        reason=mark.reason,
    )


def _outcome(source: Source, unit: Unit, receipt: Receipt, *, made: bool) -> Outcome:
    mark = receipt.units[unit]
    return Outcome(
        source=source.key,
        state="failed" if mark.reason is not None else "made" if made else "kept",
        slug=source.slug,
        lang=unit.lang,
        form=unit.form,
        machine=unit.lang != receipt.lang,
        seconds=mark.seconds,
        size=mark.size,
        sound=mark.sound,
        findings=mark.findings,
        reason=mark.reason,
    )
