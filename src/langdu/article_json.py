"""The JSON form of an article, ``langdu/article/1``: other tools rely on it.

Writing gives every field; reading accepts a missing optional field as ``null`` and ignores fields
that it does not know. Only ``schema``, ``lang`` and ``blocks`` are required.
"""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

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
from langdu.errors import ArticleError

SCHEMA: Final = "langdu/article/1"

#: Lists deeper than this are refused: nobody writes them, and reading them would recurse.
MAX_LIST_DEPTH: Final = 32

#: The JSON name of a mark's value; kinds that are not here have no value.
MARK_VALUES: Final = MappingProxyType(
    {"link": "href", "ruby": "reading", "lang": "lang", "note": "text"}
)
_PLAIN_MARKS: Final = frozenset({"strong", "em", "sub", "sup"})

_T = TypeVar("_T")


def to_dict(article: Article) -> dict[str, Any]:
    """The article as plain data, ready for ``json``."""
    return {
        "schema": SCHEMA,
        "lang": article.lang,
        "title": article.title,
        "url": article.url,
        "site": article.site,
        "published": article.published,
        "updated": article.updated,
        "source": article.source,
        "author": article.author,
        "editor": article.editor,
        "column": list(article.column),
        "keywords": list(article.keywords),
        "offered": list(article.offered),
        "blocks": [_block_out(block) for block in article.blocks],
        "translation": _translation_out(article.translation) if article.translation else None,
    }


def to_json(article: Article, *, indent: int | None = 1) -> str:
    """The article as JSON text, in one spelling only: the same article gives the same bytes."""
    return json.dumps(to_dict(article), ensure_ascii=False, indent=indent)


