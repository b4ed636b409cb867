"""Russian numbers in figures, in words and in both: 17 000 · 1,2 млн · двадцать пять."""

import re
from decimal import Decimal
from typing import Final

from langdu.quantities.exact import add, multiply
from langdu.quantities.russian_words import ALONE, CARDINALS, SCALES
from langdu.quantities.west import Number

#: Groups of three by a space of any kind; also by comma as in English where that is sure.
_FIGURES: Final = re.compile(
    r"(?:(?P<spaced>[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,8})(?![0-9])"
    r"|(?P<english>[0-9]{1,3}(?:(?:,[0-9]{3}){2,8}|,000))(?![0-9])|(?P<plain>[0-9]{1,24})(?![0-9]))"
    r"(?:[,.](?P<decimals>[0-9]{1,40})(?![0-9.]))?"
)
_WORD: Final = re.compile(
    "(?P<word>"
    + "|".join(sorted([*CARDINALS, *SCALES], key=len, reverse=True))
    + r")(?![а-яёА-ЯЁ])(?!-(?!(?:"
    + "|".join(sorted(CARDINALS, key=len, reverse=True))
    + r")(?![а-яё])))(?P<dot>(?<=тыс|млн|лрд|рлн)\.(?=\s[а-я]))?",
    re.IGNORECASE,
)
_HALF: Final = re.compile(r"\sс\sполовиной(?![а-я])", re.IGNORECASE)
_SPACE: Final = " \u00a0\u2009\u202f"
_ZERO, _ONE, _LIMIT = Decimal(0), Decimal(1), Decimal(10**15)
_GROUPS: Final = str.maketrans("", "", " ,\u00a0\u2009\u202f")


def read(text: str, at: int) -> Number | None:
    """The number at a place, as long as its words go together."""
    total, group, below, scale, rank = _ZERO, _ZERO, _LIMIT, _ONE, _LIMIT
    end, last = at, ""
    digits = _FIGURES.match(text, at)
    words = digits is None
    if digits:
        group, end, last = _figures(digits), digits.end(), "figures"
    plain = digits is not None and digits["plain"] is not None
    for _ in range(24):
        if last and (half := _HALF.match(text, end)):
            group, end = add(group, Decimal("0.5")), half.end()
        start = end + (bool(last) and text[end : end + 1] in _SPACE and end < len(text))
        word = _WORD.match(text, start)
        if word is None or (last and start == end):
            break
        name = word["word"].lower()
        if name in SCALES:
            if SCALES[name] >= below or not (group or (name in ALONE and not last)):
                break
            total = add(total, multiply(group or _ONE, SCALES[name]))
            scale = multiply(scale, SCALES[name])
            group, below, rank = _ZERO, SCALES[name], _LIMIT
        else:
            value = CARDINALS[name]
            if last == "figures" or not _goes_after(value, rank):
                break
            group, rank = add(group, value), value
        end, last, plain = word.end(), name, False
    scale = scale if not group else _ONE
    return Number(add(total, group), end, words, scale, plain) if end > at else None


def _figures(match: re.Match[str]) -> Decimal:
    whole = (match["spaced"] or match["english"] or match["plain"]).translate(_GROUPS)
    return Decimal(f"{whole}.{match['decimals']}" if match["decimals"] else whole)


def _goes_after(value: Decimal, rank: Decimal) -> bool:
    """Hundreds, then tens, then ones: a teen ends a number."""
    if rank == _LIMIT:
        return True
    if rank < 20 or value % 1 or not value:
        return False
    return value < 10 or (rank >= 100 and value < 100)
