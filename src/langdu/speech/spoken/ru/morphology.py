"""Russian nouns: their gender, their cases, and other forms of them, by pymorphy3."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Final, cast

from langdu.speech.spoken.ru.numbers import Case, Gender, cardinal, decimal, is_few, is_one, parts

#: Cases that pymorphy tells apart and numbers do not.
_MERGED: Final = MappingProxyType({"gen2": "gent", "loc2": "loct", "acc2": "accs"})
_WORD: Final = re.compile(r"[\s\u00a0]([а-яё][а-яё-]{1,40})")
#: After one, which agrees with its noun: these are named by it (1 место, 21 этаж).
_RANKED: Final = frozenset("место этаж класс курс тур квартал полугодие степень раунд".split())
#: How many adjectives may stand before the noun that is counted.
_ADJECTIVES: Final = 3
#: A reading of a word that is rarer than this is not looked at.
_RARE: Final = 0.01
#: Classes, floors and places have no longer numbers.
_LONGEST_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class Noun:
    """What a word form may be: ``forms`` are its pairs of number and case, ``sing gent``."""

    name: str
    gender: Gender
    animate: bool
    forms: frozenset[tuple[str, str]]


@cache
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=4096)
def noun(word: str) -> Noun | None:
    """The word as a noun, or ``None`` where it is none."""
    found = [
        parse
        for parse in _analyzer().parse(word)
        if parse.tag.POS == "NOUN" and parse.score >= _RARE and "Abbr" not in parse.tag
    ]
    if not found:
        return None
    first = found[0]
    forms = {
        (str(parse.tag.number), _MERGED.get(str(parse.tag.case), str(parse.tag.case)))
        for parse in found
        if parse.normal_form == first.normal_form
    }
    gender = cast("Gender", first.tag.gender or "masc")
    return Noun(first.normal_form, gender, first.tag.animacy == "anim", frozenset(forms))


@lru_cache(maxsize=4096)
def _is_adjective(word: str) -> bool:
    return _analyzer().parse(word)[0].tag.POS in ("ADJF", "PRTF")


def noun_after(text: str, position: int) -> Noun | None:
    """The noun that stands there after a space, adjectives before it passed over."""
    for word in _words(text, position):
        if not _is_adjective(word):
            return noun(word)
    return None


def _words(text: str, position: int) -> Iterator[str]:
    for _ in range(_ADJECTIVES + 1):
        match = _WORD.match(text, position)
        if not match:
            return
        yield match[1]
        position = match.end()


@lru_cache(maxsize=4096)
def inflected(phrase: str, number: str, case: str, adjective: tuple[str, str] | None = None) -> str:
    """A noun with its adjectives, given in the nominative, in another number and case.

    ``adjective``: number and case of the adjectives where they differ from those of the noun.
    """
    words = phrase.split(" ")
    gender = _analyzer().parse(words[-1])[0].tag.gender
    said = [_inflect(word, *(adjective or (number, case)), gender) for word in words[:-1]]
    return " ".join([*said, _inflect(words[-1], number, case, None)])


def _inflect(word: str, number: str, case: str, gender: str | None) -> str:
    grammemes = {number, case} | ({gender} if gender and number == "sing" else set())
    parses = [p for p in _analyzer().parse(word) if p.tag.POS in ("NOUN", "ADJF")]
    parse = next((p for p in parses if p.tag.case == "nomn"), None)
    form = parse.inflect(grammemes) if parse else None
    return str(form.word) if form else word


def measured(figures: str, unit: str, case: Case = "nomn") -> str:
    """A number with its unit: 22 and "квадратный километр" → двадцать два квадратных километра.

    ``unit`` is a nominative, with a tail after "|" that stays as it is (километр|в час).
    """
    phrase, _, tail = unit.partition("|")
    whole, fraction = parts(figures)
    if fraction:
        words = f"{decimal(whole, fraction, case)} {inflected(phrase, 'sing', 'gent')}"
    else:
        words = _counted(whole, phrase, case)
    return f"{words} {tail}" if tail else words


def _counted(whole: str, phrase: str, case: Case) -> str:
    known = noun(phrase.split(" ")[-1])
    gender: Gender = known.gender if known else "masc"
    number = int(whole[-3:])
    if is_one(number):
        named = inflected(phrase, "sing", case)
    elif case in ("nomn", "accs") and is_few(number):
        feminine = gender == "femn"
        adjective = ("plur", "nomn" if feminine else "gent")
        named = inflected(phrase, "sing", "gent", adjective)
    elif case in ("nomn", "accs"):
        named = inflected(phrase, "plur", "gent")
    else:
        named = inflected(phrase, "plur", case)
    return f"{cardinal(whole, case, gender)} {named}"


def numbering(whole: str, allowed: Sequence[Case], named: Noun | None) -> Case | None:
    """The case of a noun that the number names and does not count: в 10 классе, 5 этаж."""
    number = int(whole[-3:])
    if named is None or len(whole) > _LONGEST_NAME or whole.startswith("0"):
        return None
    if is_one(number):
        named_by_it = named.name in _RANKED
    else:  # what can be counted is counted
        plural = {form for form in named.forms if form[0] == "plur"}
        named_by_it = not plural and ("sing", "gent") not in named.forms
    if not named_by_it:
        return None
    return next((case for case in allowed if ("sing", case) in named.forms), None)


def agreeing(whole: str, allowed: Sequence[Case], counted: Noun | None) -> Case:
    """The case of a number from what may stand before it and the noun after it.

    ``allowed`` are the cases that the preposition takes, the likeliest first.
    """
    if counted is None:
        return allowed[0]
    number = int(whole[-3:])
    for case in allowed:
        if (_number(number, case), _case(number, case)) in counted.forms:
            return case
    if "accs" in allowed and counted.animate and ("plur", "gent") in counted.forms:
        return "accs"
    return allowed[0]


def _number(number: int, case: Case) -> str:
    few = is_few(number) and case in ("nomn", "accs")
    return "sing" if few or is_one(number) else "plur"


def _case(number: int, case: Case) -> str:
    if is_one(number) or case not in ("nomn", "accs"):
        return case
    return "gent"
