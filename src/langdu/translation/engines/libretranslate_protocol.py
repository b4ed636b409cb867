"""What a LibreTranslate server says, read with suspicion.

The protocol is that of LibreTranslate 1.9.6: ``/languages``, ``/frontend/settings`` and
``/translate`` (its source, ``app.py``). The server tells its limit of characters in its settings;
that of a batch and that of the alternatives it tells only when it refuses.

Its version stands in ``/spec``, which is never asked: each answer wraps the server's texts once
more and takes three times as long as the one before (measured with 1.9.6: the 11th 17 s), while
which a server of one thread answers nobody.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from langdu.languages import normalize, tag_of
from langdu.translation.engines.online.service import Refused

#: Characters and texts of one request: small enough to be called off soon and to be answered in
#: time by a server without a GPU.
MOST_LETTERS: Final = 2_000
MOST_TEXTS: Final = 32
#: The server's own codes for each pair of ours: ``("zh", "en")`` → ``("zh-Hans", "en")``.
Pairs: TypeAlias = Mapping[tuple[str, str], tuple[str, str]]
_NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server takes: characters of one text, texts of one request, alternatives of each."""

    letters: int = MOST_LETTERS
    texts: int = MOST_TEXTS
    alternatives: int = 20

    def within(self, other: "Limits") -> "Limits":
        """The narrower of both in everything: two threads may learn at the same time."""
        return Limits(
            min(self.letters, other.letters),
            min(self.texts, other.texts),
            min(self.alternatives, other.alternatives),
        )


def answers(said: Any, count: int) -> list[list[str]]:
    """The translation of each text and then its alternatives. Raises :class:`ValueError`."""
    if not isinstance(said, dict):
        raise ValueError("no object")
    best, more = said.get("translatedText"), said.get("alternatives", [[]] * count)
    if not (isinstance(best, list) and isinstance(more, list) and all(map(_texts, [best, *more]))):
        raise ValueError("no texts")
    if not len(best) == len(more) == count:
        raise ValueError(f"{len(best)} texts")
    return [[text, *several] for text, several in zip(best, more, strict=True)]


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def pairs(languages: Any) -> Pairs:
    """The pairs of a list of languages.

    Of two spellings of a language ours is the one that is meant. Raises :class:`TypeError`,
    :class:`KeyError` or :class:`AttributeError` for what is no list of languages.
    """
    found: dict[tuple[str, str], tuple[str, str]] = {}
    rows = [(row["code"], target) for row in languages for target in row["targets"]]
    for source, target in sorted(rows, key=lambda row: sum(_strange(code) for code in row)):
        pair = normalize(source), normalize(target)
        if pair[0] != pair[1]:
            found.setdefault(pair, (source, target))
    return found


def _strange(code: str) -> bool:
    """Whether a code is not the usual one of its language: zh-Hant beside zh-Hans."""
    return code not in (normalize(code), tag_of(normalize(code)))


def learnt(error: Refused, body: Mapping[str, Any], limits: Limits) -> Limits | None:
    """The limits without what the server refused to take; ``None`` if it refused another thing.

    It says "request (51) exceeds text limit (50)" of texts and of characters alike, in the language
    of its user; what was sent tells which. Of alternatives: "must be <= 5".
    """
    if error.status != 400:
        return None
    numbers = [int(digits[:9]) for digits in _NUMBERS.findall(error.reason)]
    if "alternatives" in error.reason and numbers and numbers[-1] < body["alternatives"]:
        return replace(limits, alternatives=numbers[-1])
    if len(numbers) != 2 or not 0 < numbers[1] < numbers[0]:
        return None
    size, most = numbers
    if size == len(body["q"]):
        return replace(limits, texts=most)
    longest = max(map(len, body["q"]))
    return replace(limits, letters=most) if size <= longest else None
