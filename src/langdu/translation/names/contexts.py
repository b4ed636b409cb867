"""The words beside which names stand: ``data/people-contexts.txt``, ``data/places-contexts.txt``;
what each list is for is said there.
"""

from dataclasses import dataclass
from functools import cache

from langdu.translation.names import tables


@dataclass(frozen=True, slots=True)
class PeopleContexts:
    """The words beside which people stand."""

    before: tuple[str, ...]
    credits: tuple[str, ...]
    foreign: tuple[str, ...]
    countries: tuple[str, ...]
    says: tuple[str, ...]
    beside: tuple[str, ...]
    follows: tuple[str, ...]
    doubtful: frozenset[str]
    after_surname: tuple[str, ...]
    unnamed: tuple[str, ...]
    leads: frozenset[str]
    not_given: frozenset[str]
    transcription: frozenset[str]
    not_chinese: tuple[str, ...]

    @property
    def ends(self) -> tuple[str, ...]:
        """All that may follow a name."""
        return self.follows + self.says


@dataclass(frozen=True, slots=True)
class PlaceContexts:
    """The words that make places or unmake them."""

    provinces: tuple[str, ...]
    small: tuple[str, ...]
    words: frozenset[str]
    after_place: frozenset[str]
    not_in_stems: frozenset[str]
    verbs: tuple[str, ...]
    common: frozenset[str]
    universities: tuple[str, ...]


@cache
def of_people() -> PeopleContexts:
    """The contexts of people."""
    lists = tables.sections("people-contexts.txt")
    return PeopleContexts(
        before=lists["before"],
        credits=tuple(sorted(lists["credits"], key=len, reverse=True)),
        foreign=lists["foreign"],
        countries=lists["countries"],
        says=lists["says"],
        beside=lists["beside"],
        follows=lists["follows"],
        doubtful=_characters(lists["doubtful"]),
        after_surname=lists["after-surname"],
        unnamed=lists["unnamed"],
        leads=_characters(lists["leads"]),
        not_given=_characters(lists["not-given"]),
        transcription=_characters(lists["transcription"]),
        not_chinese=lists["not-chinese"],
    )


@cache
def of_places() -> PlaceContexts:
    """The contexts of places and universities."""
    lists = tables.sections("places-contexts.txt")
    return PlaceContexts(
        provinces=lists["provinces"],
        small=lists["small"],
        words=frozenset(lists["words"]),
        after_place=frozenset(lists["after-place"]),
        not_in_stems=_characters(lists["not-in-stems"]),
        verbs=lists["verbs"],
        common=frozenset(lists["common"]),
        universities=lists["universities"],
    )


def _characters(rows: tuple[str, ...]) -> frozenset[str]:
    return frozenset(c for row in rows for c in row)
