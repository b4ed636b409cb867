"""Numbers of lists, brackets, dashes and dots are pauses.

Quotation marks and 《》 stay: engines make a short pause of them, while eSpeak NG makes none of a
bracket.
"""

import re
from typing import Final
from unicodedata import numeric

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import cardinal, number
from langdu.speech.spoken.zh.patterns import CLOSING, OPENING, STOPS

_ITEM: Final = re.compile(
    r"(?P<n>[0-9]{1,3})(?P<mark>[.、](?![0-9])|[)）]|\.(?=[0-9]{4}年))\s{0,3}(?=\S)"
)
_SECTION: Final = re.compile(r"(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3}){1,4})\s{1,3}(?=[^\s0-9A-Za-z%])")
_CIRCLED: Final = re.compile("[①-⒛⓪-⓿㈠-㈩❶-➓㊀-㊉]")
_IN_ORDINAL: Final = re.compile("[（(](?P<inside>[0-9一二三四五六七八九十百]{1,4})[)）]")
_OPEN: Final = re.compile(r"[（(【〔[［｛{〖]\s{0,3}")
_CLOSE: Final = re.compile(r"\s{0,3}[)）】〕\]］｝}〗]")
_DASH: Final = re.compile(r"\s{0,3}(?:[—–―─]{1,4}|…{1,6}|\.{3,6}|。{2,6}|⋯{1,6}|-{2,6})\s{0,3}")
#: What eSpeak NG names in English: tilde, hash, asterisk.
_ORNAMENT: Final = re.compile(r"\s{0,3}[~〜#*^_|`\\•●■◆★☆▲△○◎※→←]{1,8}\s{0,3}")
_QUIET_BEFORE: Final = frozenset(OPENING + STOPS)
_BRACKETS: Final = frozenset("（(【〔[［｛{〖）)】〕]］｝}〗")


def _first(match: re.Match[str]) -> bool:
    return not match.string[: match.start()].strip()


def _item(match: re.Match[str]) -> str | None:
    inner = re.search(r"[：:；;。]\s?$|[^\W0-9]\s$", before(match)) and re.match(
        r"[\u4e00-\u9fff]{2}", after(match)
    )
    listed = _first(match) or (inner and match["mark"] in ".．")
    return f"{cardinal(match['n'])}，" if listed else None


def _section(match: re.Match[str]) -> str | None:
    if not _first(match):
        return None
    return "点".join(map(cardinal, match["n"].split("."))) + "，"


def _circled(match: re.Match[str]) -> str:
    words = cardinal(str(int(numeric(match[0]))))
    left = before(match).rstrip()
    listed = not left or left[-1] in _QUIET_BEFORE
    return words + ("，" if listed and after(match).strip() else "")


def _in_ordinal(match: re.Match[str]) -> str | None:
    if not before(match).endswith("第"):
        return None
    inside = match["inside"]
    return number(inside) if inside.isdecimal() else inside


def _open(match: re.Match[str]) -> str:
    left = before(match).rstrip()
    quiet = not left or left[-1] in _QUIET_BEFORE or left[-1] in _BRACKETS
    return "" if quiet else "，"


def _close(match: re.Match[str]) -> str:
    left, right = before(match).rstrip(), after(match).lstrip()
    if left and (left[-1] in STOPS or left[-1] in OPENING):
        return ""
    quiet = not right or right[0] in STOPS or right[0] in CLOSING or right[0] in "…—–"
    return "" if quiet else "，"


def _dash(match: re.Match[str]) -> str:
    left, right = before(match).rstrip(), after(match).lstrip()
    if not left or left[-1] in _QUIET_BEFORE or left[-1] in _BRACKETS:
        return ""
    if not right or right[0] in "”’」』":
        return "。"
    return "" if right[0] in STOPS or right[0] in CLOSING else "，"


def _ornament(match: re.Match[str]) -> str:
    left, right = before(match).rstrip(), after(match).lstrip()
    quiet = not left or left[-1] in _QUIET_BEFORE or left[-1] in _BRACKETS
    return "" if quiet or not right or right[0] in STOPS + CLOSING else "，"


LISTS: Final = (
    Rule(_ITEM, _item),
    Rule(_SECTION, _section),
    Rule(_CIRCLED, _circled),
    Rule(_IN_ORDINAL, _in_ordinal),
)
RULES: Final = (
    Rule(_DASH, _dash),
    Rule(_ORNAMENT, _ornament),
    Rule(_OPEN, _open),
    Rule(_CLOSE, _close),
)
