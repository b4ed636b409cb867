"""The table of translations: what is missing, what is extra."""

from collections.abc import Sequence

import pytest

from langdu.quantities import Quantity, compare, find
from tests.quantities.test_cases import rows

PAIRS = rows("pairs.tsv")


def keys(quantities: Sequence[Quantity]) -> str:
    return "; ".join(sorted(quantity.key for quantity in quantities)) or "-"


@pytest.mark.parametrize(("source", "target", "text", "translation", "missing", "extra"), PAIRS)
def test_a_translation_is_compared(
    source: str, target: str, text: str, translation: str, missing: str, extra: str
) -> None:
    compared = compare(find(text, source), find(translation, target))
    assert (keys(compared.missing), keys(compared.extra)) == (missing, extra)


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 80
    assert sum(row[4] != "-" or row[5] != "-" for row in PAIRS) >= 25
