"""Names in Russian: the Palladius system (система Палладия), as the instruction on Chinese place
names of 1983 has it.

A person: Чжан Хунбинь, the given name one word. A hard sign parts н (ng) from a vowel: Чанъань; нь
(n) needs none: Сиань has neither. A place: its kind first, район Люйюань. Established names (Пекин,
Харбин, Гонконг) are in a table. In a text they are declined: Ли Гана, в Чанчуне, пекинский.
"""

import re
from collections.abc import Sequence

from langdu.translation.names import reading, tables
from langdu.translation.names.kinds import kind_words, says_itself
from langdu.translation.names.name import Name
from langdu.translation.names.reading import Said

_VOWELS = "аеёиоуыэюя"
_ADJECTIVE = r"ск[а-яё]{2,3}"
_ORGANISATIONS = {"大学": "университет"}


def join(syllables: Sequence[str]) -> str:
    """One word of Pinyin syllables: ["chang", "an"] → Чанъань; "" where one is not known."""
    table = tables.syllables()
    word = ""
    for syllable in syllables:
        if syllable not in table:
            return ""
        part = table[syllable].russian
        hard = "ъ" if word.endswith("н") and part[0] in _VOWELS else ""
        word += hard + part
    return word[:1].upper() + word[1:]


def render(name: Name) -> str:
    """The name by the convention, "" where a character is not known."""
    found = forms(name)
    return found[0] if found else ""


def forms(name: Name) -> tuple[str, ...]:
    """What counts as right in the nominative, the main one first."""
    if name.kind == "person":
        return _person_forms(name)
    stems = stems_of(name)
    if name.kind == "organisation":
        kind = _ORGANISATIONS[name.suffix]
        plain = tuple(f"{kind} {stem}" for stem in stems)
        adjective = tuple(f"{stem}ский {kind}" for stem in stems if stem[-1] not in "аи")
        return adjective + plain
    words = kind_words(name.suffix, "ru")
    if not words:
        return stems
    peoples, _, kind = words.rpartition("ский ")
    if peoples:  # Яньбянь-Корейский автономный округ
        whole = tuple(f"{stem}-{peoples.replace(' ', '-')}ский {kind}" for stem in stems)
    else:
        whole = tuple(f"{words} {stem}" for stem in stems)
    return (stems + whole) if says_itself(name.stem, name.suffix) else (whole + stems)


def _person_forms(name: Name) -> tuple[str, ...]:
    known = reading.established(name, "ru")
    said = reading.of_person(name)
    if known or said is None:
        return known
    surname, given = join(reading.first(said[0])), join(reading.first(said[1]))
    if not surname or (name.given and not given):
        return ()
    if not given:
        return (surname,)
    parts = [tables.syllables()[syllable].russian for syllable in reading.first(said[1])]
    return tuple(
        dict.fromkeys(
            (
                f"{surname} {given}",
                f"{surname} {'-'.join(parts).capitalize()}",
                f"{given} {surname}",
            )
        )
    )


def stems_of(name: Name) -> tuple[str, ...]:
    """The spellings of a place's stem."""
    stem = reading.simple(name.stem)
    known = reading.established(name, "ru")
    if known:
        return known
    said = reading.of_place(stem + (reading.simple(name.suffix) if len(stem) == 1 else ""))
    spelt = join(reading.first(said)) if said else ""
    return (spelt,) if spelt else ()


def pattern(name: Name) -> re.Pattern[str] | None:
    """What is looked for in a :func:`prepared` text: the name in any case."""
    if name.kind == "person":
        ways = _person_ways(name)
    else:
        stem = reading.simple(name.stem)
        ways = [_established(form) for form in reading.established(name, "ru")]
        whole = [stem + reading.simple(name.suffix), stem] if len(stem) == 1 else [stem]
        for text in whole if not ways else []:  # a stem of one character keeps its suffix
            said = reading.of_place(text)
            ways += [_declined(said, place=True)] if said else []
    if not ways:
        return None
    return re.compile(rf"(?<![а-яё])(?:{'|'.join(ways)})(?![а-яё])", re.IGNORECASE)


def _person_ways(name: Name) -> list[str]:
    known = reading.established(name, "ru")
    if known:
        return [_established(form) for form in known]
    said = reading.of_person(name)
    if said is None:
        return []
    surname = _declined(said[0])
    if not said[1]:  # a surname alone has its capital: "ли" is no proof of 李
        return [f"(?-i:(?=[А-ЯЁ])){surname}"]
    given = _declined(said[1])
    return [rf"{surname}[\s\-,]{{1,3}}{given}", rf"{given}[\s\-,]{{1,3}}{surname}"]


def _declined(said: Sequence[Said], *, place: bool = False) -> str:
    """A pattern of a word in any case; each syllable in any of its readings."""
    table = tables.syllables()
    spelt = [[table[s].russian for s in syllable if s in table] for syllable in said]
    if not all(spelt):
        return "(?!)"
    body = "".join(f"(?:{'|'.join(map(_loose, part))})[ъь]?[-\\s]?" for part in spelt[:-1])
    last = "|".join(_endings(part, place) for part in spelt[-1])
    return f"{body}(?:{last})"


def _loose(syllable: str) -> str:
    """A syllable within a word: хуэй is often written хуй or хой."""
    return syllable.replace("хуэй", "ху?[эо]?й")


def _endings(syllable: str, place: bool) -> str:
    """The last syllable of a word with the endings that it takes."""
    adjective = f"|{_ADJECTIVE}" if place else ""
    loose = _loose(syllable)
    if syllable[-1] in "ьй":
        soft = f"|ь{_ADJECTIVE}|й{_ADJECTIVE}" if place else ""
        return f"{loose[:-1]}(?:[ьйяюеи]|ем|ём{soft})"
    if syllable[-1] == "а":
        return f"{loose[:-1]}(?:[аыеуи]|ой|ою{adjective})"
    if syllable[-1] in _VOWELS:
        return f"{loose}(?:{adjective.lstrip('|')})?" if place else loose
    return f"{loose}(?:[ауеы]|ом|ов|ой{adjective})?"


def _established(form: str) -> str:
    """A fixed spelling in any case: Внутренней Монголии, пекинского."""
    words = []
    for word in re.split(r"[\s\-]", prepared(form)):
        base = word if len(word) < 5 else re.sub("(?:[аеиоуыэюяйь]|ая|яя|ий|ый)$", "", word)
        words.append(rf"{re.escape(base)}[а-яё]{{0,3}}(?:{_ADJECTIVE})?")
    return r"[\s\-]?".join(words)


def prepared(text: str) -> str:
    """Text with one kind of hyphen and without stress marks; ё stays, as names have none."""
    return re.sub("[‐‑–]", "-", text.replace("\u0301", ""))
