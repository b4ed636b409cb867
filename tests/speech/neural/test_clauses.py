"""Long phonemes are cut where a reader would rest."""

from hypothesis import given
from hypothesis import strategies as st

from langdu.speech.neural.clauses import clauses


@given(st.text("ab ,.;", max_size=300), st.integers(5, 40))
def test_nothing_is_lost_and_none_is_too_long(phonemes: str, longest: int) -> None:
    found = clauses(phonemes, longest)
    assert "".join(clause.phonemes for clause in found) == phonemes
    assert all(len(clause.phonemes) <= longest for clause in found)


def test_a_stop_before_a_comma_before_a_space() -> None:
    found = clauses("aaaa bbbb. cccc, dddd eeee ffff gggg", 24)
    assert [clause.phonemes for clause in found] == ["aaaa bbbb. ", "cccc, dddd eeee ffff ", "gggg"]
    assert found[0].rest > 0
    assert found[1].rest == 0


def test_what_is_short_stays_whole() -> None:
    (clause,) = clauses("a. b. c", 400)
    assert (clause.phonemes, clause.rest) == ("a. b. c", 0)


def test_quotes_go_with_their_sentence() -> None:
    first, _ = clauses("“aaaaaaaaaa.” bbbbbbbbbbbb", 18)
    assert first.phonemes == "“aaaaaaaaaa.” "
