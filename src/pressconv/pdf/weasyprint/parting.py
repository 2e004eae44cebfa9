"""A table or a row that is kept whole → one that may break, where a page would be left white.

A style sheet can count rows, but not how high they are: fourteen rows of three lines would leave
most of a page white, and so would one row of much text. Where a row is higher than a page, the
engine also leaves out the heads of the columns. Drop when WeasyPrint weighs what an avoided break
leaves.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import LineBox, ParentBox, TextBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

# Of a page and the margin above it, that what moves to the next one may leave white.
_MOST_WHITE: Final = 0.3

# What a character takes of a line, and a line of the page, in em: as in most type.
_CHARACTER_EM: Final = 0.5
_LINE_EM: Final = 1.5


def is_whole_table(box: Box) -> bool:
    """Say whether *box* is kept on one page, and has a table in it as a block."""
    return box.style["break_inside"] in {"avoid", "avoid-page"} and _has_table(box)


def leaves_white(context: LayoutContext, y: float, bottom_space: float) -> bool:
    """Say whether too much of the page is left below *y*."""
    return bool(context.page_bottom - bottom_space - y > _MOST_WHITE * context.page_bottom)


def breakable(box: Box) -> Box:
    """Return *box* as one that may break."""
    free = box.copy()
    free.style = box.style.copy()
    free.style["break_inside"] = "auto"
    return free


def free_high_rows(context: LayoutContext, grid: Box) -> None:
    """Let the rows of a *grid*, whose columns have their widths, break where they are high."""
    most = _MOST_WHITE * context.page_bottom
    for group in grid.children:
        for row in () if group.is_header else group.children:
            if any(_height(cell, grid.column_widths) > most for cell in row.children):
                row.style = row.style.copy()
                row.style["break_inside"] = "auto"


def _height(cell: Box, widths: Sequence[float]) -> float:
    """Estimate the height of the text in a *cell*."""
    width = sum(widths[cell.grid_x : cell.grid_x + cell.colspan])
    height = 0.0
    for line in cell.descendants():
        if isinstance(line, LineBox):
            texts = (box.text for box in line.descendants() if isinstance(box, TextBox))
            em = line.style["font_size"]
            height += ceil(sum(map(len, texts)) * em * _CHARACTER_EM / max(width, em)) * em
    return height * _LINE_EM


def _has_table(box: Box) -> bool:
    return any(
        child.is_table_wrapper or _has_table(child)
        for child in box.children
        if isinstance(child, ParentBox) and not isinstance(child, LineBox)
    )
