"""3-й, 90-х, 10-летний, XXI век: ordinals whose endings are written, and roman ones."""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.roman import value
from langdu.speech.spoken.ru.governing import GOVERNED, cases, preposition
from langdu.speech.spoken.ru.morphology import inflected, noun, noun_after
from langdu.speech.spoken.ru.numbers import Case, Gender, cardinal, ordinal
from langdu.speech.spoken.scanner import Rule, before

#: Ending → case and gender, ``None`` for the plural. Those of several cases stand first with the
#: one that is taken where no noun or preposition says more.
_ENDINGS: Final[MappingProxyType[str, tuple[tuple[Case, Gender | None], ...]]] = MappingProxyType(
    {
        "й": (
            ("nomn", "masc"),
            ("gent", "femn"),
            ("datv", "femn"),
            ("loct", "femn"),
            ("ablt", "femn"),
        ),
        "ый": (("nomn", "masc"),),
        "ий": (("nomn", "masc"),),
        "ой": (("gent", "femn"), ("nomn", "masc"), ("datv", "femn"), ("loct", "femn")),
        "я": (("nomn", "femn"),),
        "ая": (("nomn", "femn"),),
        "е": (("nomn", "neut"), ("nomn", None)),
        "ое": (("nomn", "neut"),),
        "ые": (("nomn", None),),
        "ю": (("accs", "femn"),),
        "ую": (("accs", "femn"),),
        "го": (("gent", "masc"),),
        "ого": (("gent", "masc"),),
        "му": (("datv", "masc"),),
        "ому": (("datv", "masc"),),
        "м": (("loct", "masc"), ("ablt", "masc"), ("datv", None)),
        "ом": (("loct", "masc"),),
        "ым": (("ablt", "masc"),),
        "х": (("gent", None),),
        "ых": (("gent", None),),
        "ми": (("ablt", None),),
        "ыми": (("ablt", None),),
    }
)
_ENDING: Final = "|".join(sorted(_ENDINGS, key=len, reverse=True))
_ENDED: Final = re.compile(
    rf"(?P<n>[0-9]{{1,3}}[ \u00a0]000|[0-9]{{1,4}})-(?P<end>{_ENDING})(?![А-Яа-яЁё-])"
    r"(?:[\s\u00a0]?(?P<years>гг?\.))?"
)
#: What г. and гг. are after an ending.
_YEARS: Final = MappingProxyType(
    {"е": "годы", "ые": "годы", "х": "годов", "ых": "годов", "ми": "годами", "ыми": "годами"}
    | {"й": "год", "го": "года", "ого": "года", "му": "году", "ому": "году", "ом": "году"}
)
#: 2-х человек: the ending of a cardinal.
_CARDINAL: Final = re.compile(
    r"(?P<n>[0-9]{1,3})-(?:(?P<few>х)|(?P<many>ти)|(?P<by>мя))(?![А-Яа-яЁё-])"
)
#: 10-летний, 100-летие, 4-ступенчатый: longer than any ending.
_COMPOUND: Final = re.compile(r"(?P<n>[0-9]{1,4})-(?P<tail>[а-яё]{5,30})(?![А-Яа-яЁё-])")
#: Their stems in compounds are not genitives.
_STEMS: Final = MappingProxyType({"сто": "сто", "девяносто": "девяносто", "тысячи": "тысяче"})
_ROMAN: Final = re.compile(
    r"(?P<n>[IVX]{1,6})(?:\s?[-–—]\s?(?P<m>[IVX]{1,6}))?(?![A-Za-zА-Яа-яЁё0-9])"
    r"(?P<century>[\s\u00a0]?вв?\.)?"
)
_ROMAN_NOUNS: Final = re.compile(
    r"[\s\u00a0](?:век|столет|тысячелет|съезд|квартал|том|глав|класс|групп|тур|этап|степен|созыв|половин|"
    r"раздел|полугод|част|пленум|сесси|форум|международн|всероссийск|мест|мировая|мировой|мировую|вв?\.|конгресс|"
    r"фестивал|олимпийск|зимн|летн|спартакиад|конференц|категори|уровн)"
)
_PART_BEFORE: Final = re.compile(
    r"(?:начал|кон[ец]|середин|половин|трет|четверт|рубеж)[а-яё]{0,3}[\s\u00a0]$"
)
_NAME: Final = re.compile(r"(?P<name>[А-ЯЁ][а-яё]+)[\s\u00a0]$")


