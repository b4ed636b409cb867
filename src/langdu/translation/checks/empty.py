"""A translation that says nothing though its source says something."""

from collections.abc import Iterator
from typing import Final

from langdu.article import Check
from langdu.translation.checks.pair import Pair

#: The kind of what this check finds.
KIND: Final = "empty"


def check(pair: Pair) -> Iterator[Check]:
    """One finding where the source has letters or digits and the translation has none."""
    if _says_something(pair.source) and not _says_something(pair.target):
        yield Check(pair.id, KIND, pair.source.strip(), pair.target.strip() or None)


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))
