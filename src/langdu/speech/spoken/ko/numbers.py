"""Figures as Korean words: Sino-Korean numbers, and the native ones up to 99."""

import re
from typing import Final

from langdu.speech.spoken.figures import NUMBER, Myriads

WORDS: Final = Myriads(
    digits="영일이삼사오육칠팔구",
    codes="공일이삼사오육칠팔구",
    point="점",
    joint=" ",
    one_before=frozenset("억조"),
    one_in_thousand=False,
    steps=("", "십", "백", "천"),
    scales=("", "만", "억", "조"),
)
_TENS: Final = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_ONES: Final = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")

_SCALE: Final = "[천백십]?[만억조]|[천백]"
_PIECE: Final = re.compile(rf"(?P<n>{NUMBER})(?P<scale>{_SCALE})?")
#: 1만 7천 · 1억2천만 · 1.7만 · 12.5
QUANTITY: Final = rf"{NUMBER}(?:(?:{_SCALE})(?:\s?{NUMBER}(?:{_SCALE})){{0,4}}(?:\s?{NUMBER})?)?"


def sino(quantity: str) -> str:
    """A quantity in Sino-Korean words: 1만 7천 → 만 칠천."""
    words = ""
    for match in _PIECE.finditer(quantity):
        # 4천500억 is one group, 1만 7천 two
        words += " " if words and words[-1] in "만억조" else ""
        words += _piece(match["n"], match["scale"] or "")
    return words


def _piece(number: str, scale: str) -> str:
    if scale and number == "1" and scale not in WORDS.one_before:
        return scale
    return WORDS.number(number) + scale


def native(value: int) -> str:
    """A number of 1 to 99 as it stands before what it counts: 20 → 스무, 21 → 스물한."""
    tens, ones = divmod(value, 10)
    return "스무" if value == 20 else _TENS[tens] + _ONES[ones]
