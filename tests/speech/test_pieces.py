"""Long texts in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from langdu.speech.pieces import LONGEST, pieces


@given(st.text("中国，。. ,a1\n", max_size=60), st.integers(1, 12))
def test_joined_they_are_the_text(text: str, longest: int) -> None:
    cut = pieces(text, longest)
    assert "".join(cut) == text
    assert all(len(piece) <= longest for piece in cut)
    assert all(cut) or cut == [""]


def test_a_sentence_is_one_piece() -> None:
    assert pieces("中" * LONGEST) == ["中" * LONGEST]


def test_the_best_place() -> None:
    assert pieces("一二三，四五。六七，八九十一", 10) == ["一二三，四五。", "六七，八九十一"]
    assert pieces("一二三四五，六七 八九十一", 10) == ["一二三四五，", "六七 八九十一"]
    assert pieces("one two three four", 11) == ["one two ", "three four"]
    assert pieces("costs 1.75 or 20.5", 9) == ["costs ", "1.75 or ", "20.5"]
    assert pieces("一二三四五六", 4) == ["一二三四", "五六"]
