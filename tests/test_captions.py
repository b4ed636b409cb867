"""Captions: no piece is too long or too wide, and nothing is lost."""

from io import StringIO

import pytest
import srt
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.article import Article, Paragraph, Sentence
from langdu.captions import LONGEST, WIDEST, Caption, captions_of, to_srt, to_vtt
from langdu.errors import ArticleError
from langdu.timeline import Clause, Cue, Timeline


def captions(
    text: str, seconds: float, lang: str = "zh", clauses: tuple[Clause, ...] = ()
) -> tuple[Caption, ...]:
    article = Article(lang, (Paragraph("b1", (Sentence("b1.s1", text),)),))
    cue = Cue("b1.s1", 10.0, 10.0 + seconds, clauses=clauses)
    return captions_of([article], Timeline(lang, 30.0, (cue,)))


def shown(text: str, seconds: float, lang: str = "zh") -> list[str]:
    return [caption.text for caption in captions(text, seconds, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "seconds", "pieces"),
    [
        ("zh", "路修通了。 ", 2.0, ["路修通了。"]),
        (
            "zh",
            "一二三四五，六七八九十，一二三四五。",
            6.9,
            ["一二三四五，六七八九十，一二三四五。"],
        ),
        # the fewest, and of like length
        (
            "zh",
            "一二三四五，六七八九十，一二三，四五六。",
            8.0,
            ["一二三四五，六七八九十，", "一二三，四五六。"],
        ),
        (
            "zh",
            "山路" * 15 + "，" + "汽车" * 15 + "。",
            6.0,
            ["山路" * 15 + "，", "汽车" * 15 + "。"],
        ),
        # a clause that is too long is cut at a particle
        (
            "zh",
            "全省各级各部门认真学习贯彻会议精神和有关文件要求并结合本地实际制定切实可行的具体实施方案报上级备案。",
            6.0,
            [
                "全省各级各部门认真学习贯彻会议精神和有关文件要求",
                "并结合本地实际制定切实可行的具体实施方案报上级备案。",
            ],
        ),
        (
            "en",
            "The townships that lie above the river have cleared it and repaired the terraces "
            "before the rain",
            6.0,
            [
                "The townships that lie above the river have",
                "cleared it and repaired the terraces before the rain",
            ],
        ),
        (
            "ja",
            "村の人たちは川をきれいにして棚田を直した",
            8.0,
            ["村の人たちは川を", "きれいにして棚田を直した"],
        ),
        ("en", "https://portal.example/" + "a" * 100, 5.0, ["https://portal.example/" + "a" * 100]),
    ],
)
def test_pieces(lang: str, text: str, seconds: float, pieces: list[str]) -> None:
    assert shown(text, seconds, lang) == pieces


def test_times_are_those_of_the_clauses_and_between_them_by_length() -> None:
    text = "一二三四五，六七八九十。"
    timed = captions(text, 9.0, clauses=(Clause(6, 17.0),))
    assert [(c.start, c.end, c.part) for c in timed] == [(10.0, 17.0, 1), (17.0, 19.0, 2)]
    guessed = captions(text, 9.0)
    assert guessed[0].end == guessed[1].start == pytest.approx(14.5)


def test_text_that_the_article_lacks() -> None:
    article = Article("zh", ())
    with pytest.raises(ArticleError, match=r"b1\.s1"):
        captions_of([article], Timeline("zh", 1.0, (Cue("b1.s1", 0.0, 1.0),)))


_TEXTS = st.text(st.sampled_from("路车的和a b c1，,。：“”（）\n "), min_size=1, max_size=300)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.floats(0.1, 90), st.sampled_from(["zh", "ja", "en", "ru"]))
def test_nothing_is_lost_and_times_go_on(text: str, seconds: float, lang: str) -> None:
    pieces = captions(text, seconds, lang)
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    assert [piece.part for piece in pieces] == list(range(1, len(pieces) + 1))
    at = 10.0
    for piece in pieces:
        assert at <= piece.start <= piece.end <= 10.0 + seconds + 1e-6
        at = piece.end


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("路车山河的和了在一是不"), min_size=1, max_size=400))
def test_chinese_always_fits(text: str) -> None:
    """Five characters a second: it can be cut anywhere, so both limits hold."""
    for piece in captions(text, len(text) / 5):
        assert len(piece.text) <= WIDEST
        assert piece.end - piece.start <= LONGEST + 1e-6


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=60))
def test_latin_always_fits(words: list[str]) -> None:
    text = " ".join(words)
    for piece in captions(text, len(text) / 15, "en"):
        assert len(piece.text) <= 2 * WIDEST
        assert piece.end - piece.start <= LONGEST + 1e-6


def test_a_text_without_end_takes_no_time_without_end() -> None:
    assert sum(map(len, shown("山路" * 20_000, 8000.0))) == 40_000


HARD = (
    Caption("b1.s1", 1, 0.0, 1.5, "a < b & c --> <b>d</b>", "en"),
    Caption("b1.s1", 2, 1.5, 1.5, "第二", "zh"),
    Caption("b2.s1", 1, 3725.25, 3730.0, "末", "zh"),
)


def test_webvtt_is_read_by_another_library_and_escaped() -> None:
    text = to_vtt(HARD)
    found = webvtt.from_string(text)
    assert [c.identifier for c in found] == ["b1.s1-en", "b1.s1-zh-2", "b2.s1-zh"]
    assert found[0].raw_text == "<lang en>a &lt; b &amp; c --&gt; &lt;b&gt;d&lt;/b&gt;</lang>"
    assert found[1].raw_text == "<lang zh-Hans>第二</lang>"
    assert (found[1].start, found[1].end) == ("00:00:01.500", "00:00:01.501")
    assert (found[2].start, found[2].end) == ("01:02:05.250", "01:02:10.000")
    assert "<lang" not in to_vtt(HARD[1:])


def test_subrip_is_read_by_another_library() -> None:
    found = list(srt.parse(StringIO(to_srt(HARD))))
    assert [row.content for row in found] == ["a < b & c → <b>d</b>", "第二", "末"]
    assert [row.index for row in found] == [1, 2, 3]
    assert found[2].start.total_seconds() == 3725.25
