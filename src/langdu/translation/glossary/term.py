"""A term, the row of a glossary that it comes from, and where it was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

#: What a term may be; a row without a kind is a ``term``. A ``label`` (Close, Education, Time) is
#: a column or a button: it is only found where it stands by itself, not in a sentence.
KINDS: Final = ("person", "place", "organisation", "term", "label")


@dataclass(frozen=True, slots=True)
class Term:
    """What ``source`` is to become in one language.

    ``target`` is the form to use; ``accepted`` are all that count as honoured, ``target`` first.
    ``kind`` is one of :data:`KINDS`. ``shipped``: it comes from langdu's own tables
    and only advises; what a user asks for is demanded.
    """

    source: str
    target: str
    accepted: tuple[str, ...]
    kind: str = "term"
    shipped: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A term at the characters ``start`` to ``end`` (excluded) of a text."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a glossary: its forms by language, the preferred one first.

    ``where`` is the file and line, for messages.
    """

    forms: Mapping[str, tuple[str, ...]]
    kind: str
    where: str
    shipped: bool = False
