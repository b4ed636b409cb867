"""What is read, in which order, and from where."""

import pytest

from langdu.article import (
    Article,
    Cell,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Sentence,
    Table,
)
from langdu.errors import SpeechError
from langdu.speech import reading
from langdu.speech.reading import reading_order


def sentences(prefix: str, *texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(f"{prefix}.s{i}", text) for i, text in enumerate(texts, 1))


ARTICLE = Article(
    lang="zh",
    title="标题",
    blocks=(
        Figure("b1", None, "图片说明", sentences("b1", "图片说明 ")),
        Figure("b2", None, "一条河", sentences("b2", "汨罗江。")),
        Heading("b3", 2, sentences("b3", "小标题")),
        Paragraph("b4", sentences("b4", "第一句。", "第二句。")),
        Code("b5", "print()"),
        List(
            "b6",
            True,
            1,
            (
                ListItem(
                    "b6.i1",
                    sentences("b6.i1", "甲。", "乙。"),
                    List("b6.i1.l", False, 1, (ListItem("b6.i1.i1", sentences("b6.i1.i1", "丙")),)),
                ),
            ),
        ),
        Table(
            "b7", (Sentence("b7.c1", "表"),), ((Cell("b7.r1.c1", sentences("b7.r1.c1", "格")),),)
        ),
        Code("b8", "end"),
    ),
)


def ids(start: str | None = None) -> list[str]:
    return [utterance.sentence.id for utterance in reading_order(ARTICLE, start)]


def test_everything_once_in_order_and_no_description_that_repeats_the_caption() -> None:
    assert ids() == [
        *["title", "b1.s1", "b2.alt", "b2.s1", "b3.s1", "b4.s1", "b4.s2"],
        *["b6.i1.s1", "b6.i1.s2", "b6.i1.i1.s1", "b7.c1", "b7.r1.c1.s1"],
    ]


def test_the_pauses() -> None:
    sentence, item = reading.SENTENCE_PAUSE, reading.ITEM_PAUSE
    paragraph, heading = reading.PARAGRAPH_PAUSE, reading.HEADING_PAUSE
    assert [utterance.pause for utterance in reading_order(ARTICLE)] == [
        *[reading.TITLE_PAUSE, paragraph, item, paragraph, heading, sentence, paragraph],
        *[sentence, item, paragraph, item, 0.0],
    ]
    assert sentence < item < paragraph < heading < reading.TITLE_PAUSE


@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("title", "title"),
        ("b4.s2", "b4.s2"),
        ("b4", "b4.s1"),
        ("b1", "b1.s1"),
        ("b1.alt", "b1.s1"),
        ("b2", "b2.alt"),
        ("b5", "b6.i1.s1"),
        ("b6.i1.i1", "b6.i1.i1.s1"),
        ("b7", "b7.c1"),
        ("b7.r1", "b7.r1.c1.s1"),
    ],
)
def test_from_here(start: str, first: str) -> None:
    assert ids(start) == ids()[ids().index(first) :]


@pytest.mark.parametrize("start", ["b9", "b", "b4.s3", "", "b4."])
def test_an_unknown_start(start: str) -> None:
    with pytest.raises(SpeechError, match="no sentence or block"):
        reading_order(ARTICLE, start)


def test_nothing_to_read() -> None:
    for article, start in ((Article("zh", ()), None), (ARTICLE, "b8")):
        with pytest.raises(SpeechError, match="nothing to read"):
            reading_order(article, start)
