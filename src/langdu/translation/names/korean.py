"""Names in Korean: 외래어 표기법, 중국어의 표기 (table 5 of 문교부 고시 제85-11호).

A person's surname and given name are written together: 장훙빈. The kind of a place is written on to
it, as the rule of 2017 has it: 뤼위안구, 창춘시. The Sino-Korean reading of the characters (장홍빈,
녹원구, 장춘시) counts as right too. A person of the Korean people of China, whom the surname 朴
shows, is written by that reading: 박철수.
"""

import re
from collections.abc import Sequence

from langdu.translation.names import reading, tables
from langdu.translation.names.kinds import kind_words, says_itself
from langdu.translation.names.name import Name
from langdu.translation.names.reading import Said

_ORGANISATIONS = {"大学": "대학교"}
#: The reading of surnames where it is not the usual one of the character.
_SURNAMES = {"金": "김", "沈": "심", "葉": "섭", "叶": "엽", "车": "차"}
#: 두음 법칙 (한글 맞춤법, 제10항 to 제12항) drops ㄹ and ㄴ at the head of a word before these
#: vowels, ㅑㅒㅕㅖㅛㅠㅣ.
_Y_VOWELS = (2, 3, 6, 7, 12, 17, 20)
_N, _R, _SILENT = 2, 5, 11

#: What may be written on to a name: particles, and titles without a space.
_AFTER = (
    "은|는|이|가|을|를|의|에|에게|에서|께서|와|과|도|로|으로|만|부터|까지|처럼|보다|씨|님|라고|라는|이라|였|이었|이다|인|"
    "국장|서기|주임|부장|구청장|시장|성장|현장|진장|촌장|주석|총리|기자|교수|박사|원장|소장|회장|대표|위원|선생|여사|동지|"
    "등|및|측|부국장|부서기|부주임|장관|처장|과장|사장|총경리|감독|선수|의사|변호사|작가"
)


def join(syllables: Sequence[str]) -> str:
    """Hangul of Pinyin syllables; "" where one is not known."""
    table = tables.syllables()
    known = all(syllable in table for syllable in syllables)
    return "".join(table[syllable].korean for syllable in syllables) if known else ""


def sino_korean(text: str, *, head: bool = True) -> str:
    """The Korean reading of characters, the first one as at the head of a word."""
    characters = tables.characters()
    said = [characters[c].korean if c in characters else "" for c in reading.simple(text)]
    if not all(said):
        return ""
    return (at_head(said[0]) if head and said else "".join(said[:1])) + "".join(said[1:])


def at_head(syllable: str) -> str:
    """A syllable as it is said at the head of a word: 리 → 이, 록 → 녹, 려 → 여."""
    code = ord(syllable) - 0xAC00
    if not 0 <= code < 11172:
        return syllable
    initial, vowel, final = code // 588, code % 588 // 28, code % 28
    soft = vowel in _Y_VOWELS
    if initial in (_R, _N) and soft:
        initial = _SILENT
    elif initial == _R:
        initial = _N
    return chr(0xAC00 + initial * 588 + vowel * 28 + final)


def render(name: Name) -> str:
    """The name by the convention, "" where a character is not known."""
    found = forms(name)
    return found[0] if found else ""


def forms(name: Name) -> tuple[str, ...]:
    """What counts as right, the main one first."""
    if name.kind == "person":
        return tuple(dict.fromkeys(filter(None, _person_forms(name))))
    stems = stems_of(name)
    if name.kind == "organisation":
        kind = _ORGANISATIONS[name.suffix]
        return tuple(form for stem in stems for form in (stem + kind, stem + kind[:-1]))
    words = kind_words(name.suffix, "ko")
    if not words:
        return stems
    space = " " if " " in words else ""
    whole = tuple(f"{stem}{space}{words}" for stem in stems)
    if len(name.stem) == 1:  # a lone syllable says nothing without its kind
        return whole
    return (stems + whole) if says_itself(name.stem, name.suffix) else (whole + stems)


def _person_forms(name: Name) -> list[str]:
    known = reading.established(name, "ko")
    surname, given = reading.simple(name.surname), reading.simple(name.given)
    said = reading.of_person(name)
    spelt = join(reading.first([*said[0], *said[1]])) if said else ""
    head = _SURNAMES.get(surname) or sino_korean(surname)
    whole = head + sino_korean(given, head=len(surname + given) < 2) if head else ""
    if given and not sino_korean(given):
        whole = ""
    plain = sino_korean(surname, head=False) + sino_korean(given, head=False)
    found = [whole, spelt, plain] if surname == "朴" and whole else [spelt, whole, plain]
    apart = " ".join(join(reading.first(part)) for part in said) if said and given else ""
    return [*known, *found, apart]


def stems_of(name: Name) -> tuple[str, ...]:
    """The spellings of a place's stem."""
    stem = reading.simple(name.stem)
    known = reading.established(name, "ko")
    said = reading.of_place(stem)
    spelt = () if known or not said else (join(reading.first(said)),)
    also = (sino_korean(stem), sino_korean(stem, head=False))
    return tuple(dict.fromkeys(filter(None, (*known, *spelt, *also))))


def pattern(name: Name) -> re.Pattern[str] | None:
    """What is looked for in a :func:`prepared` text: with what may be written on to it."""
    if name.kind == "person":
        ways = [re.escape(form) for form in _person_forms(name) if form]
        said = reading.of_person(name)
        if said and said[1]:
            ways.append(rf"{_one(said[0])}\s?{_one(said[1])}")
        after = rf"(?=$|[^가-힣]|(?:{_AFTER}))"
    else:
        ways = [re.escape(stem).replace(r"\ ", r"\s?") for stem in stems_of(name)]
        said_stem = reading.of_place(reading.simple(name.stem))
        if said_stem and not reading.established(name, "ko"):
            ways.append(_one(said_stem))
        after = ""
        if len(name.stem) == 1:
            after = rf"\s?{kind_words(name.suffix, 'ko')}"
    return re.compile(rf"(?<![가-힣])(?:{'|'.join(ways)}){after}") if ways else None


def _one(said: Sequence[Said]) -> str:
    table = tables.syllables()
    spelt = [[table[s].korean for s in syllable if s in table] for syllable in said]
    return "".join(f"(?:{'|'.join(part)})" for part in spelt) if all(spelt) else "(?!)"


def prepared(text: str) -> str:
    """The text as it is."""
    return text
