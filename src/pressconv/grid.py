"""Rows of cells with spans → the grid they fill (HTML, section 4.9.12, for a table without gaps).

The work grows with the number of cells, not with their spans: a hostile table costs no more than
it is long.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import Cell, HeaderCell, Row

Gap: TypeAlias = tuple[int, int]
"""The first column, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at its upper start corner, counted from 0."""

    cell: Cell | HeaderCell
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in document order, and the size of the rectangle that they fill."""

    cells: tuple[Placed, ...]
    n_rows: int
    n_columns: int


class GridError(ValueError):
    """The cells do not fill a rectangle; ``row`` is where that shows."""

    def __init__(self, message: str, row: Row) -> None:
        super().__init__(message)
        self.row = row


def place_cells(rows: Sequence[Row]) -> Grid:
    """Place the cells of one group of rows.

    Raises:
        GridError: a row has fewer or more cells than the first, or a span leaves the group.
    """
    if not rows:
        return Grid((), 0, 0)
    width = sum(cell.column_span for cell in rows[0].cells)
    placed: list[Placed] = []
    free: defaultdict[int, list[Gap]] = defaultdict(list, {0: [(0, width)]})
    for index, row in enumerate(rows):
        for cell, column in _filled(row, index, _merged(free.pop(index, [])), width):
            if index + cell.row_span > len(rows):
                message = f"a cell in row {index + 1} spans {cell.row_span} rows, past the last"
                raise GridError(message, row)
            placed.append(Placed(cell, index, column))
            free[index + cell.row_span].append((column, column + cell.column_span))
    return Grid(tuple(placed), len(rows), width)


def _filled(
    row: Row, index: int, gaps: list[Gap], width: int
) -> list[tuple[Cell | HeaderCell, int]]:
    """Put the cells of *row* into the *gaps* that row spans from above leave."""
    found = []
    n_filled = width - sum(end - start for start, end in gaps)
    n_filled += sum(cell.column_span for cell in row.cells)
    if n_filled != width:
        raise GridError(f"row {index + 1} fills {n_filled} columns, the first one {width}", row)
    waiting = iter(gaps)
    column = end = 0
    for cell in row.cells:
        if column == end:
            column, end = next(waiting)
        if column + cell.column_span > end:
            raise GridError(f"two cells overlap in row {index + 1}", row)
        found.append((cell, column))
        column += cell.column_span
    return found


def _merged(gaps: list[Gap]) -> list[Gap]:
    merged: list[Gap] = []
    for start, end in sorted(gaps):
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
