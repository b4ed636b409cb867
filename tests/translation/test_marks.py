"""Marks land on the right words where that is sure, else on the sentence."""

import pytest

from langdu.article import Mark
from langdu.translation.marks import compose, place_marks
from langdu.translation.translator import Link

SOURCE = "请看绿园区的通知。"  # 请看 | 绿园区 | 的 | 通知
TEXT = "See the notice of Lüyuan District."
NOTICE = Link((6, 8), (8, 14), 0.8)
DISTRICT = Link((2, 5), (18, 33), 0.7)


def place(mark: Mark, *links: Link, text: str = TEXT, lang: str = "en") -> str | None:
    placed = place_marks(SOURCE, [mark], text, lang, links)
    return text[placed[0].start : placed[0].end] if placed else None


def test_a_strong_link_places_a_mark() -> None:
    assert place(Mark("link", 6, 8, "https://a.example/"), NOTICE, DISTRICT) == "notice"
    assert place(Mark("strong", 2, 5), NOTICE, DISTRICT) == "Lüyuan District"


def test_a_link_into_the_middle_of_a_word_takes_the_word() -> None:
    assert place(Mark("em", 6, 8), Link((6, 8), (9, 11), 0.9)) == "notice"


@pytest.mark.parametrize(
    "links",
    [
        (),
        (Link((6, 8), (8, 14), 0.2),),  # weak
        (NOTICE, Link((2, 5), (10, 20), 0.7)),  # the words are another's as well
        (Link((6, 7), (8, 14), 0.2), Link((2, 5), (18, 33), 0.7)),
    ],
)
def test_what_is_not_sure_is_on_the_sentence(links: tuple[Link, ...]) -> None:
    assert place(Mark("link", 6, 8, "https://a.example/"), *links) == TEXT


def test_two_weak_places_apart_are_not_joined_over_another_word() -> None:
    links = (Link((2, 3), (0, 3), 0.9), Link((3, 5), (18, 33), 0.9), NOTICE)
    assert place(Mark("strong", 2, 5), *links) == TEXT


def test_a_mark_of_the_whole_sentence_stays_that() -> None:
    assert place(Mark("strong", 0, len(SOURCE))) == TEXT


def test_words_that_came_through_are_found() -> None:
    source, text = "水是H2O。见[1]。", "Water is H2O. See [1]."
    marks = [Mark("sub", 3, 4), Mark("note", 7, 10, "注"), Mark("em", 2, 5)]
    placed = place_marks(source, marks, text, "en", ())
    assert [(m.kind, text[m.start : m.end]) for m in placed] == [
        ("note", "[1]"),
        ("em", "H2O"),
    ]


def test_marks_that_only_make_sense_on_their_words_go() -> None:
    assert place(Mark("ruby", 2, 5, "lǜ yuán qū")) is None
    assert place(Mark("sup", 2, 5)) is None
    assert place(Mark("lang", 2, 5, "ja")) is None


def test_links_of_two_steps() -> None:
    first = (Link((6, 8), (8, 14), 0.9), Link((2, 5), (18, 33), 0.9))
    second = (Link((8, 14), (6, 8), 0.9), Link((18, 24), (0, 3), 0.8))
    assert compose(first, second) == (
        Link((6, 8), (6, 8), 0.9 * 0.9),
        Link((2, 5), (0, 3), 0.9 * 0.8),
    )


def test_a_mark_on_what_is_seen_does_not_follow_attention_further() -> None:
    source, text = "2010年7月，何晓岚到任。", "2010年7月、何暁嵐は着任した。"
    date, more = Link((0, 7), (0, 7), 1.0), Link((4, 8), (8, 12), 0.6)
    placed = place_marks(source, [Mark("link", 0, 8, "/d")], text, "ja", [date, more])
    assert [(mark.start, mark.end) for mark in placed] == [(0, 7)]


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ([Link((0, 3), (0, 2), 0.7)], "He Xiaolan"),
        ([Link((0, 3), (0, 2), 0.7), Link((3, 4), (3, 10), 0.7)], "He"),
    ],
)
def test_a_mark_takes_the_whole_name(links: list[Link], words: str) -> None:
    text = "He Xiaolan took office."
    placed = place_marks("何晓岚到任。", [Mark("strong", 0, 3)], text, "en", links)
    assert [text[mark.start : mark.end] for mark in placed] == [words]
