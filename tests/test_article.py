"""The article itself: what it says of its text."""

from langdu.article import (
    Article,
    Attachment,
    Block,
    Cell,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Sentence,
    Table,
)


def said(id: str, *texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(f"{id}.s{n}", text) for n, text in enumerate(texts, 1))


def article(*blocks: Block) -> Article:
    return Article("en", blocks, title="The title", published="2020-03-30", keywords=("word",))


def test_the_text_is_the_body_with_a_blank_line_between_blocks() -> None:
    shown = article(
        Heading("b1", 2, said("b1", "One ")),
        Paragraph("b2", said("b2", "First. ", "Second. ")),
        Figure("b3", "https://a.example/p.png", "not in the text", said("b3", "A caption")),
        Attachment("b4", "https://a.example/f.pdf", said("b4", "A file")),
    )
    assert shown.text == "One\n\nFirst. Second.\n\nA caption\n\nA file"


def test_items_rows_and_lines_of_code_are_a_line_each() -> None:
    inner = List("b1.i1.l", False, 1, (ListItem("b1.i1.l.i1", said("b1.i1.l.i1", "inner")),))
    shown = article(
        List(
            "b1",
            True,
            3,
            (
                ListItem("b1.i1", said("b1.i1", "outer"), inner),
                ListItem("b1.i2", said("x", "last")),
            ),
        ),
        Table(
            "b2",
            said("b2.c", "Prices"),
            ((Cell("b2.r1.c1", said("a", "Tea"), header=True), Cell("b2.r1.c2", said("b", "2"))),),
        ),
        Code("b3", "\nx = 1\n  y = 2\n"),
    )
    assert shown.text == "outer\ninner\nlast\n\nPrices\nTea\t2\n\nx = 1\n  y = 2"


def test_a_picture_without_a_caption_leaves_no_gap() -> None:
    shown = article(
        Paragraph("b1", said("b1", "Before.")),
        Figure("b2", "https://a.example/p.png", None, ()),
        Paragraph("b3", said("b3", "After.")),
    )
    assert shown.text == "Before.\n\nAfter."
    assert article().text == ""
