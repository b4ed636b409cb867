"""Each kind of pager, read from a real server: joined in order, wherever one begins."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import langdu
from langdu.article import block_text
from tests.extraction.golden import render
from tests.loading.web.server import Handler, serving
from tests.pages.site import TEXTS, html, numbers, page, trs

GOLDEN = Path(__file__).with_name("joined.expected.txt")
NAME = "/zw/t20240305_101"


def texts(article: langdu.Article) -> list[str]:
    return [block_text(block) for block in article.blocks]


def load(site: dict[str, Handler], path: str, **options: Any) -> tuple[list[str], list[str]]:
    """The texts of the article, and the paths that were asked for."""
    with serving(site) as server:
        article = langdu.load(server.url + path, allow_private=True, **options)
        return texts(article), server.paths()


def linked(addresses: Sequence[str]) -> dict[str, Handler]:
    """Pages with number links; ``addresses`` are paths."""
    return {
        address: page(html(text, pager=numbers(list(addresses), index)))
        for index, (address, text) in enumerate(zip(addresses, TEXTS, strict=False))
    }


TRS = {
    f"{NAME}.html": page(html(TEXTS[0], pager=trs(3, 0))),
    f"{NAME}_1.html": page(html(TEXTS[1], pager=trs(3, 1))),
    f"{NAME}_2.html": page(html(TEXTS[2], pager=trs(3, 2))),
}


@pytest.mark.parametrize("given", ["", "_1", "_2"])
def test_trs_from_any_page(given: str) -> None:
    got, paths = load(TRS, f"{NAME}{given}.html")
    assert got == list(TEXTS[:3])
    assert sorted(paths) == sorted(TRS)  # each once


def test_trs_in_order() -> None:
    assert load(TRS, f"{NAME}.html")[1] == list(TRS)


def test_trs_written_out_and_with_an_element() -> None:
    script = (
        "<script>var currentPage = {0}\nvar countPage = 2\ndocument.write('<a href=\"t7_1.htm\">')"
    )
    pages = {
        "/a/t7.htm": page(html(TEXTS[0], pager=script.format(0) + "</script>")),
        "/a/t7_1.htm": page(html(TEXTS[1], pager=script.format(1) + "</script>")),
        "/b/t8.htm": page(
            html(TEXTS[0], pager="<script>createPageHTML('page', 2, 0, 't8', 'htm', 30)</script>")
        ),
        "/b/t8_1.htm": page(html(TEXTS[1])),
    }
    assert load(pages, "/a/t7.htm")[0] == list(TEXTS[:2])
    assert load(pages, "/b/t8.htm")[0] == list(TEXTS[:2])


@pytest.mark.parametrize(
    "addresses",
    [
        ["/zw/content_5120.htm", "/zw/content_5120_2.htm", "/zw/content_5120_3.htm"],
        ["/zw/content_5120.htm", "/zw/content_5120-2.htm", "/zw/content_5120-3.htm"],
        ["/zw/c5120.html", "/zw/c5120_1.html", "/zw/c5120_2.html"],
        ["/the-old-mill-opens/", "/the-old-mill-opens/2/", "/the-old-mill-opens/3/"],
        ["/articles/5120", "/articles/5120?page=2", "/articles/5120?page=3"],
        ["/show.asp?id=7", "/show.asp?id=7&page=2", "/show.asp?id=7&page=3"],
        ["/articles/5120", "/articles/5120?page=1", "/articles/5120?page=2"],
        ["/c_5120_1.html", "/c_5120_2.html", "/c_5120_3.html"],
    ],
    ids=lambda addresses: addresses[1],
)
@pytest.mark.parametrize("given", [0, 1, 2])
def test_number_links_from_any_page(addresses: list[str], given: int) -> None:
    got, paths = load(linked(addresses), addresses[given])
    assert got == list(TEXTS[:3])
    assert sorted(paths) == sorted(addresses)


@pytest.mark.parametrize(
    "label",
    [
        "下一页",
        "下一頁>>",
        "次へ",
        "次のページ：水車のこと",
        "다음 페이지",
        "Далее",
        "Next page »",
        "›",
    ],
)
def test_the_next_link_alone(label: str) -> None:
    names = ["/mill-9.html", "/mill-9_2.html", "/mill-9_3.html", "/mill-9_4.html"]
    following = [f'<p><a href="{name}">{label}</a></p>' for name in names[1:]] + [""]
    pages = {
        name: page(html(text, pager=link))
        for name, text, link in zip(names, TEXTS, following, strict=True)
    }
    got, paths = load(pages, names[0])
    assert (got, paths) == (list(TEXTS), names)


def test_rel_next_in_the_head_and_a_pager_that_shows_a_few_numbers() -> None:
    pages = {
        "/mill/5": page(html(TEXTS[0], head='<link rel="next" href="/mill/5?page=2">')),
        "/mill/5?page=2": page(html(TEXTS[1], head='<link rel="prev" href="/mill/5">')),
        "/m8.html": page(
            html(TEXTS[0], pager='<a href="m8_2.html">2</a> … <a href="m8_4.html">4</a>')
        ),
        "/m8_2.html": page(
            html(TEXTS[1], pager='<a href="m8.html">1</a> <a href="m8_3.html">3</a>')
        ),
        "/m8_3.html": page(
            html(TEXTS[2], pager='<a href="m8.html">1</a> <a href="m8_4.html">4</a>')
        ),
        "/m8_4.html": page(
            html(TEXTS[3], pager='<a href="m8.html">1</a> <a href="m8_3.html">3</a>')
        ),
    }
    assert load(pages, "/mill/5")[0] == list(TEXTS[:2])
    assert load(pages, "/m8.html")[0] == list(TEXTS)


def test_a_middle_page_whose_first_is_not_known_is_read_onward() -> None:
    back, on = '<a href="mill_{}.html">上一页</a>', '<a href="mill_{}.html">下一页</a>'
    pages = {
        "/mill_2.html": page(html(TEXTS[1], pager=back.format(1) + on.format(3))),
        "/mill_3.html": page(html(TEXTS[2], pager=back.format(2))),
    }
    assert load(pages, "/mill_2.html") == ([TEXTS[1], TEXTS[2]], list(pages))


def test_one_page_reads_the_given_one_and_asks_for_no_other() -> None:
    assert load(TRS, f"{NAME}_1.html", pages=1) == ([TEXTS[1]], [f"{NAME}_1.html"])


def test_the_joined_article() -> None:
    lead = "<p>　　<b>编者按：</b>记者走访了青溪村，听村民讲老磨坊的新故事，今天刊出。</p>"
    note = "<p>　　本文图片由青溪村提供，转述时请说明出处和作者，谢谢各位读者的理解。</p>"
    cut = "水轮每天上午九点开始转，工作人员会打开水闸，让溪水沿着石槽流进来，"
    figure = '<p><img src="w1.jpg"></p><p>修好的水轮（王小满摄）</p>'
    goes_on = "推动水轮慢慢转动，整个过程大约要十分钟。"
    opening, tools = "<p>　　<b>一、开门</b></p>", "<p>　　<b>二、看农具</b></p>"
    days = "<ol><li>周一闭馆</li><li>周六讲故事</li></ol>"
    contents = (
        (lead, figure, opening, TEXTS[0], cut, note),
        (lead, goes_on, tools, TEXTS[1], note),
        (lead, figure, TEXTS[2], days, note),
    )
    pages = {
        name: page(html(*content, pager=trs(3, index), editor="林一舟" if index == 2 else ""))
        for index, (name, content) in enumerate(zip(TRS, contents, strict=True))
    }
    with serving(pages) as server:
        article = langdu.load(f"{server.url}{NAME}_1.html", allow_private=True)
        shown = render(article).replace(server.url, "https://portal.example")
    if os.environ.get("LANGDU_WRITE_GOLDENS"):
        GOLDEN.write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.read_text("utf-8")
    assert langdu.from_json(langdu.to_json(article)) == article
