"""Chinese as it is read out; the conventions are in ``docs/pronunciation.md``.

The order of the rules is their rank: what is special stands before what is general.
"""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.form import Change
from langdu.speech.spoken.scanner import scan
from langdu.speech.spoken.zh import (
    addresses,
    amounts,
    codes,
    dates,
    letters,
    pauses,
    signs,
    times,
)
from langdu.speech.spoken.zh.polyphones import readings

__all__ = ["changes", "readings"]

_RULES: Final = (
    *pauses.LISTS,
    *addresses.RULES,
    *dates.RULES,
    *codes.RULES,
    *times.RULES,
    *signs.RULES[:3],
    *amounts.RULES,
    *signs.RULES[3:],
    *letters.RULES,
    *pauses.RULES,
)
_LEAD: Final = re.compile(
    r"['’0-9A-Za-z+\-—–―─~〜…⋯.。/&%‰·•′″@#^_|`\\●■◆★☆▲△○◎※→←°℃℉²³㎡㎢㎞㎝㎜㎏=×÷*<>≥≤≈±≦≧¼½¾⅐-⅞Ⅰ-ⅿ①-⒛⓪-⓿㈠-㈩❶-➓㊀-㊉№"
    r"¥$€£（()）【】〔〕\[\]［］｛{}｝〖〗\s]"
)


def changes(text: str) -> Sequence[Change]:
    """What is read otherwise than it is written."""
    return scan(text, _RULES, _LEAD)
