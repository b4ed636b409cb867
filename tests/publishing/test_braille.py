"""Text for braille: a sentence a line, nothing that only draws."""

import re

from hypothesis import given, settings

from langdu.article import Article, Cell, List, ListItem, Paragraph, Sentence, Table
from langdu.publishing import Edition
from langdu.publishing.braille import write_braille
from tests.publishing.page import words
from tests.publishing.samples import article
from tests.strategies import articles

S = Sentence


def blocks(one: Article) -> list[str]:
    return write_braille(Edition(one)).rstrip("\n").split("\n\n")


def test_a_sentence_is_a_line() -> None:
    found = blocks(article("en"))
    assert found[0] == "The town library opens for night readers"
    assert (
        "The library closes at 22:00 every day.\nWater is H2O(1), and holidays are open too."
        in found
    )
    assert "Figure: Readers at a long table\nNight reading in the hall." in found


def test_readings_are_left_out() -> None:
    assert "chóng" not in write_braille(Edition(article("zh")))


def test_a_table_is_read_cell_by_cell() -> None:
    assert "Table: Opening hours\nDay: 1–5\nHours: 9:00\n22:00\nHours: 13:00" in blocks(
        article("en")
    )
    bare = Table("b1", (), ((Cell("c1", (S("s1", "a"),)), Cell("c2", (S("s2", "b"),))),))
    assert blocks(Article("en", (bare,), title="t")) == ["t", "a\nb"]


def test_items_keep_their_numbers_and_lose_their_bullets() -> None:
    assert "Bring a card\n3. A student card will do" in blocks(article("en"))
    empty = List("b1", True, 2, (ListItem("i1", ()), ListItem("i2", (S("s1", "x"),))))
    assert blocks(Article("en", (empty,), title="t")) == ["t", "2. \n3. x"]


@settings(deadline=None, max_examples=60)
@given(articles())
def test_every_sentence_of_any_article_is_a_line_of_its_own(source: Article) -> None:
    lines = [line.strip() for line in write_braille(Edition(source)).split("\n")]
    for block in source.blocks:
        if isinstance(block, Paragraph):
            for sentence in block.sentences:
                if not sentence.marks and words(sentence.text):
                    assert words(sentence.text) in lines
    assert not any(re.search(r"^[-*|>#]\s*$", line) for line in lines if not any(
        words(s.text) == line for s in source.segments))  # fmt: skip
