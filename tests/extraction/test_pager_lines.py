"""Pagers in the text are not of the text; lines that resemble them are."""

import pytest

from langdu.article import Mark
from langdu.extraction.drafts import Draft, ItemDraft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.rules.pager_lines import pager_lines


def link(text: str) -> tuple[Mark, ...]:
    return (Mark("link", 0, len(text), "https://portal.example/a_2.html"),)


def stays(text: str, *, linked: bool = True) -> bool:
    draft = Draft("paragraph", Rich(text, link(text) if linked else ()))
    return pager_lines([draft], Notes()) == [draft]


@pytest.mark.parametrize(
    "text",
    [
        "上一页 1 2 3 下一页",
        "首页 | 上一页 1 下一页 | 尾页",
        "1 2 3 4",
        "[1] [2] [3]",
        "[1][2][3][下一页]",
        "第1页 第2页 第3页",
        "1/3 下一页",
        "共3页 1 2 3",
        "1 2 3 … 12 Next page",
        "« Prev 1 2 3 Next »",
        "Pages: 1 2 3",
        "Страницы: 1 2 3 Далее",
        "前へ 1 2 3 次へ",
        "次のページ：水車のこと",
        "이전 1 2 다음",
        "下一页",
        "阅读全文",
        "View as single page",
    ],
)
def test_pagers_go(text: str) -> None:
    assert not stays(text)


def test_a_pager_that_needs_no_link_to_be_one() -> None:
    assert not stays("上一页 1 下一页", linked=False)


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "2024",
        "3 2 1",
        "* * *",
        "……",
        "Next",
        "下一页",
        "1 2 3",
        "1. 下一页的内容更精彩，请读者耐心等待。",
        "Далее поезд идёт без остановок.",
        "다음 날 우리는 다시 만났다.",
        "Page 3 of the report names the miller.",
        "首页推荐 3 篇",
    ],
)
def test_text_stays(text: str) -> None:
    assert stays(text, linked=False)


def test_lists() -> None:
    def of(*texts: str, linked: bool = True) -> Draft:
        items = tuple(ItemDraft(Rich(text, link(text) if linked else ())) for text in texts)
        return Draft("list", items=items)

    results = of("3", "2", "1", linked=False)
    assert pager_lines([of("1", "2", "3", "下一页"), results], Notes()) == [results]


def test_the_removal_has_a_reason() -> None:
    notes = Notes()
    pager_lines([Draft("paragraph", Rich("1 2 3 下一页", link("1 2 3")))], notes)
    assert [(removal.rule, removal.text) for removal in notes.removals] == [
        ("pager-lines", "1 2 3 下一页")
    ]
