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

from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.pdf.tags import CellFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_SCOPES: Final = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}
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
            return "columns", self.column, self.end_column
        return "rows", self.row, self.end_row


def cell_facts(table: etree._Element, prefix: str) -> dict[etree._Element, CellFacts]:
    """Return what each cell of *table* says; the keys of its headers begin with *prefix*."""
    cells = list(_placed(table))
    headers = [cell for cell in cells if cell.scope]
    keys = {cell.element: f"{prefix}-{number}" for number, cell in enumerate(headers, start=1)}
    return {
        cell.element: CellFacts(
            row_span=cell.end_row - cell.row,
            column_span=cell.end_column - cell.column,
            scope=_SCOPES[cell.scope] if cell.scope else "",
            key=keys.get(cell.element, ""),
            headers=tuple(keys[one.element] for one in _headers_of(cell, cells)),
        )
        for cell in cells
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


def _headers_of(cell: _Placed, cells: list[_Placed]) -> list[_Placed]:
    """Return the headers of *cell*, those of its columns before those of its rows."""
    others = [one for one in cells if one.scope and one.element is not cell.element]
    data = [one for one in cells if not one.scope]
    columns = [one for one in others if one.heads_columns and _is_above(one, cell)]
    if cell.scope and cell.is_whole_row:
        columns = [one for one in columns if one.is_whole_row]
    rows = [one for one in others if one.heads_rows and _is_beside(one, cell)]
    return [*_uncovered(columns, cell, data), *_uncovered(rows, cell, data)]


def _is_above(header: _Placed, cell: _Placed) -> bool:
    overlaps = header.column < cell.end_column and cell.column < header.end_column
    return overlaps and header.end_row <= cell.row


def _is_beside(header: _Placed, cell: _Placed) -> bool:
    if header.is_title:
        return header.group is cell.group and header.end_row <= cell.row
    overlaps = header.row < cell.end_row and cell.row < header.end_row
    return overlaps and header.end_column <= cell.column


def _uncovered(found: list[_Placed], cell: _Placed, data: list[_Placed]) -> list[_Placed]:
    """Leave out a header of *cell* where a nearer one of the same extent stands for it.

    Headers that follow each other belong together; behind data a new one begins.
    """
    itself = [cell] if cell.scope else []
    return [
        one
        for number, one in enumerate(found)
        if not any(
            one.extent == nearer.extent and any(_is_between(datum, one, nearer) for datum in data)
            for nearer in (*found[number + 1 :], *itself)
        )
    ]


def _is_between(cell: _Placed, first: _Placed, second: _Placed) -> bool:
    if first.heads_columns or first.is_title:
        overlaps = first.column < cell.end_column and cell.column < first.end_column
        return overlaps and first.end_row <= cell.row < second.row
    overlaps = first.row < cell.end_row and cell.row < first.end_row
    return overlaps and first.end_column <= cell.column < second.column
