"""Hypothesis strategies: any article there can be."""

from typing import get_args

from hypothesis import strategies as st

from langdu.article import (
    Article,
    Attachment,
    Block,
    Cell,
    Check,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Mark,
    MarkKind,
    Model,
    Paragraph,
    Quote,
    Sentence,
    Table,
    Translation,
)

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
MAYBE = st.none() | WORDS
CODES = st.sampled_from(["zh", "en", "ja", "ko", "ru"])


@st.composite
def marks(draw: st.DrawFn, length: int) -> Mark:
    start = draw(st.integers(0, length))
    end = draw(st.integers(start, length))
    kind: MarkKind = draw(st.sampled_from(get_args(MarkKind)))
    value = draw(TEXTS) if kind in ("link", "ruby", "lang", "note") else None
    return Mark(kind, start, end, value)


@st.composite
def sentences(draw: st.DrawFn, prefix: str) -> tuple[Sentence, ...]:
    texts = draw(st.lists(WORDS, max_size=3))
    return tuple(
        Sentence(
            f"{prefix}.s{index}",
            text,
            tuple(draw(st.lists(marks(len(text)), max_size=2))),
        )
        for index, text in enumerate(texts, 1)
    )


@st.composite
def lists(draw: st.DrawFn, name: str, depth: int = 0) -> List:
    items = []
    for index in range(1, draw(st.integers(0, 2)) + 1):
        item = f"{name}.i{index}"
        nested = draw(lists(f"{item}.l", depth + 1)) if depth < 2 and draw(st.booleans()) else None
        items.append(ListItem(item, draw(sentences(item)), nested))
    return List(name, draw(st.booleans()), draw(st.integers(-3, 99)), tuple(items))


@st.composite
def tables(draw: st.DrawFn, name: str) -> Table:
    rows = tuple(
        tuple(
            Cell(
                f"{name}.r{r}.c{c}",
                draw(sentences(f"{name}.r{r}.c{c}")),
                header=draw(st.booleans()),
                colspan=draw(st.integers(1, 3)),
                rowspan=draw(st.integers(1, 3)),
            )
            for c in range(1, draw(st.integers(1, 3)) + 1)
        )
        for r in range(1, draw(st.integers(0, 2)) + 1)
    )
    return Table(name, draw(sentences(f"{name}.c1")), rows)


@st.composite
def blocks(draw: st.DrawFn, name: str) -> Block:
    kind = draw(st.sampled_from([Paragraph, Heading, Quote, Figure, List, Table, Code, Attachment]))
    if kind is List:
        return draw(lists(name))
    if kind is Table:
        return draw(tables(name))
    if kind is Code:
        return Code(name, draw(TEXTS))
    body = draw(sentences(name))
    if kind is Heading:
        return Heading(name, draw(st.integers(2, 6)), body)
    if kind is Figure:
        return Figure(name, draw(MAYBE), draw(MAYBE), body)
    if kind is Attachment:
        return Attachment(name, draw(WORDS), body)
    return Quote(name, body) if kind is Quote else Paragraph(name, body)


def translations() -> st.SearchStrategy[Translation]:
    models = st.lists(st.builds(Model, WORDS, MAYBE, st.booleans()), max_size=2).map(tuple)
    checks = st.lists(st.builds(Check, WORDS, WORDS, MAYBE, MAYBE), max_size=2).map(tuple)
    return st.builds(Translation, CODES, WORDS, models, checks)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    words = st.lists(WORDS, max_size=3).map(tuple)
    count = draw(st.integers(0, 5))
    return Article(
        lang=draw(CODES),
        blocks=tuple(draw(blocks(f"b{index}")) for index in range(1, count + 1)),
        title=draw(MAYBE),
        url=draw(MAYBE),
        site=draw(MAYBE),
        published=draw(MAYBE),
        updated=draw(MAYBE),
        source=draw(MAYBE),
        author=draw(MAYBE),
        editor=draw(MAYBE),
        column=draw(words),
        keywords=draw(words),
        offered=draw(words),
        translation=draw(st.none() | translations()),
    )
