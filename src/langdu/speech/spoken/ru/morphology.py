"""Russian nouns: their gender, their cases, and other forms of them, by pymorphy3."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Final, cast

from langdu.speech.spoken.ru.governing import GOVERNED
from langdu.speech.spoken.ru.numbers import Case, Gender, cardinal, decimal, is_few, is_one, parts

#: Cases that pymorphy tells apart and numbers do not.
_MERGED: Final = MappingProxyType({"gen2": "gent", "loc2": "loct", "acc2": "accs"})
_WORD: Final = re.compile(r"[\s\u00a0]([а-яё][а-яё-]{1,40})")
#: After one, which agrees with its noun: these are named by it (1 место, 21 этаж).
_RANKED: Final = frozenset("место этаж класс курс тур квартал полугодие степень раунд".split())
#: The word before a number, and the one before that.
_LAST_WORDS: Final = re.compile(
    r"(?:(?P<before>[А-Яа-яЁё-]{1,40})[\s\u00a0])?(?P<last>[А-Яа-яЁё-]{3,40})[\s\u00a0]$"
)
_TIMES: Final = frozenset("год час минута секунда день неделя месяц раз век сутки".split())
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
def nouns(word: str) -> tuple[Noun, ...]:
    """The nouns that the word may be a form of, the likeliest first; none where it is no noun."""
    found: dict[str, list[Any]] = {}
    for parse in _analyzer().parse(word):
        if parse.tag.POS == "NOUN" and parse.score >= _RARE and "Abbr" not in parse.tag:
            found.setdefault(parse.normal_form, []).append(parse)
    return tuple(_noun(name, parses) for name, parses in found.items())


def _noun(name: str, parses: Sequence[Any]) -> Noun:
    forms = {
        (str(parse.tag.number), _MERGED.get(str(parse.tag.case), str(parse.tag.case)))
        for parse in parses
    }
    tag = parses[0].tag
    return Noun(name, cast("Gender", tag.gender or "masc"), tag.animacy == "anim", frozenset(forms))


@lru_cache(maxsize=4096)
def _is_adjective(word: str) -> bool:
    return _analyzer().parse(word)[0].tag.POS in ("ADJF", "PRTF")


def nouns_after(text: str, position: int) -> tuple[Noun, ...]:
    """What noun stands there after a space, adjectives before it passed over."""
    for word in _words(text, position):
        if not _is_adjective(word):
            return nouns(word)
    return ()


def noun_after(text: str, position: int) -> Noun | None:
    """The likeliest of :func:`nouns_after`."""
    return next(iter(nouns_after(text, position)), None)


def noun(word: str) -> Noun | None:
    """The likeliest of :func:`nouns`."""
    return next(iter(nouns(word)), None)


def gender_of(unit: str) -> Gender:
    """The gender of a unit, which is a nominative with a tail after "|"."""
    known = noun(unit.partition("|")[0].split(" ")[-1])
    return known.gender if known else "masc"


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
    gender = gender_of(phrase)
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


def numbering(
    whole: str, allowed: Sequence[Case], found: Sequence[Noun]
) -> tuple[Case, Noun] | None:
    """The case of a noun that the number names and does not count: в 10 классе, 5 этаж."""
    number = int(whole[-3:])
    if not found or len(whole) > _LONGEST_NAME or whole.startswith("0"):
        return None
    if is_one(number):
        named_by_it = found[0].name in _RANKED
    else:  # what can be counted is counted
        forms = {form for one in found for form in one.forms}
        plural = {form for form in forms if form[0] == "plur"}
        named_by_it = not plural and ("sing", "gent") not in forms
    if not named_by_it:
        return None
    fitting = (case for case in allowed if ("sing", case) in found[0].forms)
    case = next(fitting, None)
    return (case, found[0]) if case else None


def agreeing(
    whole: str, allowed: Sequence[Case], found: Sequence[Noun]
) -> tuple[Case, Noun | None]:
    """The case of a number and the noun that it counts.

    ``allowed`` are the cases that the preposition takes, the likeliest first; ``found`` what the
    word after the number may be.
    """
    number = int(whole[-3:])
    for case in allowed:
        for one in found:
            if (_number(number, case), _case(number, case)) in one.forms:
                return case, one
    first = next(iter(found), None)
    if first and "accs" in allowed and first.animate and ("plur", "gent") in first.forms:
        return "accs", first
    return allowed[0], first


def belongs(left: str, counted: Noun, number: int) -> bool:
    """Whether a noun before the number has it as a genitive: жители 17 районов.

    Only plurals without a preposition, and nothing that measures time (люди 5 лет ждали).
    """
    words = _LAST_WORDS.search(left)
    if not words or is_one(number) or is_few(number) or counted.name in _TIMES:
        return False
    if ("plur", "gent") not in counted.forms or (words["before"] or "").lower() in GOVERNED:
        return False
    found = noun(words["last"].lower())
    return found is not None and all(form[0] == "plur" for form in found.forms)


def _number(number: int, case: Case) -> str:
    few = is_few(number) and case in ("nomn", "accs")
    return "sing" if few or is_one(number) else "plur"


def _case(number: int, case: Case) -> str:
    if is_one(number) or case not in ("nomn", "accs"):
        return case
    return "gent"
