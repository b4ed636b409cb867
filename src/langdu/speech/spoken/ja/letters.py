"""Latin capitals by the names of the letters, roman numerals, and a few signs."""

import re
from types import MappingProxyType
from typing import Final
from unicodedata import numeric

from langdu.speech.spoken.capitals import is_word
from langdu.speech.spoken.ja.numbers import kanji
from langdu.speech.spoken.scanner import Rule, before

_NAMES: Final = MappingProxyType(
    dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー "
            "ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット".split(),
            strict=True,
        )
    )
)
#: Capitals that are said as words, or not by the plain names of their letters.
_WORDS: Final = MappingProxyType(
    {
        "NATO": "ナトー",
        "NASA": "ナサ",
        "UNESCO": "ユネスコ",
        "UNICEF": "ユニセフ",
        "ASEAN": "アセアン",
    }
    | {
        "APEC": "エイペック",
        "OPEC": "オペック",
        "COVID": "コビッド",
        "SARS": "サーズ",
        "MERS": "マーズ",
    }
    | {
        "NHK": "エヌエイチケー",
        "JAXA": "ジャクサ",
        "LAN": "ラン",
        "OFF": "オフ",
        "TOP": "トップ",
        "NEW": "ニュー",
        "LINE": "ライン",
        "OK": "オーケー",
        "JA": "ジェイエー",
        "JR": "ジェイアール",
    }
)
_NUMERO: Final = re.compile(r"(?:N[oO]\.|№)\s?(?=[0-9])")
_CAPITALS: Final = re.compile(r"(?P<letters>[A-Z]{1,8})(?:-(?=[0-9]))?(?![A-Za-z])")
_ROMAN: Final = re.compile("[Ⅰ-Ⅻⅰ-ⅻ]")
_AND: Final = re.compile(r"\s?&\s?(?=\S)")
_WORD: Final = re.compile("[A-Za-z]+")


def spelled(letters: str) -> str:
    """GDP → ジーディーピー."""
    return _WORDS.get(letters) or "".join(_NAMES[letter] for letter in letters)


def _capitals(match: re.Match[str]) -> str | None:
    unknown = match["letters"] not in _WORDS and is_word(match["letters"])
    if unknown or re.search("[A-Za-z]$", before(match)):
        return None
    return spelled(match["letters"])


RULES: Final = (
    Rule(_NUMERO, lambda _: "ナンバー"),
    Rule(_ROMAN, lambda m: kanji(str(int(numeric(m[0]))))),
    Rule(_AND, lambda _: " アンド "),
    Rule(_CAPITALS, _capitals),
    Rule(_WORD, lambda m: m[0]),  # whole, so that no rule begins inside of it
)
