"""Figures that are names: telephone numbers, codes."""

import re
from typing import Final

from langdu.speech.spoken.en.numbers import digits, number, year
from langdu.speech.spoken.scanner import Rule, before

_PHONE: Final = re.compile(
    r"(?P<plus>\+[0-9]{1,3}[-\s.]?)?(?:\((?P<a>[0-9]{2,4})\)\s?|(?P<b>[0-9]{3,4})[-\s.])"
    r"(?P<c>[0-9]{3,4})[-\s.]?(?P<d>[0-9]{4})(?![0-9-])"
)
_ABROAD: Final = re.compile(r"(?P<gap>\s?)\+[0-9]{1,3}(?:[-\s.][0-9]{1,5}){2,4}(?![0-9-])")
_AREA: Final = re.compile(r"(?P<a>0[0-9]{2,3})[-–](?P<b>[0-9]{7,8})(?![0-9-])")
_MOBILE: Final = re.compile(r"(?P<a>1[3-9][0-9])(?P<b>[0-9]{4})(?P<c>[0-9]{4})(?![0-9])")
_FIGURES: Final = re.compile(r"[0-9]{3,}(?:-[0-9]{3,})*(?![0-9]|[.,][0-9])")
_CALL_BEFORE: Final = re.compile(
    r"(?:call|dial|ring|hotline|phone|telephone|tel\.?|fax|calling|called|calls|dialed|number|code|zip|ID|flight|room|Room|Call"
    r"|Dial|Tel\.?|TEL|Phone|Fax|Hotline|Boeing|Airbus)(?:\snumber)?[:\s]{1,2}$"
)
_EMERGENCY: Final = re.compile(
    "(?:911|999|112)(?=\\s(?:call|dispatch|emergency|operator|line|hotline))"
)
#: New York, NY 10112
_ZIP: Final = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?![0-9,.-][0-9])")
_STATE: Final = re.compile(r",\s[A-Z]{2}\s$")
_LONG: Final = re.compile(r"[0-9]{12,}")
_DOTTED: Final = re.compile(r"[0-9]+(?:\.[0-9]+){2,}")
_AFTER_LETTERS: Final = re.compile(
    r"(?P<hyphen>-)?(?P<n>[0-9]+(?:\.[0-9]+)?)(?!\.?[0-9]|['’]?s(?![A-Za-z]))"
)


def _groups(match: re.Match[str]) -> str:
    groups = match.groupdict()
    plus = "plus " if groups.get("plus") else ""
    names = ("plus", "a", "b", "c", "d")
    return plus + ", ".join(digits(groups[name]) for name in names if groups.get(name))


def _abroad(match: re.Match[str]) -> str:
    return f"{match['gap']}plus " + ", ".join(map(digits, re.findall("[0-9]+", match[0])))


def _figures(match: re.Match[str]) -> str | None:
    if not _CALL_BEFORE.search(before(match)):
        return None
    return ", ".join(map(digits, match[0].split("-")))


def _after_letters(match: re.Match[str]) -> str | None:
    """C919 one by one; A4, COVID-19, PM2.5 as numbers."""
    if not re.search("(?<![0-9]T)(?<![0-9](?:st|nd|rd|th))(?<=[A-Za-z])$", before(match)):
        return None
    whole, point, _ = match["n"].partition(".")
    if re.fullmatch("(?:19|20)[0-9]{2}", match["n"]):
        return f" {year(match['n'])}"  # mid-2019, FY2020
    words = digits(whole) if len(whole) > 2 and not point else number(match["n"])
    tail = " " if match.string[match.end() : match.end() + 1].isalpha() else ""
    return f" {words}{tail}"


RULES: Final = (
    Rule(_ABROAD, _abroad),
    Rule(_AREA, _groups),
    Rule(_PHONE, _groups),
    Rule(_MOBILE, _groups),
    Rule(_FIGURES, _figures),
    Rule(_EMERGENCY, lambda m: digits(m[0])),
    Rule(_ZIP, lambda m: digits(m[0]) if _STATE.search(before(m)) else None),
    Rule(_LONG, lambda m: None if m[0].endswith("0000") else digits(m[0])),
    Rule(_DOTTED, lambda m: " point ".join(map(number, m[0].split(".")))),
    Rule(_AFTER_LETTERS, _after_letters),
)
