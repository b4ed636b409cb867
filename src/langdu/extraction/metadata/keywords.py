"""A row of keywords → the keywords."""

import re
from typing import Final

from langdu.extraction.text import collapse

_BREAK: Final = re.compile(r"[,，;；、|]\s*")
_SPACE: Final = re.compile(r"\s+")
_MAX: Final = 40


def split_keywords(text: str) -> tuple[str, ...]:
    """Each keyword once. Spaces are borders only where no other are, and not in Latin text."""
    words = _BREAK.split(text)
    if len(words) == 1 and not text.isascii():
        words = _SPACE.split(text)
    kept = dict.fromkeys(word for part in words if (word := collapse(part)))
    return tuple(kept)[:_MAX]
