"""Brackets, dots and the numbers of lists as pauses, for Japanese, Korean and Russian.

eSpeak NG makes no pause of a bracket. Quotation marks stay as they are.
"""

import re
from collections.abc import Callable
from typing import Final
from unicodedata import numeric

from langdu.speech.spoken.scanner import Rule, after, before

_ITEM: Final = re.compile(r"(?P<n>[0-9]{1,3})(?:\.(?![0-9])|[)）])\s{0,3}(?=\S)")
_BLANK: Final = re.compile(r"\s*")
_CIRCLED: Final = re.compile("[①-⒛⓪-⓿㈠-㈩❶-➓㊀-㊉]")
_OPEN: Final = re.compile(r"\s{0,3}[（(【〔[［｛{〖]\s{0,3}")
_CLOSE: Final = re.compile(r"\s{0,3}[)）】〕\]］｝}〗]\s{0,3}")
_DOTS: Final = re.compile(r"\s{0,3}(?:…{1,6}|\.{3,6}|。{2,6}|⋯{1,6}|・{3,6})\s{0,3}")
_OPENING: Final = "（(【〔[［｛{〖「『《〈“‘«"
_CLOSING: Final = "）)】〕]］｝}〗」』》〉”’»"
_STOPS: Final = "，。！？；：、,.!?;:·"


def lists(comma: str, cardinal: Callable[[str], str]) -> tuple[Rule, ...]:
    """Rules for 1. and ① at the head of what they count."""

    def item(match: re.Match[str]) -> str | None:
        first = _BLANK.match(match.string)
        if first is None or first.end() != match.start():
            return None
        return f"{cardinal(match['n'])}{comma}"

    def circled(match: re.Match[str]) -> str:
        words = cardinal(str(int(numeric(match[0]))))
        return words + (comma.rstrip() if after(match).strip() else "")

    def circled_close(match: re.Match[str]) -> str:
        spaced = after(match)[:1].isspace() or comma == comma.rstrip()
        return circled(match) + ("" if spaced else comma[-1])

    return (Rule(_ITEM, item), Rule(_CIRCLED, circled_close))


def brackets(comma: str) -> tuple[Rule, ...]:
    """Rules for brackets and dots; ``comma`` is a pause as the language writes it."""

    def opened(match: re.Match[str]) -> str:
        left = before(match)
        if not left.strip():
            return ""
        quiet = left[-1] in _OPENING or left[-1] in _STOPS
        return (" " if match[0][0].isspace() and left[-1] in _STOPS else "") if quiet else comma

    def closed(match: re.Match[str]) -> str:
        left, right = before(match).rstrip(), after(match)
        if not right or (left and left[-1] in _OPENING):
            return ""
        if right[0] in _STOPS or right[0] in _CLOSING or right[0] in "…⋯":
            return ""
        if left and left[-1] in _STOPS:
            return " " if match[0][-1].isspace() else ""
        return comma

    def dots(match: re.Match[str]) -> str:
        left, right = before(match).rstrip(), after(match)
        silent = not left or left[-1] in _OPENING or left[-1] in _STOPS
        if silent or not right or right[0] in _CLOSING or right[0] in _STOPS:
            return ""
        return comma

    return (Rule(_DOTS, dots), Rule(_OPEN, opened), Rule(_CLOSE, closed))
