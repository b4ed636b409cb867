"""Abbreviations in full, capitals spelled, Roman numerals as numbers."""

import re
from itertools import islice
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.en.numbers import cardinal, ordinal
from langdu.speech.spoken.roman import value
from langdu.speech.spoken.scanner import Rule, after, before

#: Capitals that are said as words, or are words.
_WORDS: Final = frozenset(
    "APEC OPEC NATO NASA UNESCO UNICEF ASEAN AIDS SARS COVID TOEFL WIFI RAM ROM SIM PIN LASER OPEC "
    "BRICS FIFA NAFTA UNHCR COP SWAT ZIP THE AND NOT OF NO ALL NEW FOR MUST IN ON TO BE OR".split()
) - {"UNHCR"}
_ABBREVIATIONS: Final = MappingProxyType(
    {"Dr.": "Doctor", "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Prof.": "Professor"}
    | {"Gen.": "General", "Gov.": "Governor", "Sen.": "Senator", "Rep.": "Representative"}
    | {"Mt.": "Mount", "Jr.": "Junior", "Sr.": "Senior", "Inc.": "Incorporated", "Ltd.": "Limited"}
    | {
        "Co.": "Company",
        "Corp.": "Corporation",
        "Ave.": "Avenue",
        "Rd.": "Road",
        "Blvd.": "Boulevard",
        "Dept.": "Department",
    }
    | {"approx.": "approximately", "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera"}
    | {
        "vs.": "versus",
        "cf.": "compare",
        "Lt.": "Lieutenant",
        "Capt.": "Captain",
        "Col.": "Colonel",
    }
    | {"Hon.": "Honorable", "Rev.": "Reverend", "Gov't": "Government", "St.": "Saint"}
)
#: Only before a figure: No. 3, p. 12.
_NUMBERED: Final = MappingProxyType(
    {"No.": "number", "Nos.": "numbers", "no.": "number", "p.": "page", "pp.": "pages"}
    | {"Fig.": "figure", "fig.": "figure", "Vol.": "volume", "vol.": "volume", "Art.": "article"}
    | {"Ch.": "chapter", "ch.": "chapter", "Sec.": "section", "sec.": "section", "№": "number"}
)


def _any(words: MappingProxyType[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SHORT: Final = re.compile(f"(?:{_any(_ABBREVIATIONS)})(?![A-Za-z])")
_SHORT_NUMBER: Final = re.compile(rf"(?P<word>{_any(_NUMBERED)})\s?(?=[0-9])")
_INITIALS: Final = re.compile(r"[A-Z]\.(?:[A-Z]\.)+(?![A-Za-z])")
_WARS: Final = MappingProxyType({"I": "One", "II": "Two"})
_WORLD_WARS: Final = re.compile("WW(?P<n>II?)(?![A-Za-z])")
_CAPITALS: Final = re.compile(r"(?P<word>[A-Z]{2,5})(?P<s>s)?(?![A-Za-z])")
_WITH_AND: Final = re.compile(r"(?P<a>[A-Z])\s?&\s?(?P<b>[A-Z])(?![A-Za-z])")
_ROMAN: Final = re.compile(r"[IVX]{1,6}(?![A-Za-z0-9.'’])")
_PART_BEFORE: Final = re.compile(
    r"(?:Chapter|Part|Section|Article|Book|Volume|Act|Scene|Phase|Type|Class|Level|Stage|Title|War"
    r"|Figure|Table|Appendix|Category|Grade|chapter|part|section|phase|type|level|stage)\s$"
)
_RULER_BEFORE: Final = re.compile(
    r"(?:Henry|Louis|Elizabeth|George|Edward|Charles|William|James|Richard|Philip|Napoleon|Nicholas"
    r"|Alexander|Catherine|Pius|Benedict|Francis|Frederick|Ivan|Peter|Paul|John|Leo|Gregory)\s$"
)
_SMALL: Final = re.compile("[a-z]")
_SEVERAL: Final = re.compile("[A-Z]{2,}")
_WORD: Final = re.compile("[A-Za-z]+")
#: As much of a text tells whether it is all capitals.
_LINE: Final = 2000


def _starts(match: re.Match[str]) -> bool:
    return not re.search(r"[A-Za-z0-9]$", before(match))


def _short(match: re.Match[str]) -> str | None:
    if re.search(r"[A-Za-z0-9.]$", before(match)):
        return None
    word = match[0]
    if word == "St." and not re.match(r"\s[A-Z]", after(match)):
        return "Street" + _dot(match)
    return _ABBREVIATIONS[word] + _dot(match)


def _dot(match: re.Match[str]) -> str:
    """The dot of an abbreviation is that of the sentence, too, where that ends."""
    return "" if match.string[match.end() : match.end() + 40].strip() else "."


def _roman(match: re.Match[str]) -> str | None:
    left, number = before(match), value(match[0])
    if number is None:
        return None
    if _PART_BEFORE.search(left):
        return cardinal(str(number))
    talks = match[0] == "I" and re.match(r"\s(?!of|was|and|to|in|ruled|died)[a-z]", after(match))
    if _RULER_BEFORE.search(left) and not talks:
        return f"the {ordinal(number)}"
    return None


def _capitals(match: re.Match[str]) -> str | None:
    """GDP is spelled, but not in a line that is all capitals."""
    if re.search("[A-Za-z]$", before(match)) or match["word"] in _WORDS:
        return None
    loud = not _SMALL.search(match.string, 0, _LINE) and (
        len(list(islice(_SEVERAL.finditer(match.string, 0, _LINE), 2))) == 2
    )
    return None if loud else " ".join(match["word"]) + (match["s"] or "")


RULES: Final = (
    Rule(_SHORT_NUMBER, lambda m: _NUMBERED[m["word"]] + " " if _starts(m) else None),
    Rule(_SHORT, _short),
    Rule(_INITIALS, lambda m: " ".join(m[0].replace(".", "")) + _dot(m) if _starts(m) else None),
    Rule(_WITH_AND, lambda m: f"{m['a']} and {m['b']}" if _starts(m) else None),
    Rule(_ROMAN, lambda m: _roman(m) if _starts(m) else None),
    Rule(_WORLD_WARS, lambda m: f"World War {_WARS[m['n']]}" if _starts(m) else None),
    Rule(_CAPITALS, _capitals),
    Rule(_WORD, lambda m: m[0]),  # whole, so that no rule begins inside of it
)
