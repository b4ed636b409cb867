"""English as it is read out, American fashion; the conventions are in ``docs/pronunciation.md``.

The order of the rules is their rank: what is special stands before what is general.
"""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.en import addresses, amounts, codes, dates, letters, pauses, times
from langdu.speech.spoken.form import Change
from langdu.speech.spoken.scanner import scan

_RULES: Final = (
    *pauses.LISTS,
    *addresses.RULES,
    *dates.RULES,
    *codes.RULES,
    *times.RULES,
    *pauses.SIGNS,
    *amounts.RULES,
    *letters.RULES,
    *pauses.RULES,
)
_LEAD: Final = re.compile(
    r"[0-9A-Za-z¼½¾⅐-⅞©₩₽+\-–—―─~…./&%#‰℃°=×÷*<>≥≤≈±№$€£¥−()\[\]{}（）【】\s]"
)


def changes(text: str) -> Sequence[Change]:
    """What is read otherwise than it is written."""
    return scan(text, _RULES, _LEAD)
