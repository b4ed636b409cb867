"""What is read, and the ways through it."""

import pytest

from langdu.article import Article, Figure, Paragraph
from langdu.errors import SpeechError
from langdu.speech.terminal.script import Script, paragraph_of
from tests.speech.terminal.samples import ARTICLE, BLOCKS, in_language, sentences

SCRIPT = Script.of(ARTICLE)
IDS = [line.sentence.id for line in SCRIPT.lines]


def walk(unit: str, direction: int, start: str) -> list[str]:
    ids = []
    to = SCRIPT.step(IDS.index(start), unit, direction)
    while to is not None:
        ids.append(IDS[to])
        to = SCRIPT.step(to, unit, direction)
    return ids


def test_sentences() -> None:
    assert ["title", *walk("sentence", 1, "title")] == IDS
    assert [IDS[-1], *walk("sentence", -1, IDS[-1])] == IDS[::-1]


def test_paragraphs_are_blocks_items_and_rows() -> None:
    starts = "b1.s1 b2.s1 b3.s1 b4.i1.s1 b4.i2.s1 b5.s1 b6.r1.c1.s1 b6.r2.c1.s1 b7.alt".split()
    assert walk("paragraph", 1, "title") == starts
    assert walk("paragraph", -1, "b7.s1") == [*starts[::-1], "title"]


def test_back_goes_to_its_own_beginning_first() -> None:
    assert walk("paragraph", -1, "b1.s3") == ["b1.s1", "title"]
    assert walk("section", -1, "b4.i2.s1") == ["b2.s1", "title"]
    assert walk("section", -1, "b5.s1") == ["b2.s1", "title"]
    assert walk("section", 1, "b1.s2") == ["b2.s1", "b5.s1"]


@pytest.mark.parametrize("at", range(len(IDS)))
def test_a_line_stands_in_its_paragraph(at: int) -> None:
    lines = SCRIPT.paragraph(at)
    assert at in lines
    assert {paragraph_of(IDS[n]) for n in lines} == {paragraph_of(IDS[at])}


def test_the_same_place_in_another_edition() -> None:
    english = Script.of(in_language("en"))
    assert all(english.same_place(SCRIPT, at) == at for at in range(len(IDS)))


def test_the_same_place_where_an_edition_lacks_a_line() -> None:
    """A description that repeats the caption in one language is read in the other one only."""
    caption = sentences("b1", "一样")
    chinese = Script.of(Article("zh", (Figure("b1", None, "一样", caption),)))
    english = Script.of(Article("en", (Figure("b1", None, "other", caption),)))
    assert (len(chinese), len(english)) == (1, 2)
    assert chinese.same_place(english, 0) == 0
    assert english.same_place(chinese, 0) == 1
    bare = Script.of(Article("en", (Paragraph("b9", sentences("b9", "A.", "B.")),)))
    assert bare.same_place(chinese, 0) == 1


def test_time_left_falls_from_line_to_line() -> None:
    times = [SCRIPT.seconds_after(at, 0.2, 1.0) for at in range(len(IDS))]
    assert times == sorted(times, reverse=True)
    assert times[-1] == pytest.approx(0)
    assert SCRIPT.seconds_after(0, 0.2, 2.0) == pytest.approx(times[0] / 2)


def test_nothing_to_read() -> None:
    with pytest.raises(SpeechError, match="nothing to read"):
        Script.of(Article("zh", ()))


def test_without_a_title_the_first_sentence_stands_for_it() -> None:
    assert Script.of(Article("zh", BLOCKS)).title == "小镇修了新路。"
