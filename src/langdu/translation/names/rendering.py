"""A name in a language, and all that counts as right there."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Protocol

from langdu.languages import normalize
from langdu.translation.names import english, japanese, korean, russian
from langdu.translation.names.name import Name


class Convention(Protocol):
    """What a language's module has."""

    def render(self, name: Name) -> str:
        """The name by the convention."""
        ...

    def forms(self, name: Name) -> tuple[str, ...]:
        """What counts as right."""
        ...

    def pattern(self, name: Name) -> re.Pattern[str] | None:
        """What is looked for."""
        ...

    def prepared(self, text: str) -> str:
        """The text in which it is looked for."""
        ...


CONVENTIONS: Final[Mapping[str, Convention]] = MappingProxyType(
    {"en": english, "ja": japanese, "ko": korean, "ru": russian}
)


def render(name: Name, lang: str) -> str:
    """The name as the language's convention writes it, for a sentence's nominative.

    Empty for a language other than en, ja, ko and ru, and for a name with a character that the
    tables lack: nothing rather than nonsense.
    """
    convention = CONVENTIONS.get(normalize(lang))
    return convention.render(name) if convention else ""


def forms(name: Name, lang: str) -> tuple[str, ...]:
    """Every spelling that counts as right in a translation, the main one (:func:`render`) first.

    Words that a language declines or writes on to a name are not among them;
    :func:`~langdu.translation.names.is_named` knows those too.
    """
    convention = CONVENTIONS.get(normalize(lang))
    return convention.forms(name) if convention else ()


@lru_cache(maxsize=4096)
def pattern(name: Name, lang: str) -> re.Pattern[str] | None:
    """What to look for in a prepared text; ``None`` where a name cannot be rendered."""
    convention = CONVENTIONS.get(normalize(lang))
    return convention.pattern(name) if convention else None
