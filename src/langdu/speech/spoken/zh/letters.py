"""Latin letters: GDP is spelled, AAA级 is 三A级, Ⅲ级 三级, No.1 第一."""

import re
from typing import Final
from unicodedata import numeric

from langdu.speech.spoken.roman import value
from langdu.speech.spoken.scanner import Rule, before
from langdu.speech.spoken.zh.numbers import cardinal, number

#: Capitals that are said as words.
_WORDS: Final = frozenset(
    "APEC OPEC NATO NASA UNESCO UNICEF ASEAN SARS COVID AIDS TOEFL GRE WIFI TOP VIP PK OK PLUS PRO "
    "MAX MINI NEW FOR THE AND OF IN ON LED JAVA PYTHON LINUX RAM ROM SIM PIN".split()
) - frozenset("VIP PK GRE LED OK".split())
_GRADES: Final = re.compile("A{2,5}(?=级|景区)")
_NUMERAL_AFTER: Final = "(?=[级期类度号部章卷世代段届标篇])"
_ROMAN: Final = re.compile(rf"[IVX]{{1,5}}{_NUMERAL_AFTER}")
_ROMAN_SIGN: Final = re.compile("[Ⅰ-Ⅻⅰ-ⅻ]")
_CAPITALS: Final = re.compile(r"[A-Z]{2,6}(?![A-Za-z])")
_VERSUS: Final = re.compile(r"\s?(?:vs|VS|Vs)\.?(?![A-Za-z])\s?")
_NUMERO: Final = re.compile(r"(?:N[oO]\.?|№)\s?(?P<n>[0-9]+)(?![0-9.,])")
_WORD: Final = re.compile("[A-Za-z]+")


def spelled(word: str) -> str:
    """Capitals with a space between, unless they are a word."""
    return word if word in _WORDS else " ".join(word)


def _roman(match: re.Match[str]) -> str | None:
    if re.search(r"[A-Za-z]\s?$", before(match)):
        return None
    number_ = value(match[0])
    return None if number_ is None else cardinal(str(number_))


def _start(match: re.Match[str]) -> bool:
    return not re.search("[A-Za-z]$", before(match))


def _capitals(match: re.Match[str]) -> str | None:
    return spelled(match[0]) if _start(match) else None


def _sign(match: re.Match[str]) -> str:
    return cardinal(str(int(numeric(match[0]))))


RULES: Final = (
    Rule(_GRADES, lambda m: number(str(len(m[0]))) + "A" if _start(m) else None),
    Rule(_NUMERO, lambda m: f"第{number(m['n'])}" if _start(m) else None),
    Rule(_ROMAN, _roman),
    Rule(_ROMAN_SIGN, _sign),
    Rule(_VERSUS, lambda m: "对" if _start(m) else None),
    Rule(_CAPITALS, _capitals),
    Rule(_WORD, lambda m: m[0]),  # whole, so that no rule begins inside of it
)
