"""A table that has nothing before it on its page → one that stands there, and with all its text.

WeasyPrint 70 gives up on a table that breaks only where its style avoids it, between two groups of
rows, even on an empty page; then it leaves out the head, and at last the page fails. And it leaves
out a head that finds no room on a page with a row below it.

Drop when WeasyPrint breaks a table on an empty page where it has to, and drops no head that has not
been shown (CSS Fragmentation 3, section 4.4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure.boxes import TableRowGroupBox
from weasyprint.layout import block, table

from pressconv.pdf.weasyprint.hooks import replacing
from pressconv.pdf.weasyprint.parting import breakable

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

_lay_out = table.table_layout
_find_earlier_page_break = table._find_earlier_page_break


def own_tables() -> AbstractContextManager[None]:
    """Let tables keep their text while a page is laid out."""
    return replacing((block, "table_layout", _keeping), (table, "_find_earlier_page_break", _break))


def _keeping(  # noqa: PLR0913, PLR0917 - the engine's signature
    context: LayoutContext,
    grid: Box,
    bottom_space: float,
    skip_stack: object,
    containing_block: Box,
    page_is_empty: bool,
    absolute_boxes: list[Any],
    fixed_boxes: list[Any],
) -> tuple[Any, ...]:
    """Lay out a table: as it is, else with breaks where they are avoided, else its head as rows."""
    sizes = len(absolute_boxes), len(fixed_boxes)
    widths = list(grid.column_widths)  # turned around by the engine in a leftward table

    def lay_out(*, breaks_anywhere: bool) -> tuple[Any, ...]:
        del absolute_boxes[sizes[0] :], fixed_boxes[sizes[1] :]
        grid.column_widths = list(widths)
        before = getattr(context, "breaks_anywhere", False)
        context.breaks_anywhere = breaks_anywhere
        laid: tuple[Any, ...] = _lay_out(
            context,
            grid,
            bottom_space,
            skip_stack,
            containing_block,
            page_is_empty,
            absolute_boxes,
            fixed_boxes,
        )
        context.breaks_anywhere = before
        return laid

    laid = lay_out(breaks_anywhere=False)
    if page_is_empty and _is_lost(grid, laid[0], skip_stack):
        laid = lay_out(breaks_anywhere=True)
        if _is_lost(grid, laid[0], skip_stack) and _has_head(grid):
            _let_head_be_rows(grid)
            laid = lay_out(breaks_anywhere=True)
    return laid


def _is_lost(grid: Box, laid: Box | None, skip_stack: object) -> bool:
    """Say whether the table, or its head on the first page of it, was left out."""
    return laid is None or (not skip_stack and _has_head(grid) and not _has_head(laid))


def _has_head(grid: Box) -> bool:
    return bool(grid.children) and bool(grid.children[0].is_header)


def _let_head_be_rows(grid: Box) -> None:
    """Let the head of a table stand once and break, on all the pages to come too."""
    head = grid.children[0]
    head.is_header = False
    head.children = [breakable(row) for row in head.children]


def _break(  # noqa: PLR0913, PLR0917 - the engine's signature
    context: LayoutContext,
    element: Box,
    index: int,
    previous_list: list[Box],
    page_is_empty: bool,
    absolute_boxes: list[Any],
    fixed_boxes: list[Any],
) -> tuple[list[Box] | None, object]:
    """Find where to break before a row or a group: before a group itself if nothing is better."""
    found: tuple[list[Box] | None, object] = _find_earlier_page_break(
        context, element, index, previous_list, page_is_empty, absolute_boxes, fixed_boxes
    )
    is_group = isinstance(element, TableRowGroupBox)
    if found[1] is None and context.breaks_anywhere and is_group and previous_list:
        return previous_list, {index: None}
    return found
