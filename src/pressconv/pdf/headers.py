"""A table of a page → which header cells belong to each of its cells.

Source: HTML, section 4.9.12.2, "forming relationships between data cells and header cells": from
the cell towards the first column and the first row, headers of the same kind that lie before
nearer ones of the same extent are covered by them, once there are data between; a header cell is
the nearest one of its own. Then those of its group of rows or columns.

HTML scans each column alone. In that of the row headers there are no data, and a row that is a
subheading would be under the one before it, so data in any column of a header count here. And a
header over the whole width is under no single column.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pressconv.pdf.tags import CellFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_SCOPES: Final = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}
_ROWS: Final = "rows"
_COLUMNS: Final = "columns"
_Line: TypeAlias = tuple[str, int]
_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})


class _Placed(NamedTuple):
    """A cell on the grid: its first row and column, and those behind its last.

    ``width`` is that of the grid.
    """

    element: etree._Element
    row: int
    column: int
    end_row: int
    end_column: int
    width: int
    group: etree._Element

    @property
    def scope(self) -> str:
        return self.element.get("scope", "col") if self.element.tag == "th" else ""

    @property
    def heads_columns(self) -> bool:
        return self.scope in {"col", "colgroup"}

    @property
    def heads_rows(self) -> bool:
        return self.scope in {"row", "rowgroup"}

    @property
    def is_whole_row(self) -> bool:
        """Whether it is a row of its own."""
        return self.end_column - self.column == self.width

    @property
    def is_title(self) -> bool:
        """Whether it is a row of its own over the rows that it names."""
        return self.scope == "rowgroup" and self.is_whole_row

    @property
    def extent(self) -> tuple[str, int, int]:
        """The columns that a header of columns is for, or the rows."""
        if self.heads_columns or self.is_title:
            return _COLUMNS, self.column, self.end_column
        return _ROWS, self.row, self.end_row


def cell_facts(table: etree._Element, prefix: str) -> dict[etree._Element, CellFacts]:
    """Return what each cell of *table* says; the keys of its headers begin with *prefix*."""
    grid = _Grid(list(_placed(table)))
    headers = [cell for cell in grid.cells if cell.scope]
    keys = {cell.element: f"{prefix}-{number}" for number, cell in enumerate(headers, start=1)}
    return {
        cell.element: CellFacts(
            row_span=cell.end_row - cell.row,
            column_span=cell.end_column - cell.column,
            scope=_SCOPES[cell.scope] if cell.scope else "",
            key=keys.get(cell.element, ""),
            headers=tuple(keys[one.element] for one in grid.headers_of(cell)),
        )
        for cell in grid.cells
    }


def _placed(table: etree._Element) -> Iterator[_Placed]:
    first = 0
    for group in (one for one in table if one.tag in _GROUPS):
        rows = [row for row in group if row.tag == "tr"]
        whole = sum(int(cell.get("colspan", "1")) for cell in rows[0]) if rows else 0
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(rows):
            x = 0
            for cell in (one for one in row if one.tag in {"td", "th"}):
                while (x, y) in taken:
                    x += 1
                width, height = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
                height = min(height, len(rows) - y)
                taken |= {(x + dx, y + dy) for dx in range(width) for dy in range(height)}
                yield _Placed(cell, first + y, x, first + y + height, x + width, whole, group)
                x += width
        first += len(rows)


class _Grid:
    """The cells of a table by row and by column: each looks at its own, and not at all of them."""

    def __init__(self, cells: list[_Placed]) -> None:
        self.cells = cells
        self._heads: dict[_Line, list[tuple[int, _Placed]]] = defaultdict(list)
        self._titles: dict[etree._Element, list[tuple[int, _Placed]]] = defaultdict(list)
        self._data: dict[_Line, list[int]] = defaultdict(list)
        for number, cell in enumerate(cells):
            columns = [(_COLUMNS, x) for x in range(cell.column, cell.end_column)]
            rows = [(_ROWS, y) for y in range(cell.row, cell.end_row)]
            if cell.is_title:
                self._titles[cell.group].append((number, cell))
            elif cell.scope:
                for line in columns if cell.heads_columns else rows:
                    self._heads[line].append((number, cell))
            else:
                for line in columns:
                    self._data[line].append(cell.row)
                for line in rows:
                    self._data[line].append(cell.column)
        for starts in self._data.values():
            starts.sort()

    def headers_of(self, cell: _Placed) -> list[_Placed]:
        """Return the headers of *cell*, those of its columns before those of its rows."""
        columns = self._in(_COLUMNS, cell.column, cell.end_column)
        above = [one for _, one in sorted(columns.items()) if one.end_row <= cell.row]
        if cell.scope and cell.is_whole_row:
            above = [one for one in above if one.is_whole_row]
        rows = self._in(_ROWS, cell.row, cell.end_row)
        beside = {at: one for at, one in rows.items() if one.end_column <= cell.column}
        beside |= {at: one for at, one in self._titles[cell.group] if one.end_row <= cell.row}
        return [
            *self._uncovered(above, cell),
            *self._uncovered([one for _, one in sorted(beside.items())], cell),
        ]

    def _in(self, axis: str, first: int, end: int) -> dict[int, _Placed]:
        return dict(pair for at in range(first, end) for pair in self._heads.get((axis, at), ()))

    def _uncovered(self, found: list[_Placed], cell: _Placed) -> list[_Placed]:
        """Leave out a header of *cell* where a nearer one of the same extent stands for it.

        Headers that follow each other belong together; behind data a new one begins.
        """
        nearest = {one.extent: one for one in (*found, *([cell] if cell.scope else ()))}
        return [one for one in found if not self._has_data_between(one, nearest[one.extent])]

    def _has_data_between(self, first: _Placed, second: _Placed) -> bool:
        axis, *lines = first.extent
        start, end = (
            (first.end_row, second.row) if axis == _COLUMNS else (first.end_column, second.column)
        )
        starts = (self._data.get((axis, at), []) for at in range(*lines))
        return any(bisect_left(one, start) < bisect_left(one, end) for one in starts)
