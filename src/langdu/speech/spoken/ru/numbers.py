"""Figures as Russian words, by num2words, with what it lacks: decimals in every case.

Cases have pymorphy's names: nomn gent datv accs ablt loct.
"""

import re
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Literal

Case = Literal["nomn", "gent", "datv", "accs", "ablt", "loct"]
Gender = Literal["masc", "femn", "neut"]

_CASES: Final = MappingProxyType(
    {"nomn": "n", "gent": "g", "datv": "d", "accs": "a", "ablt": "i", "loct": "p"}
)
_SPACES: Final = "[ \u00a0\u2009\u202f]"
#: 17 000 · 1,200,300 · 12: bounded, so that no text of figures costs the square of its length.
WHOLE: Final = (
    rf"(?:[0-9]{{1,3}}(?:{_SPACES}[0-9]{{3}}){{1,5}}(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,5}(?![0-9])|[0-9]+)"
)
NUMBER: Final = rf"{WHOLE}(?:[.,][0-9]{{1,9}}(?![.,]?[0-9]))?"
#: Longer numbers are codes: nobody reads them as numbers.
_LONGEST: Final = 15
_FINEST: Final = 6  # миллионных
_NOT_DIGITS: Final = re.compile("[^0-9]")
_WHOLES: Final[MappingProxyType[str, tuple[str, str]]] = MappingProxyType(
    {"nomn": ("целая", "целых"), "gent": ("целой", "целых"), "datv": ("целой", "целым")}
    | {"accs": ("целую", "целых"), "ablt": ("целой", "целыми"), "loct": ("целой", "целых")}
)


@cache
def _library() -> Any:
    from num2words.lang_RU import Num2Word_RU

    return Num2Word_RU()


def is_one(number: int) -> bool:
    """Whether a noun after the number is singular: 1, 21, but not 11."""
    return number % 10 == 1 and number % 100 != 11


def is_few(number: int) -> bool:
    """Whether a noun after the number is in the genitive singular: 2, 3, 4, 22, but not 12."""
    return number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)


def parts(figures: str) -> tuple[str, str]:
    """The digits before and after the decimal sign: 17 000,5 → 17000 and 5."""
    match = re.fullmatch(rf"({WHOLE})(?:[.,]([0-9]+))?", figures)
    whole, fraction = match.groups() if match else (figures, None)
    return _NOT_DIGITS.sub("", whole), fraction or ""


def spelled(figures: str) -> str:
    """Digit by digit."""
    return " ".join(str(_library().to_cardinal(int(figure))) for figure in figures)


def cardinal(
    figures: str, case: Case = "nomn", gender: Gender = "masc", *, animate: bool = False
) -> str:
    """A whole number; figures after a zero in front, and very long ones, one by one."""
    if len(figures) > _LONGEST or (figures.startswith("0") and len(figures) > 1):
        return spelled(figures)
    number = int(figures)
    # двадцать два ученика: only numbers of one word, and one, tell animate nouns apart
    animate = animate and (number < 20 or is_one(number))
    # num2words gives a million the gender of the noun, so the last figures go apart
    high, low = number - number % 1000, number % 1000
    words = [_cardinal(high, case, "masc", animate=False)] if high else []
    words += [_cardinal(low, case, gender, animate=animate)] if low or not high else []
    said = " ".join(words)
    # nobody says "one" thousand
    return said.partition(" ")[2] if 1000 <= number < 2000 else said


def _cardinal(number: int, case: Case, gender: Gender, *, animate: bool) -> str:
    words = _library().to_cardinal(number, case=_CASES[case], gender=gender[0], animate=animate)
    return str(words)


def ordinal(
    number: int, case: Case = "nomn", gender: Gender = "masc", *, plural: bool = False
) -> str:
    """An ordinal number; in the accusative that of inanimate nouns."""
    return str(
        _library().to_ordinal(
            number, case=_CASES[case], gender=gender[0], plural=plural, animate=False
        )
    )


def decimal(whole: str, fraction: str, case: Case = "nomn") -> str:
    """1 and 7 → одна целая семь десятых."""
    one = is_one(int(whole)) if len(whole) <= _LONGEST else False
    head = f"{cardinal(whole, case, 'femn')} {_WHOLES[case][0 if one else 1]}"
    if len(fraction) > _FINEST:
        return f"{head} {spelled(fraction)}"
    value = int(fraction)
    plain: Case = "gent" if case in ("nomn", "accs") else case
    parted = 10 ** len(fraction)
    one_part = is_one(value)
    name = ordinal(parted, case, "femn") if one_part else ordinal(parted, plain, plural=True)
    return f"{head} {cardinal(str(value), case, 'femn')} {name}"


def fraction(above: str, below: int, case: Case = "nomn") -> str:
    """2 and 3 → две третьих; 1 and 2 → одна вторая."""
    plain: Case = "gent" if case in ("nomn", "accs") else case
    if is_one(int(above)):
        return f"{cardinal(above, case, 'femn')} {ordinal(below, case, 'femn')}"
    return f"{cardinal(above, case, 'femn')} {ordinal(below, plain, plural=True)}"
