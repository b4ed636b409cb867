"""Where the pieces of a tokenizer stand in a text, and which of them became which."""

import re
from collections.abc import Sequence
from typing import Final

from langdu.translation.translator import Link

#: Where something stands in a text: its first character and the one after its last.
Span = tuple[int, int]
#: SentencePiece's sign for a space.
SPACE: Final = "▁"
#: Links of less weight are not given: that much, attention scatters over any sentence. Only links
#: of 0.5 and more (one piece has the most of the attention) are worth building on.
LEAST_WEIGHT: Final = 0.2
_BYTE: Final = re.compile(r"<0x([0-9A-Fa-f]{2})>")


def piece_spans(pieces: Sequence[str], text: str) -> list[Span] | None:
    """Where each piece stands in the text that they were cut from or make.

    Spaces at the ends of pieces are none of their span, nor are those that the text lacks at its
    beginning and end. ``None`` where the pieces are not the text, so that nobody builds on
    positions that are wrong.
    """
    spans: list[Span] = []
    text = text.replace(SPACE, " ")
    position = seen = 0  # bytes seen of the character at this position
    for piece in pieces:
        surface = piece.replace(SPACE, " ")
        if position == 0 and not text.startswith(surface):
            surface = surface.lstrip(" ")
        if text.startswith(surface, position):
            spans.append(_trimmed(text, position, position + len(surface)))
            position += len(surface)
        elif position < len(text) and _byte(piece) == text[position].encode()[seen]:
            spans.append((position, position + 1))
            seen += 1
            if seen == len(text[position].encode()):
                position, seen = position + 1, 0
        elif surface.isspace() and position == len(text):
            spans.append((position, position))
        else:
            return None
    return spans if not text[position:].strip() else None


def moved(spans: Sequence[Span], offsets: Sequence[int]) -> list[Span]:
    """Spans of a normalised text as spans of the text before.

    ``offsets``: for each character, and for the end, where it was before. One character that
    became several belongs to each piece that has a part of it.
    """
    out = []
    for start, end in spans:
        first = offsets[start]
        last = end
        while last < len(offsets) - 1 and offsets[last] <= offsets[end - 1]:
            last += 1
        out.append((first, offsets[last]) if start < end else (first, first))
    return out


def links(
    attention: Sequence[Sequence[float]], sources: Sequence[Span], targets: Sequence[Span]
) -> list[Link]:
    """For each target piece the source pieces that the model looked at while it wrote it.

    ``attention``: a row for each target piece, a weight for each source piece. The model was
    never taught to align: a strong weight is mostly right, a weak one is noise (see
    :data:`LEAST_WEIGHT`).
    """
    found = []
    for row, target in zip(attention, targets, strict=True):
        if target[0] == target[1]:
            continue
        for weight, source in sorted(zip(row, sources, strict=True), reverse=True):
            if weight < LEAST_WEIGHT:
                break
            if source[0] < source[1]:
                found.append(Link(source, target, min(1.0, weight)))
    return found


def _byte(piece: str) -> int | None:
    """The byte that a piece stands for where a character is none of the vocabulary: ``<0xE9>``."""
    found = _BYTE.fullmatch(piece)
    return int(found[1], 16) if found else None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
