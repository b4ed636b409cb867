"""What an engine gave → text in the target's style: punctuation, names, numbers."""

import re

from langdu.quantities import restyle
from langdu.translation.checks.punctuation import in_style
from langdu.translation.facts import Demands
from langdu.translation.names import Name, forms, render


def restore(demands: Demands, text: str) -> str:
    """A translation as it is published; one that says nothing stays that."""
    text = " ".join(text.split())
    if not text:
        return ""
    text = in_style(text, demands.facts.text, demands.target)
    for name in demands.names:
        text = _spell(name, text, demands.target)
    return restyle(text, demands.target).text


def _spell(name: Name, text: str, lang: str) -> str:
    """The name as the target's convention has it, where it was copied or spelled otherwise."""
    wanted = render(name, lang)
    if wanted in text:
        return text
    for other in (name.text, *forms(name, "en"), *forms(name, lang)):
        place = re.compile(rf"(?<![A-Za-z]){re.escape(other)}(?![A-Za-z])")
        if other != wanted and len(place.findall(text)) == 1:
            return place.sub(lambda _: wanted, text)
    return text
