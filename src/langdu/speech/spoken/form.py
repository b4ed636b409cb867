"""A spoken text and the written one that it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """The written characters ``start`` to ``end`` are read out as ``words``."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How the characters ``start`` to ``end`` of a spoken text sound, where an engine errs.

    ``sounds``: for Chinese pinyin with tone digits, a space between syllables (``chong2 zou3``);
    for Japanese kana; for other languages a respelling in their own letters.
    """

    start: int
    end: int
    sounds: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as it is read out.

    ``sources``: for each character of ``text`` the span of ``written`` that it comes from.
    ``readings`` do not overlap and are in order.
    """

    written: str
    text: str
    sources: tuple[tuple[int, int], ...]
    readings: tuple[Reading, ...] = ()

    def written_span(self, start: int, end: int) -> tuple[int, int]:
        """The written characters from which the spoken ones ``start`` to ``end`` come."""
        if start >= end:
            at = self.sources[start][0] if start < len(self.sources) else len(self.written)
            return at, at
        return self.sources[start][0], self.sources[end - 1][1]


def apply(written: str, changes: Sequence[Change]) -> Spoken:
    """The spoken text of changes that are in order and do not overlap."""
    text: list[str] = []
    sources: list[tuple[int, int]] = []
    position = 0
    for change in changes:
        text.append(written[position : change.start])
        sources.extend((at, at + 1) for at in range(position, change.start))
        text.append(change.words)
        sources.extend([(change.start, change.end)] * len(change.words))
        position = change.end
    text.append(written[position:])
    sources.extend((at, at + 1) for at in range(position, len(written)))
    return Spoken(written, "".join(text), tuple(sources))
