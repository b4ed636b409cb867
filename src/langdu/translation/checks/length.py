"""A translation that is far longer or shorter than its source lets expect.

Lengths are compared in letters, without punctuation and white space; a number or a date in digits
counts as two, so that 1200万 and 12,000,000 are as long. What a language needs beside English is
measured on langdu's demo page (18 sentences in five languages): Chinese 0.29, Japanese 0.45,
Korean 0.43, Russian 0.92; on 3,000 sentences of its training templates 0.33, 0.43, 0.44 and 0.88.
Russian prose with its longer sentences has about as many letters as English.

A translation may be :func:`tolerance` times as long or as short as that: 6.5 times for a word of
ten letters, 2.6 times for 70, 2.3 times for 150. Short texts differ most: IBM's guidelines for
design (quoted by the W3C, https://www.w3.org/International/articles/article-text-size) expect up
to 300 % of the English length on average for up to 10 characters, 130 % for over 70. On the
training templates the widest ratios of right translations are 6.4 under ten letters, 3.7 from 10
to 20, 2.1 from 20 to 30, 1.8 from 40 to 50.
"""

import re
from collections.abc import Iterator
from math import ceil, floor
from types import MappingProxyType
from typing import Final

from langdu.article import Check
from langdu.translation.checks.pair import Pair

#: The kind of what this check finds.
KIND: Final = "length"
#: Letters that a language needs for one letter of English.
LETTERS: Final = MappingProxyType({"zh": 0.30, "en": 1.0, "ja": 0.44, "ko": 0.43, "ru": 1.0})
_DIGITS: Final = "\\d(?:[\\d.,:\u00a0\u202f]*\\d)?(?: ?[万萬亿億만억])?"
_MARK: Final = "[年月日点時时分년월일시분]"
#: Numbers, and the dates and times of Chinese, Japanese and Korean: 2020年3月30日, 上午8点半.
_NUMBER: Final = re.compile(
    f"(?:(?:上午|下午|晚上|午前|午後|오전|오후) ?)?{_DIGITS}(?: ?{_MARK} ?{_DIGITS})*"
    f"(?: ?{_MARK}(?: ?[半반])?)?"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_A_NUMBER: Final = 2


def tolerance(letters: float) -> float:
    """How many times as long or as short a translation may be, for the letters of its source.

    ``letters`` are those that the source would have in English.
    """
    return 2 + 45 / letters


def check(pair: Pair) -> Iterator[Check]:
    """One finding, in letters; nothing where a side has none, or a language is not known."""
    if pair.source_lang not in LETTERS or pair.target_lang not in LETTERS:
        return
    source, target = _length(pair.source), _length(pair.target)
    if not _LETTER.search(pair.source) or not target:
        return
    english = source / LETTERS[pair.source_lang]
    middle = english * LETTERS[pair.target_lang]
    times = tolerance(english)
    if not middle / times <= target <= middle * times:
        expected = f"{ceil(middle / times)} to {floor(middle * times)} letters"
        yield Check(pair.id, KIND, expected, f"{target} letters")


def _length(text: str) -> int:
    numbers = len(_NUMBER.findall(text))
    return _A_NUMBER * numbers + len(_LETTER.findall(_NUMBER.sub(" ", text)))
