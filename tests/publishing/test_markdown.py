"""Markdown: what is read back is what was written."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from langdu.article import (
    Article,
    Cell,
    Code,
    Heading,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Sentence,
    Table,
)
from langdu.publishing import Edition, render_markdown
from langdu.publishing.markdown import write_markdown
from tests.publishing.page import words
from tests.publishing.samples import article
from tests.strategies import articles

S = Sentence


def read(text: str) -> list[Token]:
    text = text.partition("\n---\n")[2]  # the front matter is no Markdown
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def shown(token: Token) -> str:
    if token.type == "inline":
        return "".join(map(shown, token.children or []))
    return token.content if token.type in ("text", "text_special", "fence", "code_inline") else ""


def body(text: str, type: str) -> list[str]:
    """The texts directly behind each opening token of a type."""
    tokens = read(text)
    return [words(shown(b)) for a, b in pairwise(tokens) if a.type == type]


@settings(deadline=None, max_examples=150)
@given(st.text(min_size=1, max_size=40))
@example("1. x")
@example("- - -")
@example("+ a")
@example("=== ")
@example("&copy; &#42; AT&T")
@example("a | b\n--- | ---")
@example("[x]: http://a.example")
@example("C# ##")
@example("<http://a.example> ![x](y)")
@example("\\")
@example("    code")
@example("~~~")
@example("\u3000字")
def test_any_text_comes_back(value: str) -> None:
    cell = Cell("b5.r1.c1", (S("b5.r1.c1.s1", value),), header=True)
    blocks = (
        Paragraph("b1", (S("b1.s1", value),)),
        Heading("b2", 2, (S("b2.s1", value),)),
        Quote("b3", (S("b3.s1", value),)),
        List("b4", False, 1, (ListItem("b4.i1", (S("b4.i1.s1", value),)),)),
        Table("b5", (), ((cell,), (replace(cell, id="b5.r2.c1", header=False),))),
        Paragraph("b6", (S("b6.s1", "end"),)),
    )
    text = render_markdown(Article("en", blocks, title=f"t {value}"))
    clean = words(value)
    assert body(text, "heading_open") == [words(f"t {value}")] + ([clean] if clean else [])
    paragraphs = [p for p in body(text, "paragraph_open") if p]
    assert paragraphs == [clean] * 3 * bool(clean) + ["end"]
    assert body(text, "th_open") == body(text, "td_open") == [clean]


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=30), st.integers(0, 8))
def test_code_comes_back(value: str, ticks: int) -> None:
    value = "`" * ticks + value
    text = render_markdown(Article("en", (Code("b1", value),), title="t"))
    fences = [token.content for token in read(text) if token.type == "fence"]
    assert [" ".join(f.split()) for f in fences] == [words(value)]


@settings(deadline=None, max_examples=60)
@given(articles())
def test_any_article_can_be_markdown(source: Article) -> None:
    assert read(write_markdown(Edition(source)))


def written(source: Article) -> str:
    """The body alone."""
    return render_markdown(source).partition("<!-- text -->\n\n")[2]


def marked(text: str, *marks: Mark) -> str:
    block = Paragraph("b1", (S("b1.s1", text, marks),))
    return written(Article("zh", (block,), title="t")).splitlines()[0]


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("一二三", (Mark("strong", 1, 2),), "一**二**三"),
        ("说“好”了", (Mark("strong", 1, 4),), "说<strong>“好”</strong>了"),
        ("ab", (Mark("strong", 0, 1), Mark("strong", 1, 2)), "**a**<strong>b</strong>"),
        ("ab", (Mark("strong", 0, 2), Mark("em", 0, 2)), "<strong>*ab*</strong>"),
        ("H2O", (Mark("sub", 1, 2),), "H<sub>2</sub>O"),
        (
            "汉字",
            (Mark("ruby", 0, 2, "hànzì"),),
            "<ruby>汉字<rp>（</rp><rt>hànzì</rt><rp>）</rp></ruby>",
        ),
        ("a!b", (Mark("link", 2, 3, "http://x.example/(1)"),), r"a\![b](<http://x.example/(1)>)"),
        ("ab", (Mark("link", 0, 1, "javascript:x"),), "ab"),
        (
            "a",
            (Mark("link", 0, 1, "http://x.example/?a&copy;"),),
            "[a](http://x.example/?a&amp;copy;)",
        ),
    ],
)
def test_marks(text: str, marks: tuple[Mark, ...], expected: str) -> None:
    assert marked(text, *marks) == expected


def test_two_lists_in_a_row_stay_two() -> None:
    def items(name: str) -> List:
        return List(name, True, 1, (ListItem(f"{name}.i1", (S(f"{name}.s1", name),)),))

    text = render_markdown(Article("en", (items("a"), items("b"), items("c")), title="t"))
    assert [t.type for t in read(text)].count("ordered_list_open") == 3


def test_pictures_are_relative_where_copied() -> None:
    text = write_markdown(Edition(article("en"), images={"b1": "../images/b1.png"}))
    assert '![Readers at a long table](../images/b1.png "https://portal.example/a/1.png")\n' in text
    assert "![Readers at a long table](https://portal.example/a/1.png)\n" in render_markdown(
        article("en")
    )


def test_a_table_without_a_head_gets_an_empty_one() -> None:
    cells = (Cell("c1", (S("s1", "a|b"),)), Cell("c2", (S("s2", "c"),)))
    text = render_markdown(Article("en", (Table("b1", (), (cells,)),), title="t"))
    assert text.endswith("|  |  |\n| --- | --- |\n| a\\|b | c |\n")
