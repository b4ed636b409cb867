"""Where the characters of a text are after it was edited."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Self


@dataclass(frozen=True, slots=True)
class Offsets:
    """Maps spans of a text before an edit to spans of the text after it.

    ``blocks``: (start before, end before, start after, end after) of each run, in order and
    without gaps; a run is either unchanged or replaced as a whole.
    """

    blocks: tuple[tuple[int, int, int, int], ...]

    @classmethod
    def between(cls, before: str, after: str) -> Self:
        """The map of an edit of which only the two texts are known."""
        if before == after:
            return cls(((0, len(before), 0, len(after)),))
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        return cls(tuple((a, b, c, d) for _, a, b, c, d in matcher.get_opcodes()))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span after the edit that holds what ``start`` to ``end`` held; it may be empty."""
        inside = [
            self._clip(block, start, end)
            for block in self.blocks
            if block[0] < end and start < block[1]
        ]
        if not inside:
            return 0, 0
        return inside[0][0], inside[-1][1]

    @staticmethod
    def _clip(block: tuple[int, int, int, int], start: int, end: int) -> tuple[int, int]:
        before_start, before_end, after_start, after_end = block
        if before_end - before_start != after_end - after_start:
            return after_start, after_end
        return (
            after_start + max(0, start - before_start),
            after_end - max(0, before_end - end),
        )
