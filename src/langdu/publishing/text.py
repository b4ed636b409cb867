"""An article as plain text."""

from collections.abc import Iterable, Iterator

from langdu.article import Article, Attachment, Block, Code, Figure, List, Sentence, Table
from langdu.publishing.editions import Edition
from langdu.publishing.facts import metadata, notices, provenance
from langdu.publishing.inline import Inline, Notes, inline
from langdu.publishing.labels import Labels, labels
from langdu.publishing.safe import check_depth, clean_text, one_line, safe_url
from langdu.publishing.tables import grid, slots


def write_text(edition: Edition) -> str:
    """The edition as plain text: title, metadata, then blocks with blank lines between them."""
    check_depth(edition.article)
    return _Text(edition.article).document()


class _Text:
    """One document being written; it counts the footnotes."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.labels: Labels = labels(article.lang)
        self.notes = Notes()

    def document(self) -> str:
        parts = [one_line(self.article.title) or self.labels["untitled"], *self._head()]
        parts += ["\n".join(self._block(block)) for block in self.article.blocks]
        notes = [f"[{number}] {text}" for number, text in enumerate(self.notes.texts, 1)]
        if notes:
            parts.append("\n".join((self.labels["notes"], *notes)))
        return "\n\n".join(filter(None, parts)) + "\n"

    def _head(self) -> Iterator[str]:
        article = self.article
        facts = (*metadata(article, self.labels), *provenance(article, self.labels))
        lines = [self._labelled(fact.label, fact.value) for fact in facts]
        if url := safe_url(article.url):
            lines.append(self._labelled(self.labels["original"], url))
        yield "\n".join(notices(article, self.labels))
        yield "\n".join(lines)

    def _labelled(self, label: str, text: str) -> str:
        return f"{label}{self.labels['colon']}{text}"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Code():
                yield clean_text(block.text).strip("\n")
            case List():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Attachment():
                label = self._line(block.sentences)
                yield self._labelled(self.labels["attachment"], label)
                if url := safe_url(block.href):
                    yield url
            case _:
                yield self._line(block.sentences)

    def _line(self, sentences: Iterable[Sentence]) -> str:
        return one_line("".join(_flat(inline(s, self.notes)) for s in sentences))

    def _figure(self, figure: Figure) -> Iterator[str]:
        alt, caption = one_line(figure.alt), self._line(figure.sentences)
        for text in dict.fromkeys(filter(None, (alt, caption))):
            yield self._labelled(self.labels["figure"], text)

    def _list(self, block: List) -> Iterator[str]:
        for number, item in enumerate(block.items, block.start):
            marker = f"{number}. " if block.ordered else "- "
            yield marker + self._line(item.sentences)
            if item.list:
                yield from (" " * len(marker) + line for line in self._list(item.list))

    def _table(self, table: Table) -> Iterator[str]:
        if caption := self._line(table.caption):
            yield self._labelled(self.labels["table"], caption)
        for row in slots(grid(table)):
            yield " | ".join(self._line(cell.sentences) if cell else "" for cell in row).rstrip()


def _flat(nodes: Iterable[Inline]) -> str:
    out = ""
    for node in nodes:
        if isinstance(node, str):
            out += node
        elif node.kind == "note":
            out += f"[{node.value}]"
        else:
            out += _flat(node.children)
    return out
