"""A term of the user's glossary is in the translation; langdu's own terms only advise."""

from collections.abc import Iterator
from typing import Final

from langdu.article import ADVICE, Check
from langdu.translation.facts import Demands
from langdu.translation.glossary import honoured

KIND: Final = "term"


def check(demands: Demands, text: str) -> Iterator[Check]:
    """A finding for each term that is not honoured, once a sentence."""
    for kind, several in ((KIND, demands.terms), (ADVICE, demands.advice)):
        for term in dict.fromkeys(found.term for found in several):
            if not honoured(term, text, demands.target):
                expected = f"{term.target} ({term.source})"
                yield Check(demands.facts.id, kind, expected, None)
