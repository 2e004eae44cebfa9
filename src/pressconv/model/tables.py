"""Tables: groups of rows of cells."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pressconv.frozen import dataclass
from pressconv.model.marks import Marked

if TYPE_CHECKING:
    from pressconv.model.blocks import Flow
    from pressconv.model.running import Inlines


class Scope(StrEnum):
    """Which cells a header cell is for."""

    COLUMN = "column"
    ROW = "row"
    COLUMN_GROUP = "column-group"
    ROW_GROUP = "row-group"


class Align(StrEnum):
    """How a cell's content stands; ``number`` aligns digits."""

    START = "start"
    END = "end"
    CENTER = "center"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Cell(Marked):
    """A cell; its content may be empty. Spans count columns and rows from 1."""

    content: Flow
    column_span: int = 1
    row_span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class HeaderCell(Marked):
    """A header cell; without ``scope`` its place in the grid decides."""

    content: Flow
    scope: Scope | None = None
    column_span: int = 1
    row_span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row(Marked):
    """A row of cells, one or more."""

    cells: tuple[Cell | HeaderCell, ...]


@dataclass(frozen=True, slots=True)
class Table(Marked):
    """A table whose cells fill a rectangle. ``bodies`` are its groups of rows, one or more."""

    caption: Inlines
    head: tuple[Row, ...]
    bodies: tuple[tuple[Row, ...], ...]
    foot: tuple[Row, ...] = ()
    note: Inlines = ()
