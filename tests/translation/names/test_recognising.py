"""A translation names whom its source names, or it does not."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from langdu.translation.names import (
    find_names,
    forms,
    found_other,
    is_named,
    person,
    reading,
    render,
    tables,
)
from tests.translation.names.tables import LANGUAGES, named, rows

GIVEN = sorted({c for row in tables.words("given") for c in row})
SURNAMES = sorted(tables.surnames())


@pytest.mark.parametrize(
    ("text", "part", "lang", "translation", "expected"), rows("recognition.tsv")
)
def test_recognition(text: str, part: str, lang: str, translation: str, expected: str) -> None:
    name = named(text, part.strip())
    assert is_named(name, translation, lang) == (expected == "yes")


@pytest.mark.parametrize(("text", "part", "lang", "translation", "expected"), rows("wrong.tsv"))
def test_what_stands_instead(
    text: str, part: str, lang: str, translation: str, expected: str
) -> None:
    other = found_other(named(text, part.strip()), translation, lang)
    assert (other or "-") == expected


def test_the_table_is_large_enough() -> None:
    assert len(rows("recognition.tsv")) >= 90


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SURNAMES),
    st.text(st.sampled_from(GIVEN), min_size=1, max_size=2),
    st.sampled_from(LANGUAGES),
)
def test_every_form_of_a_name_names_it(surname: str, given_name: str, lang: str) -> None:
    name = person(surname + given_name, surname)
    for form in forms(name, lang):
        assert is_named(name, f"({form})", lang)
        assert found_other(name, form, lang) is None


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(SURNAMES),
    st.tuples(*[st.text(st.sampled_from(GIVEN), min_size=2, max_size=2)] * 2),
)
def test_another_given_name_is_another_person(surname: str, given_names: tuple[str, str]) -> None:
    one, other = (person(surname + text, surname) for text in given_names)
    said = [reading.of_person(name) for name in (one, other)]
    assert said[0]
    assert said[1]
    pairs = zip(said[0][1], said[1][1], strict=True)
    assume(any(not set(mine) & set(theirs) for mine, theirs in pairs))
    spelt = ["".join(reading.first(both[1])) for both in said if both]
    assume(spelt[0].replace("ü", "u") != spelt[1].replace("ü", "u"))  # Xi An and Xian
    assert not is_named(one, render(other, "en"), "en")


def test_a_found_name_is_recognised_in_its_own_rendering() -> None:
    text = "绿园区委书记张洪彬来到合心镇，复旦大学教授李文博陪同。"
    names = find_names([("s", text)])["s"]
    assert len(names) == 5
    for lang in LANGUAGES:
        whole = " ".join(render(name, lang) for name in names)
        assert all(is_named(name, whole, lang) for name in names)
