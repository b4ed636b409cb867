"""Markdown that langdu wrote is read back as the article that it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings

import langdu
from langdu.article import Article, Cell, Code, Figure, Mark, Paragraph, Sentence, Table, block_text
from langdu.errors import ArticleError
from langdu.publishing import publish, render_markdown
from langdu.publishing.safe import clean_text, one_line
from tests.publishing.hostile_text import FEW as HOSTILE
from tests.publishing.hostile_text import everywhere_once as everywhere
from tests.publishing.page import words
from tests.publishing.samples import article, png
from tests.strategies import articles

S = Sentence


def back(source: Article) -> Article:
    return langdu.load(render_markdown(source).encode())


def test_the_demo_page_comes_back_whole(demo_page: Path) -> None:
    source = langdu.load(demo_page)
    # pictures on this machine have no place in a file for others
    blocks = tuple(replace(b, image=None) if isinstance(b, Figure) else b for b in source.blocks)
    assert len(blocks) > 8
    assert back(source) == replace(source, blocks=blocks)


@pytest.mark.parametrize("lang", ["zh", "en", "ja", "ko", "ru"])
def test_every_kind_of_block_comes_back(lang: str) -> None:
    source, found = article(lang), back(article(lang))
    assert [type(block) for block in found.blocks] == [type(block) for block in source.blocks]
    assert [s.id for s in found.sentences if ".r" not in s.id] == [
        s.id for s in source.sentences if ".r" not in s.id
    ]
    assert found.translation == source.translation
    head = ("lang", "title", "url", "site", "published", "source", "author", "column")
    assert [getattr(found, name) for name in head] == [getattr(source, name) for name in head]
    first, same = source.blocks[0], found.blocks[0]
    assert isinstance(first, Figure)
    caption = tuple(replace(s, text=s.text.strip()) for s in first.sentences)
    assert same == replace(first, sentences=caption)


def marked(text: str, *marks: Mark) -> Sentence:
    source = Article("en", (Paragraph("b1", (S("b1.s1", text, marks),)),), title="t")
    (found,) = back(source).sentences
    assert found.text == text
    return found


@pytest.mark.parametrize(
    "mark",
    [
        Mark("strong", 1, 3),
        Mark("em", 0, 4),
        Mark("sub", 3, 4),
        Mark("sup", 0, 1),
        Mark("ruby", 1, 3, "a|b <c> “d”"),
        Mark("lang", 1, 3, "ja"),
        Mark("link", 0, 4, "https://x.example/?a=(1)&copy;|"),
        Mark("note", 4, 4, "A *note*. 1) With <b>signs</b>"),
        Mark("note", 1, 3, "For what stands there"),
    ],
    ids=lambda mark: f"{mark.kind}-{mark.start}",
)
def test_a_mark_comes_back(mark: Mark) -> None:
    (found,) = marked("ab漢d", mark).marks
    expected = mark
    if mark.kind == "link":
        expected = replace(mark, value="https://x.example/?a=(1)&copy;%7C")
    if mark.kind == "note" and mark.start == 1:
        expected = replace(mark, start=3)  # no sign of a note: its number goes behind it
    assert found == expected


def test_a_notes_own_sign_comes_back() -> None:
    assert marked("Water[3] is", Mark("note", 5, 8, "H2O")).marks == (Mark("note", 5, 8, "H2O"),)


def test_sentences_that_langdu_would_cut_otherwise_stay() -> None:
    texts = ("No stop here ", "One. Two. ", "end")
    sentences = tuple(S(f"b1.s{n}", text) for n, text in enumerate(texts, 1))
    source = Article("en", (Paragraph("b1", sentences),), title="t")
    assert back(source) == source
    plain = Article("en", (Paragraph("b1", (S("b1.s1", "One. "), S("b1.s2", "Two."))),), title="t")
    assert "<wbr>" not in render_markdown(plain)
    assert back(plain) == plain


def test_pictures_captions_and_tables_find_each_other() -> None:
    cell = Cell("b4.r1.c1", (S("b4.r1.c1.s1", "a|b"),))
    blocks = (
        Figure("b1", "https://x.example/1.png", None, ()),
        Figure("b2", None, None, (S("b2.s1", "图：a caption"),)),
        Figure("b3", None, "An alternative text", ()),
        Table("b4", (S("b4.c1", "caption"),), ((cell,),)),
        Table("b5", (), ((replace(cell, id="b5.r1.c1",
                                  sentences=(S("b5.r1.c1.s1", "x"),)),),)),
        Table("b6", (S("b6.c1", "no rows"),), ()),
        Figure("b7", None, "alt", (S("b7.s1", "caption"),)),
        Paragraph("b8", (S("b8.s1", "<b>Figure: </b>x"),)),
        Code("b9", "<!-- notes -->\n---"),
    )  # fmt: skip
    source = Article("en", blocks, title="t")
    assert back(source) == source


@settings(deadline=None, max_examples=25)
@given(articles())
@example(everywhere("|\\`*_[]<>"))
def test_what_came_back_once_comes_back_always(source: Article) -> None:
    found = back(source)
    assert back(found) == found
    assert found.lang == source.lang
    assert [t for t in map(_text, found.blocks) if t] == [t for t in map(_text, source.blocks) if t]


def _text(block: langdu.Block) -> str:
    if isinstance(block, Table):  # cells of spans are slots of their own
        return ""
    if isinstance(block, Code):
        return clean_text(block.text).strip()
    return words(block_text(block)).replace(" ", "")


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_comes_back_as_text(value: str) -> None:
    source = everywhere(value)
    found = back(source)
    assert one_line(found.title) == one_line(source.title)
    assert found.translation == source.translation


def test_a_copied_picture_keeps_its_own_address(tmp_path: Path) -> None:
    source = article("zh")
    publish([source], tmp_path, formats=["markdown"], images=lambda url: png(2))
    found = langdu.load(tmp_path / "zh" / "article.md")
    assert isinstance(found.blocks[0], Figure)
    assert found.blocks[0].image == "https://portal.example/a/1.png"


def test_a_relative_picture_is_found_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(FRONT.replace("一。", "![x](images/1.png)"), "utf-8")
    (figure,) = langdu.load(file).blocks
    assert isinstance(figure, Figure)
    assert figure.image == (tmp_path / "images" / "1.png").as_uri()
    (nowhere,) = langdu.load(file.read_bytes()).blocks
    assert nowhere == replace(figure, image=None)


FRONT = '---\nlangdu: article/1\nlang: "zh"\n---\n\n<!-- text -->\n\n一。\n'


def test_the_least_markdown() -> None:
    assert langdu.load(FRONT.encode()) == Article("zh", (Paragraph("b1", (S("b1.s1", "一。"),)),))
    assert langdu.load(FRONT.replace("\n", "\r\n").encode()).text == "一。"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("---\n\n<!--", "\n<!--", "front matter has no end"),
        ('lang: "zh"', "lang: zh", "value for 'lang' that is no JSON"),
        ('lang: "zh"', "lang: " + "[" * 100_000, "value for 'lang' that is no JSON"),
        ('lang: "zh"', 'schema: "x"', "an unknown line: 'schema"),
        ('lang: "zh"', 'lang: "zh"\nlang: "en"', "an unknown line: 'lang"),
        ('lang: "zh"', "blocks: []", "an unknown line: 'blocks"),
        ('lang: "zh"', "lang: 7", "lang"),
        ('lang: "zh"\n', "", "lang"),
        ("<!-- text -->", "", "no line <!-- text -->"),
    ],
)
def test_broken_front_matter_is_one_clear_line(old: str, new: str, message: str) -> None:
    assert old in FRONT
    with pytest.raises(ArticleError, match=message) as caught:
        langdu.load(FRONT.replace(old, new).encode())
    assert "\n" not in str(caught.value)


def test_other_peoples_markdown_is_text() -> None:
    found = langdu.load(b"---\ntitle: x\n---\n\n# A heading\n\nA paragraph of a few words.\n")
    assert "A paragraph of a few words." in found.text


@pytest.mark.parametrize(
    "body", ["> " * 5000 + "x", "- " * 5000 + "x", "*a " * 50_000, "[" * 50_000]
)
def test_endless_nesting_ends(body: str) -> None:
    assert langdu.load(FRONT.replace("一。", body).encode()).lang == "zh"
