"""The lines of a text that may be endless: one at a time, and none longer than it may be."""

from collections.abc import Iterator
from typing import BinaryIO

from langdu.batching.sources.opening import BROKEN
from langdu.errors import ListError


def lines(stream: BinaryIO, name: str, limit: int) -> Iterator[tuple[str, bytes | None]]:
    """The place (``list.txt, line 7``) and the bytes of each line, ``None`` for one over ``limit``.

    Raises :class:`ListError` where the stream cannot be read to its end.
    """
    number = 0
    try:
        while line := stream.readline(limit + 1):
            number += 1
            place = f"{name}, line {number}"
            if len(line) > limit and not line.endswith(b"\n"):
                _skip(stream)
                yield place, None
            else:
                yield place, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
    except BROKEN as error:
        raise ListError(f"the list {name} cannot be read after line {number}: {error}") from None


def _skip(stream: BinaryIO) -> None:
    """Read on to the end of the line."""
    while (rest := stream.readline(65_536)) and not rest.endswith(b"\n"):
        pass
