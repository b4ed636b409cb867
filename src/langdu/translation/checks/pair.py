"""What every check is given: a sentence and its translation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence and its translation.

    ``id`` is the sentence's, languages are codes, ``score`` is the model's mean log-probability a
    token where it is known.
    """

    id: str
    source: str
    target: str
    source_lang: str
    target_lang: str
    score: float | None = None
