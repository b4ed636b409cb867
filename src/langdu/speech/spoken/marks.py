"""Signs that engines would name in English, and fractions of one sign."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final
from unicodedata import numeric

from langdu.speech.spoken.scanner import Rule, after, before

#: Ornaments, and marks of rights: nobody reads them out.
_SILENT: Final = re.compile(r"[*^|\\_#~〜ⓒ©®™▶◀■□●○▲△▼▽◆◇★☆♡♥❤✓※│─]{1,20}\s?")
_ARROW: Final = re.compile(r"\s?[→⇒➡]\s?")
_SLASH: Final = re.compile(r"\s?/\s?")
#: Or the minus sign, which the scanner takes for it and eSpeak NG does not.
_HYPHEN: Final = re.compile("-")
_VULGAR: Final = re.compile("[¼½¾⅐-⅞]")


def ornaments(comma: str) -> tuple[Rule, ...]:
    """Rules for what is left when all others have been tried; ``comma`` is a pause."""

    def pause(match: re.Match[str]) -> str:
        inside = before(match).strip() and after(match).strip()
        return comma if inside else ""

    return (
        Rule(_SILENT, lambda _: ""),
        Rule(_ARROW, pause),
        Rule(_SLASH, pause),
        Rule(_HYPHEN, lambda _: "-"),
    )


def named(names: Mapping[str, str]) -> Rule:
    """A rule for signs that have a name."""
    return Rule(re.compile("|".join(map(re.escape, names))), lambda match: names[match[0]])


def vulgar(words: Callable[[int, int], str]) -> Rule:
    """A rule for ½, given the words for a numerator and a denominator."""

    def said(match: re.Match[str]) -> str:
        value = Fraction(numeric(match[0])).limit_denominator(10)
        return words(value.numerator, value.denominator)

    return Rule(_VULGAR, said)
