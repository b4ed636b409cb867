"""Phonemes that are too many for a network, in clauses that are not."""

import re
from dataclasses import dataclass
from typing import Final

#: Where a clause may end, best first, and the seconds of rest there at the normal speed: networks
#: make the rest after a stop or comma themselves, but only within what they say at once.
_BREAKS: Final = (
    (re.compile(r"[.!?…]+[\"”)]*\s*"), 0.3),
    (re.compile(r"[;:—]+[\"”)]*\s*"), 0.2),
    (re.compile(r"[,][\"”)]*\s*"), 0.15),
    (re.compile(r"\s+"), 0.0),
)
#: A clause is not cut shorter than this part of the longest one: short ones sound hasty.
_LEAST: Final = 0.4


@dataclass(frozen=True, slots=True)
class Clause:
    """Phonemes to be said at once, and the rest after them in seconds at the normal speed."""

    phonemes: str
    rest: float


def clauses(phonemes: str, longest: int) -> list[Clause]:
    """The phonemes in clauses of ``longest`` at most, which joined give them back.

    A clause ends after a stop, else a semicolon, else a comma, else a word, each if there is one
    in reach; else where it is full.
    """
    found = []
    start = 0
    while len(phonemes) - start > longest:
        end, rest = _end(phonemes, start, longest)
        found.append(Clause(phonemes[start:end], rest))
        start = end
    return [*found, Clause(phonemes[start:], 0.0)]


def _end(phonemes: str, start: int, longest: int) -> tuple[int, float]:
    least = start + round(longest * _LEAST)
    for pattern, rest in _BREAKS:
        ends = [m.end() for m in pattern.finditer(phonemes, start, start + longest)]
        if ends and ends[-1] >= least:
            return ends[-1], rest
    return start + longest, 0.0
