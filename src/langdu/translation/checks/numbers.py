"""Every quantity of the source is in the translation with the same value, and none besides."""

from collections.abc import Iterator
from typing import Final

from langdu.article import Check
from langdu.quantities import Quantity, compare, find
from langdu.translation.facts import Facts

KIND: Final = "number"


def check(facts: Facts, text: str, lang: str) -> Iterator[Check]:
    """A finding for each quantity that is missing, with what stands in its place, or is invented.

    ``expected`` and ``found`` are :attr:`~langdu.quantities.Quantity.key`.
    """
    result = compare(facts.quantities, find(text, lang))
    extra = list(result.extra)
    for quantity in result.missing:
        instead = _instead(quantity, extra)
        if instead:
            extra.remove(instead)
        yield Check(facts.id, KIND, quantity.key, instead.key if instead else None)
    for quantity in extra:
        yield Check(facts.id, KIND, None, quantity.key)


def _instead(quantity: Quantity, extra: list[Quantity]) -> Quantity | None:
    """The invented quantity that most likely stands for a missing one: of its kind, else any."""
    alike = [one for one in extra if one.kind == quantity.kind]
    return next(iter(alike or extra), None)
