"""Korean as it is read out; the conventions are in ``docs/pronunciation-ja-ko-ru.md``.

The order of the rules is their rank: what is special stands before what is general.
"""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.form import Change
from langdu.speech.spoken.ko import amounts, codes, dates, hanja, letters
from langdu.speech.spoken.ko.numbers import WORDS
from langdu.speech.spoken.pauses import brackets, lists
from langdu.speech.spoken.scanner import scan

_RULES: Final = (
    *dates.RULES,
    *lists(", ", WORDS.cardinal),
    *codes.RULES,
    *hanja.RULES,
    *amounts.RULES,
    *letters.RULES,
    *brackets(", "),
)
_LEAD: Final = re.compile(
    r"[0-9A-Za-z+\-%‰℃℉²³㎡㎢㎥㎞㎝㎜㎏㎍×÷=±~∼〜Ⅰ-ⅿ①-⒛⓪-⓿㈠-㈩❶-➓㊀-㊉¥$€£₩&…⋯.。・"
    r"（()）【】〔〕\[\]［］｛{}｝〖〗\s\u3400-\u9fff]"
)


def changes(text: str) -> Sequence[Change]:
    """What is read otherwise than it is written."""
    return scan(text, _RULES, _LEAD)
