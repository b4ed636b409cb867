"""Whatever a page holds: an article whose JSON reads back the same, or an error of langdu's own."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from langdu.article_json import from_json, to_json
from langdu.errors import ExtractError, LangduError
from langdu.extraction import explain, extract
from langdu.page import Page, PageKind

GOLDENS = [p.read_text("utf-8") for p in sorted((Path(__file__).parent / "goldens").glob("*.html"))]
PIECES = st.sampled_from(
    "<p> </p> <div> </div> <br> <ul><li> </ul> <ol> <table><tr><td> </table> <b> </b> <a href='x'> "
    "</a> <img src=a.jpg> <h2> </h2> <ruby>字<rt>じ</rt></ruby> <pre> <blockquote> <script> <!-- "
    "<video src=v.mp4> <figure> <figcaption> 正文。 Text. 时间：2020-01-02 来源： 附件： "
    "编辑： &nbsp; &#0; "
    "当前位置：首页>新闻 责任编辑：王 一、标题 图为 <td colspan=99999> <ol start=-3> </html> "
    "<sup>2</sup>".split(" ")
)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def holds(text: str, kind: PageKind) -> None:
    try:
        article = extract(Page(text, kind, url="https://e.example/a/", base="https://e.example/a/"))
    except LangduError:
        return
    assert from_json(to_json(article)) == article


@quick
@given(st.text())
def test_any_text(text: str) -> None:
    holds(text, "text")
    holds(text, "html")
    holds(text, "json")


@quick
@given(st.lists(st.one_of(PIECES, st.text(max_size=8))))
def test_any_markup(pieces: list[str]) -> None:
    holds(" ".join(pieces), "html")


@quick
@given(st.sampled_from(GOLDENS), st.data())
def test_damaged_pages(page: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, min(len(page), start + 400)))
    middle = "".join(data.draw(st.lists(PIECES, max_size=5)))
    holds(page[:start] + middle + page[end:], "html")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<body><script>var a = 'text.';</script></body>",
        "<nav><a href=/>Home</a><a href=/n>News</a></nav>",
        "<body><ul><li><a href=/1>首页</a></li><li><a href=/2>政务</a></li></ul></body>",
        "<!-- nothing -->",
    ],
)
def test_pages_without_an_article(page: str) -> None:
    with pytest.raises(ExtractError) as caught:
        extract(Page(page))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "ruby", "a"])
def test_deep_nesting(tag: str) -> None:
    text = f"<{tag}>" * 100_000 + "<p>There is a sentence in here, and it is deep.</p>"
    holds(text, "html")


def test_twenty_megabytes_take_seconds() -> None:
    line = "绿水青山就是金山银山，这是一句很普通的话。A plain sentence follows here. " * 8
    started = time.process_time()
    article = extract(Page("<html><body>" + f"<p>{line}</p>" * 3000 + "</body></html>"))
    assert len(article.blocks) >= 1
    extract(Page("\n\n".join(f"{index} {line}" for index in range(3000)), "text"))
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "shape",
    [
        "<ul><li>" * 500 + "<li>a word" * 10_000 + "<h2>Head</h2>",
        "<ul>" + "<li><img src=/a.jpg>a word" * 10_000 + "</ul>",
        "<dl>" + "<dt>a word<dd>what it means" * 5_000 + "</dl>",
        "<table><tr><td>" * 500 + "<p>a word" * 10_000,
        "<figure>" * 500 + "<p>a word" * 10_000 + "<table><tr><td>x</table>",
        "<img src=/a.jpg><p>A short line</p>" * 5_000,
        "<blockquote>" * 1000 + "<p>A sentence is here.</p>" * 5_000,
        "<ruby>" + "<span>" * 1000 + "<b>x</b>" * 10_000,
        "<em><span lang=fr>" * 700 + "<p>A sentence is here.</p>" * 5_000,
        "a line<br>" * 10_000,
        "<p>" + "word<sup><a href=#n>[1]</a></sup> " * 5_000 + "<p id=n>[1] The note.",
        "<p>" + "<a href=/x.pdf>file</a> <a href=/v>View</a> " * 2_500,
        "<math><msup><mi>x</mi><mn>2</mn></msup></math>" * 5_000,
        "<p><b>第一章 海</b></p><p><b>（目的）</b></p><p>There is a sentence.</p>" * 2_500,
    ],
    ids=lambda shape: shape[:12],
)
def test_wide_and_deep_pages_take_seconds(shape: str) -> None:
    prose = "<p>There is a sentence in here, and it is long enough to be prose.</p>" * 3
    started = time.process_time()
    holds(f"<html><body><article>{prose}{shape}</article></body></html>", "html")
    assert time.process_time() - started < 6  # 1 s here; a square takes 10 s and more


def test_every_removal_has_a_reason() -> None:
    for page in GOLDENS:
        found = explain(Page(page))
        assert found.removals
        assert all(r.rule and r.reason and r.text for r in found.removals)
        assert {"title"} <= {origin.field for origin in found.origins}


def test_json_is_taken_as_it_is() -> None:
    article = extract(Page(GOLDENS[0]))
    assert extract(Page(to_json(article), "json")) == article


def test_scripts_in_addresses_are_dropped() -> None:
    page = """<article><p>A sentence with <a href="javascript:alert(1)">a trap</a> and another
    <a href="/ok">way out</a>, long enough to be prose in every respect.</p>
    <img src="javascript:x"><img src="ftp://h/a.jpg"><img src="/b.jpg"></article>"""
    text = to_json(extract(Page(page, url="https://e.example/", base="https://e.example/")))
    assert "javascript" not in text
    assert "ftp:" not in text
    assert "https://e.example/ok" in text
    assert "https://e.example/b.jpg" in text
