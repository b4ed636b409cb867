"""All checks over one sentence and its translation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from langdu.article import ADVICE, Check
from langdu.translation.checks import (
    copied,
    empty,
    length,
    names,
    numbers,
    repetition,
    score,
    terms,
)
from langdu.translation.checks.pair import Pair
from langdu.translation.facts import Demands

#: How much a finding of a kind weighs when one hypothesis is chosen among several: text that is
#: missing or a loop is no translation; a doubt of the model is no fault of the text.
WEIGHTS: Final[Mapping[str, int]] = MappingProxyType(
    {
        empty.KIND: 100,
        repetition.KIND: 20,
        copied.KIND: 10,
        numbers.KIND: 4,
        names.KIND: 3,
        terms.KIND: 3,
        length.KIND: 2,
        score.KIND: 0,
        ADVICE: 0,
    }
)


def run(demands: Demands, text: str, score_: float | None) -> tuple[Check, ...]:
    """What differs between a source sentence and its translation.

    A translation that says nothing has that one finding.
    """
    facts = demands.facts
    pair = Pair(facts.id, facts.text, text, facts.lang, demands.target, score_)
    if nothing := tuple(empty.check(pair)):
        return nothing
    return (
        *numbers.check(facts, text, demands.target),
        *names.check(demands, text),
        *terms.check(demands, text),
        *repetition.check(pair),
        *copied.check(pair),
        *length.check(pair),
        *score.check(pair),
    )


def faults(checks: tuple[Check, ...]) -> int:
    """How bad findings are together: 0 is a translation with which nothing is wrong."""
    return sum(WEIGHTS.get(check.kind, 1) for check in checks)
