"""What an engine gave → text in the target's style: punctuation, names, numbers."""

import re

from langdu.quantities import restyle
from langdu.translation.checks.punctuation import in_style
from langdu.translation.facts import Demands
from langdu.translation.glossary import honoured
from langdu.translation.names import Name, forms, place, render


def restore(demands: Demands, text: str) -> str:
    """A translation as it is published; one that says nothing stays that."""
    text = " ".join(text.split())
    if not text:
        return ""
    text = in_style(text, demands.facts.text, demands.target)
    for name in demands.names:
        text = _spell(name, text, demands.target)
    for found in demands.terms:
        if not honoured(found.term, text, demands.target):
            text = _in_the_users_words(demands, found.term.target, text)
    return restyle(text, demands.target).text


def _in_the_users_words(demands: Demands, wanted: str, text: str) -> str:
    """A term as the user's glossary has it, where an engine wrote what is usual.

    Other words stay as they are, so a form is replaced only where it stands as a whole word.
    """
    for form, users in demands.usual:
        words = re.compile(rf"(?<![A-Za-zА-яЁё]){re.escape(form)}(?![A-Za-zА-яЁё])", re.IGNORECASE)
        if users == wanted and (found := words.search(text)):
            capital = found.group()[:1].isupper() and wanted[:1].islower()
            new = wanted[:1].upper() + wanted[1:] if capital else wanted
            return text[: found.start()] + new + text[found.end() :]
    return text


def _spell(name: Name, text: str, lang: str) -> str:
    """The name as the target's convention has it, where it was copied or spelled otherwise."""
    text = _respell(name, text, lang)
    if name.kind == "place" and name.suffix:
        text = _respell(place(name.stem), text, lang)
    return text


def _respell(name: Name, text: str, lang: str) -> str:
    wanted = render(name, lang)
    others = [name.text] if lang != "ja" else []
    others += _spellings(name, "en") if lang != "en" else []
    others += _spellings(name, lang) if lang != "ru" else []  # which declines names
    for other in others:
        if other != wanted and other in text:
            edge = "(?<![A-Za-z]){}(?![A-Za-z])" if other[0].isascii() else "{}"
            text = re.sub(edge.format(re.escape(other)), lambda _: wanted, text)
    return text


def _spellings(name: Name, lang: str) -> list[str]:
    """The spellings of the whole name in a language: of Lüyuan District not Lüyuan alone."""
    wanted = render(name, lang)
    return [one for one in forms(name, lang) if name.kind == "person" or _alike(one, wanted)]


def _alike(one: str, other: str) -> bool:
    """Whether two spellings have the same parts: Lvyuan District is not Lüyuan alone."""
    same_words = len(one.split()) == len(other.split())
    return same_words and (one.isascii() or " " in one or len(one) == len(other))
