"""A table → the same without columns in which no cell begins: wide cells that hide no narrow ones.

Word and page editors leave such columns behind when cells are joined. In HTML they are an error
(section 4.9.12, "forming a table"), on a page nobody sees them, in plain text they would take room.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from pressconv.grid import place_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressconv import model as m
    from pressconv.grid import Placed


def without_idle_columns(table: m.Table) -> m.Table:
    """Return *table* with spans that count only the columns in which a cell begins."""
    groups = (table.head, *table.bodies, table.foot)
    grids = [place_cells(rows) for rows in groups]
    begins = sorted({one.column for grid in grids for one in grid.cells})
    if len(begins) == max(grid.n_columns for grid in grids):
        return table
    head, *bodies, foot = (
        tuple(
            replace(row, cells=tuple(_counted(row_cells, begins)))
            for row, (_, row_cells) in zip(
                rows, groupby(grid.cells, lambda one: one.row), strict=True
            )
        )
        for rows, grid in zip(groups, grids, strict=True)
    )
    return replace(table, head=head, bodies=tuple(bodies), foot=foot)


def _counted(cells: Iterable[Placed], begins: Sequence[int]) -> Iterator[m.Cell | m.HeaderCell]:
    for one in cells:
        end = bisect_left(begins, one.column + one.cell.column_span)
        yield replace(one.cell, column_span=end - bisect_left(begins, one.column))
