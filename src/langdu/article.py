"""The article: what every stage of langdu takes and gives.

An article is immutable. Its text stands in sentences, and a sentence has an id that its
translations, its highlight, its captions and its place in the audio share: ``b3.s2`` is the second
sentence of the third block. The title has the id ``title`` and a figure's alternative text that of
its block and ``.alt``. Joining the sentences of a block gives back its text, white space included.

The JSON form lives in :mod:`langdu.article_json`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

#: The kind of a check that only advises: worth a look, and no fault.
ADVICE: Final = "advice"

MarkKind: TypeAlias = Literal["link", "strong", "em", "sub", "sup", "ruby", "lang", "note"]


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline mark over the characters ``start`` to ``end`` (excluded) of one sentence.

    ``value`` is the address of a link, the reading of a ruby, the tag of a foreign part (``lang``)
    or the text of a footnote (``note``); the other kinds have none.
    """

    kind: MarkKind
    start: int
    end: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the white space that follows it."""

    id: str
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    id: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` is 2 to 6 (1 is the article's title)."""

    id: str
    level: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation that stands by itself."""

    id: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption (``sentences``) and its alternative text.

    ``image`` is an absolute URL, or ``None`` where the source shows only the caption.
    """

    id: str
    image: str | None
    alt: str | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list, and the list nested in it."""

    id: str
    sentences: tuple[Sentence, ...]
    list: List | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list; ``start`` is the number of the first item of an ordered one."""

    id: str
    ordered: bool
    start: int
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    id: str
    sentences: tuple[Sentence, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, and its caption."""

    id: str
    caption: tuple[Sentence, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Preformatted text: kept as it is, never translated."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the article offers; ``sentences`` is its label."""

    id: str
    href: str
    sentences: tuple[Sentence, ...]


Block: TypeAlias = Paragraph | Heading | Quote | Figure | List | Table | Code | Attachment


@dataclass(frozen=True, slots=True)
class Model:
    """A model that took part in a translation.

    ``demo``: it was made for one page and says nothing sensible about any other.
    """

    name: str
    version: str | None = None
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """Something that a check of the translation of ``sentence`` (an id) found to differ."""

    sentence: str
    kind: str
    expected: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class Translation:
    """How a translated article came to be: from which language, by which engine and models."""

    source: str
    engine: str
    models: tuple[Model, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def faults(self) -> tuple[Check, ...]:
        """What the checks found to be wrong: all of it but the advice."""
        return tuple(check for check in self.checks if check.kind != ADVICE)

    @property
    def demo(self) -> bool:
        """Whether a demo model took part."""
        return any(model.demo for model in self.models)


@dataclass(frozen=True, slots=True)
class Article:
    """An article in one language. What is not known is ``None``, or an empty tuple.

    ``published`` and ``updated`` are ISO 8601, as exact as the page is: ``2020-03-30T10:42``.
    ``column`` is the path of columns from the front page to the article, and ``offered`` holds the
    codes of the language editions that the page itself links to.
    """

    lang: str
    blocks: tuple[Block, ...]
    title: str | None = None
    url: str | None = None
    site: str | None = None
    published: str | None = None
    updated: str | None = None
    source: str | None = None
    author: str | None = None
    editor: str | None = None
    column: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    translation: Translation | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body in reading order: captions, list items and cells included."""
        return tuple(s for block in self.blocks for s in block_sentences(block))

    @property
    def text(self) -> str:
        """The text of the body, without title and metadata: a blank line between blocks.

        Items of a list and rows of a table are a line each (with tabs between the cells); captions
        and the labels of attachments are part of it, alternative texts and numbers of items not.
        """
        texts = ("\n".join(_lines(block)) for block in self.blocks)
        return "\n\n".join(filter(None, texts))

    @property
    def segments(self) -> tuple[Sentence, ...]:
        """All that is translated and read: the title, alternative texts and the sentences."""
        return tuple(_segments(self))


def block_sentences(block: Block) -> tuple[Sentence, ...]:
    """The sentences of one block in reading order."""
    match block:
        case Code():
            return ()
        case List():
            return tuple(_list_sentences(block))
        case Table():
            cells = (s for row in block.rows for cell in row for s in cell.sentences)
            return (*block.caption, *cells)
        case _:
            return block.sentences


def block_text(block: Block) -> str:
    """The text of one block, as its sentences joined give it back."""
    return (
        block.text if isinstance(block, Code) else "".join(s.text for s in block_sentences(block))
    )


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Code():
            yield block.text.strip("\n")
        case List():
            for item in block.items:
                yield _line(item.sentences)
                if item.list:
                    yield from _lines(item.list)
        case Table():
            if block.caption:
                yield _line(block.caption)
            for row in block.rows:
                yield "\t".join(_line(cell.sentences) for cell in row)
        case _:
            yield _line(block.sentences)


def _line(sentences: tuple[Sentence, ...]) -> str:
    return "".join(sentence.text for sentence in sentences).strip()


def _list_sentences(block: List) -> Iterator[Sentence]:
    for item in block.items:
        yield from item.sentences
        if item.list:
            yield from _list_sentences(item.list)


def _segments(article: Article) -> Iterator[Sentence]:
    if article.title:
        yield Sentence("title", article.title)
    for block in article.blocks:
        if isinstance(block, Figure) and block.alt:
            yield Sentence(f"{block.id}.alt", block.alt)
        yield from block_sentences(block)


def map_segments(article: Article, change: Callable[[Sentence], Sentence]) -> Article:
    """The same article with ``change`` applied to every segment; ids and structure stay."""

    def several(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(map(change, sentences))

    def text(id: str, value: str | None) -> str | None:
        return change(Sentence(id, value)).text if value else value

    def nested(block: List) -> List:
        items = tuple(
            replace(
                item,
                sentences=several(item.sentences),
                list=nested(item.list) if item.list else None,
            )
            for item in block.items
        )
        return replace(block, items=items)

    def one(block: Block) -> Block:
        match block:
            case Code():
                return block
            case List():
                return nested(block)
            case Table():
                rows = tuple(
                    tuple(replace(cell, sentences=several(cell.sentences)) for cell in row)
                    for row in block.rows
                )
                return replace(block, caption=several(block.caption), rows=rows)
            case Figure():
                alt = text(f"{block.id}.alt", block.alt)
                return replace(block, alt=alt, sentences=several(block.sentences))
            case _:
                return replace(block, sentences=several(block.sentences))

    return replace(
        article, title=text("title", article.title), blocks=tuple(map(one, article.blocks))
    )
