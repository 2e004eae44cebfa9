"""The tags of a table → its cells in their places, and the headers of each.

Source: ISO 32000-2, 14.8.4.8.3 and 14.8.5.7.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressconv.pdfdoc import Tag

_GROUPS: Final = frozenset({"THead", "TBody", "TFoot"})
_CELLS: Final = frozenset({"TH", "TD"})
_MAX_SPAN: Final = 10_000
_MAX_PLACES: Final = 1_000_000  # of a table: spans may claim any number


class Cell(NamedTuple):
    """A cell: the tag, the row and column that it begins at, from 0, and how far it goes.

    Where it would go beyond the last row, it ends there.
    """

    tag: Tag
    row: int
    column: int
    n_rows: int
    n_columns: int

    @property
    def scope(self) -> str:
        """Row, Column, Both, or "" where it does not say."""
        found = self.tag.node.attributes.get("Scope")
        return found if isinstance(found, str) else ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The IDs of the cells that it names as its headers."""
        found = self.tag.node.attributes.get("Headers")
        items = found if isinstance(found, tuple) else (found,)
        return tuple(one for one in items if isinstance(one, str))


@dataclass(slots=True)
class Grid:
    """A table. ``widths`` are the number of places filled in each row."""

    cells: list[Cell] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    overlapping: list[Cell] = field(default_factory=list)
    is_too_long: bool = False  # a cell goes down beyond the last row


def children_of(tags: Sequence[Tag]) -> dict[int, list[Tag]]:
    """Return the tags below each, by the identity of its node; one pass for all tables."""
    found: dict[int, list[Tag]] = {}
    for tag in tags:
        if tag.parent:
            found.setdefault(id(tag.parent.node), []).append(tag)
    return found


def grid(table: Tag, children: dict[int, list[Tag]]) -> Grid:
    """Place the cells of *table*.

    Raises:
        InputError: they span more places than can be counted.
    """
    rows = list(_rows(table, children))
    made = Grid()
    taken: set[tuple[int, int]] = set()
    filled = [0] * len(rows)
    for number, row in enumerate(rows):
        column = 0
        for tag in children.get(id(row.node), []):
            if tag.kind not in _CELLS:
                continue
            while (number, column) in taken:
                column += 1
            wanted, left = _span(tag, "RowSpan"), len(rows) - number
            cell = Cell(tag, number, column, min(wanted, left), _span(tag, "ColSpan"))
            made.cells.append(cell)
            made.is_too_long = made.is_too_long or wanted > left
            if cell.n_rows * cell.n_columns > _MAX_PLACES - len(taken):
                raise InputError("the cells of a table span more places than can be counted")
            places = set(_places(cell))
            if places & taken:
                made.overlapping.append(cell)
            for at, _ in places - taken:
                filled[at] += 1
            taken |= places
            column += cell.n_columns
    made.widths = filled
    return made


class Headed(NamedTuple):
    """The columns and rows that header cells are for."""

    columns: frozenset[int]
    rows: frozenset[int]

    def reaches(self, cell: Cell) -> bool:
        """Say whether one of the headers is for *cell*."""
        columns = range(cell.column, cell.column + cell.n_columns)
        rows = range(cell.row, cell.row + cell.n_rows)
        return not (self.columns.isdisjoint(columns) and self.rows.isdisjoint(rows))


def headed(cells: Iterable[Cell], *, with_scope: bool) -> Headed:
    """Return what the headers among *cells* are for by their scopes.

    Of those without a scope it is all that they could be for: their column and their row.
    """
    columns: set[int] = set()
    rows: set[int] = set()
    for cell in cells:
        if cell.tag.kind != "TH" or bool(cell.scope) is not with_scope:
            continue
        if cell.scope in {"Column", "Both", ""}:
            columns.update(range(cell.column, cell.column + cell.n_columns))
        if cell.scope in {"Row", "Both", ""}:
            rows.update(range(cell.row, cell.row + cell.n_rows))
    return Headed(frozenset(columns), frozenset(rows))


def _rows(table: Tag, children: dict[int, list[Tag]]) -> Iterator[Tag]:
    for tag in children.get(id(table.node), []):
        if tag.kind == "TR":
            yield tag
        elif tag.kind in _GROUPS:
            yield from (row for row in children.get(id(tag.node), []) if row.kind == "TR")


def _span(tag: Tag, name: str) -> int:
    found = tag.node.attributes.get(name)
    return min(max(int(found), 1), _MAX_SPAN) if isinstance(found, float) else 1


def _places(cell: Cell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.n_rows):
        for column in range(cell.column, cell.column + cell.n_columns):
            yield row, column
