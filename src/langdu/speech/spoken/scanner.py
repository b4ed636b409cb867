"""Rules that are tried in order at each place of a text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import decimal

from langdu.speech.spoken.form import Change

#: How far a rule looks at what stands before or after its match, in characters.
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Rule:
    """A written form and its words; ``words`` gives ``None`` where it is something else here.

    A pattern must not begin with an unbounded repetition, so that the time grows with the text.
    """

    pattern: re.Pattern[str]
    words: Callable[[re.Match[str]], str | None]


def scan(text: str, rules: Sequence[Rule], lead: re.Pattern[str]) -> tuple[Change, ...]:
    """The changes that the rules make; the first rule that fits a place takes it.

    ``lead``: the characters at which a rule may begin. What a rule reads out as it is written is
    no change.
    """
    plain = folded(text)
    changes = []
    position = 0
    while found := lead.search(plain, position):
        position = found.start()
        for rule in rules:
            match = rule.pattern.match(plain, position)
            if match and match.end() > position and (words := rule.words(match)) is not None:
                if words != text[position : match.end()]:
                    changes.append(Change(position, match.end(), words))
                position = match.end()
                break
        else:
            position += 1
    return tuple(changes)


def before(match: re.Match[str]) -> str:
    """What stands before a match, the last 24 characters of it."""
    return match.string[max(0, match.start() - _AROUND) : match.start()]


def after(match: re.Match[str]) -> str:
    """What stands after a match, the first 24 characters of it."""
    return match.string[match.end() : match.end() + _AROUND]


def folded(text: str) -> str:
    """The text with ASCII for full-width letters and signs and for the digits of every script.

    It is as long as the text, so that places agree.
    """
    return text if text.isascii() else "".join(map(_folded, text))


@cache
def _narrow() -> dict[str, str]:
    """Full-width signs that stand with figures; those of Chinese punctuation stay."""
    letters = [*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]
    wide = "％．－＋／＝＆＠＄～＜＞＃＊" + "".join(map(chr, letters))
    return {char: chr(ord(char) - 0xFEE0) for char in wide} | {
        "￥": "¥",
        "﹪": "%",
        "−": "-",
        "‐": "-",
        "‑": "-",
    }


def _folded(char: str) -> str:
    if char.isdecimal():
        return str(decimal(char))
    return char if char.isascii() else _narrow().get(char, char)
