"""Which runs of capitals are spelled, and which are names that are said as words."""

import re
from typing import Final

#: From four letters on: consonants and vowels take turns (NIKE, UNIQLO; but OECD, UNHCR, IAEA).
_WORD: Final = re.compile(
    "[B-DF-HJ-NP-TV-XZ]{0,2}[AEIOUY](?:[B-DF-HJ-NP-TV-XZ]{1,2}[AEIOUY])+[A-Z]?"
)
_SHORT: Final = 3


def is_word(capitals: str) -> bool:
    """Whether a run of Latin capitals reads like a word."""
    return len(capitals) > _SHORT and _WORD.fullmatch(capitals) is not None
