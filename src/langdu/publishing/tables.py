"""A table as a grid without holes, overlaps or spans that lead outside it.

Assistive technology walks a table by its grid; what a source page spans wrongly would put cells
under the wrong header.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from langdu.article import Cell, Table

#: HTML's own bound of a colspan.
_MAX_SPAN: Final = 1000
#: A grid larger than this is made of hostile spans: they are ignored.
_MAX_SLOTS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in its place; ``cell`` is ``None`` where the source has a hole."""

    cell: Cell | None
    colspan: int = 1
    rowspan: int = 1
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table: those of its head, then those of its body."""

    head: tuple[tuple[Placed, ...], ...]
    body: tuple[tuple[Placed, ...], ...]


def grid(table: Table) -> Grid:
    """Lay the cells of a table out."""
    rows = [row for row in table.rows if row]
    if not rows:
        return Grid((), ())
    count = sum(map(len, rows))
    widest = max(sum(_span(cell.colspan, count) for cell in row) for row in rows)
    spans = widest * len(rows) <= _MAX_SLOTS
    placed = _place(rows, count if spans else 1)
    heads = _head_rows(rows, placed)
    return Grid(placed[:heads], placed[heads:])


def _span(span: int, limit: int) -> int:
    return max(1, min(span, limit, _MAX_SPAN))


def _place(rows: Sequence[tuple[Cell, ...]], limit: int) -> tuple[tuple[Placed, ...], ...]:
    taken: set[tuple[int, int]] = set()
    lines: list[list[tuple[int, Placed]]] = []
    for y, row in enumerate(rows):
        line, x = [], 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            down = min(_span(cell.rowspan, limit), len(rows) - y)
            wide = _free(taken, x, y, _span(cell.colspan, limit))
            taken.update((x + i, y + j) for i in range(wide) for j in range(down))
            line.append((x, Placed(cell, wide, down, _scope(row, cell, y))))
        lines.append(line)
    width = max(x for x, _ in taken) + 1
    filled = [_filled(line, y, width, taken) for y, line in enumerate(lines)]
    begun = {x for line in filled for x, _ in line}
    return tuple(tuple(_shrunk(x, placed, begun) for x, placed in line) for line in filled)


def _shrunk(x: int, placed: Placed, begun: set[int]) -> Placed:
    """The cell without the columns in which no cell of the table begins."""
    return replace(placed, colspan=sum(x + i in begun for i in range(placed.colspan)))


def _free(taken: set[tuple[int, int]], x: int, y: int, wanted: int) -> int:
    wide = 1
    while wide < wanted and (x + wide, y) not in taken:
        wide += 1
    return wide


def _scope(row: tuple[Cell, ...], cell: Cell, y: int) -> str | None:
    if not cell.header:
        return None
    return "col" if y == 0 or (len(row) > 1 and all(c.header for c in row)) else "row"


def _filled(
    line: list[tuple[int, Placed]], y: int, width: int, taken: set[tuple[int, int]]
) -> list[tuple[int, Placed]]:
    holes = [(x, Placed(None)) for x in range(width) if (x, y) not in taken]
    return sorted(line + holes, key=lambda pair: pair[0])


def _head_rows(rows: Sequence[tuple[Cell, ...]], placed: tuple[tuple[Placed, ...], ...]) -> int:
    """How many rows are the head: all headers, and none of them reaches into the body."""
    heads = 0
    while heads < len(rows) - 1 and all(cell.header for cell in rows[heads]):
        heads += 1
    crosses = any(y + p.rowspan > heads for y in range(heads) for p in placed[y])
    return 0 if crosses else heads


def slots(grid: Grid) -> list[list[Cell | None]]:
    """Every slot of the grid, for formats without spans: a cell stands in its first slot only."""
    rows = (*grid.head, *grid.body)
    taken: set[tuple[int, int]] = set()
    lines: list[list[Cell | None]] = []
    width = max((sum(p.colspan for p in row) for row in rows[:1]), default=0)
    for y, row in enumerate(rows):
        line: list[Cell | None] = [None] * width
        x = 0
        for placed in row:
            while (x, y) in taken:
                x += 1
            line[x] = placed.cell
            taken.update(
                (x + i, y + j) for i in range(placed.colspan) for j in range(placed.rowspan)
            )
        lines.append(line)
    return lines
