"""Figures as English words, American fashion: no "and", no commas.

num2words knows the names of numbers; its British "and", its commas (engines pause at them) and its
years (two thousand and five) are not wanted here.
"""

from typing import Final

_NAMES: Final = "zero one two three four five six seven eight nine".split()
#: Longer numbers are codes: nobody reads them as numbers.
LONGEST: Final = 15


def digits(figures: str) -> str:
    """Digit by digit; what is no digit is left out."""
    return " ".join(_NAMES[int(figure)] for figure in figures if figure.isdecimal())


def number(figures: str) -> str:
    """A number as it is written: 1,200.50 → one thousand two hundred point five zero."""
    whole, point, decimals = figures.partition(".")
    whole = "".join(char for char in whole if char.isdecimal())
    if point:
        return f"{cardinal(whole or '0')} point {digits(decimals)}"
    return cardinal(whole)


def cardinal(whole: str) -> str:
    """A whole number; with zeros in front, or very long, digit by digit."""
    if len(whole) > LONGEST or (whole.startswith("0") and len(whole) > 1):
        return digits(whole)
    return _plain(int(whole), "cardinal")


def ordinal(value: int) -> str:
    """3 → third."""
    return _plain(value, "ordinal")


def year(figures: str) -> str:
    """2019 → twenty nineteen, 2005 → two thousand five, 1905 → nineteen oh five."""
    value = int(figures)
    century, rest = divmod(value, 100)
    if value < 1000 or (rest < 10 and century % 10 == 0):
        return cardinal(str(value))
    head = cardinal(str(century))
    if not rest:
        return f"{head} hundred"
    return f"{head} {'oh ' if rest < 10 else ''}{cardinal(str(rest))}"


def plural(word: str) -> str:
    """ninety → nineties, ten → tens, six → sixes."""
    if word.endswith("y"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith("x") else "s")


def _plain(value: int, form: str) -> str:
    from num2words import num2words  # it imports all its languages

    words: str = num2words(value, to=form)
    return words.replace(",", "").replace(" and ", " ")
