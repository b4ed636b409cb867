"""Numbers with what they measure or count, in the case that the sentence gives them."""

import re
from collections.abc import Iterable
from typing import Final

from langdu.speech.spoken.ru.governing import cases, preposition
from langdu.speech.spoken.ru.morphology import (
    agreeing,
    belongs,
    gender_of,
    inflected,
    measured,
    nouns_after,
    numbering,
)
from langdu.speech.spoken.ru.numbers import (
    NUMBER,
    Case,
    Gender,
    cardinal,
    decimal,
    fraction,
    ordinal,
    parts,
)
from langdu.speech.spoken.ru.ordinals import compound
from langdu.speech.spoken.ru.units import BEFORE, CURRENCIES, SCALES, UNITS
from langdu.speech.spoken.scanner import Rule, before


def _any(words: Iterable[str]) -> str:
    ranked = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s\u00a0]?") for word in ranked)


_GAP: Final = r"[\s\u00a0]?"
_MANY: Final = rf"(?P<n>{NUMBER})(?:{_GAP}[-–—]{_GAP}(?P<m>{NUMBER}))?"
_SCALE: Final = rf"(?:{_GAP}(?P<scale>тыс|млн|млрд|трлн)(?![А-Яа-яё])\.?)"
_END: Final = "(?![A-Za-zА-Яа-яЁё0-9/²³])"
#: The spaces of a unit may be missing (кв.м).
_NOUNS: Final = {unit.replace(" ", ""): noun for unit, noun in (UNITS | CURRENCIES).items()}
_UNIT: Final = rf"(?P<unit>{_any([*UNITS, *CURRENCIES])})(?:{_END}|(?<=\.))"
_MEASURED: Final = re.compile(rf"(?P<minus>[-−])?{_MANY}{_SCALE}?{_GAP}{_UNIT}")
_PAID: Final = re.compile(rf"(?P<unit>{_any(BEFORE)}){_GAP}{_MANY}{_SCALE}?")
_SCALED: Final = re.compile(rf"{_MANY}{_SCALE}")
_FRACTION: Final = re.compile(r"(?P<a>[0-9]{1,3})/(?P<b>[0-9]{1,3})(?![0-9/.])")
_CUSTOM: Final = {"24/7": "двадцать четыре на семь", "50/50": "пятьдесят на пятьдесят"}
#: A scale: 1:1000.
_SCALE_OF: Final = re.compile(r"1:(?P<n>[1-9][0-9]{0,4}0)(?![0-9:])")
#: 5%-ный
_PERCENTAL: Final = re.compile(
    r"(?P<n>[0-9]{1,3})[\s\u00a0]?%-н?(?P<end>ый|ая|ое|ые|ого|ой|ому|ую|ом|ым|ых|ыми)(?![а-яё])"
)
_BARE: Final = re.compile(_MANY)
_MINUS: Final = re.compile("[-−](?=[0-9])")
_SCALE_ALONE: Final = re.compile(r"(?P<scale>тыс|млн|млрд|трлн)(?![А-Яа-яё])\.?")
_SIGNS: Final = {"%": "процент", "№": "номер", "§": "параграф", "‰": "промилле", "₽": "рублей"}
#: "в 12 км от города": a place.
_FROM: Final = re.compile(r"[\s\u00a0]от[\s\u00a0]")
_PLUS: Final = re.compile(r"\+(?![0-9])")
#: "в 3 и 4 классах": the noun comes after the last number.
_OTHERS: Final = re.compile(r"(?:[\s\u00a0](?:и|или)[\s\u00a0][0-9]{1,9}){1,3}(?![0-9.,])")
_SUM: Final = re.compile(rf"{_GAP}(?P<sign>[+=×÷]){_GAP}(?=[0-9])")
_SUMS: Final = {"+": "плюс", "=": "равно", "×": "умножить на", "÷": "разделить на"}


