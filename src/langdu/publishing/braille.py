"""An article as text for a braille display or embosser: a sentence a line, and no decoration.

Signs that only draw (bullets, bars, stars) cost cells and say nothing; what they mean is said in
words or by where a line stands. Numbers of list items and notes are text, and stay. A table is read
cell by cell, each with the header of its column. Readings over characters (ruby) are left out: a
braille translator makes its own.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from langdu.article import Article, Attachment, Block, Code, Figure, List, Sentence, Table
from langdu.publishing.editions import Edition
from langdu.publishing.facts import metadata, notices, provenance
from langdu.publishing.inline import Inline, Notes, inline
from langdu.publishing.labels import labels
from langdu.publishing.safe import check_depth, clean_text, one_line, safe_url
from langdu.publishing.tables import grid, slots


def write_braille(edition: Edition) -> str:
    """The edition for braille: title, metadata, then the blocks with a blank line between them."""
    check_depth(edition.article)
    return _Braille(edition.article).document()


class _Braille:
    """One document being written; it counts the footnotes."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = labels(article.lang)
        self.notes = Notes()

    def document(self) -> str:
        parts = [[one_line(self.article.title) or self.words["untitled"]], list(self._head())]
        parts += [list(self._block(block)) for block in self.article.blocks]
        if self.notes.texts:
            notes = (f"{number} {text}" for number, text in enumerate(self.notes.texts, 1))
            parts.append([self.words["notes"], *notes])
        return "\n\n".join("\n".join(filter(None, lines)) for lines in parts if any(lines)) + "\n"

    def _head(self) -> Iterator[str]:
        article = self.article
        yield from notices(article, self.words)
        for fact in (*metadata(article, self.words), *provenance(article, self.words)):
            yield self._labelled(fact.label, fact.value)
        if url := safe_url(article.url):
            yield self._labelled(self.words["original"], url)

    def _labelled(self, label: str, text: str) -> str:
        return f"{label}{self.words['colon']}{text}"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Code():
                yield clean_text(block.text).strip("\n")
            case List():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Figure():
                caption = list(self._sentences(block.sentences))
                alt = one_line(block.alt)
                told = [alt, *caption] if alt and [alt] != caption else caption
                yield from self._named("figure", told)
            case Attachment():
                yield from self._named("attachment", self._sentences(block.sentences))
                yield safe_url(block.href) or ""
            case _:
                yield from self._sentences(block.sentences)

    def _named(self, name: str, lines: Iterable[str]) -> Iterator[str]:
        """The lines, the first of them behind what the block is."""
        for number, line in enumerate(lines):
            yield line if number else self._labelled(self.words[name], line)

    def _sentences(self, sentences: Iterable[Sentence]) -> Iterator[str]:
        lines = (one_line(self._flat(inline(sentence, self.notes))) for sentence in sentences)
        yield from filter(None, lines)

    def _flat(self, nodes: Iterable[Inline]) -> str:
        """The text of the nodes; a note is its number in brackets: a letter may be a digit."""
        out = ""
        for node in nodes:
            if isinstance(node, str):
                out += node
            else:
                out += f"({node.value})" if node.kind == "note" else self._flat(node.children)
        return out

    def _list(self, block: List) -> Iterator[str]:
        for number, item in enumerate(block.items, block.start):
            first, *others = [*self._sentences(item.sentences)] or [""]
            yield f"{number}. {first}" if block.ordered else first
            yield from others
            if item.list:
                yield from self._list(item.list)

    def _table(self, table: Table) -> Iterator[str]:
        yield from self._named("table", self._sentences(table.caption))
        placed = grid(table)
        rows = [
            [" ".join(self._sentences(cell.sentences)) if cell else "" for cell in row]
            for row in slots(placed)
        ]
        heads, body = rows[: len(placed.head)], rows[len(placed.head) :]
        names = [" ".join(filter(None, column)) for column in zip(*heads, strict=True)]
        for row in body:
            cells = zip(chain(names, [""] * (len(row) - len(names))), row, strict=True)
            for name, text in cells:
                if text:
                    yield self._labelled(name, text) if name else text
