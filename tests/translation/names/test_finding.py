"""Names are found where they are sure, and nothing else is."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.translation.names import Name, find_names
from tests.translation.names.tables import rows

KINDS = {"person": "人", "place": "地", "organisation": "机"}
SHARED = Path(__file__).parents[4] / "shared" / "bench" / "portal-article.txt"


def shown(names: tuple[Name, ...]) -> str:
    return " ".join(f"{name.text}/{KINDS[name.kind]}" for name in names) or "-"


def articles() -> list[list[list[str]]]:
    found: list[list[list[str]]] = [[]]
    for row in rows("articles.txt"):
        if row == ["--"]:
            found.append([])
        else:
            found[-1].append(row)
    return [article for article in found if article]


@pytest.mark.parametrize(("text", "expected"), rows("sentences.tsv"))
def test_sentences(text: str, expected: str) -> None:
    assert shown(find_names([("s", text)])["s"]) == expected


@pytest.mark.parametrize("article", articles(), ids=lambda article: article[0][0])
def test_articles(article: list[list[str]]) -> None:
    found = find_names([(str(i), row[0]) for i, row in enumerate(article)])
    assert [shown(found[str(i)]) for i in range(len(article))] == [row[1] for row in article]


def test_the_tables_are_large_enough() -> None:
    expected = [row[1] for row in rows("sentences.tsv")]
    assert len(expected) >= 140
    assert expected.count("-") >= 60


def test_a_name_says_where_it_stands_and_what_it_is_made_of() -> None:
    text = "绿园区委书记欧阳明说，复旦大学的专家来了。"
    place, person, organisation = find_names([("s", text)])["s"]
    assert [text[n.start : n.end] for n in (place, person, organisation)] == [
        "绿园区",
        "欧阳明",
        "复旦大学",
    ]
    assert (place.stem, place.suffix) == ("绿园", "区")
    assert (person.surname, person.given) == ("欧阳", "明")
    assert (organisation.stem, organisation.suffix) == ("复旦", "大学")


def test_every_id_has_an_answer_and_no_text_none() -> None:
    assert find_names([]) == {}
    assert find_names([("a", ""), ("b", "局长李刚说。")])["a"] == ()


ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from("局长书记李刚王闯、，。表示镇村区县市绿园欧阳某说在和（）：· 于高向張綠"),
)


@settings(deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=40), max_size=6))
def test_any_text_gives_spans_that_are_true_in_order_and_apart(texts: list[str]) -> None:
    found = find_names([(str(i), text) for i, text in enumerate(texts)])
    assert list(found) == [str(i) for i in range(len(texts))]
    for i, text in enumerate(texts):
        end = 0
        for name in found[str(i)]:
            assert text[name.start : name.end] == name.text
            assert name.start >= end
            assert name.surname + name.given + name.stem + name.suffix == name.text
            end = name.end


def test_an_article_takes_no_time_to_speak_of() -> None:
    sentences = [(str(i), row[0]) for i, row in enumerate(rows("sentences.tsv"))] * 2
    find_names(sentences)  # reads the tables
    took = min(timed(sentences) for _ in range(3))
    assert took < 0.5, "280 sentences; 0.03 s on an idle machine"


def timed(sentences: list[tuple[str, str]]) -> float:
    start = process_time()
    find_names(sentences)
    return process_time() - start


@pytest.mark.skipif(not SHARED.exists(), reason="the real article is not here")
def test_the_real_article() -> None:
    lines = [line.strip() for line in SHARED.read_text("utf-8").splitlines() if line.strip()]
    found = find_names([(str(i), line) for i, line in enumerate(lines)])
    every = [name for names in found.values() for name in names]
    people = {name.text for name in every if name.kind == "person"}
    assert people == set("李刚 王闯 梁晓方 张洪彬 曲喜军 孙志远 杨平 郑屹 魏传勇".split())
    places = {name.text for name in every if name.kind == "place"}
    assert places == set(
        "绿园区 绿园 长春市 长春 吉林 台北 梅河口市 井冈山 同心街道 林园街道 西新镇 西新 合心镇 "
        "哈达村 裴家村 三间村 双龙村".split()
    )
    assert {n.text for n in every if n.kind == "organisation"} == {"复旦大学", "浙江大学"}
