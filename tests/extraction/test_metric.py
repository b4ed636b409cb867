"""The measure of the benchmark, on texts whose shingles one can count by hand."""

import pytest

from benchmarks.extraction.metric import Overlap, Score, average, compare, shingles


def test_a_text_is_the_multiset_of_its_runs_of_four_tokens() -> None:
    counted = shingles("a b, a b a b", characters=False)
    assert counted == {("a", "b", "a", "b"): 2, ("b", "a", "b", "a"): 1}


@pytest.mark.parametrize("text", ["one two three", "one"])
def test_a_shorter_text_is_one_run(text: str) -> None:
    assert shingles(text, characters=False) == {tuple(text.split()): 1}


@pytest.mark.parametrize("text", ["", " \n", "…!"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert shingles(text, characters=False).total() == 0


def test_characters_of_languages_without_spaces_stand_alone_and_words_stay_whole() -> None:
    tokens = {
        token
        for run in shingles("在 Xi'an 市2024年 ไทย 한국 カナ", characters=True)
        for token in run
    }
    assert tokens == {"在", "Xi", "an", "市", "2024", "年", *"ไทย", "한", "국", "カ", "ナ"}


def test_the_same_text_is_all_right_and_another_all_wrong() -> None:
    assert compare("a b c d e", "a  b c, d e!", characters=False) == Overlap(2, 0, 0)
    assert compare("a b c d e", "v w x y z", characters=False) == Overlap(0, 2, 2)


def test_text_beyond_the_gold_costs_precision_and_text_left_out_recall() -> None:
    # gold: abcd bcde; found: abcd bcde cdef
    more = compare("a b c d e", "a b c d e f", characters=False)
    assert (more.both, more.extra, more.missing) == (2, 1, 0)
    assert (more.precision, more.recall) == (2 / 3, 1.0)
    assert more.f1 == pytest.approx(0.8)
    less = compare("一二三四五六", "一二三四", characters=True)
    assert (less.precision, less.recall) == (1.0, 1 / 3)
    assert less.f1 == pytest.approx(0.5)


def test_a_text_given_twice_counts_once() -> None:
    assert compare("a b c d", "a b c d a b c d", characters=False) == Overlap(1, 4, 0)


def test_a_set_is_the_harmonic_mean_of_the_averages() -> None:
    # P = (1 + 0.5) / 2, R = (0.5 + 1) / 2
    score = average([Overlap(1, 0, 1), Overlap(1, 1, 0)])
    assert score == Score(0.75, 0.75)
    assert score.f1 == pytest.approx(0.75)


def test_a_page_on_which_nothing_was_found_has_no_precision_and_costs_recall() -> None:
    nothing = Overlap(0, 0, 5)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, 0.0, 0.0)
    assert average([Overlap(3, 0, 0), nothing]) == Score(1.0, 0.5)


def test_a_set_in_which_nothing_was_found_scores_nothing() -> None:
    assert average([Overlap(0, 0, 5)]).f1 == 0.0
    assert average([]).f1 == 0.0
