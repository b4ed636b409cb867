"""Every quantity of a text."""

from importlib import import_module
from types import MappingProxyType
from typing import Final

from langdu.quantities.quantity import Quantity
from langdu.quantities.scanner import Found, Grammar, scan

#: A language's grammar is compiled when its first text comes.
_MODULES: Final = MappingProxyType(
    {"zh": "chinese", "en": "english", "ja": "japanese", "ko": "korean", "ru": "russian"}
)


def find(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; they do not overlap.

    ``lang`` is a code of :mod:`langdu.languages`; in a language that langdu cannot read, no
    quantity is found. No text raises, and the time grows with its length.
    """
    return tuple(found.quantity for found in scanned(text, lang))


def scanned(text: str, lang: str) -> tuple[Found, ...]:
    """The same, with what rewriting needs to know."""
    grammar = grammar_of(lang)
    return scan(text, grammar) if grammar else ()


def grammar_of(lang: str) -> Grammar | None:
    """How quantities are written in a language, or ``None`` where langdu does not know."""
    name = _MODULES.get(lang)
    if name is None:
        return None
    grammar: Grammar = import_module(f"langdu.quantities.{name}").GRAMMAR
    return grammar
