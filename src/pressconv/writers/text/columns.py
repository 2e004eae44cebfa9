"""Rows of cells → columns under each other, as wide as they must be and no wider than the room.

Words wrap within their column. The space that a line end takes from a cell is the first one of
the gap behind it, so that every character of the text is in the file.
"""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pressconv import model as m
from pressconv.linebreak import breaks
from pressconv.writers.text.lines import BLANK, Line, flow, furniture, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.grid import Placed
    from pressconv.writers.text.lines import Lines, Piece, Pieces, Room

_GAPS: Final = (2, 1)  # cells between two columns: one where two do not fit
_HANG: Final = 2
_MAX_LINES: Final = 8
_UNBROKEN: Final = re.compile("[0-9A-Za-z\u00a0\u00c0-\u024f\u202f,.]*")  # most cells are a number
_AT_END: Final = frozenset({m.Align.END, m.Align.NUMBER})


class Shown(NamedTuple):
    """A cell with its words; ``pieces`` is `None` where it holds more than words."""

    placed: Placed
    pieces: Pieces | None


Row: TypeAlias = list[Shown]
Group: TypeAlias = list[Row]
_Measure: TypeAlias = "tuple[Placed, int]"


class _Columns(NamedTuple):
    """The width of each column; headers of the columns ``at_end`` stand at the end as well."""

    widths: list[int]
    gap: int
    at_end: frozenset[int]
    room: Room

    def start(self, placed: Placed) -> int:
        return sum(self.widths[: placed.column]) + self.gap * placed.column

    def width(self, placed: Placed) -> int:
        return _span_width(placed, self.widths, self.gap)

    def align(self, placed: Placed) -> m.Align:
        default = m.Align.END if placed.column in self.at_end else m.Align.START
        return placed.cell.align or default


def column_lines(head: Group, bodies: list[Group], foot: Group, room: Room) -> Lines:
    """Set a table of words in columns; nothing, where they would be too narrow to read."""
    cells = [cell for group in (head, *bodies, foot) for row in group for cell in row]
    n_head = sum(map(len, head))
    widths, gap = next(_fitting_widths(cells, n_head, room), ([], 0))
    if not widths:
        return []
    at_end = _end_columns([cell for body in bodies for row in body for cell in row])
    plain = _Columns(widths, gap, frozenset(), room)
    aligned = plain._replace(at_end=at_end)
    shown = [[_row_lines(row, plain) for row in body] for body in bodies]
    if max((len(row) for body in shown for row in body), default=0) > _MAX_LINES:
        return []
    rule = [furniture((" " * gap).join("-" * max(width, 1) for width in widths))]
    lines = stacked(stacked(body, 1 if _is_loose(body) else 0) for body in shown)
    if head:
        top = [line for row in head for line in _row_lines(row, aligned, is_head=True)]
        lines = [*top, *rule, *lines]
    if foot:
        lines = [*lines, *rule, *(line for row in foot for line in _row_lines(row, aligned))]
    return lines


def _is_loose(rows: list[Lines]) -> bool:
    """Say whether rows need a blank line between them: most are longer than a line."""
    return 2 * sum(len(row) > 1 for row in rows) > len(rows)


# ---- widths --------------------------------------------------------------------------------


def _fitting_widths(cells: list[Shown], n_head: int, room: Room) -> Iterator[tuple[list[int], int]]:
    """Yield widths that fit *room*, and the gap that they fit with; the best come first.

    The first *n_head* cells are headers: they are broken into lines before anything else is.
    """
    natural = [(cell.placed, room.n_cells(cell.pieces or ())) for cell in cells]
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
    if all(_UNBROKEN.fullmatch(text) for text, _ in pieces):
        return shown.placed, room.n_cells(pieces)
    text = "".join([text for text, _ in pieces])
    ends = breaks(text, room.locale)
    words = [text[start:end].rstrip(" ") for start, end in pairwise([0, *ends])]
    first, *others = [room.n_cells([(word, None)]) for word in words] or [0]
    return shown.placed, max([first, *(width + _hang(shown.placed) for width in others)])


def _hang(placed: Placed) -> int:
    """Return the indent of a further line: in the first column it must not look like a row."""
    return _HANG if placed.column == 0 else 0


def _end_columns(cells: list[Shown]) -> frozenset[int]:
    """Return the columns whose cells all stand at the end: so do their headers."""
    placed = [cell.placed for cell in cells]
    others = {one.column for one in placed if one.cell.align not in _AT_END}
    return frozenset(one.column for one in placed) - others


# ---- rows ----------------------------------------------------------------------------------


def _row_lines(row: Row, columns: _Columns, *, is_head: bool = False) -> Lines:
    """Set one row; headers stand on the line under them, other cells hang from the top."""
    laid = [
        (shown.placed, flow(shown.pieces or (), _room(shown, columns), _hang(shown.placed)))
        for shown in row
    ]
    height = max(len(lines) for _, lines in laid)
    if is_head:
        laid = [(placed, [BLANK] * (height - len(lines)) + lines) for placed, lines in laid]
    return [
        _row_line([(placed, lines[n]) for placed, lines in laid if n < len(lines)], columns)
        for n in range(height)
    ] or [BLANK]


def _room(shown: Shown, columns: _Columns) -> Room:
    room = columns.room._replace(width=columns.width(shown.placed))
    return room.speaking(shown.placed.cell.lang)


def _row_line(cells: list[tuple[Placed, Line]], columns: _Columns) -> Line:
    pieces: list[Piece] = []
    filled = 0
    end: int | None = None
    for placed, line in cells:
        if not line.pieces:
            continue
        if end is not None:
            pieces.append((" ", end))
            filled += 1
        start = columns.start(placed)
        spare = columns.width(placed) - columns.room.n_cells(line.pieces)
        align = columns.align(placed)
        if align in _AT_END:
            start += spare
        elif align is m.Align.CENTER:
            start += spare // 2
        if start > filled:
            pieces.append((" " * (start - filled), None))
        pieces += line.pieces
        filled = start + columns.room.n_cells(line.pieces)
        end = line.end
    return Line(tuple(pieces), end)