def from_json(text: str | bytes) -> Article:
    """Read an article from JSON. Raises :class:`ArticleError`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"this is not JSON: {error}") from None
    return from_dict(data)


def from_dict(data: object) -> Article:
    """Read an article from plain data. Raises :class:`ArticleError`, naming the place."""
    root = _Node("article", _mapping(data, "article"))
    schema = root.data.get("schema")
    if schema != SCHEMA:
        raise ArticleError(f"the article's schema is {schema!r}; this version reads {SCHEMA!r}")
    article = Article(
        lang=root.text("lang"),
        title=root.text_or_none("title"),
        url=root.text_or_none("url"),
        site=root.text_or_none("site"),
        published=root.text_or_none("published"),
        updated=root.text_or_none("updated"),
        source=root.text_or_none("source"),
        author=root.text_or_none("author"),
        editor=root.text_or_none("editor"),
        column=root.texts("column"),
        keywords=root.texts("keywords"),
        offered=root.texts("offered"),
        blocks=root.several("blocks", _block_in, required=True),
        translation=root.one("translation", _translation_in),
    )
    _refuse_repeated_ids(article)
    return article


def _refuse_repeated_ids(article: Article) -> None:
    seen: set[str] = set()
    for name in [b.id for b in article.blocks] + [s.id for s in article.segments]:
        if name in seen:
            raise ArticleError(f"the id {name!r} is there twice; ids must be unique")
        seen.add(name)


# --- writing -----------------------------------------------------------------------------------


def _sentence_out(sentence: Sentence) -> dict[str, Any]:
    out: dict[str, Any] = {"id": sentence.id, "text": sentence.text}
    if sentence.marks:
        out["marks"] = [_mark_out(mark) for mark in sentence.marks]
    return out


def _mark_out(mark: Mark) -> dict[str, Any]:
    value = {MARK_VALUES[mark.kind]: mark.value} if mark.kind in MARK_VALUES else {}
    return {"kind": mark.kind, **value, "start": mark.start, "end": mark.end}


def _sentences_out(sentences: tuple[Sentence, ...]) -> list[dict[str, Any]]:
    return [_sentence_out(sentence) for sentence in sentences]


def _list_out(block: List) -> dict[str, Any]:
    items = [
        {
            "id": item.id,
            "sentences": _sentences_out(item.sentences),
            "list": _list_out(item.list) if item.list else None,
        }
        for item in block.items
    ]
    head = {"id": block.id, "type": "list", "ordered": block.ordered, "start": block.start}
    return {**head, "items": items}


def _cell_out(cell: Cell) -> dict[str, Any]:
    return {
        "id": cell.id,
        "header": cell.header,
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
        "sentences": _sentences_out(cell.sentences),
    }


def _block_out(block: Block) -> dict[str, Any]:
    match block:
        case List():
            return _list_out(block)
        case Table():
            return {
                "id": block.id,
                "type": "table",
                "caption": _sentences_out(block.caption),
                "rows": [[_cell_out(cell) for cell in row] for row in block.rows],
            }
        case Code():
            return {"id": block.id, "type": "code", "text": block.text}
        case Figure():
            own: dict[str, Any] = {"type": "figure", "image": block.image, "alt": block.alt}
        case Heading():
            own = {"type": "heading", "level": block.level}
        case Attachment():
            own = {"type": "attachment", "href": block.href}
        case Quote():
            own = {"type": "quote"}
        case Paragraph():
            own = {"type": "paragraph"}
    return {"id": block.id, **own, "sentences": _sentences_out(block.sentences)}


def _translation_out(translation: Translation) -> dict[str, Any]:
    return {
        "from": translation.source,
        "engine": translation.engine,
        "models": [
            {"name": model.name, "version": model.version, "demo": model.demo}
            for model in translation.models
        ],
        "checks": [
            {
                "sentence": check.sentence,
                "kind": check.kind,
                "expected": check.expected,
                "found": check.found,
            }
            for check in translation.checks
        ],
    }


# --- reading -----------------------------------------------------------------------------------


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ArticleError(f"{where} must be an object, not {_kind(value)}")
    return cast("Mapping[str, object]", value)


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


class _Node:
    """A JSON object and the place where it stands, for errors that a person can follow."""

    def __init__(self, where: str, data: Mapping[str, object], depth: int = 0) -> None:
        self.where, self.data, self.depth = where, data, depth

    def _typed(self, name: str, kind: type[_T], article: str, *, default: _T | None = None) -> _T:
        value = self.data.get(name)
        if value is None and default is not None:
            return default
        # bool is an int to Python, but true is no number to a person
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ArticleError(f"{self.where}.{name} must be {article}, not {_kind(value)}")
        return value

    def text(self, name: str) -> str:
        value = self._typed(name, str, "a text")
        if not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:  # "\ud800" is JSON, but it is no text: nothing can write it
                raise ArticleError(f"{self.where}.{name} holds half a character") from None
        return value

    def text_or_none(self, name: str) -> str | None:
        return None if self.data.get(name) is None else self.text(name)

    def integer(self, name: str, default: int | None = None) -> int:
        return self._typed(name, int, "a whole number", default=default)

    def boolean(self, name: str) -> bool:
        return self._typed(name, bool, "true or false", default=False)

    def list(self, name: str, *, required: bool = False) -> list[object]:
        return self._typed(name, list, "a list", default=None if required else [])

    def texts(self, name: str) -> tuple[str, ...]:
        values = {str(index): value for index, value in enumerate(self.list(name))}
        return tuple(map(_Node(f"{self.where}.{name}", values).text, values))

    def one(self, name: str, read: "Callable[[_Node], _T]") -> _T | None:
        value = self.data.get(name)
        if value is None:
            return None
        where = f"{self.where}.{name}"
        return read(_Node(where, _mapping(value, where), self.depth + 1))

    def several(
        self, name: str, read: "Callable[[_Node], _T]", *, required: bool = False
    ) -> tuple[_T, ...]:
        out = []
        for index, value in enumerate(self.list(name, required=required)):
            where = f"{self.where}.{name}[{index}]"
            out.append(read(_Node(where, _mapping(value, where), self.depth)))
        return tuple(out)


def _mark_in(node: _Node, length: int) -> Mark:
    kind, start, end = node.text("kind"), node.integer("start"), node.integer("end")
    if kind not in MARK_VALUES and kind not in _PLAIN_MARKS:
        raise ArticleError(f"{node.where}.kind: unknown mark {kind!r}")
    if not 0 <= start <= end <= length:
        raise ArticleError(f"{node.where}: {start} to {end} is not inside its sentence")
    value = node.text(MARK_VALUES[kind]) if kind in MARK_VALUES else None
    return Mark(cast("MarkKind", kind), start, end, value)


def _sentence_in(node: _Node) -> Sentence:
    text = node.text("text")
    marks = node.several("marks", lambda mark: _mark_in(mark, len(text)))
    return Sentence(node.text("id"), text, marks)


def _sentences_in(node: _Node) -> tuple[Sentence, ...]:
    return node.several("sentences", _sentence_in)


def _list_in(node: _Node) -> List:
    if node.depth > MAX_LIST_DEPTH:
        raise ArticleError(f"{node.where}: lists are nested deeper than {MAX_LIST_DEPTH}")

    def item(child: _Node) -> ListItem:
        return ListItem(child.text("id"), _sentences_in(child), child.one("list", _list_in))

    items = node.several("items", item)
    return List(node.text("id"), node.boolean("ordered"), node.integer("start", 1), items)


def _cell_in(node: _Node) -> Cell:
    return Cell(
        node.text("id"),
        _sentences_in(node),
        header=node.boolean("header"),
        colspan=node.integer("colspan", 1),
        rowspan=node.integer("rowspan", 1),
    )


def _table_in(node: _Node) -> Table:
    rows = []
    for index, row in enumerate(node.list("rows")):
        wrapped = _Node(f"{node.where}.rows[{index}]", {"cells": row})
        rows.append(wrapped.several("cells", _cell_in))
    return Table(node.text("id"), node.several("caption", _sentence_in), tuple(rows))


def _heading_in(node: _Node) -> Heading:
    level = node.integer("level", 2)
    if not 1 <= level <= 6:
        raise ArticleError(f"{node.where}.level must be 1 to 6, not {level}")
    return Heading(node.text("id"), level, _sentences_in(node))


def _figure_in(node: _Node) -> Figure:
    image, alt = node.text_or_none("image"), node.text_or_none("alt")
    return Figure(node.text("id"), image, alt, _sentences_in(node))


_BLOCKS: Final[Mapping[str, Callable[[_Node], Block]]] = MappingProxyType(
    {
        "paragraph": lambda node: Paragraph(node.text("id"), _sentences_in(node)),
        "heading": _heading_in,
        "quote": lambda node: Quote(node.text("id"), _sentences_in(node)),
        "figure": _figure_in,
        "list": _list_in,
        "table": _table_in,
        "code": lambda node: Code(node.text("id"), node.text("text")),
        "attachment": lambda node: Attachment(
            node.text("id"), node.text("href"), _sentences_in(node)
        ),
    }
)


def _block_in(node: _Node) -> Block:
    kind = node.text("type")
    if kind not in _BLOCKS:
        raise ArticleError(f"{node.where}.type: unknown block {kind!r}")
    return _BLOCKS[kind](node)


def _translation_in(node: _Node) -> Translation:
    return Translation(
        source=node.text("from"),
        engine=node.text("engine"),
        models=node.several(
            "models",
            lambda model: Model(
                model.text("name"), model.text_or_none("version"), model.boolean("demo")
            ),
        ),
        checks=node.several(
            "checks",
            lambda check: Check(
                check.text("sentence"),
                check.text("kind"),
                check.text_or_none("expected"),
                check.text_or_none("found"),
            ),
        ),
    )
