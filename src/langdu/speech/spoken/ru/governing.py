"""Which cases Russian prepositions take (Розенталь, Справочник по правописанию, § 196–207)."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.ru.numbers import Case
from langdu.speech.spoken.scanner import before

_ONE_CASE: Final[Mapping[Case, str]] = MappingProxyType(
    {
        "gent": (
            "без до из от у около после для кроме вместо вокруг против среди более менее свыше "
            "больше меньше порядка из-за из-под ото безо изо возле вблизи насчёт выше ниже "
            "старше младше размере объёме количестве сумме течение "
            "прошествии истечении протяжении"
        ),
        "datv": "к ко благодаря согласно навстречу вопреки",
        "accs": "через про сквозь спустя включая",
        "ablt": "над перед между передо надо",
        "loct": "о об при обо",
    }
)
_TWO_CASES: Final[Mapping[str, tuple[Case, ...]]] = MappingProxyType(
    {
        "в": ("accs", "loct"),
        "во": ("accs", "loct"),
        "на": ("accs", "loct"),
        "по": ("accs", "datv"),
        "с": ("gent", "ablt"),
        "со": ("gent", "ablt"),
        "за": ("accs", "ablt"),
        "под": ("accs", "ablt"),
    }
)
GOVERNED: Final[Mapping[str, tuple[Case, ...]]] = MappingProxyType(
    {word: (case,) for case, words in _ONE_CASE.items() for word in words.split()}
    | dict(_TWO_CASES)
)
#: Without a preposition the noun tells; the genitive last, which many forms share.
FREE: Final[tuple[Case, ...]] = ("nomn", "accs", "datv", "ablt", "loct", "gent")
_LAST_WORD: Final = re.compile(
    r"(?:^|[^А-Яа-яЁё-])([А-Яа-яЁё-]+)[\s\u00a0(«]*(?:[-−+±]|(?:минус|плюс)[\s\u00a0])?$"
)


def preposition(match: re.Match[str]) -> str:
    """The word that stands before a match, in small letters; none after a stop."""
    found = _LAST_WORD.search(before(match))
    return found[1].lower() if found else ""


def cases(match: re.Match[str]) -> tuple[Case, ...]:
    """The cases that a number there may have, the likeliest first."""
    return GOVERNED.get(preposition(match), FREE)
