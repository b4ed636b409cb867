"""Find many known words in a text at once: from the left, the longest first, in one pass."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from langdu.translation.names.name import Name

#: First character → the lengths of the words that begin with it, the longest first.
Lengths = Mapping[str, tuple[int, ...]]


def lengths_of(words: Iterable[str]) -> Lengths:
    """What :func:`spots` needs to know of its words."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return MappingProxyType({c: tuple(sorted(sizes, reverse=True)) for c, sizes in found.items()})


def spots(
    text: str, words: Collection[str], lengths: Lengths, busy: Collection[int]
) -> Iterator[tuple[int, str]]:
    """(position, word) of all words in a text, several at a position where they are nested.

    Positions of ``busy`` are left alone; who takes a word adds its positions to a set that is
    given as ``busy``, and the shorter and the later words that touch it are not offered any more.
    """
    for start, first in enumerate(text):
        for size in lengths.get(first, ()):
            word = text[start : start + size]
            if word in words and not any(i in busy for i in range(start, start + size)):
                yield start, word


def positions(names: Iterable[Name]) -> set[int]:
    """Where names stand."""
    return {i for name in names for i in range(name.start, name.end)}
