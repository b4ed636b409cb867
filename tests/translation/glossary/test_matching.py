"""Which terms a text has, and where."""

import time
from itertools import pairwise

import pytest

from langdu.translation.glossary import Glossary
from langdu.translation.glossary.table import parse_table


def glossary(text: str) -> Glossary:
    return Glossary(tuple(parse_table(text, "test")))


def found(glossary: Glossary, text: str, source: str, target: str) -> list[tuple[str, str]]:
    terms = glossary.terms(text, source, target)
    assert all(one.start < one.end for one in terms)
    assert all(a.end <= b.start for a, b in pairwise(terms))
    return [(text[one.start : one.end], one.term.target) for one in terms]


CHINESE = glossary(
    "zh,en\n区委,committee\n区委书记,secretary\n书记处,secretariat\n河,river\nWTO,WTO\n"
)
SPACED = glossary(
    "en,ru,ko,zh\nparty branch,партячейка,당지부,党支部\nTown,город,시,市\n"
    "state-owned,государственный,국유,国有\n"
    "Ministry of Education,Министерство образования,교육부,教育部\nbranch,ветвь,가지,分支\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区委书记讲话。", [("区委书记", "secretary")]),
        ("区委书记处", [("区委书记", "secretary")]),
        ("区委和区委书记", [("区委", "committee"), ("区委书记", "secretary")]),
        ("河河", [("河", "river"), ("河", "river")]),
        ("加入WTO。", [("WTO", "WTO")]),
        ("加入WTOs", []),
        ("", []),
        ("没有", []),
    ],
)
def test_chinese(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(CHINESE, text, "zh", "en") == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The PARTY branch of a town.", "en", ["PARTY branch", "town"]),
        ("The party\u00a0branch", "en", ["party\u00a0branch"]),
        ("Downtown townships branched.", "en", []),
        ("Town-hall; state-owned!", "en", ["Town", "state-owned"]),
        ("İstanbul town", "en", ["town"]),
        ("Министерство образования решило.", "ru", ["Министерство образования"]),
        ("огород, городской", "ru", []),
        ("당지부는 당지부에서 신당지부", "ko", ["당지부", "당지부"]),
        ("교육부장은 교육부의", "ko", ["교육부"]),
    ],
)
def test_words_are_whole_where_words_are_seen(text: str, lang: str, expected: list[str]) -> None:
    assert [piece for piece, _ in found(SPACED, text, lang, "zh")] == expected


def test_a_shipped_term_of_one_character_is_a_unit_or_stands_alone() -> None:
    shipped = Glossary.load()
    assert found(shipped, "提升家里的克难", "zh", "en") == []
    assert found(shipped, "12亩、三百余户", "zh", "ru") == [("亩", "му"), ("户", "домохозяйство")]
    assert found(shipped, " 元 ", "zh", "en") == [("元", "yuan")]


def test_a_label_is_none_inside_a_sentence() -> None:
    shipped = Glossary.load()
    assert found(shipped, "首页 > 教育", "zh", "en") == [("首页", "Home"), ("教育", "Education")]
    assert found(shipped, "时间:2020-03-30 来源：", "zh", "ru") == [
        ("时间", "Время"),
        ("来源", "Источник"),
    ]
    assert found(shipped, "抗联教育基地", "zh", "en") == []


def test_the_digest_is_that_of_the_terms_used() -> None:
    one = CHINESE.terms("区委书记在河边。", "zh", "en")
    other = CHINESE.terms("河边有区委书记，河。", "zh", "en")
    assert Glossary.digest_of(one) == Glossary.digest_of(other) != ""
    assert Glossary.digest_of(one) != Glossary.digest_of(one[:1])
    changed = glossary("zh,en\n区委书记,secretary\n河,stream\n").terms("区委书记，河", "zh", "en")
    assert Glossary.digest_of(one) != Glossary.digest_of(changed)
    assert Glossary.digest_of(()) == ""
    # The translation memory keeps it: it must be the same tomorrow and elsewhere.
    assert Glossary.digest_of(one) == "342dbdb8948f3f749b569687e5579503"


def test_150_sentences_are_searched_for_5000_terms_in_a_moment() -> None:
    rows = "".join(
        f"云{chr(0x4E00 + n)}{chr(0x5E00 + n % 70)},t{n},た{n},가{n},б{n}\n" for n in range(5000)
    )
    large = glossary("zh,en,ja,ko,ru\n" + rows)
    sentences = [
        f"云{chr(0x4E00 + n)}{chr(0x5E00 + n % 70)}在云溪河边，干部能干事。" * 3 for n in range(150)
    ]
    for target in ("en", "ja", "ko", "ru"):
        large.terms("云", "zh", target)  # the tables are made once
    start = time.process_time()
    hits = sum(len(large.terms(s, "zh", t)) for t in ("en", "ja", "ko", "ru") for s in sentences)
    taken = time.process_time() - start
    assert hits == 150 * 4 * 3
    assert taken < 0.5, taken  # 0.04 s here alone; a busy machine gets some air
