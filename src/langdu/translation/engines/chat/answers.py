"""What a model answered: which of it can be used, and what is wrong with the rest."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

#: A translation of more characters than this times its source's, and some more, is none: a model
#: in a loop, or one that tells a story. Chinese grows threefold to sixfold in Russian.
GROWTH: Final = 8
SOME_MORE: Final = 300
#: Thoughts before the answer: models that reason write them into it where the server lets them.
_THOUGHTS: Final = re.compile(r"\A\s*(?:<think(?:ing)?>)?.*?</think(?:ing)?>", re.DOTALL)
_DECODER: Final = json.JSONDecoder(strict=False)  # models write line breaks into texts
_NEXT: Final = re.compile(r"[\s,]*(?=\{)")


@dataclass(frozen=True, slots=True)
class Reading:
    """The translations that can be used, by id, and what is wrong (empty: nothing)."""

    texts: Mapping[int, str]
    wrong: str


def longest(text: str) -> int:
    """How many characters the translation of a text may have."""
    return GROWTH * len(text) + SOME_MORE


def read(answer: str, sentences: Mapping[int, str], *, last: bool = False) -> Reading:
    """Read an answer for ``sentences``. ``last``: an empty translation is taken as one.

    Ids that were not asked for make all of it useless: whoever splits a sentence in two gives the
    ids after it to other sentences.
    """
    items = _items(answer)
    if items is None:
        return Reading({}, "it holds no JSON of the shape that was asked for")
    texts: dict[int, str] = {}
    wrong = ""
    spoilt: set[int] = set()
    for number, said in items:
        if number not in sentences:
            return Reading({}, "it holds ids that were not asked for")
        text = said.encode("utf-8", "replace").decode().strip()
        if texts.setdefault(number, text) != text:
            wrong = "it holds two translations of one sentence"
            spoilt.add(number)
        if len(text) > longest(sentences[number]):
            wrong = "it is far longer than the sentence"
            spoilt.add(number)
        if not text and not last:
            wrong = "it holds an empty translation"
            spoilt.add(number)
    usable = {number: text for number, text in texts.items() if number not in spoilt}
    if not wrong and len(usable) < len(sentences):
        wrong = "it lacks sentences"
    return Reading(usable, wrong)


def _items(answer: str) -> list[tuple[int, str]] | None:
    """The items of an answer, also where commentary is around them or the end is missing."""
    thoughtless = _THOUGHTS.sub("", answer, count=1)
    thinks = answer.lstrip().startswith("<think")
    for text in (thoughtless,) if thinks else dict.fromkeys((answer, thoughtless)):
        for start in (text.find("{"), text.find("[")):
            items = _listed(text, start) if start >= 0 else None
            if items is not None:
                return items
    return None


def _listed(text: str, start: int) -> list[tuple[int, str]] | None:
    try:
        value, _ = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        value = _begun(text, start)
    if isinstance(value, dict):
        value = value.get("translations")
    if not isinstance(value, list) or not value:
        return None
    items = [item for row in value if (item := _item(row))]
    return items if len(items) == len(value) else None


def _begun(text: str, start: int) -> list[Any]:
    """The whole items at the beginning of a list whose end is missing."""
    items = []
    place = text.find("[", start) + 1
    while place:
        found = _NEXT.match(text, place)
        if not found:
            break
        try:
            item, place = _DECODER.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            break
        items.append(item)
    return items


def _item(row: Any) -> tuple[int, str] | None:
    """The id and the text of an item that has both."""
    if not isinstance(row, dict):
        return None
    number, text = row.get("id"), row.get("text")
    if isinstance(number, str) and number.isascii() and number.isdecimal():
        number = int(number[:9])
    if isinstance(number, bool) or not isinstance(number, int) or not isinstance(text, str):
        return None
    return number, text
