"""Sentences: what a person would call one, in five languages. ``|`` marks the borders."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.article import Mark
from langdu.sentences import split, to_sentences

CASES = [
    ("zh", "全区有党员1.7万余名。|增长3.5%。|他说：“好！”|大家都笑了。"),
    ("zh", "如何建好这支队伍?|区委书记说,“用对人。”"),  # folded to ASCII
    ("zh", "老街亮起来了!|居民说好."),
    ("zh", "思想引领"),
    ("zh", "大家深入探讨……|会后又去了工地。"),
    ("zh", "……"),
    ("zh", "电影《你好！春天》上映了。|（本报记者）下一条。"),
    ("zh", "项目已完工。|（完。）|下一条。"),
    ("zh", "“加油！”的口号响起来。|“冲啊！”，他喊道。"),
    ("zh", "网址是 http://portal.example/a?b=1 请访问。|版本是v2.0。"),
    ("zh", "第一行\n|第二行"),
    ("ja", "「はい。」と答えた。|彼は歩いた。|「行こう！」|道は長い。"),
    ("ja", "人口は1.7万人です。|増加率は3.5%です。"),
    ("ja", "でも……そうですね。"),
    ("ko", "그는 말했다. |\"네.\" |증가율은 3.5%였다.|그는 갔다."),
    ("ko", "No. 3 창구로 가세요. |감사합니다!"),
    ("ru", "Это, т. е. дом, стоит. |Он ушёл."),
    ("ru", "В 2019 г. он приехал и т. д. |Потом А. С. Смирнов сказал: «Да!» |И ушёл."),
    ("ru", "Выделено 5 тыс. руб. |Работы начались… |Скоро зима."),
    ("en", "See No. 3 of Fig. 2. |It rose by 3.5% (e.g. in May). |Dr. Li said \"yes.\" |And left."),
    ("en", "He said no. |Then he left... |And J. Smith stayed."),
    ("en", "Why? |Because! |U.S. exports grew. |In 2019. |Then."),
    ("en", "1. Introduction"),
    ("en", "The birds sleep.[1] |The moths do not.[2][3]"),
    ("zh", "鸟睡了。[1]|蛾没有睡[2]。"),
    ("ko", "가. 녹이는 방법"),
    ("ko", "네. |그렇습니다."),
    ("ru", "Сторона 20 см. |Его площадь мала (см. Приложение)."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "marked"), CASES)
def test_borders(lang: str, marked: str) -> None:
    assert "|".join(split(marked.replace("|", ""), lang)) == marked


PUNCTUATION = st.text(
    st.sampled_from("。！？!?.…；，,、（）()《》【】“”\"'「」 \n\u3000aA1万说で다Я"), max_size=60
)


@given(st.text() | PUNCTUATION, st.sampled_from(["zh", "ja", "ko", "ru", "en", "xx"]))
def test_joining_gives_back_the_text_and_no_piece_is_empty(text: str, lang: str) -> None:
    pieces = split(text, lang)
    assert "".join(pieces) == text
    assert all(piece.strip() for piece in pieces) or len(pieces) == 1


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_marks_keep_their_characters(text: str, a: int, b: int) -> None:
    start, end = min(a, b, len(text)), min(max(a, b), len(text))
    sentences = to_sentences("b1", text, "zh", (Mark("em", start, end),))
    marked = "".join(s.text[m.start : m.end] for s in sentences for m in s.marks)
    assert marked == text[start:end]


@pytest.mark.parametrize(
    "unit", ["（", "。", "。 ", "a. b ", "“", "！”", "\n", " ", "1.", "《！》"]
)
def test_half_a_million_characters_are_linear(unit: str) -> None:
    """Quadratic work here would take minutes, and the suite's time-out would end it."""
    text = unit * (500_000 // len(unit))
    assert "".join(split(text, "zh")) == text


def test_a_note_stays_with_its_sentence() -> None:
    text = "바다는 짜다.1 강은 아니다."
    found = to_sentences("b", text, "ko", (Mark("note", 7, 8, "n"),))
    assert [s.text for s in found] == ["바다는 짜다.1 ", "강은 아니다."]
    assert found[0].marks == (Mark("note", 7, 8, "n"),)


def test_many_marks_over_many_sentences_are_linear() -> None:
    started = time.process_time()
    marks = tuple(Mark("em", at, at + 6) for at in range(0, 200_000, 10))
    found = to_sentences("b", "A b. Cd e. " * 18_182, "en", marks)
    assert sum(len(s.marks) for s in found) >= len(marks)
    assert time.process_time() - started < 5
