"""Where the clauses of a sentence begin, and how long they are to say.

Shared by speech, which times them, and captions.
"""

import re
from typing import Final

_CLOSERS: Final = "”’」』）)】》〉»\\]\"'"
#: Commas and colons end a clause, and so do dashes; ASCII ones behind or before a letter that is
#: not ASCII, or before white space: not in 17,000, 10:42 or an address. Closing quotes, brackets
#: and white space behind them stay with the clause.
_END: Final = re.compile(
    r"(?:[，、；：；،]|(?<![\x00-\x7f\d])[,;:](?!//)"
    rf"|[,;:](?=[{_CLOSERS}]*[^\x21-\x7e])|(?<=\s)[—–-]+(?=\s)|——|……?)"
    rf"[{_CLOSERS}]*\s*"
)
#: Some two letters make a syllable.
_LETTER: Final = 0.45


def clause_starts(text: str) -> tuple[int, ...]:
    """The positions at which the second clause and the later ones begin.

    Punctuation marks them; a text without any is one clause. No clause is empty or has only
    punctuation.
    """
    last = max((at for at, char in enumerate(text) if char.isalnum()), default=-1)
    starts: list[int] = []
    begin = 0
    for found in _END.finditer(text):
        if found.end() <= last and any(map(str.isalnum, text[begin : found.start()])):
            begin = found.end()
            starts.append(begin)
    return tuple(starts)


def length(char: str) -> float:
    """How long a character takes to say, beside a Chinese one: about; punctuation is a pause."""
    if char.isspace():
        return 0.0
    return _LETTER if char.isalpha() and char < "\u2e80" else 1.0
