"""Korean as it is read out; the conventions are in ``docs/pronunciation-ja-ko-ru.md``.

The order of the rules is their rank: what is special stands before what is general.
"""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.form import Change
from langdu.speech.spoken.ko import amounts, codes, dates, hanja, letters
from langdu.speech.spoken.ko.numbers import WORDS
from langdu.speech.spoken.marks import named, ornaments, vulgar
from langdu.speech.spoken.pauses import brackets, lists
from langdu.speech.spoken.scanner import scan

_RULES: Final = (
    *dates.RULES,
    *lists(", ", WORDS.cardinal),
    *codes.RULES,
    *hanja.RULES,
    *amounts.RULES,
    *letters.RULES,
    vulgar(lambda above, below: f"{WORDS.cardinal(str(below))}분의 {WORDS.cardinal(str(above))}"),
    named({"@": "골뱅이", "+": "플러스", "㈱": "주식회사 ", "・": " "}),
    *brackets(", "),
    *ornaments(", "),
)
#: Hangul is read as it is written.
_LEAD: Final = re.compile("[^가-힣]")


def changes(text: str) -> Sequence[Change]:
    """What is read otherwise than it is written."""
    return scan(text, _RULES, _LEAD)
