"""Token lists → batches of one model's size, decoded side by side, with a way out between them.

CTranslate2 can cut a long list into batches itself, but then nobody can call the work off until
the last is done.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from langdu.errors import Cancelled

#: Measured best on 2 cores (docs/decisions/010-translation-speed.md).
BATCH_TOKENS: Final = 256


def packed(lengths: Sequence[int], limit: int = BATCH_TOKENS) -> list[list[int]]:
    """Indexes in batches of at most ``limit`` tokens, padding counted; the longest come first.

    Texts of like length share a batch, so that little is padding and all end at about the same
    step; the shortest batches come last, so that no core waits long for another at the end.
    """
    batches: list[list[int]] = []
    longest = 0
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batches and (len(batches[-1]) + 1) * longest <= limit:
            batches[-1].append(index)
        else:
            batches.append([index])
            longest = lengths[index]
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

    for indexes in packed([len(source) for source in sources]):
        if len(running) > translator.num_translators:  # one waits, so that no thread does
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
