"""Lists, tables, headings, quotations and formulas."""

import pytest

from .blocks import blocks

P = "<p>There is a sentence here, and it says something about the thing above it.</p>"
PROSE = "paragraph | There is a sentence here, and it says something about the thing above it."


def test_described_terms_are_a_list() -> None:
    assert blocks("<dl><dt>Quay</dt><dd>A wall.</dd><dt>Net</dt><dd>A bag.</dd></dl>") == [
        "list",
        "  - Quay⏎¦A wall.",
        "  - Net⏎¦A bag.",
    ]


def test_indented_text_is_no_list() -> None:
    assert blocks("<dl><dd>It lay there all day, and nobody came to see it.</dd></dl>") == [
        "paragraph | It lay there all day, and nobody came to see it."
    ]


def test_numbers_that_jump_begin_a_list() -> None:
    assert blocks("<ol><li value=3>a</li><li>b</li><li value=9>c</li></ol>") == [
        "ordered from 3",
        "  - a",
        "  - b",
        "ordered from 9",
        "  - c",
    ]


def test_two_lists_in_an_item_are_kept() -> None:
    found = blocks("<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li><li>d</li></ul>")
    assert [line.strip() for line in found if "-" in line] == ["- a", "- b", "- c", "- d"]


@pytest.mark.parametrize("caption", ["表1　各船大小", "<b>表一 各船大小</b>", "附表2：各船大小"])
def test_the_line_above_a_table_is_its_caption(caption: str) -> None:
    table = "<table><tr><th>船</th><th>长</th></tr><tr><td>一号</td><td>9</td></tr></table>"
    found = blocks(f"<p>{caption}</p><p>单位：米</p>{table}", lang="zh")
    assert len(found) == 3
    assert found[0].startswith("table | ")
    assert "各船大小 ¦单位：米" in found[0]


def test_a_sentence_about_a_table_is_no_caption() -> None:
    table = "<table><tr><th>Boat</th><th>Feet</th></tr><tr><td>One</td><td>9</td></tr></table>"
    found = blocks(f"<p>Table 1 shows how long the boats of the harbour were.</p>{table}")
    assert found[1] == "table"


def test_a_bold_first_row_is_a_header() -> None:
    found = blocks(
        "<table><tr><td><b>Boat</b></td><td><b>Feet</b></td></tr>"
        "<tr><td>One</td><td>9</td></tr></table>"
    )
    assert found == ["table", "  *Boat* | *Feet*", "  One | 9"]


@pytest.mark.parametrize(
    ("headings", "levels"),
    [
        ("<h2>a</h2> <h4>b</h4> <h2>c</h2>", "2 3 2"),
        ("<h3>a</h3> <b>b</b> <h3>c</h3>", "2 3 2"),
        ("<b>第一章 总则</b> <b>第一条 目的</b> <b>第二章 附则</b>", "2 3 2"),
        ("<b>一、海</b> <b>（一）船</b> <b>1.网</b> <b>二、岸</b> <b>（一）人</b>", "2 3 4 2 3"),
        ("<b>前言</b> <b>一、海</b> <b>二、岸</b> <b>结语</b>", "2 2 2 2"),
        ("<b>1．日時</b> <b>2．会場</b> <b>（1）天体観測</b> <b>3．申込み</b>", "2 2 3 2"),
        ("<h2>집</h2> <b>가. 창문</b> <b>나. 문</b> <h2>밖</h2>", "2 3 3 2"),
        ("<b>Глава 1. Сад</b> <b>Статья 1. Вход</b> <b>Глава 2. Пруд</b>", "2 3 2"),
    ],
)
def test_levels_follow_nesting(headings: str, levels: str) -> None:
    parts = headings.replace("> <", ">\n<").split("\n")
    page = "".join((f"<p>{one}</p>" if one.startswith("<b>") else one) + P for one in parts)
    found = [line.split()[1] for line in blocks(page) if line.startswith("heading")]
    assert " ".join(found) == levels


def test_a_title_right_above_a_chapter_is_over_it() -> None:
    page = f"<p><b>规定</b></p><p><b>第一章 总则</b></p>{P}<p><b>第二章 附则</b></p>{P}"
    found = [line for line in blocks(page) if line.startswith("heading")]
    assert found == ["heading 2 | 规定", "heading 3 | 第一章 总则", "heading 3 | 第二章 附则"]


@pytest.mark.parametrize(
    ("lang", "written"),
    [("en", "“a ‘b’ c”"), ("ja", "「a 『b』 c」"), ("ru", "«a „b“ c»"), ("zh", "“a ‘b’ c”")],
)
def test_quotation_marks_are_written(lang: str, written: str) -> None:
    found = blocks("<p>He said: <q>a <q>b</q> c</q>, and then he went away.</p>", lang=lang)
    assert found == [f"paragraph | He said: {written}, and then he went away."]


def test_quotation_marks_are_not_written_twice() -> None:
    assert blocks("<p>He said: <q>“Go”</q>, and then he went away.</p>") == [
        "paragraph | He said: “Go”, and then he went away."
    ]


def test_formulas_are_text() -> None:
    found = blocks(
        "<p>The area is <math><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></math> or "
        '<math alttext="half of it"><mfrac><mi>x</mi><mi>y</mi></mfrac></math>, as you know.</p>'
    )
    assert found == ["paragraph | The area is πr2 or half of it, as you know.{sup 2}"]


def test_whose_a_quotation_is() -> None:
    quote = "<blockquote><p>It waits.</p><footer>— A. Lee</footer></blockquote>"
    assert blocks(quote) == ["quote | It waits.", "quote | — A. Lee"]


def test_refrains_stay_and_copies_go() -> None:
    text = "The boat is gone, the boat is gone, and nobody knows the way that it has taken to go."
    line = f"paragraph | {text}"
    assert blocks(f"<p>{text}</p>{P}<p>{text}</p>") == [line, PROSE, line]
    assert blocks(f'<div class="lead"><p>{text}</p></div>{P}<p>{text}</p>') == [line, PROSE]
    copy = f'<div class="mobile">{P}<p>{text}</p></div>'
    assert blocks(f"{P}<p>{text}</p>{copy}") == [PROSE, line]


def test_a_quotation_pulled_out_of_the_text_goes() -> None:
    found = blocks(
        "<p>She said: “The boat was never mine to give,” and left.</p>"
        '<div class="pullquote">“The boat was never mine to give”</div>'
    )
    assert len(found) == 1


def test_files_with_their_sizes() -> None:
    found = blocks(
        '<p>附件：</p><p>1. <a href="/a.pdf">船</a>（pdf，1.2 MB）　2. <a href="/b.doc">网.doc</a> '
        '<a href="/v?id=2">预览</a></p>',
        lang="zh",
    )
    assert found == [
        "attachment https://e.example/a.pdf | 船（pdf，1.2 MB）",
        "attachment https://e.example/b.doc | 网.doc",
    ]
