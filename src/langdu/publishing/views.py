"""An article's blocks as a template needs them: numbers given, levels set, addresses checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from langdu.article import Article
from langdu.publishing.editions import Sound
from langdu.publishing.facts import Fact
from langdu.publishing.inline import Inline
from langdu.publishing.labels import Labels


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence: its id, its text and marked parts, and its number among the flagged ones."""

    id: str
    nodes: tuple[Inline, ...]
    flag: int | None = None


@dataclass(frozen=True, slots=True)
class TextView:
    """A paragraph or, with the kind ``quote``, a quotation."""

    kind: str
    id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading; ``level`` is that of the page."""

    kind: ClassVar[str] = "heading"
    id: str
    level: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture: shown from ``src``, else told by ``alt`` with a link to ``href``.

    ``quiet``: the caption says what the alternative text says, or stands for it.
    """

    kind: ClassVar[str] = "figure"
    id: str
    src: str | None
    href: str | None
    alt: Span | None
    quiet: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a list."""

    spans: tuple[Span, ...]
    list: ListView | None


@dataclass(frozen=True, slots=True)
class ListView:
    """A list; only the outermost carries an id in the article's own order."""

    kind: ClassVar[str] = "list"
    id: str
    ordered: bool
    start: int
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; ``scope`` is set on headers only."""

    spans: tuple[Span, ...]
    scope: str | None
    colspan: int
    rowspan: int


RowView: TypeAlias = tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table; ``number`` counts the tables of the page, for names of those without a caption."""

    kind: ClassVar[str] = "table"
    id: str
    number: int
    caption: tuple[Span, ...]
    head: tuple[RowView, ...]
    body: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class CodeView:
    """Preformatted text; ``lang`` where it is in the language of the original."""

    kind: ClassVar[str] = "code"
    id: str
    number: int
    text: str
    lang: str | None


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file to download; without ``href`` only its label is shown."""

    id: str
    href: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class AttachmentsView:
    """Attachments that follow each other."""

    kind: ClassVar[str] = "attachments"
    items: tuple[AttachmentView, ...]


BlockView: TypeAlias = (
    TextView | HeadingView | FigureView | ListView | TableView | CodeView | AttachmentsView
)


@dataclass(frozen=True, slots=True)
class NoteView:
    """A footnote."""

    number: int
    text: str
    lang: str | None


@dataclass(frozen=True, slots=True)
class ReasonView:
    """What a check found: its kind in words, what the original has and what the translation.

    ``compared``: both are parts of the texts, and short: they can stand beside the sentence.
    """

    kind: str
    expected: str
    found: str
    expected_lang: str | None
    found_lang: str | None
    compared: bool


@dataclass(frozen=True, slots=True)
class FlagView:
    """A flagged sentence; ``target`` is its id where the page has it."""

    number: int
    target: str | None
    reasons: tuple[ReasonView, ...]


Flags: TypeAlias = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Link:
    """An edition to go to; ``words`` holds the labels in its own language."""

    lang: str
    name: str
    title: str
    href: str
    current: bool
    machine: bool
    demo: bool
    words: Labels


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition as its part of a page: ``t`` holds its labels, ``prefix`` begins all its ids."""

    article: Article
    prefix: str
    title: str
    tag: str
    t: Labels
    source: Link | None
    source_tag: str | None
    facts: tuple[Fact, ...]
    provenance: tuple[Fact, ...]
    notices: tuple[str, ...]
    url: str | None
    sound: Sound | None
    blocks: tuple[BlockView, ...]
    notes: tuple[NoteView, ...]
    flags: tuple[FlagView, ...]
    title_flag: int | None
