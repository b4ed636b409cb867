"""The tables of ``cases``: what is read in each language, written down by hand."""

from pathlib import Path

import pytest

from langdu.quantities import Quantity, find

CASES = Path(__file__).parent / "cases"
APPROXIMATE = ("about", "over", "under")


def rows(name: str) -> list[list[str]]:
    """The rows of a table without its comments."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def described(quantity: Quantity) -> str:
    """A quantity as the tables write it."""
    words = (quantity.key.replace(" ", "_"), quantity.unit, quantity.approx)
    soft = "~" if quantity.soft else ""
    return " ".join([soft + quantity.kind, *(word for word in words if word)])


TABLE = [(lang, *row) for lang in ("zh", "en", "ja", "ko", "ru") for row in rows(f"{lang}.tsv")]


@pytest.mark.parametrize(("lang", "text", "expected"), TABLE)
def test_a_text_is_read(lang: str, text: str, expected: str) -> None:
    found = "; ".join(described(quantity) for quantity in find(text, lang)) or "-"
    assert found == expected


def test_the_tables_are_whole() -> None:
    counts = {lang: sum(row[0] == lang for row in TABLE) for lang in ("zh", "en", "ja", "ko", "ru")}
    assert counts["zh"] >= 120
    assert min(counts.values()) >= 70
    assert sum(row[2] == "-" for row in TABLE) >= 60
