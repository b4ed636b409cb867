"""Spans follow an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.translation.offsets import Offsets


@pytest.mark.parametrize(
    ("before", "after", "span", "wanted"),
    [
        ("全区1.7万名党员", "全区17000名党员", "1.7万", "17000"),
        ("全区1.7万名党员", "全区17000名党员", "党员", "党员"),
        ("同样", "同样", "样", "样"),
        ("他说“好”。", "他说「好」。", "好", "好"),
        ("Over 17000 people", "Over 17,000 people", "people", "people"),
    ],
)
def test_what_stood_in_a_span_is_found_again(
    before: str, after: str, span: str, wanted: str
) -> None:
    start = before.index(span)
    new = Offsets.between(before, after).span(start, start + len(span))
    assert after[slice(*new)] == wanted


@given(st.text(max_size=30), st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_spans_stay_inside(before: str, after: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(before)), min(other, len(before))))
    new_start, new_end = Offsets.between(before, after).span(start, end)
    assert 0 <= new_start <= new_end <= len(after)
