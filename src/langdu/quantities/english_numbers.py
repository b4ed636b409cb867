"""English numbers in figures, in words and in both: 17,000 · 1.2 million · a hundred and two."""

import re
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.english_words import CARDINALS, SCALES
from langdu.quantities.exact import add, decimal, multiply
from langdu.quantities.west import Number

#: Groups of three; also of another length (20,0000; 43,3), which are wrong and so must be seen.
_FIGURES: Final = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,8}|[0-9]{1,9}(?:,[0-9]{1,9}){1,4}|[0-9]{1,24})(?![0-9])"
    r"(?:\.[0-9]{1,40}(?![0-9.]))?(?!,[0-9]{3})"
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
_MIXED: Final = re.compile(r"\s(?P<a>[1-9])/(?P<b>[2-9])(?![\d/])", re.ASCII)
_SIGNS: Final = MappingProxyType({"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")})
_ZERO, _ONE, _LIMIT = Decimal(0), Decimal(1), Decimal(10**15)


def read(text: str, at: int) -> Number | None:
    """The number at a place, as long as its words go together."""
    total, group, below, scale = _ZERO, _ZERO, _LIMIT, _ONE
    first = _first(text, at)
    if first is None:
        return None
    group, end, last = first
    plain, words = last == "figures", last != "figures"
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


def _first(text: str, at: int) -> tuple[Decimal, int, str] | None:
    """What a number begins with: its figures, "a", or nothing before its first word."""
    if figures := _FIGURES.match(text, at):
        value, end = Decimal(figures[0].replace(",", "")), figures.end()
        if sign := _SIGN.match(text, end):
            value, end = add(value, _SIGNS[sign[0]]), sign.end()
        elif mixed := _MIXED.match(text, end):
            part = decimal(Fraction(int(mixed["a"]), int(mixed["b"])))
            if part is not None and part < 1:  # 2 1/2
                value, end = add(value, part), mixed.end()
        return value, end, "figures"
    if article := _ARTICLE.match(text, at):
        return Decimal("0.5") if article["half"] else _ONE, article.end(), "article"
    word = _WORD.match(text, at)
    return None if word is None or word["word"].lower() in SCALES else (_ZERO, at, "")


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
