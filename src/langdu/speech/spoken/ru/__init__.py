"""Russian as it is read out; the conventions are in ``docs/pronunciation-ja-ko-ru.md``.

The order of the rules is their rank: what is special stands before what is general.
"""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.form import Change
from langdu.speech.spoken.marks import named, ornaments, vulgar
from langdu.speech.spoken.pauses import brackets, lists
from langdu.speech.spoken.ru import abbreviations, amounts, codes, dates, letters, ordinals
from langdu.speech.spoken.ru.numbers import cardinal, fraction
from langdu.speech.spoken.scanner import scan

_RULES: Final = (
    *dates.RULES,
    *codes.RULES,
    *lists(", ", cardinal),
    *ordinals.RULES,
    *amounts.RULES,
    *abbreviations.RULES,
    *letters.RULES,
    vulgar(lambda above, below: fraction(str(above), below, "nomn")),
    named({"・": " ", "〜": " ", "㈱": " ", "@": "собака "}),
    *brackets(", "),
    *ornaments(", "),
)
#: Words may be abbreviations, so that every character may begin a rule.
_LEAD: Final = re.compile(".", re.DOTALL)


def changes(text: str) -> Sequence[Change]:
    """What is read otherwise than it is written."""
    return scan(text, _RULES, _LEAD)
