"""The tokens of a body → blocks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from langdu.article import (
    Attachment,
    Block,
    Cell,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Sentence,
    Table,
)
from langdu.extraction.drafts import Rich
from langdu.extraction.markdown.inline import Line, lines
from langdu.sentences import number, to_sentences

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

#: What begins the footnotes.
_NOTES: Final = "<!-- notes -->"


class Reading:
    """Reads one body, in one language."""

    def __init__(self, lang: str, tokens: Sequence[Token]) -> None:
        from markdown_it.tree import SyntaxTreeNode

        nodes = SyntaxTreeNode(tokens).children
        at = [n for n, node in enumerate(nodes) if node.content.strip() == _NOTES]
        end = at[-1] if at else len(nodes)
        self.lang = lang
        self.nodes = nodes[:end]
        self.notes: dict[str, str] = {}
        for node in nodes[end:]:
            if node.type == "ordered_list":
                for item in node.children:
                    self.notes[str(len(self.notes) + 1)] = self._line(item).rich.text

    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body, numbered in their order."""
        out: list[Block] = []
        for node in self.nodes:
            last = out[-1] if out else None
            if node.type == "table" and isinstance(last, Table) and not last.rows:
                out[-1] = self._table(last, node)
            else:
                out += self._block(f"b{len(out) + 1}", node)
        return tuple(out)

    def _block(self, name: str, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield Heading(name, int(node.tag[1:]), self._sentences(name, self._line(node)))
            case "blockquote":
                yield Quote(name, self._sentences(name, self._line(node)))
            case "fence":
                yield Code(name, node.content.removesuffix("\n"))
            case "bullet_list" | "ordered_list":
                yield self._list(name, node)
            case "table":
                yield self._table(Table(name, (), ()), node)
            case "paragraph":
                yield self._paragraph(name, self._lines(node))

    def _paragraph(self, name: str, found: list[Line]) -> Block:
        labels = {line.label: line for line in found}
        picture = next((line for line in found if line.image or line.alt), labels.get("alt"))
        line = found[-1]
        if picture or "figure" in labels:
            caption = labels.get("figure") or Line()
            alt = picture.alt or picture.text.strip() if picture else ""
            image = picture.image if picture else None
            return Figure(name, image, alt or None, self._sentences(name, caption))
        if line.label == "table":
            sentences = self._sentences(name, line)
            named = (replace(s, id=f"{name}.c{n}") for n, s in enumerate(sentences, 1))
            return Table(name, tuple(named), ())
        if line.label == "attachment":
            return self._attachment(name, line)
        return Paragraph(name, self._sentences(name, line))

    def _attachment(self, name: str, line: Line) -> Attachment:
        whole = [m for m in line.marks if m.kind == "link" and m.end - m.start >= len(line.text)]
        href = whole[-1].value if whole else None
        line.marks = [mark for mark in line.marks if mark not in whole]
        return Attachment(name, href or "", self._sentences(name, line))

    def _list(self, name: str, node: SyntaxTreeNode) -> List:
        items = []
        for n, item in enumerate(node.children, 1):
            own = f"{name}.i{n}"
            inner = next((c for c in item.children if c.type.endswith("_list")), None)
            nested = self._list(f"{own}.l", inner) if inner else None
            items.append(ListItem(own, self._sentences(own, self._line(item)), nested))
        start = node.attrs.get("start", 1)
        return List(name, node.type == "ordered_list", int(start), tuple(items))

    def _table(self, table: Table, node: SyntaxTreeNode) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for part in node.children:
            for row in part.children:
                header = part.type == "thead"
                cells = [(self._line(cell), header) for cell in row.children]
                if header and not any(line.text.strip() for line, _ in cells):
                    continue  # a table without a head: Markdown's must have one
                own = f"{table.id}.r{len(rows) + 1}.c"
                rows.append(tuple(
                    Cell(f"{own}{n}", self._sentences(f"{own}{n}", line), header=header)
                    for n, (line, header) in enumerate(cells, 1)))  # fmt: skip
        return replace(table, rows=tuple(rows))

    def _lines(self, node: SyntaxTreeNode) -> list[Line]:
        """The lines of the text directly in a node: of a quotation or item, in its paragraph."""
        for child in node.children:
            if child.type == "inline":
                return lines(child.to_tokens()[0].children or [], self.notes)
            if child.type == "paragraph":
                return self._lines(child)
        return [Line()]

    def _line(self, node: SyntaxTreeNode) -> Line:
        return self._lines(node)[0]

    def _sentences(self, prefix: str, line: Line) -> tuple[Sentence, ...]:
        rich: Rich = line.rich
        if not rich.text:
            return ()
        if rich.cuts:
            borders = sorted({0, *rich.cuts, len(rich.text)})
            found = number(prefix, [rich.text[a:b] for a, b in pairwise(borders)], rich.marks)
        else:
            found = to_sentences(prefix, rich.text, self.lang, rich.marks)
        return _with_notes(found, line) if line.notes else found


def _with_notes(sentences: tuple[Sentence, ...], line: Line) -> tuple[Sentence, ...]:
    """The sentences with the footnotes of their line; most stand where a sentence ends."""
    ends = list(accumulate(len(sentence.text) for sentence in sentences))
    out = list(sentences)
    for mark, late in line.notes:
        at = bisect_right(ends, mark.start) if late else bisect_left(ends, mark.start)
        at = min(at, len(out) - 1)
        begin = ends[at - 1] if at else 0
        own = replace(
            mark,
            start=min(mark.start, ends[at]) - begin,
            end=min(max(mark.end, mark.start), ends[at]) - begin,
        )
        out[at] = replace(out[at], marks=(*out[at].marks, own))
    return tuple(out)
