"""A table → the same whose column heads and sums stand as the cells of their columns do.

A year stands over its numbers without a word of the author. What a cell says of itself holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from pressconv import model as m
from pressconv.grid import place_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pressconv.grid import Placed

_Cell: TypeAlias = "m.Cell | m.HeaderCell"
_Aligned: TypeAlias = "Mapping[int, m.Align]"


def with_aligned_heads(table: m.Table) -> m.Table:
    """Return *table* with an alignment for the heads and sums of its columns that say none."""
    bodies = [place_cells(rows).cells for rows in table.bodies]
    aligned = _aligned_columns(one for cells in bodies for one in cells)
    if not aligned:
        return table
    return replace(
        table,
        head=_filled(table.head, lambda one: _over(one, aligned)),
        bodies=tuple(
            _filled(rows, lambda one: _over(one, aligned) if _heads_columns(one.cell) else None)
            for rows in table.bodies
        ),
        foot=_filled(table.foot, lambda one: _under(one, aligned)),
    )


def _aligned_columns(cells: Iterable[Placed]) -> _Aligned:
    """Return how the cells of each column stand, where most of those with content say the same."""
    found: defaultdict[int, Counter[m.Align | None]] = defaultdict(Counter)
    for one in cells:
        if one.cell.column_span == 1 and _has_content(one.cell) and not _heads_columns(one.cell):
            found[one.column][one.cell.align] += 1
    most = {column: (counts.most_common(1)[0], counts.total()) for column, counts in found.items()}
    return {column: align for column, ((align, n), of) in most.items() if align and 2 * n > of}


def _has_content(cell: _Cell) -> bool:
    content = cell.content
    return bool(content.children if isinstance(content, m.Running) else content)


def _heads_columns(cell: _Cell) -> bool:
    columns = {m.Scope.COLUMN, m.Scope.COLUMN_GROUP}
    return isinstance(cell, m.HeaderCell) and cell.scope in columns


def _filled(
    rows: tuple[m.Row, ...], align: Callable[[Placed], m.Align | None]
) -> tuple[m.Row, ...]:
    by_row = groupby(place_cells(rows).cells, lambda one: one.row)
    return tuple(
        replace(
            row,
            cells=tuple(
                one.cell if one.cell.align else replace(one.cell, align=align(one))
                for one in row_cells
            ),
        )
        for row, (_, row_cells) in zip(rows, by_row, strict=True)
    )


def _over(head: Placed, aligned: _Aligned) -> m.Align | None:
    """Return how a *head* stands: as its column, or in the middle of several that are aligned.

    Over columns of words a wide head begins where they do.
    """
    if head.cell.column_span == 1:
        return aligned.get(head.column)
    columns = range(head.column, head.column + head.cell.column_span)
    stands_off = all(aligned.get(one, m.Align.START) is not m.Align.START for one in columns)
    return m.Align.CENTER if stands_off else None


def _under(sum_: Placed, aligned: _Aligned) -> m.Align | None:
    return aligned.get(sum_.column) if sum_.cell.column_span == 1 else None
