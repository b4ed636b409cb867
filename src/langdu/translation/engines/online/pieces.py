"""Texts cut into pieces that a server takes, put into batches, and joined again."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from langdu.languages import is_spaced

#: Where a text may be cut, best first: after a sentence, after a clause, at white space.
_CUTS: Final = tuple(
    map(re.compile, (r"[。！？!?…]+[”’」』）)]*|\.\s", r"[，、；：]+|[,;:]\s", r"\s"))
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, or a part of one that is too long. ``text``: the number of the text that it is of."""

    text: int
    words: str


def pieces_of(texts: Sequence[str], limit: int) -> list[Piece]:
    """Cut texts into pieces of at most ``limit`` characters; empty texts have none.

    What cannot be encoded (half of a surrogate pair) becomes ``?``.
    """
    return [
        Piece(number, words)
        for number, text in enumerate(texts)
        for words in cut(text.encode("utf-8", "replace").decode().strip(), limit)
    ]


def cut(text: str, limit: int) -> list[str]:
    """Cut a text after sentences or clauses, where the second half of a piece has such an end."""
    out = []
    text = text.strip()
    while len(text) > limit:
        end = _end(text, limit)
        out.append(text[:end].strip())
        text = text[end:].lstrip()
    return [words for words in [*out, text] if words]


def _end(text: str, limit: int) -> int:
    for pattern in _CUTS:
        ends = [found.end() for found in pattern.finditer(text, limit // 2, limit)]
        if ends:
            return ends[-1]
    for end in range(limit, limit // 2, -1):
        if not _clings(text[end]):
            return end
    return limit


def _clings(letter: str) -> bool:
    """Whether a character belongs to the one before it: accents, joiners, parts of an emoji."""
    return unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf", "Sk")


def batches(pieces: Sequence[Piece], letters: int, most: int) -> Iterator[list[Piece]]:
    """Pieces in order, in batches of at most ``most`` pieces and ``letters`` characters.

    A piece that is longer than that is a batch of its own.
    """
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        if batch and (len(batch) >= most or size + len(piece.words) > letters):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.words)
    if batch:
        yield batch


def joined(pieces: Sequence[Piece], answers: Sequence[str], count: int, target: str) -> list[str]:
    """The translation of each of ``count`` texts out of those of their pieces."""
    parts: list[list[str]] = [[] for _ in range(count)]
    for piece, answer in zip(pieces, answers, strict=True):
        parts[piece.text].append(answer.strip())
    gap = " " if is_spaced(target) else ""
    return [gap.join(part for part in several if part) for several in parts]
