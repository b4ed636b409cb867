"""How a name is read: its syllables in Hanyu Pinyin."""

from collections.abc import Sequence

from langdu.translation.names import tables
from langdu.translation.names.name import Name

#: A syllable and what else it may be read as: ("chang", "zhang").
Said = tuple[str, ...]

#: Characters that are read in two ways in names; the other way counts as right too.
_ALSO = {
    "长": "zhang",
    "茜": "xi",
    "乐": "yue",
    "朝": "zhao",
    "行": "hang",
    "晟": "cheng",
    "莎": "suo",
    "盛": "cheng",
    "曾": "ceng",
    "藏": "cang",
    "重": "chong",
    "堡": "pu",
    "埔": "bu",
    "涌": "chong",
    "圩": "xu",
    "泊": "po",
    "柏": "bo",
    "奇": "ji",
    "甫": "pu",
    "仔": "zai",
    "珲": "hun",
    "隽": "jun",
    "缪": "mou",
    "俞": "shu",
    "石": "dan",
    "阿": "e",
    "百": "bo",
}


def simple(text: str) -> str:
    """A name in simplified characters."""
    return text.translate(tables.simplified())


def established(name: Name, language: str) -> tuple[str, ...]:
    """The spellings of a place or university (its stem) or a person that no rule gives."""
    if name.kind == "person":
        return tables.known_people().get(simple(name.text), {}).get(language, ())
    stem = simple(name.stem)
    own = tables.universities().get(stem, {}) if name.kind == "organisation" else {}
    return own.get(language) or tables.established().get(stem, {}).get(language, ())


def of_person(name: Name) -> tuple[list[Said], list[Said]] | None:
    """The syllables of surname and given name; ``None`` where a character is not known."""
    surname, given = simple(name.surname), simple(name.given)
    said = tables.surnames().get(surname, ())
    if said:
        parts = [whole.split() for whole in said]
        first = [tuple(dict.fromkeys(part)) for part in zip(*parts, strict=True)]
    else:
        first = _each(surname)
    second = _each(given)
    known = len(first) == len(surname) and len(second) == len(given)
    return (first, second) if known and surname else None


def of_place(stem: str) -> list[Said] | None:
    """The syllables of a place's stem; ``None`` where a character is not known."""
    stem = simple(stem)
    said: list[Said] = []
    while stem:
        known = next((n for n in range(len(stem), 0, -1) if _read(stem[:n], bool(said))), 0)
        if known:
            said += [(syllable,) for syllable in tables.readings()[stem[:known]]]
            stem = stem[known:]
        else:
            said += _each(stem[0])
            if stem[0] not in tables.characters():
                return None
            stem = stem[1:]
    return said


def _read(part: str, later: bool) -> bool:
    """Whether a part of a stem is in the table: one character only where it is the whole."""
    return part in tables.readings() and (len(part) > 1 or not later)


def _each(text: str) -> list[Said]:
    characters = tables.characters()
    return [
        (characters[c].pinyin, *((_ALSO[c],) if c in _ALSO else ()))
        for c in text
        if c in characters
    ]


def first(said: Sequence[Said]) -> list[str]:
    """The usual reading of each syllable."""
    return [syllable[0] for syllable in said]
