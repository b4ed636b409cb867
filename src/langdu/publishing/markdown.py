"""An article as CommonMark, with the tables of GFM, from which langdu reads it back.

What Markdown has no words for is said with elements that every renderer knows: ``<b class>`` before
captions and attachments, ``<ruby>``, ``<span lang>``. An article's own text has no elements
(each ``<`` is escaped), so that none of them can be mistaken. ``extraction/markdown/`` reads them.
"""

from collections.abc import Iterator, Sequence
from textwrap import indent

from langdu.article import (
    Article,
    Attachment,
    Block,
    Code,
    Figure,
    Heading,
    List,
    Quote,
    Sentence,
    Table,
)
from langdu.publishing.editions import Edition
from langdu.publishing.facts import metadata, notices, provenance
from langdu.publishing.headings import Levels
from langdu.publishing.inline import Inline, Node, Notes, inline
from langdu.publishing.labels import labels
from langdu.publishing.markdown_front import front_matter
from langdu.publishing.markdown_inline import (
    END,
    at_line_start,
    escape,
    fenced,
    image,
    link,
    merged,
    spans,
)
from langdu.publishing.safe import check_depth, one_line, safe_url
from langdu.publishing.tables import grid, slots
from langdu.sentences import split

#: The largest number that an ordered list of CommonMark can carry.
_MAX_NUMBER = 999_999_999


def write_markdown(edition: Edition) -> str:
    """The edition as Markdown: front matter, a heading, metadata as a list, then the blocks."""
    check_depth(edition.article)
    return _Markdown(edition).document()


class _Markdown:
    """One document being written; it counts the footnotes."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.article: Article = edition.article
        self.labels = labels(edition.article.lang)
        self.notes = Notes()
        self.levels = Levels()

    def document(self) -> str:
        title = one_line(self.article.title) or self.labels["untitled"]
        parts = [front_matter(self.article), f"# {escape(title)}", *self._head()]
        parts += ["<!-- text -->", *self._blocks()]
        if self.notes.texts:
            parts += ["<!-- notes -->", f"## {self.labels['notes']}"]
            lines = (f"{n}. {at_line_start(escape(t))}" for n, t in enumerate(self.notes.texts, 1))
            parts.append("\n".join(lines))
        return "\n\n".join(filter(None, parts)) + "\n"

    def _head(self) -> Iterator[str]:
        article, words = self.article, self.labels
        yield "\n>\n".join(f"> {escape(notice)}" for notice in notices(article, words))
        facts = (*metadata(article, words), *provenance(article, words))
        lines = [f"- {escape(f.label)}{words['colon']}{escape(f.value)}" for f in facts]
        if url := safe_url(article.url):
            lines.append(f"- {link(escape(words['original']), url)}")
        yield "\n".join(lines)

    def _blocks(self) -> Iterator[str]:
        other = False
        last: Block | None = None
        for block in self.article.blocks:
            # two lists of one kind in a row would become one: the second gets the other sign
            same = isinstance(block, List) and isinstance(last, List)
            other = same and not other
            yield "\n".join(self._block(block, other))
            last = block

    def _block(self, block: Block, other: bool) -> Iterator[str]:
        match block:
            case Heading():
                text = self._line(block.sentences)
                yield f"{'#' * self.levels.next(block.level)} {text}" if text else ""
            case Quote():
                yield f"> {at_line_start(self._line(block.sentences))}"
            case Code():
                yield fenced(block.text)
            case List():
                yield from self._list(block, other)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Attachment():
                url = safe_url(block.href)
                text = self._line(block.sentences, links=not url)
                yield self._labelled("attachment", link(text, url) if url else text)
            case _:
                yield at_line_start(self._line(block.sentences))

    def _labelled(self, name: str, text: str, kind: str = "") -> str:
        return f'<b class="{kind or name}">{self.labels[name]}{self.labels["colon"]}</b>{text}'

    def _line(self, sentences: Sequence[Sentence], *, links: bool = True) -> str:
        """The sentences on one line; their ends are marked where langdu would find others."""
        marked = not _found_again(sentences, self.article.lang)
        nodes: list[Inline] = []
        for sentence in sentences:
            nodes += inline(sentence, self.notes, links=links)
            if marked and one_line(sentence.text):
                nodes.append(Node("end"))
        line = spans(merged(nodes)).strip()
        return f"{line.removesuffix(END).rstrip()}{END}" if line.endswith(END) else line

    def _figure(self, figure: Figure) -> Iterator[str]:
        caption = self._line(figure.sentences)
        alt = one_line(figure.alt)
        original = safe_url(figure.image, mail=False)
        src = self.edition.images.get(figure.id) or original
        if src:
            yield image(escape(alt), src, original)
        elif alt:
            yield self._labelled("figure", escape(alt), "alt")
        if caption or not (src or alt):
            yield self._labelled("figure", caption)

    def _list(self, block: List, other: bool = False) -> Iterator[str]:
        start = min(max(block.start, 0), _MAX_NUMBER - len(block.items))
        for number, item in enumerate(block.items, start):
            sign = ("*" if other else "-", f"{number}{')' if other else '.'}")[block.ordered]
            parts = [at_line_start(self._line(item.sentences))]
            if item.list:
                parts.append("\n".join(self._list(item.list)))
            # an item without any text would swallow its line, or make a rule of it
            content = "\n\n".join(filter(None, parts)) or "<!-- -->"
            yield f"{sign} {indent(content, ' ' * (len(sign) + 1)).lstrip()}"

    def _table(self, table: Table) -> Iterator[str]:
        if caption := self._line(table.caption):
            yield self._labelled("table", caption) + "\n"
        placed = grid(table)
        rows = [[self._line(c.sentences) if c else "" for c in row] for row in slots(placed)]
        if rows:
            head, body = (rows[0], rows[1:]) if placed.head else ([""] * len(rows[0]), rows)
            for row in (head, ["---"] * len(head), *body):
                yield f"| {' | '.join(row)} |"


def _found_again(sentences: Sequence[Sentence], lang: str) -> bool:
    """Whether splitting the text gives these very sentences."""
    if any(mark.kind == "note" for sentence in sentences for mark in sentence.marks):
        return False
    texts = [one_line(sentence.text) for sentence in sentences]
    joined = one_line("".join(sentence.text for sentence in sentences))
    return list(map(one_line, split(joined, lang))) == list(filter(None, texts))
