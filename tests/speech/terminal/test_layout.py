"""What the screen shows, in terminals of any size."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from langdu.article import Article, Model, Paragraph, Sentence, Translation
from langdu.errors import one_line
from langdu.speech.terminal.layout import _paragraph, frame
from langdu.speech.terminal.script import Script
from langdu.speech.terminal.state import Dialog, Phase, State
from langdu.speech.terminal.wording import KEYS, clock
from tests.speech.terminal.samples import in_language, sentences, state


def draw(
    shown: State, width: int, height: int, *, elapsed: float = 0.0, notice: str = ""
) -> list[str]:
    console = Console(file=io.StringIO(), width=width, height=height)
    return [line.plain for line in frame(console, shown, elapsed, notice)]


def marked(shown: State, width: int, height: int, *, elapsed: float = 0.0) -> str:
    console = Console(file=io.StringIO(), width=width, height=height)
    parts = []
    for line in frame(console, shown, elapsed, ""):
        parts += [line.plain[s.start : s.end] for s in line.spans if s.style == "reverse"]
    return "".join(parts)


def test_the_current_sentence_in_its_paragraph() -> None:
    lines = draw(state(at=2), 80, 24)
    assert lines[0] == "小镇的新路"
    assert lines[2] == "小镇修了新路。路边种了树。居民都说好。"
    assert lines[-2].startswith("playing · sentence 3 of 17 · ")
    assert lines[-1].startswith("Space pause")
    assert marked(state(at=2), 80, 24) == "路边种了树。"


def test_cells_of_a_row_stand_apart() -> None:
    shown = state()
    at = shown.script.find("b6.r1.c2.s1")
    assert at
    assert "石料  三万元" in draw(replace(shown, at=at), 80, 24)
    assert "新路上的孩子  图为放学路上。" in draw(replace(shown, at=len(shown.script) - 1), 80, 24)


def test_who_translated_is_named() -> None:
    assert draw(state("en"), 80, 24)[1] == ""
    assert draw(replace(state("en"), lang="en"), 80, 24)[1] == "translated by somebody"
    demo = Translation("zh", "argos", (Model("translate-zh_en", demo=True),))
    script = Script.of(replace(in_language("en"), translation=demo))
    assert script.origin == "translated by argos, a demo model that knows its own page only"


def test_twenty_columns() -> None:
    lines = draw(state(at=2), 20, 10)
    assert "小镇修了新路。路边种" in lines
    assert any(line.startswith("playing 3/17 ") for line in lines)
    assert "? keys · q quit" in lines


def test_a_paragraph_longer_than_the_screen_follows_the_reading() -> None:
    texts = [f"第{n}句话说的是一件不大不小的事情。" for n in range(60)]
    script = Script.of(Article("zh", (Paragraph("b1", sentences("b1", *texts)),)))
    for at in (0, 30, 59):
        assert marked(State((script,), "zh", at), 40, 10) == texts[at]


def test_within_a_sentence_longer_than_the_screen_too() -> None:
    text = "".join(f"{n:03}" for n in range(400))
    script = Script.of(Article("zh", (Paragraph("b1", (Sentence("b1.s1", text),)),)))
    shown = State((script,), "zh", 0, seconds=10.0)
    assert marked(shown, 40, 10).startswith("000001")
    assert marked(shown, 40, 10, elapsed=10).endswith("399")


def test_a_page_without_a_paragraph_is_laid_out_near_the_sentence_only() -> None:
    texts = [f"第{n}句话说的是一件不大不小的事情。" for n in range(20_000)]
    script = Script.of(Article("zh", (Paragraph("b1", sentences("b1", *texts)),)))
    shown = State((script,), "zh", 10_000)
    assert marked(shown, 80, 24) == texts[10_000]
    assert len(_paragraph(shown)) < 9_000
    assert draw(shown, 80, 24).count("") <= 2  # and yet it fills the screen


def test_help_has_every_key() -> None:
    lines = draw(replace(state(), dialog=Dialog.HELP), 80, 24)
    assert lines[-1].startswith("? closes this")
    for key, use in KEYS:
        assert f"{key:<6} {use}" in lines


def test_languages_have_their_digits() -> None:
    lines = draw(replace(state("en"), dialog=Dialog.LANGUAGES), 80, 24)
    assert lines[-1].startswith("a digit chooses")
    assert lines[2:5] == ["1 中文", "2 English", "3 日本語 (is translated first)"]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (59.6, "1:00"), (245, "4:05"), (3723, "1:02:03")]
)
def test_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_other_peoples_text_steers_no_terminal() -> None:
    hostile = "a\x1b[2Jb\x9b1mc\x07\r\n\u202ed\u2028e\tf"
    assert one_line(hostile) == "a [2Jb 1mc d e f"
    shown = state()
    script = Script.of(Article("zh", (Paragraph("b1", (Sentence("b1.s1", hostile),)),), hostile))
    text = "\n".join(draw(replace(shown, scripts=(script,)), 80, 24, notice=""))
    assert not set(text) & {"\x1b", "\x9b", "\x07", "\r", "\u202e"}


_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200).filter(str.strip)


@settings(max_examples=50)
@given(
    st.lists(_TEXT, min_size=1, max_size=5),
    st.integers(1, 200),
    st.integers(1, 60),
    st.sampled_from(Phase),
    st.sampled_from(Dialog),
    st.text(max_size=100),
)
def test_it_fits_any_terminal(
    texts: list[str], width: int, height: int, phase: Phase, dialog: Dialog, notice: str
) -> None:
    script = Script.of(Article("zh", (Paragraph("b1", sentences("b1", *texts)),), texts[0]))
    shown = State((script,), "zh", len(script) - 1, phase=phase, dialog=dialog)
    console = Console(file=io.StringIO(), width=width, height=height)
    lines = frame(console, shown, 1.0, one_line(notice))
    assert len(lines) == height
    if width > 1:  # a wide character has no room in a single column
        assert max(line.cell_len for line in lines) <= width
