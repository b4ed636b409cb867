"""Any shape of a page ends within seconds: as an article, or as a clear error.

What is not linear shows in ``make bench-linear``; here a generous guard keeps out what explodes.
"""

from collections.abc import Iterator

import pytest

from langdu.errors import ExtractError
from langdu.extraction import extract
from langdu.extraction.outline import MAX_LINES
from langdu.page import Page
from langdu.sentences import split
from tests.hostile.guarded import Guarded
from tests.hostile.shapes import BYTES, ELEMENTS
from tests.hostile.way import whole_way


@pytest.fixture(scope="module")
def way() -> Iterator[Guarded]:
    with Guarded(whole_way, seconds=60, memory=3000) as guarded:
        yield guarded


def test_pages_of_many_elements(way: Guarded) -> None:
    for name, make in ELEMENTS.items():
        outcome = way(make(500).encode())
        assert outcome.failure is None, f"{name}: {outcome.failure}"


def test_pages_of_long_texts(way: Guarded) -> None:
    for name, make in BYTES.items():
        outcome = way(make(30_000).encode())
        assert outcome.failure is None, f"{name}: {outcome.failure}"


@pytest.mark.parametrize(
    "name",
    [
        "nested words div",
        "furniture with tails",
        "headings of related articles",
        "suspects in a box",
        "film boxes",
        "leads",
    ],
)
def test_shapes_that_once_cost_their_square(way: Guarded, name: str) -> None:
    outcome = way(ELEMENTS[name](15_000).encode())
    assert outcome.failure is None, outcome.failure


def test_too_many_attributes_are_refused_before_they_cost_minutes() -> None:
    prose = "<p>There is a sentence in here, and it is long enough to be prose of a page.</p>" * 9
    many = " ".join(f"a{number}='>'" for number in range(25_000))
    with pytest.raises(ExtractError, match="more than 10,000 attributes"):
        extract(Page(f"<body>{prose}<p {many}>text</p>"))
    # the words of a value are no attributes, and many elements may have some
    words = "word=a 'b' " * 30_000
    assert extract(Page(f'<body><div data-x="{words}">{prose}')).blocks
    assert extract(Page(f"<body>{prose}" + "<p a=1 b='2' c=\"3\">Words." * 10_000)).blocks


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(ExtractError, match=r"has 120,00\d lines, more than the 120,000"):
        extract(Page("<body>" + "<p>a" * (MAX_LINES + 1)))
    with pytest.raises(ExtractError, match="the text has 120,001 lines"):
        extract(Page("a\n" * (MAX_LINES + 1), "text"))


@pytest.mark.parametrize("text", ["（）", "（a）", "（。）", "a（。）", "（a。）b"])
def test_brackets_cost_no_more_than_other_characters(text: str) -> None:
    whole = text * 100_000
    assert "".join(split(whole, "zh")) == whole
