"""References and their notes."""

import pytest

from langdu.article import Paragraph
from langdu.extraction import extract
from langdu.page import Page

from .blocks import ABOVE, BELOW, URL


def notes(body: str) -> tuple[list[tuple[str, str | None]], list[str]]:
    """The references with their notes, and the texts of the blocks."""
    page = f'<html lang="en"><body><article><p>{ABOVE}</p>{body}</article></body></html>'
    article = extract(Page(page, url=URL, base=URL))
    found = [
        (sentence.text[mark.start : mark.end], mark.value)
        for sentence in article.sentences
        for mark in sentence.marks
        if mark.kind == "note"
    ]
    texts = [
        "".join(s.text for s in block.sentences)
        for block in article.blocks
        if isinstance(block, Paragraph)
    ]
    return found, texts


@pytest.mark.parametrize(
    ("reference", "note", "sign"),
    [
        ('<sup><a href="#n">1</a></sup>', '<ol><li id="n">Salt.</li></ol>', "1"),
        ('<sup>[<a href="#n">1</a>]</sup>', '<ol><li id="n">Salt.</li></ol>', "[1]"),
        ('<a href="#n"><sup>*</sup></a>', '<p id="n">* Salt.</p>', "*"),
        ('<a href="#n" id="r">[1]</a>', '<p id="n"><a href="#r">[1]</a> Salt.</p>', "[1]"),
        (f'<a href="{URL}#n">[1]</a>', '<p><a name="n"></a>[1] Salt.</p>', "[1]"),
        ('<sup><a href="#n">a</a></sup>', '<p id="n"><sup>a</sup> Salt.</p>', "a"),
        (
            '<sup id="r"><a href="#n">[1]</a></sup>',
            '<ul><li id="n"><span><a href="#r">^</a></span> Salt.</li></ul>',
            "[1]",
        ),
    ],
)
def test_a_reference_takes_its_note(reference: str, note: str, sign: str) -> None:
    found, texts = notes(f"<p>The sea is salt{reference} and cold, as everybody knows.</p>{note}")
    assert found == [(sign, "Salt.")]
    assert texts == [ABOVE, f"The sea is salt{sign} and cold, as everybody knows."]


@pytest.mark.parametrize(
    "body",
    [
        '<p>See <a href="#form">the form below</a> for more of it.</p><p id="form">Your name</p>',
        '<p>See part <a href="#two">2</a> for more of it.</p><h2 id="two">2 Nets</h2>',
        '<p>See part <a href="#two">2</a> for more of it.</p><p id="two">The nets are dry.</p>',
        '<p>Nothing is there<sup><a href="#gone">3</a></sup>, it seems to us.</p>',
        '<p id="n">1 Salt.</p><p>The sea is salt<sup><a href="#n">1</a></sup> and cold, too.</p>',
    ],
    ids=["words", "heading", "neither raised nor back", "no target", "above"],
)
def test_other_links_into_the_page_are_no_references(body: str) -> None:
    found, texts = notes(f"{body}<p>{BELOW}</p>")
    assert found == []
    assert texts[-1] == BELOW


def test_the_heading_of_the_notes_goes_with_them() -> None:
    found, texts = notes(
        '<p>Salt<sup><a href="#a">1</a></sup> and ice<sup><a href="#b">2</a></sup> are there.</p>'
        '<h2>Notes</h2><p id="a">1. One.</p><p id="b">2. Two.</p>'
    )
    assert [value for _, value in found] == ["One.", "Two."]
    assert texts == [ABOVE, "Salt1 and ice2 are there."]


def test_a_list_with_more_than_notes_stays() -> None:
    page = (
        f'<html lang="en"><body><article><p>{ABOVE}</p>'
        '<p>The sea is salt<sup><a href="#a">1</a></sup> and cold, as everybody knows.</p>'
        '<ol><li id="a">Salt.</li><li>A book about the sea.</li></ol></article></body></html>'
    )
    article = extract(Page(page, url=URL, base=URL))
    assert "A book about the sea." in [s.text for s in article.sentences]


def test_a_note_may_have_many_references() -> None:
    many = '<p>Salt <sup><a href="#a">1</a></sup> is in it, and in this as well.</p>' * 3000
    found, _ = notes(f'{many}<p id="a">1 Common.</p>')
    assert len(found) == 3000
    assert {value for _, value in found} == {"Common."}
