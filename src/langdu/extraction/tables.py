"""Tables: which hold data and which only lay out a page, and the cells of the former."""

from collections.abc import Callable, Iterator
from typing import Final

from bs4 import Tag

from langdu.extraction.drafts import CellDraft, Draft, Rich
from langdu.extraction.media import attribute

#: A cell that holds more is a column of the page, not a datum.
_LONG_CELL: Final = 1500
#: HTML's own limits: WHATWG, "the colspan attribute … less than or equal to 1000".
_MAX_SPAN: Final = 1000
_MAX_ROWS: Final = 65534

Read = Callable[[Tag], Rich]


def own_rows(table: Tag) -> Iterator[Tag]:
    """The rows of a table itself, not of tables inside it."""
    for child in table.find_all(["tr", "thead", "tbody", "tfoot"], recursive=False):
        if child.name == "tr":
            yield child
        else:
            yield from child.find_all("tr", recursive=False)


def own_cells(row: Tag) -> list[Tag]:
    """The cells of a row."""
    return list(row.find_all(["td", "th"], recursive=False))


def holds_data(table: Tag) -> bool:
    """Whether a table is one to a reader: several cells that stand in columns, none a page."""
    if attribute(table, "role") in ("presentation", "none") or table.find("table"):
        return False
    rows = [own_cells(row) for row in own_rows(table)]
    rows = [row for row in rows if row]
    if sum(len(row) > 1 for row in rows) * 2 < len(rows) or len(rows) < 1:
        return False
    if len(rows) == 1 and not table.find(["th", "caption"]):
        return False
    if table.find(["h1", "h2", "h3"]) and not table.find("th"):
        return False
    filled = sum(bool(cell.get_text(strip=True)) for row in rows for cell in row)
    longest = max(len(cell.get_text()) for row in rows for cell in row)
    return filled > 1 and longest < _LONG_CELL


def table_draft(table: Tag, read: Read) -> Draft | None:
    """A data table as a draft. ``read`` makes a cell's text."""
    rows = []
    for row in own_rows(table):
        cells = tuple(
            CellDraft(
                read(cell),
                header=cell.name == "th",
                colspan=_span(cell, "colspan", _MAX_SPAN),
                rowspan=_span(cell, "rowspan", _MAX_ROWS),
            )
            for cell in own_cells(row)
        )
        if cells:
            rows.append(cells)
    rows = [row for row in rows if any(cell.rich.text or cell.rowspan > 1 for cell in row)]
    caption = table.find("caption", recursive=False)
    rich = read(caption) if isinstance(caption, Tag) else Rich()
    return Draft("table", rich, rows=tuple(rows)) if rows else None


def _span(cell: Tag, name: str, most: int) -> int:
    value = attribute(cell, name).strip()
    return min(max(int(value[:6]), 1), most) if value.isascii() and value.isdigit() else 1
