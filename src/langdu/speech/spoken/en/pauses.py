"""Signs between figures, numbers of lists, and what is a pause: brackets, dashes, dots."""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.en.numbers import cardinal, number
from langdu.speech.spoken.en.patterns import OPENING, QUOTES, STOPS
from langdu.speech.spoken.scanner import Rule, after, before

_ITEM: Final = re.compile(r"(?P<n>[0-9]{1,3})[.)]\s{1,3}(?=\S)")
_SECTION: Final = re.compile(r"(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3}){1,4})\s{1,3}(?=[A-Z])")
_RANGE: Final = re.compile(r"\s?[-–—~]\s?(?=[$€£¥]?[0-9])")
_MINUS: Final = re.compile(r"[-−](?=\.?[0-9])")
_SUM: Final = re.compile(r"\s?(?P<sign>[+=×÷*])\s?(?=[0-9A-Za-z(])")
_COMPARED: Final = re.compile(r"\s?(?P<sign>[<>≥≤≈±])\s?(?=[-+]?[0-9])")
_WORDS: Final = MappingProxyType(
    {"+": "plus", "=": "equals", "×": "times", "÷": "divided by", "*": "times", "<": "less than"}
    | {">": "more than", "≥": "at least", "≤": "at most", "≈": "about", "±": "plus or minus"}
)
_AND: Final = re.compile(r"(?:\s&\s|&)(?=\S)")
_OPEN: Final = re.compile(r"\s{0,3}[(\[{（【]\s{0,3}")
_CLOSE: Final = re.compile(r"\s{0,3}[)\]}）】]")
_DASH: Final = re.compile(r"\s{0,3}(?:[—―─]{1,4}|…{1,6}|\.{3,6}|-{2,6})\s{0,3}|\s{1,3}[–-]\s{1,3}")


def _first(match: re.Match[str]) -> bool:
    return not match.string[: match.start()].strip()


def _section(match: re.Match[str]) -> str | None:
    if not _first(match):
        return None
    return " point ".join(map(cardinal, match["n"].split("."))) + ", "


def _minus(match: re.Match[str]) -> str | None:
    return " " if re.search("[A-Za-z]$", before(match)) else "minus "


def _signed(match: re.Match[str]) -> str:
    sign = _WORDS[match["sign"]]
    return (" " if before(match)[-1:].strip() else "") + sign + " "


def _apart(match: re.Match[str], word: str) -> str:
    """The word with a space where it would touch its neighbours."""
    left, right = before(match)[-1:].strip(), after(match)[:1]
    return (" " if left else "") + word + (" " if right.isalnum() or right == "+" else "")


def _open(match: re.Match[str]) -> str:
    left = before(match)
    if not left.strip():
        return ""
    return " " if left.rstrip()[-1] in STOPS + OPENING else ", "


def _close(match: re.Match[str]) -> str:
    right = after(match)
    stopped = not right.strip() or right.lstrip()[0] in STOPS + ")]}）】" + QUOTES + "…—([{（【"
    if stopped or before(match).rstrip()[-1:] in tuple(STOPS + OPENING):
        return "" if not right[:1].isalnum() else " "
    return "," if right[0].isspace() else ", "


def _dash(match: re.Match[str]) -> str:
    left, right = before(match).rstrip(), after(match).lstrip()
    if not left or left[-1] in STOPS + OPENING:
        return " " if left and right else ""
    if not right or right[0] in "”’\"'":
        return "."
    return "" if right[0] in STOPS + ")]}）】" else ", "


def _copyright(match: re.Match[str]) -> str:
    said = re.search(r"[Cc]opyright\s$", before(match)) or re.match("[Cc]opyright", after(match))
    return "" if said else "copyright "


LISTS: Final = (
    Rule(_ITEM, lambda m: f"{number(m['n'])}, " if _first(m) else None),
    Rule(_SECTION, _section),
)
SIGNS: Final = (
    Rule(
        _RANGE,
        lambda m: (
            " to " if re.search(r"(?:[0-9]|[%℃°]|[0-9](?:s|st|nd|rd|th))$", before(m)) else None
        ),
    ),
    Rule(_SUM, lambda m: _signed(m) if re.search(r"[0-9A-Za-z)%]$", before(m)) else None),
    Rule(_COMPARED, _signed),
    Rule(re.compile("#(?=[0-9])"), lambda m: "number "),
    Rule(re.compile("~(?=[0-9])"), lambda m: "about "),
    Rule(_MINUS, _minus),
    Rule(re.compile(r"\+(?=[0-9])"), lambda m: "plus " if before(m)[-1:] != "+" else None),
)
RULES: Final = (
    Rule(_DASH, _dash),
    Rule(_OPEN, _open),
    Rule(_CLOSE, _close),
    Rule(_AND, lambda m: " and " if before(m)[-1:].strip() else None),
    Rule(re.compile(r"\+"), lambda m: _apart(m, "plus")),
    Rule(re.compile(r"©\s?"), _copyright),
    Rule(re.compile("%"), lambda m: _apart(m, "percent")),
)
