"""A translation that its own model holds for unlikely."""

from collections.abc import Iterator
from typing import Final

from langdu.article import Check
from langdu.translation.checks.pair import Pair

#: The kind of what this check finds.
KIND: Final = "score"
#: The mean log-probability a token (natural logarithm) below which a translation is flagged.
#: Measured with CTranslate2 on the demo models: right translations have −0.02 to −0.10, invented
#: ones −0.5 and less; −0.40 is a mean probability of 0.67. A wrong number still scored −0.09: a
#: good score proves nothing.
THRESHOLD: Final = -0.40


def check(pair: Pair) -> Iterator[Check]:
    """One finding where the score is known and lower than :data:`THRESHOLD`."""
    if pair.score is not None and not pair.score >= THRESHOLD:  # not a number is no good score
        yield Check(pair.id, KIND, f"at least {THRESHOLD:.2f}", f"{pair.score:.2f}")
