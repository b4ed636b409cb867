"""An article as lines that a person can read and compare."""

from langdu.article import (
    Article,
    Attachment,
    Block,
    Cell,
    Code,
    Figure,
    Heading,
    List,
    Sentence,
    Table,
)

FIELDS = ("lang", "url", "site", "published", "updated", "source", "author", "editor")


def render(article: Article) -> str:
    """Metadata first, then a line for each block: ``b3 paragraph | sentence ¦ sentence``."""
    lines = [f"title: {article.title}"]
    lines += [f"{name}: {getattr(article, name)}" for name in FIELDS]
    for name in ("column", "keywords", "offered"):
        lines.append(f"{name}: {', '.join(getattr(article, name))}".rstrip())
    lines.append("")
    for block in article.blocks:
        lines += _block(block)
    return "\n".join(lines) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case List():
            return _list(block, 0)
        case Table():
            rows = [f"  {' | '.join(map(_cell, row))}" for row in block.rows]
            return [f"{block.id} table | {_text(block.caption)}".rstrip(" |"), *rows]
        case Code():
            return [f"{block.id} code", *(f"  {line}" for line in block.text.split("\n"))]
        case Figure():
            return [f"{block.id} figure {block.image} [{block.alt}] | {_text(block.sentences)}"]
        case Heading():
            return [f"{block.id} heading {block.level} | {_text(block.sentences)}"]
        case Attachment():
            return [f"{block.id} attachment {block.href} | {_text(block.sentences)}"]
        case _:
            return [f"{block.id} {type(block).__name__.lower()} | {_text(block.sentences)}"]


def _list(block: List, depth: int) -> list[str]:
    kind = f"ordered from {block.start}" if block.ordered else "list"
    lines = [f"{'  ' * depth}{block.id} {kind}"]
    for item in block.items:
        lines.append(f"{'  ' * depth}  - {_text(item.sentences)}")
        if item.list:
            lines += _list(item.list, depth + 1)
    return lines


def _cell(cell: Cell) -> str:
    text = _text(cell.sentences)
    span = f" <{cell.colspan}x{cell.rowspan}>" if (cell.colspan, cell.rowspan) != (1, 1) else ""
    return (f"*{text}*" if cell.header else text) + span


def _text(sentences: tuple[Sentence, ...]) -> str:
    return "¦".join(_sentence(sentence) for sentence in sentences).replace("\n", "⏎")


def _sentence(sentence: Sentence) -> str:
    marks = "".join(
        f"{{{mark.kind} {sentence.text[mark.start : mark.end]}"
        f"{'=' + mark.value if mark.value else ''}}}"
        for mark in sentence.marks
    )
    return sentence.text + marks
