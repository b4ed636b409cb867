"""Where a text counts, and how that sounds.

A morphological analyser reads numbers one by one and takes 十二分 or 一点 for words, so numbers are
found before it and laid over what it says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.speech.japanese.counters import DAY_ENDINGS, DAYS, TABLE
from langdu.speech.japanese.numerals import NUMBER, counted, decimals_of, sounds

_NAMED: Final = MappingProxyType(
    {
        "一人": "ひとり",
        "二人": "ふたり",
        "二十歳": "はたち",
        "〇時": "れいじ",
        "百十番": "ひゃくとおばん",
    }
)
#: After these 十分 is ten minutes, and before those; else it is "enough".
_MINUTES_BEFORE: Final = re.compile(
    "(?:時|約|各|毎|あと|わずか|残り|徒歩|車で|電車で|バスで|歩いて|から)$"
)
_MINUTES_AFTER: Final = re.compile(
    "間|後|前|以|ほど|程|弱|強|おき|ごと|遅|休|かか|掛か|歩|待|過|くらい|ぐらい|置|頃|ごろ|の|足らず|から"
)
_FRACTION: Final = re.compile("の[〇一二三四五六七八九十百千]")
#: Before and after these 一日 is a whole day; else the first of a month.
_WHOLE_DAY_BEFORE: Final = re.compile("(?:ある|その|この|丸|まる|毎|もう|あと|約|第)$")
_WHOLE_DAY_AFTER: Final = re.compile(
    "に[一二三四五六七八九十]|でも|当|あた|以上|以内|がかり|[一二三四五六七八九十百千万]+[食回度杯本便錠人件時]|も早く|一|半"
)


@dataclass(frozen=True, slots=True)
class Counting:
    """The characters ``start`` to ``end`` count something, and sound like ``kana``."""

    start: int
    end: int
    kana: str


def countings(text: str) -> Iterator[Counting]:
    """The numbers of a text that are more than a figure: with a counter, decimals or places."""
    for match in NUMBER.finditer(text):
        kana = None if match["whole"][0] in "万億兆" else _kana(match, text)  # 万一
        if kana:
            yield Counting(match.start(), match.end(), kana)


def _kana(match: re.Match[str], text: str) -> str | None:
    whole, decimals, counter = match["whole"], match["decimals"], match["counter"]
    if decimals:
        tail = TABLE[counter].sound if counter else ""
        return decimals_of(whole, decimals, match["scale"] or "") + tail
    if counter is None:
        return "".join(sounds(whole)) if len(whole) > 1 or whole == "〇" else None
    before, after = (
        text[max(0, match.start() - 4) : match.start()],
        text[match.end() : match.end() + 6],
    )
    if counter in DAY_ENDINGS:
        return _day(whole, counter, before, after)
    if counter == "分":
        return _minutes(whole, before, after)
    if whole == "百十" and before.endswith(("第", "号")):
        return counted(whole, TABLE[counter])
    return _NAMED.get(whole + counter) or counted(whole, TABLE[counter])


def _minutes(whole: str, before: str, after: str) -> str | None:
    if _FRACTION.match(after):
        return "".join(sounds(whole)) + "ぶん"
    if whole == "十" and not (_MINUTES_BEFORE.search(before) or _MINUTES_AFTER.match(after)):
        return None
    return counted(whole, TABLE["分"])


def _day(whole: str, counter: str, before: str, after: str) -> str:
    if whole != "一":
        return (DAYS.get(whole) or counted(whole, TABLE["日"])) + DAY_ENDINGS[counter]
    if counter == "日中":
        return "いちにちじゅう"
    lasts = _WHOLE_DAY_BEFORE.search(before) or _WHOLE_DAY_AFTER.match(after)
    if counter == "日" and (before.endswith("月") or not lasts):
        return "ついたち"
    return "いちにち" + DAY_ENDINGS[counter]
