"""The map from what is spoken back to what is written."""

from hypothesis import given
from hypothesis import strategies as st

from langdu.speech.spoken import Change, apply


def test_a_change_maps_back_to_its_characters() -> None:
    spoken = apply("全区1.7万名党员", [Change(2, 6, "一点七万")])
    assert spoken.text == "全区一点七万名党员"
    assert spoken.written_span(2, 6) == (2, 6)
    assert spoken.written_span(6, 9) == (6, 9)
    assert spoken.written_span(3, 4) == (2, 6)


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 20), st.text(max_size=4))))
def test_sources_never_fall_and_stay_inside(text: str, cuts: list[tuple[int, str]]) -> None:
    changes = []
    position = 0
    for at, words in sorted(cuts):
        if position <= at <= len(text):
            changes.append(Change(at, min(len(text), at + 1), words))
            position = min(len(text), at + 1)
    spoken = apply(text, changes)
    assert len(spoken.sources) == len(spoken.text)
    assert list(spoken.sources) == sorted(spoken.sources)
    assert all(0 <= start <= end <= len(text) for start, end in spoken.sources)
