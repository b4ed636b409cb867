"""What the memory holds: a sentence, its translation, and what the translation depends on."""

import hashlib
import json
import math
from collections.abc import Iterable
from dataclasses import dataclass

from langdu.translation.translator import Link


@dataclass(frozen=True, slots=True)
class Key:
    """What a translation depends on, but for the sentence.

    ``source`` and ``target`` are language codes; ``models`` is ``name version`` of each model of
    the way, joined by ``;``. A person's translation depends on no engine: both are empty there.
    """

    source: str
    target: str
    engine: str = ""
    models: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence and its translation.

    ``text``: the source sentence without its outer white space. ``digest``: of the glossary terms,
    names and settings that shaped this sentence, empty if none did. ``score``: the model's mean
    log-probability a token. ``person``: written or corrected by a person; such an entry has no
    digest, score and links. ``links``: which words became which, as the engine told.
    """

    text: str
    digest: str
    translation: str
    score: float | None = None
    person: bool = False
    links: tuple[Link, ...] = ()


def digest(parts: Iterable[str]) -> str:
    """A short hash of texts in their order, the same on every machine; empty if there are none."""
    texts = tuple(parts)
    return hashed(texts, size=8).hexdigest() if texts else ""


def hashed(parts: Iterable[str], *, size: int = 16) -> "hashlib.blake2b":
    """BLAKE2b (RFC 7693) of ``size`` bytes, into which texts were taken."""
    state = hashlib.blake2b(digest_size=size)
    for part in parts:
        update(state, part)
    return state


def update(state: "hashlib.blake2b", part: str) -> None:
    """Take one more text into a hash, with its length: ``ab, c`` is not ``a, bc``."""
    data = part.encode("utf-8", "surrogatepass")
    state.update(len(data).to_bytes(8, "big"))
    state.update(data)


def storable(*texts: str) -> bool:
    """Whether texts are whole: half a character (a lone surrogate) has no UTF-8."""
    try:
        for text in texts:
            if not text.isascii():
                text.encode()
    except UnicodeEncodeError:
        return False
    return True


def links_to_json(links: tuple[Link, ...]) -> str:
    """Links as compact JSON, five numbers each; empty for none."""
    if not links:
        return ""
    rows = [(*link.source, *link.target, link.weight) for link in links]
    return json.dumps(rows, separators=(",", ":"))


def links_from_json(text: str) -> tuple[Link, ...]:
    """Links that :func:`links_to_json` wrote. Raises :class:`ValueError` for anything else."""
    if not text:
        return ()
    links = []
    try:
        for start, end, target_start, target_end, weight in json.loads(text):
            numbers = (start, end, target_start, target_end)
            if not all(type(number) is int and number >= 0 for number in numbers):
                raise ValueError("a place in a text is a whole number")
            if not isinstance(weight, int | float) or not math.isfinite(weight):
                raise ValueError("a weight is a number")
            links.append(Link((start, end), (target_start, target_end), float(weight)))
    except (TypeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    return tuple(links)
