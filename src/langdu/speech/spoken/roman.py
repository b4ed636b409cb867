"""Roman numerals."""

import re
from types import MappingProxyType
from typing import Final

_VALID: Final = re.compile("(?:X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES: Final = MappingProxyType({"I": 1, "V": 5, "X": 10})


def value(numeral: str) -> int | None:
    """The value of a numeral in capitals from I to XXXIX, or ``None`` where it is none."""
    if not numeral or not _VALID.fullmatch(numeral):
        return None
    figures = [_VALUES[char] for char in numeral]
    return sum(
        -figure if figure < following else figure
        for figure, following in zip(figures, [*figures[1:], 0], strict=True)
    )
