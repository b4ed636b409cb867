"""An article as CommonMark, with the tables of GFM."""

from collections.abc import Iterable, Iterator
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
from langdu.publishing.inline import Inline, Notes, inline
from langdu.publishing.labels import labels
from langdu.publishing.markdown_inline import (
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

#: The largest number that an ordered list of CommonMark can carry.
_MAX_NUMBER = 999_999_999


def write_markdown(edition: Edition) -> str:
    """The edition as Markdown: a heading, metadata as a list, then the blocks."""
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
        parts = [f"# {escape(title)}", *self._head()]
        parts += self._blocks()
        if self.notes.texts:
            parts.append(f"## {self.labels['notes']}")
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
                yield self._labelled("attachment", link(text, url) if url and text else text)
            case _:
                yield at_line_start(self._line(block.sentences))

    def _labelled(self, name: str, text: str) -> str:
        return f"{self.labels[name]}{self.labels['colon']}{text}"

    def _line(self, sentences: Iterable[Sentence], *, links: bool = True) -> str:
        nodes: list[Inline] = []
        for sentence in sentences:
            nodes += inline(sentence, self.notes, links=links)
        return spans(merged(nodes)).strip()

    def _figure(self, figure: Figure) -> Iterator[str]:
        caption = self._line(figure.sentences)
        alt = one_line(figure.alt)
        if alt == one_line("".join(s.text for s in figure.sentences)):
            alt = ""
        src = self.edition.images.get(figure.id) or safe_url(figure.image, mail=False)
        if src:
            yield image(escape(alt), src)
        elif alt:
            yield self._labelled("figure", escape(alt))
        if caption:
            yield ("\n" if src or alt else "") + self._labelled("figure", caption)

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
