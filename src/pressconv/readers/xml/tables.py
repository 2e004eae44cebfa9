"""Tables: cells that fill a rectangle, header cells that say what the others are."""

from __future__ import annotations

from pressconv import model as m
from pressconv.grid import GridError, place_cells
from pressconv.readers.xml import values
from pressconv.readers.xml.blocks import flow, running
from pressconv.readers.xml.cursor import Reading
from pressconv.readers.xml.tree import Node


def table(reading: Reading, node: Node) -> m.Table:
    """Read a table. Its groups of rows must be equally wide, and no span may leave its group."""
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
    children = reading.children(node, "caption head? rows+ foot? note?")
    head, foot = children.one("head"), children.one("foot")
    found = m.Table(
        running(reading, children.one("caption")),
        _rows(reading, head) if head else (),
        tuple(_rows(reading, rows) for rows in children.all("rows")),
        _rows(reading, foot) if foot else (),
        running(reading, children.one("note")),
        **marks,
    )
    _hold_grid(reading, node, found)
    if not any(isinstance(cell, m.HeaderCell) for cell in _cells(found)):
        reading.note("gap-table-headers", node.place)
    return found


def _rows(reading: Reading, node: Node) -> tuple[m.Row, ...]:
    with reading.attributes(node):
        return tuple(_row(reading, row) for row in reading.children(node, "row+").all("row"))


def _row(reading: Reading, node: Node) -> m.Row:
    cells: list[m.Cell | m.HeaderCell] = []
    with reading.attributes(node):
        for child in reading.elements(node):
            if child.name == "cell":
                cells.append(_cell(reading, child))
            elif child.name == "header":
                cells.append(_header(reading, child))
            else:
                reading.unknown(child, node, ["cell", "header"])
    if not node.elements():
        reading.missing(node, "cell")
    return m.Row(tuple(cells), place=node.place)


def _cell(reading: Reading, node: Node) -> m.Cell:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        columns = attributes.optional("column-span", values.span)
        rows = attributes.optional("row-span", values.span)
        align = attributes.optional("align", values.choice(m.Align))
    return m.Cell(flow(reading, node, empty="kept"), columns or 1, rows or 1, align, **marks)


def _header(reading: Reading, node: Node) -> m.HeaderCell:
    with reading.attributes(node) as attributes:
        marks = attributes.marks()
        columns = attributes.optional("column-span", values.span)
        rows = attributes.optional("row-span", values.span)
        align = attributes.optional("align", values.choice(m.Align))
        scope = attributes.optional("scope", values.choice(m.Scope))
    return m.HeaderCell(flow(reading, node), scope, columns or 1, rows or 1, align, **marks)


def _hold_grid(reading: Reading, node: Node, found: m.Table) -> None:
    width = 0
    for group in (found.head, *found.bodies, found.foot):
        if not group:
            continue
        try:
            placed = place_cells(group)
        except GridError as error:
            place = error.row.place or node.place
            reading.refuse("table-grid", place, str(error), "count the cells and their spans")
            return
        if width and placed.n_columns != width:
            place = group[0].place or node.place
            message = f"{placed.n_columns} columns here, {width} in the rows before"
            reading.refuse("table-grid", place, message, "count the cells and their spans")
            return
        width = placed.n_columns


def _cells(found: m.Table) -> list[m.Cell | m.HeaderCell]:
    groups = (found.head, *found.bodies, found.foot)
    return [cell for group in groups for row in group for cell in row.cells]
