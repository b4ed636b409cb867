"""Kanji numerals as their sounds, with the changes of counters (一本 いっぽん, 三本 さんぼん).

Source of the readings: NHK 日本語発音アクセント新辞典, 付録 数詞＋助数詞.
"""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.japanese.counters import COUNTERS, FIGURES, GEMINATE, Counter

_DIGITS: Final = MappingProxyType(
    {"〇": "ぜろ", "零": "れい", "一": "いち", "二": "に", "三": "さん", "四": "よん", "五": "ご"}
    | {"六": "ろく", "七": "なな", "八": "はち", "九": "きゅう"}
)
_NATIVE: Final = MappingProxyType({"一": "ひと", "二": "ふた"})
_STEPS: Final = MappingProxyType({"十": "じゅう", "百": "ひゃく", "千": "せん"})
_SCALES: Final = MappingProxyType({"万": "まん", "億": "おく", "兆": "ちょう"})
_CHANGED: Final = MappingProxyType(
    {
        "三百": "さんびゃく",
        "六百": "ろっぴゃく",
        "八百": "はっぴゃく",
        "三千": "さんぜん",
        "八千": "はっせん",
    }
    | {"一千": "いっせん", "一兆": "いっちょう", "八兆": "はっちょう", "十兆": "じゅっちょう"}
)
NUMERALS: Final = "〇零一二三四五六七八九十百千万億兆"
#: A number, its decimals, and what it counts.
NUMBER: Final = re.compile(
    rf"(?P<whole>(?:(?!四半)[{NUMERALS}])+)(?:点(?P<decimals>[〇一二三四五六七八九]+(?:点[〇一二三四五六七八九]+)*)(?P<scale>[十百千]?[万億兆])?)?"
    rf"(?P<counter>{COUNTERS})?"
)


def sounds(whole: str) -> list[str]:
    """A whole number in kana, in pieces of which the last may change before a counter."""
    if len(whole) > 1 and all(char in _DIGITS for char in whole):
        return [_DIGITS[char] for char in whole]
    pieces: list[str] = []
    position = 0
    while position < len(whole):
        pair = whole[position : position + 2]
        if pair in _CHANGED:
            pieces.append(_CHANGED[pair])
            position += 2
        else:
            char = whole[position]
            pieces.append(_DIGITS.get(char) or _STEPS.get(char) or _SCALES[char])
            position += 1
    return pieces


def decimals_of(whole: str, decimals: str, scale: str) -> str:
    """The kana of a number with decimals, and perhaps 万 after them: 一点七 → いってんなな."""
    pieces = sounds(whole)
    head = "れい" if pieces == ["ぜろ"] else "".join(pieces[:-1]) + _before_point(pieces[-1])
    return (
        head
        + "てん"
        + "".join(_DIGITS.get(char, "てん") for char in decimals)
        + "".join(sounds(scale))
    )


def _before_point(piece: str) -> str:
    return {"いち": "いっ", "はち": "はっ", "じゅう": "じゅっ"}.get(piece, piece)


def counted(whole: str, counter: Counter) -> str:
    """The kana of a number and its counter."""
    if counter.native and whole in _NATIVE:
        return _NATIVE[whole] + counter.sound
    pieces = sounds(whole)
    last, head = pieces[-1], "".join(pieces[:-1])
    if last in counter.special:
        return head + counter.special[last]
    if last in counter.figures:
        return head + counter.figures[last] + counter.sound
    changed, begin = _meeting(last, counter)
    return head + changed + begin + counter.sound[1:]


def _meeting(last: str, counter: Counter) -> tuple[str, str]:
    """What becomes of the end of a number and the beginning of its counter."""
    first = counter.sound[0]
    row, soft, hard = FIGURES.get(first, ("", first, first))
    if last in GEMINATE.get(row, ()) and not (counter.plain and last in ("いち", "はち")):
        return last[:-1] + "っ", hard if row == "は" else first
    if last.endswith(("さん", "せん", "ぜん", "まん")) and counter.after_three:
        return last, soft if counter.after_three == "soft" else hard
    if last == "よん" and counter.after_three == "hard":
        return last, hard if first == "ふ" else first
    return last, first
