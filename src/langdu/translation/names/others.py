"""What stands in a translation where a name should."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Final

from langdu.languages import normalize
from langdu.translation.names import korean, reading, russian
from langdu.translation.names.kinds import kind_words
from langdu.translation.names.name import Name
from langdu.translation.names.recognising import is_named
from langdu.translation.names.rendering import forms, render

#: A word that may be a part of a name, by language; it begins with a capital where there are any.
_WORD: Final[Mapping[str, str]] = MappingProxyType(
    {"en": r"[A-ZÀ-Þ][^\W\d_]*(?:['’\-][^\W\d_]+)*", "ru": r"[А-ЯЁ][а-яё]*(?:-[А-Яа-яЁё]+)*"}
)
_PARTICLE: Final = re.compile("(?:으로|에서|에게|부터|까지|은|는|이|가|을|를|의|에|와|과|도|로)$")
_TITLE: Final = re.compile(
    "局長|書記|主任|部長|区長|市長|省長|県長|主席|総理|記者|教授|氏|さん|様|委員|会長|社長|先生|女史"
)
_NEAR = 0.6  # of the letters that two spellings share, when nothing else shows what is meant
_KIN = 0.35  # … when they share the surname, or the kind of place


def found_other(name: Name, text: str, lang: str) -> str | None:
    """The wrong spelling that stands in a translation in place of a name, where that can be told.

    A person: another given name beside the surname, or a name that is nearly the same. A place:
    another stem of the same kind (Green Garden District), or one that is nearly the same. ``None``
    where the name itself is there, where nothing like it is, and for a surname alone.
    """
    code = normalize(lang)
    right = render(name, code)
    if not right or is_named(name, text, code) or (name.kind == "person" and not name.given):
        return None
    if name.kind == "person":
        return _PEOPLE[code](name, text, right)
    return _PLACES[code](name, text)


def _closest(found: Iterable[str], right: Iterable[str], least: float) -> str | None:
    """The candidate that is most like one of the right spellings, the first of equals."""
    forms = [_letters(form) for form in right]
    scored = [
        (
            max((SequenceMatcher(None, form, _letters(each)).ratio() for form in forms), default=0),
            each,
        )
        for each in found
    ]
    near = [pair for pair in scored if pair[0] >= least]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _letters(text: str) -> str:
    """What is compared: small letters, and hangul by its parts."""
    return unicodedata.normalize("NFD", text.lower())


def _windows(text: str, word: str) -> list[str]:
    """Two and three words with capitals in a row."""
    run = re.compile(rf"{word}(?:[ \-]{word})+")
    found = []
    for match in run.finditer(text):
        words = re.findall(word, match.group())
        for size in (2, 3):
            found += [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]
    return found


def _person_in_letters(name: Name, text: str, right: str, lang: str) -> str | None:
    windows = _windows(text, _WORD[lang])
    surname = right.split()[0]
    kin = [pair for pair in windows if _same_surname(name, pair, surname, lang)]
    return _closest(kin, [right], _KIN) or _closest(windows, [right], _NEAR)


def _same_surname(name: Name, pair: str, surname: str, lang: str) -> bool:
    words = pair.split()
    if len(words) != 2:
        return False
    if lang == "ru":
        alone = Name(name.surname, "person", 0, len(name.surname), surname=name.surname)
        return is_named(alone, words[0], lang)
    return surname.lower() in (words[0].lower(), words[1].lower())


def _person_in_english(name: Name, text: str, right: str) -> str | None:
    return _person_in_letters(name, text, right, "en")


def _person_in_russian(name: Name, text: str, right: str) -> str | None:
    return _person_in_letters(name, text, right, "ru")


def _person_in_korean(name: Name, text: str, right: str) -> str | None:
    heads = {form[: len(form) - len(name.given)] for form in forms(name, "ko") if " " not in form}
    said = reading.of_person(name)
    heads |= {korean.join(reading.first(said[0]))} if said else set()
    words = [_PARTICLE.sub("", word) for word in re.findall("[가-힣]+", text)]
    shaped = [word for word in words if abs(len(word) - len(right)) <= 1]
    kin = [word for word in shaped if word.startswith(tuple(filter(None, heads)))]
    every = forms(name, "ko")
    return _closest(kin, every, _KIN) or _closest(shaped, every, _NEAR)


def _person_in_japanese(name: Name, text: str, right: str) -> str | None:
    surname = right[: len(name.surname)]
    found = []
    for match in re.finditer(re.escape(surname), text):
        given = text[match.end() : match.end() + len(name.given)]
        whole = len(given) == len(name.given) and re.fullmatch("[一-鿿々]+", given)
        if whole and not _TITLE.match(text, match.end()):
            found.append(surname + given)
    runs = re.findall("[一-鿿々]{2,4}", text)
    return _closest(found, [right], _KIN) or _closest(runs, [right], _NEAR)


def _place_in_english(name: Name, text: str) -> str | None:
    kind, word = kind_words(name.suffix, "en"), _WORD["en"]
    stem = render(name, "en").removesuffix(kind).strip()
    same_kind = re.findall(rf"((?:{word} )?{word} {kind})\b", text) if kind else []
    near = _closest(same_kind, [f"{stem} {kind}"], _KIN)
    return near or _closest(re.findall(word, text), [stem], _NEAR)


def _place_in_russian(name: Name, text: str) -> str | None:
    kind, word = kind_words(name.suffix, "ru"), _WORD["ru"]
    stem = (russian.stems_of(name) or ("",))[0]
    root = kind[:-1] if len(kind) > 4 and " " not in kind else kind
    same_kind = re.findall(rf"(?i:{root})[а-яё]* ({word})", text) if kind else []
    return _closest(same_kind, [stem], _KIN) or _closest(re.findall(word, text), [stem], _NEAR)


def _place_in_korean(name: Name, text: str) -> str | None:
    kind = kind_words(name.suffix, "ko")
    every = forms(name, "ko")
    words = [_PARTICLE.sub("", word) for word in re.findall("[가-힣]+", text)]
    same_kind = [word for word in words if kind and word.endswith(kind) and len(word) > len(kind)]
    return _closest(same_kind, every, _KIN) or _closest(words, every, _NEAR)


def _place_in_japanese(name: Name, text: str) -> str | None:
    kind = kind_words(name.suffix, "ja")
    found = re.findall(rf"[一-鿿々ァ-ヺー]{{1,6}}?{kind}", text) if kind else []
    return _closest(found, forms(name, "ja"), _KIN)


_PEOPLE: Final = MappingProxyType(
    {
        "en": _person_in_english,
        "ru": _person_in_russian,
        "ko": _person_in_korean,
        "ja": _person_in_japanese,
    }
)
_PLACES: Final = MappingProxyType(
    {
        "en": _place_in_english,
        "ru": _place_in_russian,
        "ko": _place_in_korean,
        "ja": _place_in_japanese,
    }
)
