"""Bars above and below a text go; what a text says of people and days stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.article import block_text
from langdu.extraction import extract
from langdu.extraction.rules.bar_lines import Known, is_byline
from langdu.page import Page

from .pages import PROSE, SENTENCES, texts

NAMES = Known(("jane roe", "邵文清"), ("the alder post", "云泽日报"))


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe | May 5, 2024 10:15 am BST",
        "by M. Tully",
        "Updated 5 hours ago",
        "3小时前",
        "First published on Mon 20 May 2024",
        "By Staff Reporters",
        "Jane Roe",
        "JANE ROE, Nov. 19, 2019, 8:41 AM UTC",
        "May 20, 2024, 9:01 AM GMT+8 / Source: The Alder Post",
        "Oct 15, 2015 · 18 min read",
        "Updated at 1:23 p.m.",
        "(Alder Daily Online) 11:35, November 23, 2022",
        "24 July 2015\nFrom the section Rivers & Lakes\ncomments",
        "sexta-feira, 22 de outubro de 2010 às 20:13",
        "12 марта 2024 г., 07:05 (мск)",
        "Анна Ким, 1 сентября 2023, 08:45 Просмотры: 340",
        "邵文清 6月11日 19:30",
        "「浜音日報」2023年8月11日",
        "ページ番号1004321",
        "한유진 기자 yujin@alder.example",
        "댓글 3",
    ],
)
def test_a_line_of_a_bar(line: str) -> None:
    known = Known((*NAMES.authors, "анна ким"), NAMES.others)
    assert is_byline(line, known)


@pytest.mark.parametrize(
    "line",
    [
        "By the river",
        "By 2030 the bridge will have paid for itself",
        "29 November 2018 | 20 January 2019",
        "May 2024",
        "March",
        "2024",
        "10:00",
        "The Alder Post",
        "云泽日报",
        "What Jane Roe saw on May 5, 2024",
        "5月3日",
        "Chapter 1",
        "12 comments on the plan of the bridge",
    ],
)
def test_no_line_of_a_bar(line: str) -> None:
    assert not is_byline(line, NAMES)


@given(st.text(max_size=300))
def test_any_line_can_be_asked_about(line: str) -> None:
    assert is_byline(line, NAMES) in (True, False)


def test_a_list_of_dates_and_counters_above_the_text_is_a_bar() -> None:
    items = "".join(
        f"<li>{text}</li>"
        for text in ("19 November 2019", "From the section Rivers", "By Jane Roe", "3 comments")
    )
    assert texts(f"<article><ul>{items}</ul>{PROSE}</article>") == list(SENTENCES)


def test_a_list_of_days_is_a_calendar() -> None:
    days = "".join(f"<li>{day} May 2024</li>" for day in (3, 10, 17))
    assert texts(f"<article><ul>{days}</ul>{PROSE}</article>")[1:] == list(SENTENCES)


def test_a_page_that_is_a_list_of_short_notes_keeps_it() -> None:
    items = "<li>19 November 2019</li><li>By Jane Roe</li><li>From the section Rivers</li>"
    assert len(texts(f"<article><h1>The bridge</h1><ul>{items}</ul></article>")) == 1


def test_a_list_that_says_more_is_text() -> None:
    items = "<li>By Jane Roe</li><li>What the bridge has cost the town until now</li>"
    got = texts(f"<article><ul>{items}</ul>{PROSE}</article>")
    assert "cost the town" in got[0]


def test_a_date_that_ends_with_a_stop_is_no_prose() -> None:
    got = texts(f"<article><p>By Jane Roe</p><p>May 5, 2024, 8:41 a.m.</p>{PROSE}</article>")
    assert got == list(SENTENCES)


def test_a_byline_between_the_summary_and_the_text_goes() -> None:
    summary = "<p>After three years of work the town can cross its river again.</p>"
    byline = '<p itemprop="author">Jane Roe</p><p>By Jane Roe, May 5, 2024, 8:41 AM</p>'
    article = f'<article itemscope itemtype="https://schema.org/Article">{summary}{byline}'
    assert texts(f"{article}{PROSE}</article>") == [
        "After three years of work the town can cross its river again.",
        *SENTENCES,
    ]


def test_the_name_of_the_account_that_posts_goes_where_only_a_meta_tells_it() -> None:
    head = '<meta property="article:author" content="The Alder Post Online">'
    page = (
        f'<html lang="en"><head><title>The bridge</title>{head}</head><body><h1>The bridge</h1>'
        f"<article><h2>The Alder Post Online</h2>{PROSE}</article></body></html>"
    )
    article = extract(Page(page, "html"))
    assert [block_text(block) for block in article.blocks] == list(SENTENCES)
    assert article.author == "The Alder Post Online"


def test_a_day_between_paragraphs_is_a_heading_of_a_chronicle() -> None:
    got = texts(f"<article>{PROSE}<p>May 5, 2024</p>{PROSE.replace('Alder', 'Elm')}</article>")
    assert "May 5, 2024" in got


def test_the_path_of_columns_above_the_text_goes() -> None:
    path = '<div>Home &gt; News &gt; <a href="/news/bridges">Bridges</a></div>'
    assert texts(f"<article>{path}{PROSE}</article>") == list(SENTENCES)


def test_the_name_and_the_day_that_sign_a_document_stay() -> None:
    html = (
        '<html lang="zh"><head><title>关于开放公园的通知</title>'
        '<meta name="author" content="青石市人民政府"></head><body><article>'
        "<p>经市政府研究决定，青石公园自下月起每日开放，请各有关单位认真做好准备工作。</p>"
        "<p>公园开放期间，任何单位和个人不得占用道路，不得损坏公园设施，违者依法处理。</p>"
        "<p>青石市人民政府</p><p>2022年3月2日</p></article></body></html>"
    )
    article = extract(Page(html, "html"))
    assert [block_text(block) for block in article.blocks][2:] == ["青石市人民政府", "2022年3月2日"]


def test_a_reporter_with_an_address_signs_wherever_it_is() -> None:
    sign = "<p>한유진 기자 yujin@alder.example</p>"
    more = "<p>The ferry stops at the end of the month, after a hundred and twelve years.</p>"
    assert len(texts(f"<article>{PROSE}{sign}{more * 3}</article>")) == len(
        texts(f"<article>{PROSE}{more * 3}</article>")
    )


def test_a_reporter_who_signs_below_the_text_is_its_author() -> None:
    dated, signed = "<p>입력 2024.05.20 오전 10:05</p>", "<p>한유진 기자 yujin@alder.example</p>"
    body = f"<h1>The bridge</h1>{dated}<article>{PROSE}{PROSE}{signed}</article>"
    article = extract(Page(f"<html lang=ko><body>{body}</body></html>", "html"))
    assert (article.author, article.published) == ("한유진", "2024-05-20T10:05")


def test_the_counter_of_visitors_goes() -> None:
    got = texts(f"<article>{PROSE}<p>You are visitor number 1,204</p></article>")
    assert got == list(SENTENCES)


FILES = (
    '<div class="files"><b>Attached files</b><ul>'
    '<li><a href="/down.do?file=rule.hwp">The whole rule.hwp</a> <a href="/show?1">Preview</a></li>'
    '<li><a href="/f/form.pdf">Form.pdf</a></li></ul></div>'
)


def test_files_beside_the_body_are_the_articles() -> None:
    body = f'<div class="article-body">{PROSE}</div>'
    head = "<h1>The bridge</h1>"
    above = texts(f"<div id='page'>{head}{FILES}{body}</div>")
    below = texts(f"<div id='page'>{head}{body}{FILES}</div>")
    assert above == ["The whole rule.hwp", "Form.pdf", *SENTENCES]
    assert below == [*SENTENCES, "The whole rule.hwp", "Form.pdf"]
