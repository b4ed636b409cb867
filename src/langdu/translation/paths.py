"""The way from one language to another over the models that are there."""

from collections import deque
from collections.abc import Iterable


def shortest(pairs: Iterable[tuple[str, str]], source: str, target: str) -> tuple[str, ...] | None:
    """The languages on the way, ends included: ``("zh", "en", "ja")``; ``None`` without one.

    The fewest steps win, since each step loses something; among equals the way through English,
    where models are best, and then the alphabet, so that the answer is always the same.
    """
    onward: dict[str, set[str]] = {}
    for start, end in pairs:
        onward.setdefault(start, set()).add(end)
    ways: deque[tuple[str, ...]] = deque([(source,)])
    seen = {source}
    while ways:
        way = ways.popleft()
        if way[-1] == target:
            return way
        for end in sorted(onward.get(way[-1], ()), key=lambda code: (code != "en", code)):
            if end not in seen:
                seen.add(end)
                ways.append((*way, end))
    return None
