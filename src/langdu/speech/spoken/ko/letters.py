"""Latin capitals by the names that 표준국어대사전 gives the letters; and roman numerals."""

import re
from types import MappingProxyType
from typing import Final
from unicodedata import numeric

from langdu.speech.spoken.capitals import is_word
from langdu.speech.spoken.ko.numbers import sino
from langdu.speech.spoken.scanner import Rule, after, before

_NAMES: Final = MappingProxyType(
    dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 "
            "브이 더블유 엑스 와이 제트".split(),
            strict=True,
        )
    )
)
#: Capitals that are said as words.
_WORDS: Final = MappingProxyType(
    {"NATO": "나토", "NASA": "나사", "UNESCO": "유네스코", "UNICEF": "유니세프", "ASEAN": "아세안"}
    | {
        "APEC": "에이펙",
        "OPEC": "오펙",
        "FIFA": "피파",
        "UEFA": "유에파",
        "POP": "팝",
        "WIFI": "와이파이",
        "COVID": "코비드",
        "SARS": "사스",
        "MERS": "메르스",
        "OK": "오케이",
    }
)
_CAPITALS: Final = re.compile(r"(?P<letters>[A-Z]{1,8})(?P<join>[-\s]?(?=[0-9]))?(?![A-Za-z])")
_ROMAN: Final = re.compile("[Ⅰ-Ⅻⅰ-ⅻ]")
_AND: Final = re.compile(r"\s?&\s?(?=\S)")
_WORD: Final = re.compile("[A-Za-z]+")


def spelled(letters: str) -> str:
    """GDP → 지디피."""
    return _WORDS.get(letters) or "".join(_NAMES[letter] for letter in letters)


def _capitals(match: re.Match[str]) -> str | None:
    unknown = match["letters"] not in _WORDS and is_word(match["letters"])
    if unknown or re.search("[A-Za-z]$", before(match)):
        return None
    return spelled(match["letters"]) + (" " if match["join"] is not None else "")


def _roman(match: re.Match[str]) -> str:
    counts = re.match("[가-힣]", after(match)) is not None
    return sino(str(int(numeric(match[0])))) + (" " if counts else "")


RULES: Final = (
    Rule(_ROMAN, _roman),
    Rule(_AND, lambda _: " 앤드 "),
    Rule(_CAPITALS, _capitals),
    Rule(_WORD, lambda m: m[0]),  # whole, so that no rule begins inside of it
)
