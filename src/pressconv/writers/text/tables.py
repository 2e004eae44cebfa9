"""A table → columns where they fit, else a record for every row.

Cells are set in reading order, each once. What a record repeats, the header of a column as the
label of a value, is furniture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.grid import place_cells
from pressconv.writers.text.columns import Group, Row, Shown, column_lines
from pressconv.writers.text.lines import Piece, flow, prefixed, stacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.writers.text.blocks import Blocks
    from pressconv.writers.text.lines import Lines, Pieces, Room

_BETWEEN: Final = " | "
_INDENT: Final = "    "


def table_lines(table: m.Table, room: Room, blocks: Blocks) -> Lines:
    """Lay out a table with its caption and note."""
    caption = blocks.words(table.caption, room)
    groups = (table.head, *table.bodies, table.foot)
    if all(_is_simple(cell.content) for group in groups for row in group for cell in row.cells):
        shown = [_shown(group, room, blocks) for group in groups]
        head, *bodies, foot = shown
        lines = column_lines(head, bodies, foot, room) or _records(shown, room, blocks)
    else:
        lines = _records([_unread(group) for group in groups], room, blocks)
    return stacked([caption, lines, blocks.words(table.note, room)])


def _is_simple(content: m.Flow) -> bool:
    return isinstance(content, m.Running) or _only_paragraph(content) is not None or not content


def _only_paragraph(content: m.Blocks) -> m.Inlines | None:
    if len(content) == 1 and isinstance(content[0], m.Paragraph):
        return content[0].children
    return None


def _shown(rows: tuple[m.Row, ...], room: Room, blocks: Blocks) -> Group:
    """Read the words of the cells, each in one line: a line break in a cell is a space."""

    def words(cell: m.Cell | m.HeaderCell) -> Pieces:
        if isinstance(cell.content, m.Running):
            children: m.Inlines = cell.content.children
        else:
            children = _only_paragraph(cell.content) or ()
        pieces = blocks.running.words(children, room.of(cell).dir)
        return tuple(piece._replace(text=piece.text.replace("\n", " ")) for piece in pieces)

    return _rows(Shown(cell, words(cell.cell)) for cell in place_cells(rows).cells)


def _unread(rows: tuple[m.Row, ...]) -> Group:
    return _rows(Shown(cell, None) for cell in place_cells(rows).cells)


def _rows(cells: Iterable[Shown]) -> Group:
    rows: dict[int, Row] = {}
    for cell in cells:
        rows.setdefault(cell.placed.row, []).append(cell)
    return [rows[row] for row in sorted(rows)]


# ---- records -------------------------------------------------------------------------------


def _records(groups: list[Group], room: Room, blocks: Blocks) -> Lines:
    """Set the header rows, then every row: its first cell, under it the others with labels."""
    head, *others = groups
    labels: dict[int, list[str]] = {}
    top: Lines = []
    for row in head:
        cells = [_cell(shown, room, blocks) for shown in row]
        for shown, lines in zip(row, cells, strict=True):
            span = range(shown.placed.column, shown.placed.column + shown.placed.cell.column_span)
            for column in span:
                labels.setdefault(column, []).append(_content_text(lines))
        top += _joined_row(row, cells, room)
    rows = (row for group in others for row in group)
    return stacked([top, *(_record(row, labels, room, blocks) for row in rows)])


def _joined_row(row: Row, cells: list[Lines], room: Room) -> Lines:
    """Set a header row in a line, if its cells are words; else its cells under each other."""
    if any(shown.pieces is None for shown in row):
        return stacked(cells, 0)
    pieces: list[Piece] = []
    for words in (shown.pieces for shown in row if shown.pieces):
        pieces += [Piece(_BETWEEN), *words] if pieces else words
    return flow(pieces, room)


def _record(row: Row, labels: dict[int, list[str]], room: Room, blocks: Blocks) -> Lines:
    inner = room.inside(len(_INDENT))
    lines: Lines = []
    for shown in row:
        column = shown.placed.column
        if column == 0:
            lines += _cell(shown, room, blocks)
            continue
        label = ", ".join(filter(None, labels.get(column, ())))
        lines += prefixed(_labelled(shown, label, inner, blocks), room, _INDENT)
    return lines


def _labelled(shown: Shown, label: str, room: Room, blocks: Blocks) -> Lines:
    """Set a cell behind its label; a cell of blocks stands under it."""
    if not label:
        return _cell(shown, room, blocks)
    title = Piece(label + blocks.colon(room).rstrip(" "))
    if shown.pieces is None:
        under = _cell(shown, room.inside(len(_INDENT)), blocks)
        return [*flow([title], room), *prefixed(under, room, _INDENT)]
    if not shown.pieces:
        return flow([title], room, hang=2)
    return flow([Piece(label + blocks.colon(room)), *shown.pieces], room, hang=2)


def _cell(shown: Shown, room: Room, blocks: Blocks) -> Lines:
    cell = shown.placed.cell
    room = room.of(cell)
    if shown.pieces is None:
        return blocks.flow(cell.content, room)
    return flow(shown.pieces, room)


def _content_text(lines: Lines) -> str:
    """Return the characters of *lines* that are text, as a label that repeats them."""
    boxes = (box for line in lines for box in line.boxes)
    texts = ("".join(one.text for one in box.pieces if one.block is not None) for box in boxes)
    return " ".join(filter(None, texts))
