"""Names in English: Hanyu Pinyin without tones.

People by GB/T 28039-2011 (中国人名汉语拼音字母拼写规则): surname first, each part one word: Zhang
Hongbin. Places by 中国地名汉语拼音字母拼写规则（汉语地名部分） of 1984 and GB/T 16159-2012: the
stem one word, its kind in English: Lüyuan District. Both write ü after l and n. An
apostrophe parts a syllable that begins with a, o or e: Xi'an; Jianguo needs none. What the United
Nations spell otherwise (UNGEGN: Hohhot, Urumqi, Lhasa) is in a table.
"""

import re
import unicodedata
from collections.abc import Sequence

from langdu.translation.names import reading
from langdu.translation.names.kinds import kind_words, says_itself
from langdu.translation.names.name import Name
from langdu.translation.names.reading import Said

_ORGANISATIONS = {"大学": "University"}
_WITHIN = r"[\s'\-]{0,2}"
_BETWEEN = r"[\s,.\-]{1,3}"
#: A suffix that a translator spelt instead of translating it: Hexinzhen.
_SPELT = {"区": "qu", "市": "shi", "省": "sheng", "县": "xian", "镇": "zhen", "乡": "xiang"} | {
    "村": "cun",
    "街道": "jiedao",
    "社区": "shequ",
    "旗": "qi",
    "盟": "meng",
}


def join(syllables: Sequence[str]) -> str:
    """One word: ["xi", "an"] → Xi'an."""
    word = syllables[0] if syllables else ""
    for syllable in syllables[1:]:
        word += ("'" if syllable[0] in "aoe" else "") + syllable
    return word[:1].upper() + word[1:]


def render(name: Name) -> str:
    """The name by the convention, "" where a character is not known."""
    return _spellings(name)[0] if _spellings(name) else ""


def forms(name: Name) -> tuple[str, ...]:
    """What counts as right, the main one first."""
    found = list(_spellings(name))
    if name.kind == "person":
        said = reading.of_person(name)
        if said and name.given:
            surname, given = join(reading.first(said[0])), reading.first(said[1])
            found += [f"{surname} {'-'.join(given).capitalize()}"]
            found += [f"{surname} {' '.join(part.capitalize() for part in given)}"]
            found += [f"{join(given)} {surname}"]
    found += [form.replace("ü", u).replace("Ü", u.upper()) for form in found for u in "uv"]
    found += [form.replace("ü", "yu") for form in found]
    found += [form.upper() for form in found]
    return tuple(dict.fromkeys(found))


def _spellings(name: Name) -> tuple[str, ...]:
    if name.kind == "person":
        known = reading.established(name, "en")
        said = reading.of_person(name)
        if said is None:
            return known
        spelt = f"{join(reading.first(said[0]))} {join(reading.first(said[1]))}".strip()
        return known or (spelt,)
    stems = stems_of(name)
    if name.kind == "organisation":
        return tuple(f"{stem} {_ORGANISATIONS[name.suffix]}" for stem in stems)
    words = kind_words(name.suffix, "en")
    if not words:
        return stems
    whole = tuple(f"{stem} {words}" for stem in stems)
    return (stems + whole) if says_itself(name.stem, name.suffix) else (whole + stems)


def stems_of(name: Name) -> tuple[str, ...]:
    """The spellings of a place's stem: that of the table or that of the rule."""
    stem = reading.simple(name.stem)
    known = reading.established(name, "en")
    if known:
        return known
    said = reading.of_place(stem + (reading.simple(name.suffix) if len(stem) == 1 else ""))
    if not said:
        return ()
    return (join(reading.first(said)),)


def pattern(name: Name) -> re.Pattern[str] | None:
    """What is looked for in a :func:`prepared` text."""
    if name.kind == "person":
        return _person_pattern(name)
    stems = stems_of(name)
    said = reading.of_place(reading.simple(name.stem))
    ways = [_words(stem) for stem in stems]
    if said and not reading.established(name, "en"):
        ways.append(_one(said, _WITHIN))
    if not ways:
        return None
    spelt = _SPELT.get(reading.simple(name.suffix))
    tail = rf"(?:{_WITHIN}{spelt})?" if spelt else ""
    return re.compile(rf"(?<![a-z])(?:{'|'.join(ways)}){tail}(?:ese)?(?![a-z])", re.IGNORECASE)


def _person_pattern(name: Name) -> re.Pattern[str] | None:
    ways = [_words(form) for form in reading.established(name, "en")]
    said = reading.of_person(name)
    if said:
        surname, given = (_one(part, _WITHIN) for part in said)
        ways += [f"{surname}{_BETWEEN}{given}", f"{given}{_BETWEEN}{surname}"] if given else []
        if not given:  # a surname alone is a word with a capital, or all capitals: "He" is no proof
            capital = join(reading.first(said[0])).replace("ü", "[uv]")
            return re.compile(rf"(?<![A-Za-z])(?:{capital}|{capital.upper()})(?![A-Za-z])")
    if not ways:
        return None
    return re.compile(rf"(?<![a-z])(?:{'|'.join(ways)})(?![a-z])", re.IGNORECASE)


def _one(said: Sequence[Said], between: str) -> str:
    """A pattern of syllables, each with its other readings."""
    parts = ("|".join(dict.fromkeys(map(_dotted, syllable))) for syllable in said)
    return between.join(f"(?:{part})" for part in parts)


def _dotted(syllable: str) -> str:
    """ü is written u, v, yu or ue by those who cannot write it."""
    return syllable.replace("ü", "(?:yu|ue|u|v)")


def _words(form: str) -> str:
    """A pattern of a fixed spelling, tolerant of what parts it."""
    letters = (_dotted(c) if c == "ü" else re.escape(prepared(c)) for c in form)
    return "".join(_WITHIN if c in ("\\ ", "'", "\\-") else c for c in letters)


def prepared(text: str) -> str:
    """Text without diacritics and with plain apostrophes; a possessive is cut off."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = re.sub("[’‘ʼ`´]", "'", re.sub("[‐‑–—]", "-", bare))
    return re.sub(r"'s(?![A-Za-z])", " ", plain)
