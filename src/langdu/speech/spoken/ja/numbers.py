"""Figures as kanji numerals: 1万7000 → 一万七千."""

import re
from typing import Final

from langdu.speech.spoken.figures import NUMBER, Myriads

WORDS: Final = Myriads(
    digits="〇一二三四五六七八九",
    codes="〇一二三四五六七八九",
    point="点",
    joint="",
    one_before=frozenset("万億兆"),
    one_in_thousand=True,
    steps=("", "十", "百", "千"),
    scales=("", "万", "億", "兆"),
)
_SCALE: Final = "[千百十]?[万億兆]|[千百]"
_PIECE: Final = re.compile(rf"(?P<n>{NUMBER})(?P<scale>{_SCALE})?")
#: 1万7千 · 1億2,644万3,000 · 1.7万 · 12.5
QUANTITY: Final = rf"{NUMBER}(?:(?:{_SCALE})(?:{NUMBER}(?:{_SCALE})){{0,4}}(?:{NUMBER})?)?"


def kanji(quantity: str) -> str:
    """A quantity in kanji numerals."""
    return "".join(_piece(match["n"], match["scale"] or "") for match in _PIECE.finditer(quantity))


def _piece(number: str, scale: str) -> str:
    if number == "1" and scale in ("千", "百"):
        return scale
    words = WORDS.number(number)
    return ("一" if words.startswith("千") and scale in WORDS.one_before else "") + words + scale
