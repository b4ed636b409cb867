"""A text that is too long to be said at once, in pieces."""

import re
from typing import Final

#: Characters that are said at once. pyttsx3's time grows with the square of a text's length; no
#: real sentence is this long, but a page without a full stop is.
LONGEST: Final = 500

#: Where a piece may end, best first.
_BREAKS: Final = (
    re.compile(r"[。！？!?；;](?=.)|\.(?=\s)", re.DOTALL),
    re.compile(r"[，、：,:](?=.)", re.DOTALL),
    re.compile(r"\s"),
)


def pieces(text: str, longest: int = LONGEST) -> list[str]:
    """The text in pieces of ``longest`` characters at most, which joined give it back.

    A piece ends after a stop, else after a comma, else after a space, if there is one in its
    second half; else where it is full.
    """
    cut = []
    start = 0
    while len(text) - start > longest:
        end = _end(text, start, longest)
        cut.append(text[start:end])
        start = end
    return [*cut, text[start:]]


def _end(text: str, start: int, longest: int) -> int:
    for pattern in _BREAKS:
        found = [m.end() for m in pattern.finditer(text, start + longest // 2, start + longest)]
        if found:
            return found[-1]
    return start + longest
