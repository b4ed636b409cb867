"""Tables: which hold data and which only lay out a page, and the cells of the former."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from langdu.extraction.drafts import CellDraft, Draft, Rich
from langdu.extraction.media import PICTURES, attribute
from langdu.extraction.outline import texts

#: A cell that holds more is a column of the page, not a datum.
_LONG_CELL: Final = 1500
#: HTML's own limits: WHATWG, "the colspan attribute … less than or equal to 1000".
_MAX_SPAN: Final = 1000
_MAX_ROWS: Final = 65534

Read = Callable[[etree._Element], Rich]
Holds = Callable[[etree._Element, tuple[str, ...]], bool]


def own_rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table itself, not of tables inside it."""
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        else:
            yield from child.iterchildren("tr")


def own_cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row."""
    return list(row.iterchildren("td", "th"))


def holds_data(table: etree._Element, holds: Holds) -> bool:
    """Whether a table is one to a reader: several cells that stand in columns, none a page."""
    if attribute(table, "role") in ("presentation", "none") or holds(table, ("table",)):
        return False
    rows = [own_cells(row) for row in own_rows(table)]
    rows = [row for row in rows if row]
    if sum(len(row) > 1 for row in rows) * 2 < len(rows) or len(rows) < 1:
        return False
    if len(rows) == 1 and not holds(table, ("th", "caption")):
        return False
    if holds(table, ("h1", "h2", "h3")) and not holds(table, ("th",)):
        return False
    cells = [cell for row in rows for cell in row]
    if holds(table, PICTURES) and 2 * sum(holds(cell, PICTURES) for cell in cells) >= len(cells):
        return False  # pictures side by side
    sizes = [len(texts(cell, 2 * _LONG_CELL)) for cell in cells]
    return sum(map(bool, sizes)) > 1 and max(sizes) < _LONG_CELL


def table_draft(table: etree._Element, read: Read) -> Draft | None:
    """A data table as a draft. ``read`` makes a cell's text."""
    rows = []
    for row in own_rows(table):
        cells = tuple(
            CellDraft(
                read(cell),
                header=cell.tag == "th",
                colspan=_span(cell, "colspan", _MAX_SPAN),
                rowspan=_span(cell, "rowspan", _MAX_ROWS),
            )
            for cell in own_cells(row)
        )
        if cells:
            rows.append(cells)
    rows = [row for row in rows if any(cell.rich.text or cell.rowspan > 1 for cell in row)]
    caption = next(table.iterchildren("caption"), None)
    rich = read(caption) if caption is not None else Rich()
    return Draft("table", rich, rows=tuple(_with_header(rows))) if rows else None


def _with_header(rows: list[tuple[CellDraft, ...]]) -> list[tuple[CellDraft, ...]]:
    """A first row that is bold from end to end, above one that is not, is the table's header.
    What says so is not said again by marks."""
    if len(rows) > 1 and len(rows[0]) > 1 and not any(c.header for row in rows for c in row):
        bold = [all(cell.rich.is_all("strong") for cell in row) for row in rows[:2]]
        if bold == [True, False]:
            rows = [tuple(replace(cell, header=True) for cell in rows[0]), *rows[1:]]
    return [tuple(map(_without_strong, row)) for row in rows]


def _without_strong(cell: CellDraft) -> CellDraft:
    if cell.header and cell.rich.is_all("strong"):
        return replace(cell, rich=cell.rich.without("strong"))
    return cell


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = attribute(cell, name).strip()
    return min(max(int(value[:6]), 1), most) if value.isascii() and value.isdigit() else 1
