"""The text of an error: one line, whoever wrote the words in it."""

from unicodedata import bidirectional, category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu import FetchError, LangduError, LoadError
from langdu.errors import one_line, reason

TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text(st.characters(), max_size=40))
def test_nothing_in_an_error_breaks_a_line_or_steers_a_terminal(words: str) -> None:
    said = str(LoadError(f"{words}.html cannot be read"))
    assert said.splitlines() == [said]
    assert not {category(char) for char in said} & {"Cc", "Zl", "Zp", "Cs"}
    assert not set(map(bidirectional, said)) & TURNING
    assert said.endswith(".html cannot be read")


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("\x1b[2Jgone", "[2Jgone"),
        ("two\r\n  lines", "two lines"),
        ("caf\udce9.html", "caf\ufffd.html"),
        ("gpj.\u202exe", "gpj. xe"),
        ("朗读 “é” 한국어 لغة", "朗读 “é” 한국어 لغة"),
    ],
)
def test_what_a_person_can_read_stays(words: str, safe: str) -> None:
    assert str(FetchError(words)) == safe == one_line(words)


def test_an_error_keeps_what_is_no_text() -> None:
    assert LangduError("said", 404).args == ("said", 404)
    assert LangduError().args == ()


def test_an_exception_without_words_is_called_by_its_name() -> None:
    assert reason(TimeoutError()) == "TimeoutError"
    assert reason(ValueError("a\nb")) == "a b"
    assert len(reason(ValueError("x" * 1_000))) == 300
