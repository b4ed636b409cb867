"""Russian as it is read out; the conventions are in ``docs/pronunciation-ja-ko-ru.md``.

The order of the rules is their rank: what is special stands before what is general.
"""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.form import Change
from langdu.speech.spoken.pauses import brackets, lists
from langdu.speech.spoken.ru import abbreviations, amounts, codes, dates, letters, ordinals
from langdu.speech.spoken.ru.numbers import cardinal
from langdu.speech.spoken.scanner import scan

_RULES: Final = (
    *dates.RULES,
    *codes.RULES,
    *lists(", ", cardinal),
    *ordinals.RULES,
    *amounts.RULES,
    *abbreviations.RULES,
    *letters.RULES,
    *brackets(", "),
)
_LEAD: Final = re.compile(
    r"[0-9A-Za-zА-Яа-яЁё+\-–—−%‰№§₽$€£¥₩&=×÷①-⒛⓪-⓿❶-➓…⋯.（()）【】〔〕\[\]｛{}｝\s\u00a0]"
)


def changes(text: str) -> Sequence[Change]:
    """What is read otherwise than it is written."""
    return scan(text, _RULES, _LEAD)
