"""Tables: cells that fill a rectangle, header cells that say what the others are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pressconv import model as m
from pressconv.grid import GridError, place_cells
from pressconv.readers.xml import values
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.inlines import running
from pressconv.readers.xml.tree import Node

Flow: TypeAlias = Callable[..., m.Flow]
"""`blocks.flow`, handed down: cells hold blocks, and a table is one."""


def table(reading: Reading, node: Node, flow: Flow) -> m.Table:
    """Read a table. Its groups of rows must be equally wide, and no span may leave its group."""
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    children = reading.children(node, "caption head? rows+ foot? note?")
    found = m.Table(
        running(reading, children.one("caption")),
        _rows(reading, children.one("head"), flow),
        tuple(_rows(reading, rows, flow) for rows in children.all("rows")),
        _rows(reading, children.one("foot"), flow),
        running(reading, children.one("note")),
        **marks,
    )
    _hold_grid(reading, found)
    if not any(isinstance(cell, m.HeaderCell) for cell in _cells(found)):
        reading.note("gap-table-headers", node.place)
    return found


def _rows(reading: Reading, node: Node | None, flow: Flow) -> tuple[m.Row, ...]:
    if node is None:
        return ()
    with reading.attributes(node):
        rows = reading.children(node, "row+").all("row")
    return tuple([_row(reading, row, flow) for row in rows])


def _row(reading: Reading, node: Node, flow: Flow) -> m.Row:
    with reading.attributes(node):
        cells = reading.children(node, "cell|header+").all("cell|header")
    row = tuple([_cell(reading, cell, flow) for cell in cells])
    return m.Row(row if _is_counted(reading, node, cells) else (), place=node.place)


def _is_counted(reading: Reading, node: Node, cells: list[Node]) -> bool:
    """Say whether it is known how many columns a row fills: no cell nor span of it was refused."""
    spans = ((cell, name) for cell in cells for name in ("column-span", "row-span"))
    return len(cells) == len(node.elements()) and all(reading.is_read(*one) for one in spans)


def _cell(reading: Reading, node: Node, flow: Flow) -> m.Cell | m.HeaderCell:
    is_header = node.name == "header"
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        columns = attributes.optional("column-span", values.span) or 1
        rows = attributes.optional("row-span", values.span) or 1
        align = attributes.optional("align", values.choice(m.Align))
        scope = attributes.optional("scope", values.choice(m.Scope)) if is_header else None
    content = flow(reading, node, empty=not is_header)
    if is_header:
        return m.HeaderCell(content, scope, columns, rows, align, **marks)
    return m.Cell(content, columns, rows, align, **marks)


def _hold_grid(reading: Reading, found: m.Table) -> None:
    """Refuse the first row of each group that breaks the grid."""
    width = 0
    for group in (found.head, *found.bodies, found.foot):
        if not all(row.cells for row in group) or not group:
            continue  # refused before
        try:
            n_columns = place_cells(group).n_columns
        except GridError as error:
            _refuse(reading, error.row, str(error))
            continue
        if width and n_columns != width:
            _refuse(reading, group[0], f"{n_columns} columns here, {width} in the rows before")
        width = width or n_columns


def _refuse(reading: Reading, row: m.Row, message: str) -> None:
    if row.place:
        reading.refuse("table-grid", row.place, message, "count the cells and their spans")


def _cells(found: m.Table) -> list[m.Cell | m.HeaderCell]:
    groups = (found.head, *found.bodies, found.foot)
    return [cell for group in groups for row in group for cell in row.cells]
