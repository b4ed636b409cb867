"""Figures for a model, style for readers, and where characters went."""

import pytest
from hypothesis import given, settings

from langdu.quantities import compare, find, restyle, simplify
from tests.quantities.test_find import LANGS, TEXTS

SIMPLE = """
zh|1.7万余名党员|17000余名党员
zh|争取资金1200万元|争取资金12000000元
zh|三百余件问题|300余件问题
zh|二〇二〇年三月三十日|2020年3月30日
zh|共３４５户|共345户
zh|建成8500多万亩|建成85000000多亩
zh|投资3至5万元|投资30000至50000元
zh|1.2万至1.5万人|12000至15000人
zh|下降百分之五|下降5%
zh|第十二届运动会|第12届运动会
zh|十来个年轻人|10来个年轻人
zh|1.2万亿元|1200000000000元
zh|三个重点，一名干部，817个党支部，2019年|三个重点，一名干部，817个党支部，2019年
zh|“三个中心”建设，千方百计，三分之一|“三个中心”建设，千方百计，三分之一
en|It won 12 million yuan, or 17,000 a head.|It won 12,000,000 yuan, or 17,000 a head.
en|three teams, a hundred and two people|three teams, 102 people
ja|1万7000人、資金1200万元|17000人、資金12000000元
ko|1만 7천 명, 1200만 위안|17000 명, 12000000 위안
ru|17 тыс. человек, 1,5 млн юаней|17000 человек, 1500000 юаней
"""
STYLED = """
en|17000 people in 2019|17,000 people in 2019
en|12000000 yuan|12 million yuan
en|call 12345 hotline, 817 branches|call 12345 hotline, 817 branches
ja|17000人、2019年|1万7,000人、2019年
ja|資金12000000元|資金1,200万元
ko|17000명, 2019년|1만 7000명, 2019년
ru|17000 человек, 1.5 процента|17 000 человек, 1,5 процента
zh|12000000元|1200万元
en|3–5 million people|3–5 million people
"""


@pytest.mark.parametrize("row", SIMPLE.strip().split("\n"))
def test_a_source_is_made_simple(row: str) -> None:
    lang, text, expected = row.split("|")
    assert simplify(text, lang).text == expected


@pytest.mark.parametrize("row", STYLED.strip().split("\n"))
def test_a_translation_gets_its_style(row: str) -> None:
    lang, text, expected = row.split("|")
    assert restyle(text, lang).text.replace("\u00a0", " ") == expected


def test_marks_can_follow() -> None:
    text = "有1.7万余名党员，投入1200万元。"
    simple = simplify(text, "zh")
    assert simple.text == "有17000余名党员，投入12000000元。"
    for word in ("党员", "投入", "元。", "余名"):
        start = text.index(word)
        new = simple.to_new(start, start + len(word))
        assert simple.text[slice(*new)] == word
        assert simple.to_old(*new) == (start, start + len(word))
    assert simple.to_new(1, 5) == (1, 6)  # the number as a whole
    assert simple.to_new(2, 3) == (1, 6)
    assert simple.to_old(3, 4) == (1, 5)
    assert simple.to_new(0, len(text)) == (0, len(simple.text))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_rewriting_leaves_all_else_alone(text: str) -> None:
    for lang in LANGS:
        for rewrite in (simplify, restyle):
            done = rewrite(text, lang)
            old = new = 0
            for change in done.changes:
                assert text[old : change.old[0]] == done.text[new : change.new[0]]
                old, new = change.old[1], change.new[1]
            assert text[old:] == done.text[new:]


@pytest.mark.parametrize(
    "text",
    ["1.7万余名党员，三百余件，2020年3月30日，1.2亿元，三分之一，第十二届，3至5万元，二十四节气"],
)
def test_simple_says_the_same(text: str) -> None:
    compared = compare(find(text, "zh"), find(simplify(text, "zh").text, "zh"))
    assert compared.missing == compared.extra == ()
