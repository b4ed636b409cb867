"""Japanese as it is read out; the conventions are in ``docs/pronunciation-ja-ko-ru.md``.

Figures become kanji numerals, as a person writes them in words. How kanji sound is the affair of
:mod:`langdu.speech.japanese`. The order of the rules is their rank.
"""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.form import Change
from langdu.speech.spoken.ja import amounts, codes, dates, letters
from langdu.speech.spoken.ja.numbers import WORDS
from langdu.speech.spoken.marks import named, ornaments, vulgar
from langdu.speech.spoken.pauses import brackets, lists
from langdu.speech.spoken.scanner import Rule, scan

_RULES: Final = (
    *dates.RULES,
    *lists("、", WORDS.cardinal),
    *codes.RULES,
    *amounts.RULES,
    *letters.RULES,
    vulgar(lambda above, below: f"{WORDS.cardinal(str(below))}分の{WORDS.cardinal(str(above))}"),
    Rule(re.compile("=(?=[ぁ-んァ-ヴ一-龥])"), lambda _: "、"),
    named({"@": "アットマーク", "+": "プラス", "=": "イコール", "㈱": "株式会社"}),
    *brackets("、"),
    *ornaments("、"),
)
#: Kana and kanji are read as they are written, but for ヶ and ヵ.
_LEAD: Final = re.compile("[^ぁ-んァ-ヴー一-龥]")


def changes(text: str) -> Sequence[Change]:
    """What is read otherwise than it is written."""
    return scan(text, _RULES, _LEAD)
