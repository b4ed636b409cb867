"""Names are written by each language's convention."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.translation.names import Name, forms, is_named, person, place, render, tables
from langdu.translation.names.japanese import written
from langdu.translation.names.russian import join
from tests.translation.names.tables import LANGUAGES, cases, rows

CASES = cases()


@pytest.mark.parametrize(("name", "expected"), CASES, ids=[name.text for name, _ in CASES])
def test_cases(name: Name, expected: dict[str, str]) -> None:
    assert {lang: render(name, lang) for lang in LANGUAGES} == expected
    assert all(is_named(name, text, lang) for lang, text in expected.items())


def test_the_table_is_large_enough() -> None:
    kinds = [name.kind for name, _ in CASES]
    assert len(CASES) >= 200
    assert kinds.count("person") >= 110
    assert kinds.count("place") >= 60


def test_the_divisions_of_china_are_written_and_recognised() -> None:
    divisions = sorted(tables.words("prefectures") | tables.words("counties"))
    assert len(divisions) > 3000
    for text in divisions[::11]:  # every one was seen once; compiling all patterns takes 20 s
        suffix = next(s for s in tables.suffixes() if text.endswith(s)) if text[-1] != "州" else ""
        name = place(text, suffix)
        for lang in LANGUAGES:
            assert is_named(name, render(name, lang), lang), (text, lang, render(name, lang))


def test_every_character_has_a_syllable_in_all_scripts() -> None:
    syllables = tables.syllables()
    assert len(tables.characters()) > 6900
    odd = {c.pinyin for c in tables.characters().values()} - set(syllables)
    assert odd <= {"n", "ng", "m", "hm"}  # interjections
    assert all(s.russian and s.korean and all(s.katakana) for s in syllables.values())


def test_every_surname_is_in_the_tables() -> None:
    known = tables.characters()
    assert [name for name in tables.surnames() if any(c not in known for c in name)] == []


def test_forms_hold_what_people_write() -> None:
    lu = person("吕建军", "吕")
    assert set(forms(lu, "en")) >= {"Lü Jianjun", "Lu Jianjun", "Lv Jianjun", "Lyu Jianjun"}
    assert set(forms(lu, "en")) >= {"Lü Jian-jun", "Jianjun Lü", "LÜ JIANJUN"}
    assert set(forms(lu, "ja")) == {"呂建軍", "吕建军", "リュー・ジエンジュン"}
    assert set(forms(lu, "ko")) == {"뤼젠쥔", "여건군", "려건군", "뤼 젠쥔"}
    assert set(forms(place("长春市", "市"), "ko")) == {"창춘시", "장춘시", "창춘", "장춘"}
    assert forms(place("长春市", "市"), "en")[:2] == ("Changchun City", "Changchun")


@pytest.mark.parametrize(
    ("syllables", "expected"),
    [
        (["xi", "an"], "Сиань"),
        (["chang", "an"], "Чанъань"),
        (["heng", "yang"], "Хэнъян"),
        (["jian", "yang"], "Цзяньян"),
        (["cheng", "wu"], "Чэнъу"),
        (["guang", "an"], "Гуанъань"),
        (["nope"], ""),
    ],
)
def test_the_hard_sign(syllables: list[str], expected: str) -> None:
    assert join(syllables) == expected


def test_characters_of_names_in_their_japanese_forms() -> None:
    pairs = [pair for row in rows("japanese.txt") for pair in row[0].split()]
    assert len(set(pairs)) > 200
    wrong = [pair for pair in pairs if written(pair[0], person=False) != pair[1]]
    assert wrong == []


def test_nothing_rather_than_nonsense() -> None:
    assert render(person("李𠮷", "李"), "en") == ""
    assert forms(person("Smith", "S"), "ru") == ()
    assert render(person("李刚", "李"), "fr") == ""
    assert forms(person("李刚", "李"), "xx") == ()
    assert render(person("李刚", "李"), "en-GB") == "Li Gang"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=6), st.text(max_size=3), st.sampled_from([*LANGUAGES, "fr"]))
def test_any_name_is_written_or_not(text: str, part: str, lang: str) -> None:
    for name in (person(part + text, part), place(text + part, part)):
        every = forms(name, lang)
        assert render(name, lang) == (every[0] if every else "")
        is_named(name, text, lang)


def test_importing_reads_no_table() -> None:
    code = (
        "import langdu.translation.names as n; from langdu.translation.names import tables as t; "
        "import sys; print(t.characters.cache_info().misses, 'pypinyin' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().split() == ["0", "False"]
