"""Numbers with what they measure; and every other number.

Counters need no rule: they stand behind their number as they are (3本 → 三本).
"""

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.ja.numbers import QUANTITY, WORDS, kanji
from langdu.speech.spoken.ja.units import ALONE, CURRENCIES, RATES, UNITS
from langdu.speech.spoken.scanner import Rule, before


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_JOINT: Final = r"\s?[-–—~〜]\s?"
_MANY: Final = rf"(?P<n>{QUANTITY})(?:{_JOINT}(?P<m>{QUANTITY}))?"
#: A unit of letters is no part of a word.
_END: Final = "(?:(?<![A-Za-z0-9])|(?![A-Za-z0-9]))"
_PAID: Final = re.compile(
    rf"(?P<unit>{_any(CURRENCIES)})\s?(?P<n>{QUANTITY})(?:円|ドル|ユーロ|ポンド)?"
)
_RATE: Final = re.compile(rf"{_MANY}\s?(?P<unit>{_any(RATES)}){_END}")
_MEASURED: Final = re.compile(rf"{_MANY}\s?(?P<unit>{_any(UNITS)}){_END}")
_UNIT_ALONE: Final = re.compile(rf"(?P<unit>{_any(ALONE)}){_END}")
_FRACTION: Final = re.compile(r"(?P<a>[0-9]{1,3})/(?P<b>[0-9]{1,3})(?![0-9/.])")
_BARE: Final = re.compile(rf"(?P<n>{QUANTITY})(?P<places>\s?[ヶヵケカ](?=[月国所年村町条寺]))?")
#: 十分 also says "enough": where no word of time stands by, the reading is written.
_TEN_MINUTES: Final = re.compile(r"10分(?![の/]\s?[0-9]|[間前後]|以[内上下]|ほど|程度)")
_PLACES: Final = re.compile("[ヶヵ](?=[月国所年])")
_MINUS: Final = re.compile("[-−](?=[0-9])")
_RANGE: Final = re.compile(rf"{_JOINT}(?=[0-9])|[〜~](?=[一-龥])")
_AFTER_NUMBER: Final = re.compile(r"(?:[0-9%℃㎡㎞㎏㍍㌔]|[0-9万億][年月日時分秒人円度個回歳])$")
_AFTER_WORD: Final = re.compile("[一-龥]$")
_SUM: Final = re.compile(r"\s?(?P<sign>[+=×÷])\s?(?=[0-9])")
_SUMS: Final = MappingProxyType({"+": "足す", "=": "は", "×": "掛ける", "÷": "割る"})


def _span(match: re.Match[str]) -> str:
    last = match["m"]
    return kanji(match["n"]) + (f"から{kanji(last)}" if last else "")


def _rate(match: re.Match[str]) -> str:
    head, unit = RATES[match["unit"]]
    return f"{'' if before(match).endswith(head) else head}{_span(match)}{unit}"


def _bare(match: re.Match[str]) -> str:
    return kanji(match["n"]) + ("か" if match["places"] else "")


def _unit_alone(match: re.Match[str]) -> str | None:
    unit = match["unit"]
    inside = unit[0].isascii() and unit[0].isalpha() and re.search("[A-Za-z]$", before(match))
    return None if inside else UNITS[unit]


def _minus(match: re.Match[str]) -> str | None:
    left = before(match)
    return None if re.search("[0-9A-Za-z]$", left) else "マイナス"


def _range(match: re.Match[str]) -> str | None:
    left = before(match)
    counted = match.string[match.end() : match.end() + 1].isdecimal()
    pattern = _AFTER_NUMBER if counted else _AFTER_WORD
    return "から" if pattern.search(left) else None


def _ten_minutes(match: re.Match[str]) -> str | None:
    return None if re.search(r"[0-9.,時約万億千]\s?$|から$", before(match)) else "じゅっぷん"


#: 5―3で勝った, 3-0と
_SCORE: Final = re.compile(
    r"(?P<a>[0-9]{1,3})\s?[-–—―]\s?(?P<b>[0-9]{1,3})(?=(?:で|と)?\s?(?:[勝敗下破制辛快惜圧大完逆]|引き分|競り|リード|先勝))"
)
#: 打率.318: hits in ten, hundred and thousand.
_AVERAGE: Final = re.compile(r"0?\.(?P<n>[0-9]{3})(?![0-9])")


def _average(match: re.Match[str]) -> str | None:
    if not re.search(r"打率[はが、]?\s?$", before(match)):
        return None
    parts = zip(match["n"], "割分厘", strict=True)
    return "".join(kanji(figure) + unit for figure, unit in parts if figure != "0") or "〇割"


#: 9秒98: hundredths of a second are decimals.
_HUNDREDTHS: Final = re.compile("[0-9]{2}(?![0-9分秒])")


def _hundredths(match: re.Match[str]) -> str | None:
    return WORDS.code(match[0]) if re.search("[0-9]秒$", before(match)) else None


RULES: Final = (
    Rule(_HUNDREDTHS, _hundredths),
    Rule(_SCORE, lambda m: f"{kanji(m['a'])}対{kanji(m['b'])}"),
    Rule(_AVERAGE, _average),
    Rule(_TEN_MINUTES, _ten_minutes),
    Rule(_FRACTION, lambda m: f"{kanji(m['b'])}分の{kanji(m['a'])}"),
    Rule(_PAID, lambda m: kanji(m["n"]) + CURRENCIES[m["unit"]]),
    Rule(_RATE, _rate),
    Rule(_MEASURED, lambda m: _span(m) + UNITS[m["unit"]]),
    Rule(_BARE, _bare),
    Rule(_PLACES, lambda m: "か" if re.search("[一二三四五六七八九十数何]$", before(m)) else None),
    Rule(_UNIT_ALONE, _unit_alone),
    Rule(_RANGE, _range),
    Rule(_MINUS, _minus),
    Rule(_SUM, lambda m: _SUMS[m["sign"]]),
)
