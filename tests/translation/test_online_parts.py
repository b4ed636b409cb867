"""The parts that engines which ask a server are made of, by properties."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.errors import Cancelled
from langdu.translation.engines.chat.answers import longest, read
from langdu.translation.engines.chat.prompt import messages
from langdu.translation.engines.online.pieces import batches, cut, joined, pieces_of
from langdu.translation.engines.online.waiting import backoff, pause, retry_after

TEXT = st.text(st.sampled_from("云溪a ，。;.\n👩‍́"), max_size=80)


def without_space(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None)  # a busy machine is no defect
@given(TEXT, st.integers(1, 20))
def test_cutting_loses_nothing(text: str, limit: int) -> None:
    parts = cut(text, limit)
    assert all(0 < len(part) <= limit for part in parts)
    assert without_space("".join(parts)) == without_space(text)


def test_cuts_are_where_a_reader_would_make_them() -> None:
    assert cut("一二三四。五六七八，九十", 8) == ["一二三四。", "五六七八，九十"]
    assert cut("One two. Three four", 12) == ["One two.", "Three four"]
    assert cut("only 3,000 of them", 9) == ["only", "3,000 of", "them"]
    assert cut("3.14159 and so on", 9) == ["3.14159", "and so on"]
    assert cut("云云云e\u0301云", 4) == ["云云云", "e\u0301云"]
    assert cut("", 5) == cut(" ", 5) == []


@settings(deadline=None)  # a busy machine is no defect
@given(st.lists(TEXT, max_size=12), st.integers(1, 20), st.integers(1, 4))
def test_batches_hold_all_pieces_in_order(texts: list[str], letters: int, most: int) -> None:
    pieces = pieces_of(texts, letters)
    parts = list(batches(pieces, letters, most))
    assert [piece for part in parts for piece in part] == pieces
    assert all(len(part) <= most for part in parts)
    assert all(sum(len(piece.words) for piece in part) <= letters for part in parts)
    whole = joined(pieces, [piece.words for piece in pieces], len(texts), "zh")
    assert list(map(without_space, whole)) == list(map(without_space, texts))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 4) | st.text(max_size=6) | st.just("id"),
    lambda part: (
        st.lists(part, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "text", "translations", "x"]), part, max_size=4)
    ),
    max_leaves=12,
)
SENTENCES = {1: "一", 2: "二"}


@settings(deadline=None)  # a busy machine is no defect
@given(st.text(max_size=60) | JSON.map(json.dumps), st.text('{}[]":,<think>/ ', max_size=8))
def test_no_answer_gets_in_that_should_not(answer: str, noise: str) -> None:
    for said in (answer, noise + answer, answer + noise):
        reading = read(said, SENTENCES)
        assert set(reading.texts) <= set(SENTENCES)
        for number, text in reading.texts.items():
            assert 0 < len(text) <= longest(SENTENCES[number])
        assert bool(reading.wrong) == (len(reading.texts) < len(SENTENCES))


@settings(deadline=None)  # a busy machine is no defect
@given(st.dictionaries(st.integers(1, 9), st.text(max_size=30), min_size=1))
def test_a_question_is_json_whatever_the_texts_say(texts: dict[int, str]) -> None:
    _, user = messages(texts, "zh", "en", around={}, terms=(("云", "cloud"),))
    rows = json.loads(user["content"])["sentences"]
    assert {row["id"]: row["text"] for row in rows} == texts
    assert "<" not in user["content"]


def test_retry_after() -> None:
    assert retry_after("120", 0) == 120
    assert retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 20) == 40
    assert retry_after("Thu, 01 Jan 1970 00:00:00 GMT", 20) == 0
    for nothing in (None, "", "soon", "-5", "٣"):
        assert retry_after(nothing, 0) is None


def test_waiting() -> None:
    assert 0.5 <= backoff(0, 1.0) <= 1
    assert 2 <= backoff(2, 1.0) <= 4
    steps: list[float] = []
    pause(0.6, lambda: False, steps.append)
    assert sum(steps) == pytest.approx(0.6)
    with pytest.raises(Cancelled):
        pause(60, lambda: len(steps) > 5, steps.append)
    assert len(steps) == 6
