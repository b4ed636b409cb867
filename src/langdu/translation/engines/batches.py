"""Token lists → batches of one model's size, decoded side by side, with a way out between them.

CTranslate2 can cut a long list into batches itself, but then nobody can call the work off until
the last is done.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from langdu.errors import Cancelled

#: What a text of a batch costs in memory beside its own tokens, in tokens: at every step, a score
#: of each word of the vocabulary for each hypothesis.
SCORES: Final = 9
#: Tokens of a batch, padding and scores counted: no fewer, since every step of a batch reads all
#: weights; no more, for memory and since calling off waits for one. Measured on 2 cores:
#: docs/decisions/012-translation-speed.md.
FEWEST, MOST = 300, 480
#: A batch takes this share of one thread's part of what is left.
SHARE: Final = 2 / 3


def packed(
    lengths: Sequence[int], threads: int, *, fewest: int = FEWEST, most: int = MOST
) -> list[list[int]]:
    """Indexes in batches for so many threads; the longest texts come first.

    Texts of like length share a batch, so that little is padding and all end at about the same
    step. Batches are large at first and small at last, so that the threads end at the same time.
    """
    batches: list[list[int]] = []
    left = sum(length + SCORES for length in lengths)
    longest = limit = 0
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batches and (len(batches[-1]) + 1) * (longest + SCORES) <= limit:
            batches[-1].append(index)
        else:
            batches.append([index])
            longest = lengths[index]
            limit = max(fewest, min(most, round(SHARE * left / threads)))
        left -= lengths[index] + SCORES
    return batches


def decode_in_batches(
    translator: Any,
    sources: Sequence[list[str]],
    prefix: Sequence[str],
    options: Mapping[str, object],
    cancelled: Callable[[], bool],
) -> list[Any]:
    """The results of a ``ctranslate2.Translator`` for sources, in their order.

    ``prefix``: tokens that every translation begins with. ``options``: those of
    ``translate_batch``. ``cancelled`` is asked before every batch; when it says yes,
    :class:`~langdu.Cancelled` is raised, and what is being decoded (a batch for each thread and
    one that waits) ends unseen.
    """
    results: list[Any] = [None] * len(sources)
    running: deque[tuple[list[int], list[Any]]] = deque()

    def take() -> None:
        indexes, promises = running.popleft()
        for index, promise in zip(indexes, promises, strict=True):
            results[index] = promise.result()

    threads = translator.num_translators
    for indexes in packed([len(source) for source in sources], threads):
        if len(running) > threads:  # one waits, so that no thread does
            take()
        if cancelled():
            raise Cancelled("the translation was called off")
        promises = translator.translate_batch(
            [sources[index] for index in indexes],
            target_prefix=[list(prefix)] * len(indexes) if prefix else None,
            max_batch_size=0,
            asynchronous=True,
            **options,
        )
        running.append((indexes, promises))
    while running:
        take()
    return results
