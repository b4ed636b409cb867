"""What a name is."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "place", "organisation"]


@dataclass(frozen=True, slots=True)
class Name:
    """A Chinese name as it stands in a sentence.

    ``text`` is ``sentence[start:end]``. A person has a ``surname`` and, where the sentence gives
    it, a ``given`` name: in 张书记 only 张 is the name. A place and an organisation have a ``stem``
    and a ``suffix``: 绿园 and 区, 复旦 and 大学; 长春 alone has the stem only.
    """

    text: str
    kind: Kind
    start: int
    end: int
    surname: str = ""
    given: str = ""
    stem: str = ""
    suffix: str = ""


def person(text: str, surname: str, start: int = 0) -> Name:
    """A person's name: 张洪彬 with the surname 张."""
    given = text[len(surname) :]
    return Name(text, "person", start, start + len(text), surname=surname, given=given)


def place(text: str, suffix: str = "", start: int = 0) -> Name:
    """A place's name: 绿园区 with the suffix 区."""
    stem = text.removesuffix(suffix)
    return Name(text, "place", start, start + len(text), stem=stem, suffix=suffix)


def organisation(text: str, suffix: str, start: int = 0) -> Name:
    """An organisation's name: 复旦大学 with the suffix 大学."""
    stem = text.removesuffix(suffix)
    return Name(text, "organisation", start, start + len(text), stem=stem, suffix=suffix)