def _measured(match: re.Match[str]) -> str | None:
    if match["unit"] in ("в", "В", "г", "с") and match["scale"]:
        return None
    minus = (
        "минус " if match["minus"] and not re.search(r"[0-9A-Za-zА-Яа-я]$", before(match)) else ""
    )
    return minus + _amount(match, _NOUNS[re.sub(r"[\s\u00a0]", "", match["unit"])])


def _amount(match: re.Match[str], unit: str) -> str:
    case = cases(match)[0]
    if preposition(match) == "в" and _FROM.match(match.string, match.end()):
        case = "loct"
    scale = match["scale"]
    noun = f"{SCALES[scale]}|{_many(unit)}" if scale else unit
    words = measured(match["m"] or match["n"], noun, case)
    return _first(match, case, gender_of(SCALES.get(scale) or unit)) + words


def _many(unit: str) -> str:
    phrase, _, tail = unit.partition("|")
    return f"{inflected(phrase, 'plur', 'gent')} {tail}".rstrip()


def _first(match: re.Match[str], case: Case, gender: Gender = "masc") -> str:
    """The number before the dash of a range."""
    if not match["m"]:
        return ""
    whole, rest = parts(match["n"])
    return (decimal(whole, rest, case) if rest else cardinal(whole, case, gender)) + " – "


def _scaled(match: re.Match[str]) -> str:
    case = cases(match)[0]
    scale = SCALES[match["scale"]]
    head = _first(match, case, gender_of(scale))
    return head + measured(match["m"] or match["n"], scale, case)


def _fraction(match: re.Match[str]) -> str:
    return _CUSTOM.get(match[0]) or fraction(match["a"], int(match["b"]), cases(match)[0])


def _bare(match: re.Match[str]) -> str:
    whole, rest = parts(match["m"] or match["n"])
    allowed = cases(match)
    if rest:
        return _first(match, allowed[0]) + decimal(whole, rest, allowed[0])
    others = _OTHERS.match(match.string, match.end())
    nouns = nouns_after(match.string, others.end() if others else match.end())
    named = numbering(whole, allowed, nouns)
    if named:
        case, noun = named
        first = parts(match["n"])[0]
        head = f"{ordinal(int(first), case, noun.gender)} – " if match["m"] else ""
        return head + ordinal(int(whole), case, noun.gender)
    case, counted = agreeing(whole, allowed, nouns)
    if case == "nomn" and counted and belongs(before(match), counted, int(whole[-3:])):
        case = "gent"
    gender = counted.gender if counted else "masc"
    animate = counted is not None and counted.animate
    glued = " " if re.search("[a-zА-Яа-яЁё]$", before(match)) else ""  # х100
    return glued + _first(match, case, gender) + cardinal(whole, case, gender, animate=animate)


def _minus(match: re.Match[str]) -> str | None:
    return None if re.search(r"[0-9A-Za-zА-Яа-яЁё]$", before(match)) else "минус "


def _scale_alone(match: re.Match[str]) -> str | None:
    if re.search("[А-Яа-яЁё]$", before(match)):
        return None
    return inflected(SCALES[match["scale"]], "plur", "gent")


RULES: Final = (
    Rule(_FRACTION, _fraction),
    Rule(_SCALE_OF, lambda m: f"один к {cardinal(m['n'], 'datv')}"),
    Rule(_PERCENTAL, lambda m: f"{compound(m['n'])}процентн{m['end']}"),
    Rule(_PAID, lambda m: _amount(m, CURRENCIES[m["unit"]])),
    Rule(_MEASURED, _measured),
    Rule(_SCALED, _scaled),
    Rule(_BARE, _bare),
    Rule(_MINUS, _minus),
    Rule(_SCALE_ALONE, _scale_alone),
    Rule(_PLUS, lambda m: " плюс" if re.search("[0-9]$", before(m)) else None),
    Rule(_SUM, lambda m: f"{' ' if before(m) else ''}{_SUMS[m['sign']]} "),
    Rule(re.compile(r"№№[\s\u00a0]{0,2}"), lambda _: "номера "),
    Rule(re.compile(r"(?P<sign>[%№§‰₽])[\s\u00a0]{0,2}"), lambda m: _SIGNS[m["sign"]] + " "),
)
