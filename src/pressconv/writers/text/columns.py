"""Rows of cells → columns under each other, as wide as they must be and no wider than the room.

Words wrap within their column. Columns start at the side where the table does: a table in Arabic
has its first column at the right, once its signs stand in the order of the eye.
"""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pressconv import model as m
from pressconv.linebreak import breaks
from pressconv.options import Bidi
from pressconv.patterns import pattern
from pressconv.writers.text.lines import (
    BLANK,
    Box,
    Line,
    Room,
    flow,
    furniture,
    isolated,
    n_cells,
    stacked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.grid import Placed
    from pressconv.writers.text.lines import Lines, Pieces

_GAPS: Final = (2, 1)  # cells between two columns: one where two do not fit
_HANG: Final = 2
_MAX_LINES: Final = 8
_UNBROKEN: Final = pattern("[0-9A-Za-z\u00a0\u00c0-\u024f\u202f,.]*")  # most cells are a number
_AGAINST: Final = {m.Direction.LTR: {"R", "AL"}, m.Direction.RTL: {"L"}}


class Shown(NamedTuple):
    """A cell with its words; ``pieces`` is `None` where it holds more than words."""

    placed: Placed
    pieces: Pieces | None


Row: TypeAlias = list[Shown]
Group: TypeAlias = list[Row]
_Measure: TypeAlias = "tuple[Placed, int]"


class _Columns(NamedTuple):
    """The width of each column, and of the gap between two."""

    widths: list[int]
    gap: int
    room: Room

    @property
    def width(self) -> int:
        """The cells that all columns take."""
        return sum(self.widths) + self.gap * (len(self.widths) - 1)

    def start(self, placed: Placed) -> int:
        return sum(self.widths[: placed.column]) + self.gap * placed.column

    def room_of(self, placed: Placed) -> Room:
        width = _span_width(placed, self.widths, self.gap)
        return _fixed(self.room.of(placed.cell))._replace(width=width)

    def before(self, placed: Placed, spare: int) -> int:
        """Return how many of the *spare* cells stand before the content of a cell.

        Digits stand under each other at the right, in a script of either direction.
        """
        side, own = self.room.dir, self.room.of(placed.cell).dir
        match placed.cell.align or m.Align.START:
            case m.Align.CENTER:
                return spare // 2
            case m.Align.NUMBER:
                return spare if side is m.Direction.LTR else 0
            case m.Align.END:
                return spare if side is own else 0
            case m.Align.START:
                return 0 if side is own else spare


def column_lines(head: Group, bodies: list[Group], foot: Group, room: Room) -> Lines:
    """Set a table of words in columns; nothing, where they would be too narrow to read."""
    cells = [cell for group in (head, *bodies, foot) for row in group for cell in row]
    n_head = sum(map(len, head))
    widths, gap = next(_fitting_widths(cells, n_head, room), ([], 0))
    if not widths:
        return []
    columns = _Columns(widths, gap, room)
    shown = [[_row_lines(row, columns) for row in body] for body in bodies]
    if max((len(row) for body in shown for row in body), default=0) > _MAX_LINES:
        return []
    between = " " * gap
    rule = [furniture(between.join("-" * max(width, 1) for width in widths), room)]
    lines = stacked(stacked(body, 1 if _is_loose(body) else 0) for body in shown)
    if head:
        top = [line for row in head for line in _row_lines(row, columns, is_head=True)]
        lines = [*top, *rule, *lines]
    if foot:
        lines = [*lines, *rule, *(line for row in foot for line in _row_lines(row, columns))]
    return [] if room.sink.flowed and _is_too_long(lines, room) else lines


def _is_too_long(lines: Lines, room: Room) -> bool:
    """Say whether a line has more characters than cells, and too many for e-mail."""
    texts = (sum(len(piece.text) for box in line.boxes for piece in box.pieces) for line in lines)
    return any(length > room.width for length in texts)


def _is_loose(rows: list[Lines]) -> bool:
    """Say whether rows need a blank line between them: most are longer than a line."""
    return 2 * sum(len(row) > 1 for row in rows) > len(rows)


# ---- widths --------------------------------------------------------------------------------


def _fitting_widths(cells: list[Shown], n_head: int, room: Room) -> Iterator[tuple[list[int], int]]:
    """Yield widths that fit *room*, and the gap that they fit with; the best come first.

    The first *n_head* cells are headers: they are broken into lines before anything else is.
    """
    natural = [(cell.placed, n_cells(cell.pieces or (), room.sink)) for cell in cells]
    longest: list[_Measure] = []
    n_columns = max((one.column + one.cell.column_span for one, _ in natural), default=0)
    for gap in _GAPS:
        widths = _widths(natural, n_columns, gap)
        spare = room.width - gap * (len(widths) - 1) if room.width else sys.maxsize
        if sum(widths) > spare:
            longest = longest or [_longest_word(cell, room) for cell in cells]
            least = _widths(longest, n_columns, gap)
            values = _widths(natural[n_head:], n_columns, gap)
            widths = _narrowed(widths, list(map(max, least, values)), spare)
            widths = _narrowed(widths, least, spare)
        if sum(widths) <= spare:
            yield widths, gap


def _narrowed(widths: list[int], least: list[int], spare: int) -> list[int]:
    """Take from the widest columns, down to the *least* widths, until all fit *spare*."""
    widths = list(map(max, widths, least))
    while sum(widths) > max(spare, sum(least)):
        wide = [column for column, width in enumerate(widths) if width > least[column]]
        widths[max(wide, key=lambda column: widths[column])] -= 1
    return widths


def _widths(measures: list[_Measure], n_columns: int, gap: int) -> list[int]:
    """Return the cells that each column needs; a wide cell widens the last column it spans."""
    widths = [0] * n_columns
    for placed, n_needed in sorted(measures, key=lambda one: one[0].cell.column_span):
        missing = n_needed - _span_width(placed, widths, gap)
        widths[placed.column + placed.cell.column_span - 1] += max(missing, 0)
    return widths


def _span_width(placed: Placed, widths: list[int], gap: int) -> int:
    n_columns = placed.cell.column_span
    inner = sum(widths[placed.column : placed.column + n_columns])
    return inner + gap * (n_columns - 1)


def _longest_word(shown: Shown, room: Room) -> _Measure:
    pieces = shown.pieces or ()
    if all(_UNBROKEN.fullmatch(piece.text) for piece in pieces):
        return shown.placed, n_cells(pieces, room.sink)
    own = room.of(shown.placed.cell)
    text = "".join([piece.text for piece in pieces])
    words = [text[start:end] for start, end in pairwise([0, *breaks(text, own.locale)])]
    first, *others = [own.sink.cells(word.rstrip(" ")) for word in words] or [0]
    return shown.placed, max([first, *(width + _hang(shown.placed) for width in others)])


def _fixed(room: Room) -> Room:
    """Return a room whose lines no reader breaks anew."""
    return room._replace(sink=replace(room.sink, flowed=False)) if room.sink.flowed else room


def _hang(placed: Placed) -> int:
    """Return the indent of a further line: in the first column it must not look like a row."""
    return _HANG if placed.column == 0 else 0


# ---- rows ----------------------------------------------------------------------------------


def _row_lines(row: Row, columns: _Columns, *, is_head: bool = False) -> Lines:
    """Set one row; headers stand on the line under them, other cells hang from the top."""
    laid = [
        (placed, flow(pieces or (), columns.room_of(placed), _hang(placed)))
        for placed, pieces in row
    ]
    height = max(len(lines) for _, lines in laid)
    if is_head:
        laid = [(placed, [BLANK] * (height - len(lines)) + lines) for placed, lines in laid]
    return [
        _row_line([(placed, lines[n]) for placed, lines in laid if n < len(lines)], columns)
        for n in range(height)
    ] or [BLANK]


def _row_line(cells: list[tuple[Placed, Line]], columns: _Columns) -> Line:
    room = columns.room
    boxes = tuple(_box(placed, line, columns) for placed, line in cells if line.boxes)
    return Line(boxes, (), room.dir, room.width or columns.width)


def _box(placed: Placed, line: Line, columns: _Columns) -> Box:
    """Put a line of a cell at its place in the row."""
    own = columns.room_of(placed)
    hang = sum(len(margin.text) for margin in line.margins)
    spare = own.width - _n_cells(line, own)
    start = columns.start(placed) + columns.before(placed, spare)
    start += hang if own.dir is columns.room.dir else 0
    box = line.boxes[0]._replace(start=start)
    if own.sink.bidi is Bidi.ISOLATES and own.dir is own.sink.dir and _runs_against(box):
        return box._replace(pieces=isolated(box.pieces, own.dir))
    return box


def _runs_against(box: Box) -> bool:
    """Say whether a letter of *box* would draw its neighbours over to its own direction."""
    against = _AGAINST[box.dir]
    return any(
        unicodedata.bidirectional(one) in against for piece in box.pieces for one in piece.text
    )


def _n_cells(line: Line, room: Room) -> int:
    """Count the cells that a line of a cell takes, with its indent."""
    indent = sum(len(margin.text) for margin in line.margins)
    return indent + sum(n_cells(box.pieces, room.sink) for box in line.boxes)
