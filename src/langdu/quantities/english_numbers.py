"""English numbers in figures, in words and in both: 17,000 · 1.2 million · a hundred and two."""

import re
from decimal import Decimal
from typing import Final

from langdu.quantities.english_words import CARDINALS, SCALES
from langdu.quantities.exact import add, multiply
from langdu.quantities.west import Number

_FIGURES: Final = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,8}|[0-9]{1,24})(?![0-9])(?:\.[0-9]{1,12}(?![0-9.]))?(?!,[0-9]{3})"
)
_WORD: Final = re.compile(
    r"(?P<word>"
    + "|".join(sorted([*CARDINALS, *SCALES], key=len, reverse=True))
    + r")(?![A-Za-z])",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"(?P<half>half\s)?an?\s(?=(?:hundred|thousand|million|billion|trillion|dozen)\b)",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"(?P<hyphen>-)|\s(?P<and>and\s)?", re.IGNORECASE)
_HALF: Final = re.compile(r"(?:\s|-)and(?:\s|-)a(?:\s|-)half(?![A-Za-z])", re.IGNORECASE)
_SIGN: Final = re.compile("[½¼¾]")
_SIGNS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_ZERO, _ONE, _LIMIT = Decimal(0), Decimal(1), Decimal(10**15)


def read(text: str, at: int) -> Number | None:
    """The number at a place, as long as its words go together."""
    total, group, below, scale = _ZERO, _ZERO, _LIMIT, _ONE
    figures = _FIGURES.match(text, at)
    end, words = at, figures is None
    if figures:
        end, group = figures.end(), Decimal(figures[0].replace(",", ""))
        if sign := _SIGN.match(text, end):
            end, group = sign.end(), add(group, _SIGNS[sign[0]])
    elif article := _ARTICLE.match(text, at):
        end, group = article.end(), Decimal("0.5") if article["half"] else _ONE
    else:
        word = _WORD.match(text, at)
        if word is None or word["word"].lower() in SCALES:
            return None
    plain, last = figures is not None, "figures" if figures else "" if end == at else "article"
    for _ in range(24):
        if half := _HALF.match(text, end):
            group, end, plain = add(group, Decimal("0.5")), half.end(), False
        step = _step(text, end, last)
        if step is None:
            break
        name, after = step
        if name in CARDINALS:
            if not _adds(CARDINALS[name], group, last):
                break
            group = add(group, CARDINALS[name])
        elif not group or SCALES[name] >= below:
            break
        elif SCALES[name] <= 100:  # hundred, dozen
            group, scale = multiply(group, SCALES[name]), multiply(scale, SCALES[name])
        else:
            total = add(total, multiply(group, SCALES[name]))
            group, below, scale = _ZERO, SCALES[name], multiply(scale, SCALES[name])
        last, end, plain = name, after, False
    value = add(total, group)
    if group and below != _LIMIT:
        scale = _ONE
    return Number(value, end, words, scale, plain) if end > at else None


def _step(text: str, end: int, last: str) -> tuple[str, int] | None:
    """The next number word and where it ends."""
    link = None if last in ("", "article") else _LINK.match(text, end)
    word = _WORD.match(text, link.end() if link else end)
    if word is None or (link is None and last not in ("", "article", "figures")):
        return None
    name = word["word"].lower()
    if last == "figures" and (name in CARDINALS or (link is not None and name == "k")):
        return None
    if link and link["and"] and last not in SCALES:
        return None
    return name, word.end()


def _adds(value: Decimal, group: Decimal, last: str) -> bool:
    """Whether a word may follow: thirty-five, a hundred and two; not "one two"."""
    if last in ("", "article"):
        return True
    if last == "dozen" or not value:
        return False
    if value < 10:
        return group % 10 == 0 and not 10 <= group % 100 < 20
    return group % 100 == 0
