"""Capitals by the names of their letters, Cyrillic and Latin."""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.capitals import is_word
from langdu.speech.spoken.scanner import Rule, before

_CYRILLIC: Final = MappingProxyType(
    dict(
        zip(
            "БВГДЖЗЙКЛМНПРСТФХЦЧШЩ",
            "бэ вэ гэ дэ жэ зэ й ка эл эм эн пэ эр эс тэ эф ха цэ че ша ща".split(),
            strict=True,
        )
    )
)
_LATIN: Final = MappingProxyType(
    dict(
        zip(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            "эй би си ди и эф джи эйч ай джей кей эл эм эн о пи кью ар эс ти ю ви дабл-ю экс "
            "уай зед".split(),
            strict=True,
        )
    )
)
#: Not by the plain names of their letters, or spelled although they have a vowel.
_KNOWN: Final = MappingProxyType(
    {
        "США": "сэ шэ а",
        "ФРГ": "фэ эр гэ",
        "ЕС": "е эс",
        "ООО": "о о о",
        "АО": "а о",
        "УВД": "у вэ дэ",
    }
    | {
        "ИТ": "ай ти",
        "ИИ": "и и",
        "ОАЭ": "о а э",
        "АЭС": "а э эс",
        "ЖКХ": "жэ ка ха",
        "ЭКГ": "э ка гэ",
    }
    | {"ФБР": "эф бэ эр", "МИД": "МИД", "ЮАР": "ю а эр", "СНГ": "эс эн гэ", "ОРВИ": "о эр вэ и"}
    | {"NATO": "нато", "NASA": "наса", "COVID": "ковид", "UNESCO": "юнеско", "OK": "окей"}
)
_CAPITALS: Final = re.compile("[А-ЯЁ]{2,6}(?![А-Яа-яЁё])")
_CONSONANTS: Final = re.compile("[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]{2,5}")
_ENGLISH: Final = re.compile(r"(?P<letters>[A-Z]{1,8})(?P<join>[-\s]?(?=[0-9]))?(?![A-Za-z])")
_AND: Final = re.compile(r"\s?&\s?(?=\S)")
_WORD: Final = re.compile("[A-Za-z]+|[А-Яа-яЁё]+")


def _capitals(match: re.Match[str]) -> str | None:
    if re.search("[А-Яа-яЁё]$", before(match)):
        return None
    known = _KNOWN.get(match[0])
    if known or not _CONSONANTS.fullmatch(match[0]):
        return known
    return " ".join(_CYRILLIC[letter] for letter in match[0])


def _english(match: re.Match[str]) -> str | None:
    if re.search("[A-Za-z]$", before(match)):
        return None
    letters = match["letters"]
    if letters not in _KNOWN and is_word(letters):
        return None
    words = _KNOWN.get(letters) or " ".join(_LATIN[letter] for letter in letters)
    glued = " " if re.search("[0-9]$", before(match)) else ""  # 4G
    return glued + words + (" " if match["join"] is not None else "")


RULES: Final = (
    Rule(_AND, lambda _: " энд "),
    Rule(_CAPITALS, _capitals),
    Rule(_ENGLISH, _english),
    Rule(_WORD, lambda m: m[0]),  # whole, so that no rule begins inside of it
)
