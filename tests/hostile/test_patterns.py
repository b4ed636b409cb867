"""No regular expression of langdu takes longer than a text is long, or much longer."""

import re

import pytest

from tests.hostile.guarded import Guarded
from tests.hostile.patterns import MOST, attacks, calls, every_pattern, slowest

#: Characters of an attack.
_SIZE = 5_000


def test_every_pattern_withstands_its_attacks() -> None:
    patterns = every_pattern()
    assert len(patterns) > 80
    weak = []
    with Guarded(slowest, seconds=10) as guarded:
        for where, pattern in patterns.items():
            outcome = guarded((pattern.pattern, pattern.flags, calls(where), _SIZE))
            if outcome.failure or outcome.value[0] > MOST:
                weak.append(f"{where}: {outcome.failure or outcome.value}")
    assert weak == []


@pytest.mark.parametrize(
    "source", [r"(?:a+)+\Z", r"(?:a|a)*b", r"\s*\s*\s*\s*x", r"(?:\w+\s?)*:", r"(a*)*b"]
)
def test_the_attacks_find_what_they_are_for(source: str) -> None:
    with Guarded(slowest, seconds=1.0) as guarded:
        outcome = guarded((source, re.compile(source).flags, ("match",), 3000))
    assert outcome.failure or outcome.value[0] > 0.3


def test_attacks_repeat_what_a_pattern_repeats() -> None:
    texts = attacks(re.compile(r"x(?:ab|\d)+!"), 100)
    assert any(text.startswith("xababab") for text in texts)
    assert any(text.startswith("x777") for text in texts)
