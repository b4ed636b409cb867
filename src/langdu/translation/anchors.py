"""Words of a source that can be seen in its translation: numbers, names and terms."""

from collections.abc import Iterator

from langdu.quantities import compare, find
from langdu.translation.facts import Demands
from langdu.translation.marks import SEEN
from langdu.translation.names import render
from langdu.translation.translator import Link


def anchors(demands: Demands, text: str) -> tuple[Link, ...]:
    """Links of what is seen on both sides, offsets of the source sentence as it was given."""
    return (*_quantities(demands, text), *_words(demands, text))


def _quantities(demands: Demands, text: str) -> Iterator[Link]:
    facts = demands.facts
    for source, target in compare(facts.quantities, find(text, demands.target)).pairs:
        yield Link((source.start, source.end), (target.start, target.end), SEEN)


def _words(demands: Demands, text: str) -> Iterator[Link]:
    names = [(n.start, n.end, render(n, demands.target)) for n in demands.names]
    terms = [(t.start, t.end, t.term.target) for t in (*demands.terms, *demands.advice)]
    for start, end, words in (*names, *terms):
        if text.count(words) == 1 and demands.facts.text.count(demands.facts.text[start:end]) == 1:
            at = text.index(words)
            yield Link((start, end), (at, at + len(words)), SEEN)
