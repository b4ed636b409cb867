"""Heading levels without gaps."""


class Levels:
    """Gives each heading of a document its level under the title: none is skipped, none above 2."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def next(self, level: int) -> int:
        """The level for the next heading, which the source has at ``level``."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return min(1 + len(self._open), 6)
