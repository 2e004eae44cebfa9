"""Rows of cells with spans → the grid that they fill (HTML, section 4.9.12, without gaps)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import Cell, HeaderCell, Row


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
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    width = 0
    for r, row in enumerate(rows):
        c = 0
        for cell in row.cells:
            while (r, c) in taken:
                c += 1
            _take(taken, cell, r, c, row, len(rows))
            placed.append(Placed(cell, r, c))
            c += cell.column_span
        n_filled = sum(1 for filled, _ in taken if filled == r)
        width = width or n_filled
        if n_filled != width or any((r, column) not in taken for column in range(width)):
            raise GridError(f"row {r + 1} fills {n_filled} columns, the first one {width}", row)
    return Grid(tuple(placed), len(rows), width)


def _take(
    taken: set[tuple[int, int]],
    cell: Cell | HeaderCell,
    row: int,
    column: int,
    of: Row,
    n_rows: int,
) -> None:
    if row + cell.row_span > n_rows:
        raise GridError(f"a cell in row {row + 1} spans {cell.row_span} rows, past the last", of)
    area = {
        (r, c)
        for r in range(row, row + cell.row_span)
        for c in range(column, column + cell.column_span)
    }
    if area & taken:
        raise GridError(f"two cells overlap in row {row + 1}", of)
    taken |= area
