"""Random weights must not decide how much work there is: this does, in the same way for all.

Both sides get their ``ctranslate2.Translator`` from here. Whatever batches they ask for are decoded
by the real one, to a length that follows from the source's; what comes out is thrown away, and in
its place come as many words of the target language: English ones that any splitter splits alike,
and for the last step some in the right script. No word comes again soon after itself: chance makes
loops (歌を歌を歌を), which langdu's checks rightly ask for again and argostranslate, which checks
nothing, would not. Until 2026-11-24 the target was read from the folder's name, which has a version
behind it (``translate-en_ja-1_0``): langdu got English for Japanese, and decoded it all twice.
"""

import json
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import ctranslate2

from benchmarks.translation.article import LAST, WORDS

#: Pieces of a translation for each of its source: Chinese → English, English → other languages.
GROWTH: Final = {True: 1.3, False: 1.1}
#: The words of a step and the sign that ends its sentences, by the language it leads to.
SAID: Final = {"en": ([f"▁{word}" for word in WORDS], "."), **LAST}
#: So many words in a row are all different.
NEAR: Final = 8
_Real: Final = ctranslate2.Translator


@dataclass(frozen=True, slots=True)
class ForcedResult:
    """What both sides read of a result of CTranslate2."""

    hypotheses: list[list[str]]
    scores: list[float]
    attention: list[Any]


class Promise:
    """A result that is being worked out, as CTranslate2 gives it."""

    def __init__(self, real: Any, pieces: list[str]) -> None:
        self._real = real
        self._pieces = pieces

    def result(self) -> ForcedResult:
        """Wait for the real result and give the benchmark's words in its place."""
        real = self._real.result()
        return ForcedResult([self._pieces] * len(real.hypotheses), real.scores, real.attention)


class ForcedTranslator:
    """A ``ctranslate2.Translator`` that decodes as many pieces as it is told.

    CTranslate2 takes one length for a batch, so each batch is decoded to the mean of its texts'
    lengths: the sum is the same however texts are put into batches.
    """

    decoded = 0  # pieces, by all of them, in this process

    def __init__(self, model_path: str, **options: Any) -> None:
        self._real = _Real(model_path, **options)
        package = json.loads((Path(model_path).parent / "metadata.json").read_bytes())
        self.target = str(package["to_code"])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def translate_batch(
        self,
        source: Sequence[list[str]],
        target_prefix: Any = None,
        *,
        max_batch_size: int = 0,
        batch_type: str = "examples",
        asynchronous: bool = False,
        **options: Any,
    ) -> list[Any]:
        """As the real one, batches of at most ``max_batch_size`` tokens included."""
        assert not target_prefix
        assert batch_type == "tokens" or not max_batch_size
        promises: list[Any] = [None] * len(source)
        for indexes in _batches([len(pieces) for pieces in source], max_batch_size):
            texts = [source[index] for index in indexes]
            goal = round(sum(goal_length(pieces) for pieces in texts) / len(texts))
            ForcedTranslator.decoded += goal * len(texts)
            forced = {**options, "min_decoding_length": goal, "max_decoding_length": goal}
            started = self._real.translate_batch(texts, asynchronous=True, **forced)
            for index, real in zip(indexes, started, strict=True):
                promises[index] = Promise(real, words(source[index], *SAID[self.target]))
        return promises if asynchronous else [promise.result() for promise in promises]


def goal_length(pieces: Sequence[str]) -> int:
    """How many pieces the translation of a source has."""
    return max(2, math.ceil(GROWTH[not pieces[-1].isascii()] * len(pieces)))


def words(pieces: Sequence[str], known: Sequence[str], end: str) -> list[str]:
    """A sentence of as many pieces, always the same for the same source; nothing loops in it."""
    chance = random.Random("".join(pieces))
    said: list[str] = []
    while len(said) < goal_length(pieces) - 1:
        word = chance.choice(known)
        if word not in said[-NEAR:]:
            said.append(word)
    return [*said, end]


def _batches(lengths: Sequence[int], limit: int) -> list[list[int]]:
    """CTranslate2's own way: longest first, padding counted; no limit, one batch."""
    if not limit:
        return [list(range(len(lengths)))]
    batches: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= limit:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


def patch() -> None:
    """From here on everybody's translator is a forced one."""
    ctranslate2.Translator = ForcedTranslator
