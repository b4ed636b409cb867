"""Names in Japanese: the same characters in their Japanese forms, 張洪彬, 緑園区.

The forms are those of the 常用漢字表 (2010) and 人名用漢字; where one simplified character stands
for several, the one of names (于, 范, 姜, 沈 stay as they are; 云 is 雲, 钟 is 鍾). The simplified
and the traditional forms count as right too, and so does katakana after the Chinese sound
(『中国語音節表記ガイドライン[メディア用]』 and the spellings of newspapers), of which voicing and
length are not compared. Established names (ハルビン, マカオ) are in a table.
"""

import re
import unicodedata
from collections.abc import Sequence

from langdu.translation.names import reading, tables
from langdu.translation.names.kinds import kind_words, says_itself
from langdu.translation.names.name import Name
from langdu.translation.names.reading import Said

_ORGANISATIONS = {"大学": "大学"}
#: Forms that Japanese newspapers keep long in the names of people.
_OF_PEOPLE = str.maketrans({"龙": "龍", "泽": "沢", "刚": "剛"})
_OF_PLACES = str.maketrans({"沈": "瀋"})
_KANJI = re.compile("[㐀-鿿]")
_SMALL = str.maketrans("ャュョァィゥェォヮ", "アウオアイウエオワ")
#: Spellings of one sound that newspapers do not agree on.
_SOUNDS = (("ジ", "チ"), ("ズ", "ツ"), ("ヅ", "ツ"), ("ザ", "ツア"), ("ゼ", "ツエ"), ("ゾ", "ツオ"))


def written(text: str, *, person: bool) -> str:
    """Characters in their Japanese form: 张洪彬 → 張洪彬; "" where one is not known."""
    characters = tables.characters()
    text = reading.simple(text)
    special = _OF_PEOPLE if person else _OF_PLACES if text == "沈阳" else {}
    if any(c not in characters and _KANJI.match(c) for c in text):
        return ""
    return "".join(
        special.get(ord(c)) or (characters[c].japanese if c in characters else c) for c in text
    )


def render(name: Name) -> str:
    """The name by the convention, "" where a character is not known."""
    found = forms(name)
    return found[0] if found else ""


def forms(name: Name) -> tuple[str, ...]:
    """What counts as right, the main one first: kanji, as it stands, traditional, katakana."""
    if name.kind == "person":
        known = reading.established(name, "ja")
        said = reading.of_person(name)
        spelt = written(name.text, person=True)
        parts = [katakana(part) for part in said if part] if said else []
        heard = "・".join(part for part in parts if part) if all(parts) else ""
        old = traditional(name.text)
        return tuple(dict.fromkeys(filter(None, (*known, spelt, name.text, old, heard))))
    stems = stems_of(name)
    if name.kind == "organisation":
        return tuple(stem + _ORGANISATIONS[name.suffix] for stem in stems)
    words = kind_words(name.suffix, "ja")
    if not words:
        return stems
    whole = tuple(stem + words for stem in stems)
    if len(name.stem) == 1:  # a lone character says nothing without its kind
        stems = ()
    if says_itself(name.stem, name.suffix):
        whole, stems = stems, whole
    return tuple(dict.fromkeys((*whole, name.text, *stems)))


def stems_of(name: Name) -> tuple[str, ...]:
    """The spellings of a place's stem."""
    stem = reading.simple(name.stem)
    known = reading.established(name, "ja")
    spelt = written(stem, person=False)
    said = reading.of_place(stem)
    heard = katakana(said) if said else ""
    found = (*known, spelt, name.stem, traditional(stem), heard)
    return tuple(dict.fromkeys(filter(None, found)))


def traditional(text: str) -> str:
    """The traditional characters, as Taiwan writes them; "" where one is not known."""
    characters = tables.characters()
    text = reading.simple(text)
    if any(c not in characters for c in text):
        return ""
    return "".join(_old(characters[c]) for c in text)


def _old(character: tables.Character) -> str:
    """The traditional form: the first of the others."""
    return character.others[:1] or character.japanese


def katakana(said: Sequence[Said]) -> str:
    """The usual katakana of syllables; "" where one is not known."""
    table = tables.syllables()
    known = all(syllable[0] in table for syllable in said)
    return "".join(table[syllable[0]].katakana[0] for syllable in said) if known else ""


def pattern(name: Name) -> re.Pattern[str] | None:
    """What is looked for in a :func:`prepared` text."""
    if name.kind == "person":
        parts = [name.surname, name.given] if name.given else [name.surname]
        said = reading.of_person(name)
        heard = r"[・=＝·\s]?".join(_heard(part) for part in said if part) if said else ""
    else:
        parts = [name.stem]
        said_stem = reading.of_place(reading.simple(name.stem))
        heard = _heard(said_stem) if said_stem else ""
        if len(name.stem) == 1:
            parts.append(name.suffix)
    fixed = reading.established(name, "ja")
    ways = [r"[・\s]?".join(map(_any_form, parts)), *(re.escape(prepared(f)) for f in fixed)]
    if heard:
        kind = re.escape(prepared(kind_words(name.suffix, "ja"))) if name.kind == "place" else ""
        ends = f"(?:(?![ァ-ヺ])|(?={kind}))" if kind else "(?![ァ-ヺ])"
        ways.append(f"(?<![ァ-ヺ]){heard}{ends}")
    return re.compile("|".join(ways))


def _any_form(text: str) -> str:
    """A pattern of characters, each in any of its forms."""
    characters = tables.characters()
    classes = []
    for c, simple in zip(text, reading.simple(text), strict=True):
        known = characters.get(simple)
        every = c + simple + (known.japanese + known.others if known else "")
        every += _OF_PEOPLE.get(ord(simple), "") + _OF_PLACES.get(ord(simple), "")
        classes.append(f"[{re.escape(''.join(dict.fromkeys(every)))}]")
    return "".join(classes)


def _heard(said: Sequence[Said]) -> str:
    """A pattern of the sounds, in all the ways that they are written."""
    table = tables.syllables()
    groups = []
    for syllable in said:
        every = [prepared(way) for s in syllable if s in table for way in table[s].katakana]
        if not every:
            return ""
        groups.append(f"(?:{'|'.join(dict.fromkeys(every))})")
    return "・?".join(groups)


def prepared(text: str) -> str:
    """Text whose katakana has no length, no voicing, no small letters: チャン is ジャン."""
    for written_as, sound in _SOUNDS:
        text = text.replace(written_as, sound)
    bare = unicodedata.normalize("NFD", text.replace("ー", "").replace("ッ", ""))
    plain = "".join(c for c in bare if c not in "\u3099\u309a")
    return unicodedata.normalize("NFC", plain).translate(_SMALL)
