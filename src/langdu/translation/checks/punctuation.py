"""Punctuation in the style of the language it stands in; not a check, but a repair.

Models keep the marks of the source: ， in English, "…" in Russian, a full stop behind a heading.
:func:`in_style` gives a translation its own, and ends it as its source ends. Letters, digits,
numbers (1,7; 12:30), addresses and placeholders stay as they are.
"""

import re
from itertools import accumulate
from typing import Final

from langdu.translation.checks.punctuation_end import end_like
from langdu.translation.checks.punctuation_marks import MARKS, in_marks

#: Addresses, without the mark that ends the sentence they stand in.
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»，。；：？！、（）《》「」【】]*[\w/=&#%~+-]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
#: Characters that no text uses for itself stand for the addresses.
_PRIVATE: Final = range(0xE000, 0xF8FF)


def in_style(text: str, source_text: str, lang: str) -> str:
    """A translation with the punctuation of its language ``lang`` and the end of its source.

    * English has straight quotation marks, Russian «», Japanese 「」, Korean “”; full-width marks
      become ASCII ones where the language has those, and the other way round in Japanese and
      Chinese.
    * ``——`` becomes a dash and ``……`` an ellipsis; no space stands before a mark.
    * Where the source has no full stop at its end, the translation gets none; where it has one, or
      asks or calls out, so does the translation.

    Doing it twice changes nothing more. A language that langdu does not know is left alone.
    """
    if lang not in MARKS:
        return text
    addresses = list(dict.fromkeys(_ADDRESS.findall(text)))
    free = (chr(code) for code in _PRIVATE if chr(code) not in text)
    signs = dict(zip(addresses, free, strict=False))
    plain = _ADDRESS.sub(lambda found: signs.get(found[0], found[0]), text)
    plain = end_like(in_marks(plain, lang), source_text, lang)
    for address, sign in signs.items():
        plain = plain.replace(sign, address)
    return plain


def follow(before: str, after: str, start: int, end: int) -> tuple[int, int]:
    """Where characters of ``before`` are in ``after``, the same text by :func:`in_style`.

    Letters and digits are the same in both, so the span keeps its own; marks at its borders go
    with it as far as they stand before its first letter or behind its last one. An empty span stays
    empty.
    """
    if start >= end:
        return (place := _place(before, after, start)), place
    first, last = _place(before, after, start), _place(before, after, end)
    return (0 if start == 0 else first), (len(after) if end >= len(before) else last)


def _place(before: str, after: str, offset: int) -> int:
    """The place in ``after`` with as many letters and digits before it, and marks as far as can."""
    letters = sum(map(str.isalnum, before[:offset]))
    marks = 0
    while marks < offset and not before[offset - marks - 1].isalnum():
        marks += 1
    counts = [0, *accumulate(int(character.isalnum()) for character in after)]
    place = counts.index(letters) if letters in counts else len(after)
    while marks and place < len(after) and not after[place].isalnum():
        place, marks = place + 1, marks - 1
    return place
