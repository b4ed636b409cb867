"""The tables that names are found and rendered with, read from ``data/`` when first needed.

* ``characters.tsv``: reading, Japanese form, other forms and Korean reading of 7,000 characters.
* ``syllables.tsv``: the 399 syllables of Hanyu Pinyin in the other scripts: Russian by the
  Palladius system (as the instruction on Chinese place names, «Инструкция по русской передаче
  географических названий Китая», 1983, has it), Korean by 외래어 표기법, table 5 (문교부 고시
  제85-11호), katakana after 『中国語音節表記ガイドライン[メディア用]』 with newspapers' spellings.
* ``established.tsv``, ``people.tsv``, ``universities.tsv``: what is not spelt by the rule.
* ``readings.tsv``: places with a character that is read otherwise than elsewhere.
* ``surnames.txt``, ``weak.txt``, ``given.txt``, ``words.txt``, ``prefectures.txt``,
  ``counties.txt``, ``people-contexts.txt``, ``places-contexts.txt``: what finding needs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Character:
    """A character of a name.

    ``pinyin`` has no tone. ``japanese`` is its form in Japanese, ``others`` hold what else it may
    be written as (simplified, traditional, variants). ``korean``: its Sino-Korean reading.
    """

    pinyin: str
    japanese: str
    others: str
    korean: str


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable of Hanyu Pinyin in other scripts; the first katakana is the usual one."""

    russian: str
    korean: str
    katakana: tuple[str, ...]


#: The fields of a table with a column for each language, as they stand in it.
LANGUAGES = ("en", "ja", "ko", "ru")

#: Words by language: ``{"en": ("Beijing", "Peking"), …}``, the main one first.
Spellings = Mapping[str, tuple[str, ...]]


@cache
def characters() -> Mapping[str, Character]:
    """What is known of each character."""
    rows = (row + [""] * (5 - len(row)) for row in _rows("characters.tsv"))
    return MappingProxyType({row[0]: Character(*row[1:]) for row in rows})


@cache
def simplified() -> Mapping[int, str]:
    """A table for :meth:`str.translate` that makes traditional and Japanese characters simplified
    ones where that is sure; the length stays.
    """
    known = characters()
    back: dict[int, str] = {}
    for simple, character in known.items():
        for other in character.japanese + character.others:
            if other not in known or known[other].japanese == character.japanese != simple:
                back.setdefault(ord(other), simple)
    return MappingProxyType(back)


@cache
def syllables() -> Mapping[str, Syllable]:
    """The syllables of Hanyu Pinyin."""
    rows = _rows("syllables.tsv")
    return MappingProxyType(
        {name: Syllable(ru, ko, tuple(ja.split("/"))) for name, ru, ko, ja in rows}
    )


@cache
def established() -> Mapping[str, Spellings]:
    """Places by their stem: 北京 → Beijing, Пекин."""
    return _spellings("established.tsv")


@cache
def suffixes() -> Mapping[str, Spellings]:
    """What kinds of places there are: 区 → District, 구, район; the longest first."""
    return _spellings("suffixes.tsv")


@cache
def universities() -> Mapping[str, Spellings]:
    """Universities that are not spelt by the rule: 清华 → Tsinghua."""
    return _spellings("universities.tsv")


@cache
def peoples() -> Mapping[str, Spellings]:
    """The peoples in the names of autonomous places."""
    return _spellings("peoples.tsv")


@cache
def known_people() -> Mapping[str, Spellings]:
    """People who are not spelt by the rule: 孙中山 → Sun Yat-sen."""
    return _spellings("people.tsv")


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """Syllables of places that single characters would give wrongly: 蚌埠 → beng bu."""
    return MappingProxyType({name: tuple(said.split()) for name, said in _rows("readings.tsv")})


@cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Surnames and their readings, the usual one first: 单 → shan; none where they are regular."""
    pairs = (word.partition(":") for row in _rows("surnames.txt") for word in row[0].split())
    return MappingProxyType(
        {name: tuple(said.replace("-", " ").split("/")) if said else () for name, _, said in pairs}
    )


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list: ``words`` (no names, though they begin like one), ``given``, …"""
    return frozenset(word for row in _rows(f"{name}.txt") for word in row[0].split())


@cache
def sections(file: str) -> Mapping[str, tuple[str, ...]]:
    """The word lists of a file with ``[headings]``."""
    found: dict[str, list[str]] = {}
    for row in _rows(file):
        if row[0].startswith("["):
            found[row[0].strip("[]")] = here = []
        else:
            here += row[0].split()
    return MappingProxyType({heading: tuple(words) for heading, words in found.items()})


def _spellings(file: str) -> Mapping[str, Spellings]:
    return MappingProxyType(
        {
            row[0]: MappingProxyType(
                {
                    language: tuple(field.split("|"))
                    for language, field in zip(LANGUAGES, row[1:], strict=False)
                    if field
                }
            )
            for row in _rows(file)
        }
    )


def _rows(file: str) -> Iterator[list[str]]:
    """The fields of a table's lines; lines that begin with # are for the reader."""
    text = (files("langdu.translation.names") / "data" / file).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