def _ended(match: re.Match[str]) -> str:
    number, end = int(re.sub(r"\s", "", match["n"])), match["end"]
    if match["years"]:
        return _of_years(match, number, end)
    choices = _ENDINGS[end]
    case, gender = choices[0]
    counted = noun_after(match.string, match.end()) if len(choices) > 1 else None
    if counted:
        allowed = cases(match)
        fitting = (
            (option, kind)
            for option, kind in choices
            if option in allowed
            and (kind or counted.gender) == counted.gender
            and ("plur" if kind is None else "sing", option) in counted.forms
        )
        case, gender = next(fitting, (case, gender))
    return ordinal(number, case, gender or "masc", plural=gender is None)


def _of_years(match: re.Match[str], number: int, end: str) -> str:
    """1980-х гг. → тысяча девятьсот восьмидесятых годов, after a preposition of place годах."""
    plural = match["years"] == "гг."
    if end == "м":
        case: Case = "datv" if plural else "loct"
        return f"{ordinal(number, case, plural=plural)} {'годам' if plural else 'году'}"
    case = "nomn" if end in ("е", "ые") else _ENDINGS[end][0][0]
    where = end in ("х", "ых") and cases(match)[-1] == "loct"
    word = "годах" if where else _YEARS.get(end, "годы" if plural else "год")
    return f"{ordinal(number, case, plural=plural)} {word}"


def _cardinal(match: re.Match[str]) -> str | None:
    number = int(match["n"])
    if match["few"]:
        return cardinal(match["n"], "gent") if 2 <= number <= 4 else None
    return cardinal(match["n"], "ablt" if match["by"] else "gent")


def compound(figures: str) -> str:
    """A number as the beginning of a word: 25 → двадцатипяти."""
    words = cardinal(figures, "gent").split()
    straight = cardinal(figures).split()
    stems = [
        plain if plain in ("сто", "девяносто") else _STEMS.get(word, word)
        for plain, word in zip(straight, words, strict=False)
    ]
    if stems[-1] == "одного":
        stems[-1] = "одно"
    return "".join(stems)


def _roman(match: re.Match[str]) -> str | None:
    number = value(match["n"])
    last = value(match["m"]) if match["m"] else None
    left = before(match)
    if number is None or re.search("[A-Za-z]$", left) or (match["m"] and last is None):
        return None
    follows = _ROMAN_NOUNS.match(match.string, match.end())
    if match["century"]:
        return _century(match, number, last)
    if follows:
        case, gender = _agreeing(match)
    elif name := _NAME.search(left):
        case, gender = _of_name(name["name"])
    elif len(match["n"]) > 1:
        case, gender = _agreeing(match)
    else:
        return None
    if case == "nomn" and gender == "masc" and _PART_BEFORE.search(left):
        case = "gent"  # в конце XIX — начале XX века
    head = f"{ordinal(number, case, gender)} – " if last is not None else ""
    return head + ordinal(last or number, case, gender)


def _century(match: re.Match[str], number: int, last: int | None) -> str:
    """XX в. → двадцатый век; after a noun двадцатого века."""
    word = preposition(match)
    allowed = GOVERNED.get(word, ("nomn",))
    case = "loct" if "loct" in allowed else allowed[0]
    if case == "nomn" and word:
        case = "gent"
    named = inflected("век", "plur" if "вв" in match["century"] else "sing", case)
    head = f"{ordinal(number, case)} – " if last is not None else ""
    return f"{head}{ordinal(last or number, case)} {named}"


def _agreeing(match: re.Match[str]) -> tuple[Case, Gender]:
    counted = noun_after(match.string, match.end())
    if counted is None:
        return "nomn", "masc"
    for number in ("sing", "plur"):
        for case in cases(match):
            if (number, case) in counted.forms:
                return case, counted.gender
    return "nomn", counted.gender


def _of_name(name: str) -> tuple[Case, Gender]:
    person = noun(name.lower())
    if person is None:
        return "nomn", "masc"
    ranked: tuple[Case, ...] = ("nomn", "gent", "datv", "accs", "ablt", "loct")
    found = [case for case in ranked if ("sing", case) in person.forms]
    return (found[0] if found else "nomn"), person.gender


RULES: Final = (
    Rule(_COMPOUND, lambda m: compound(m["n"]) + m["tail"]),
    Rule(_CARDINAL, _cardinal),
    Rule(_ENDED, _ended),
    Rule(_ROMAN, _roman),
)
