"""chrF and BLEU by sacrebleu, with the signatures by which others can make the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

#: How BLEU finds the words of a language: sacrebleu's names.
TOKENIZERS = {"zh": "zh", "ja": "ja-mecab", "ko": "ko-mecab"}
#: Of the other languages.
DEFAULT = "13a"


@dataclass(frozen=True, slots=True)
class Score:
    """A figure from 0 to 100 and how it was made."""

    name: str
    value: float
    signature: str


def scores(hypotheses: Sequence[str], references: Sequence[str], language: str) -> list[Score]:
    """chrF2, which needs no words, and BLEU, of all lines together."""
    metrics = import_module("sacrebleu.metrics")  # only those who score have it installed
    found = []
    for metric in (metrics.CHRF(), metrics.BLEU(tokenize=TOKENIZERS.get(language, DEFAULT))):
        result = metric.corpus_score(list(hypotheses), [list(references)])
        found.append(Score(result.name, result.score, str(metric.get_signature())))
    return found
