"""Text or a row that is kept whole → one that may break, where a page would be left white.

A style sheet can count blocks and rows, but not how high they are: a note of a page, fourteen rows
of three lines, or one row of much text would leave most of a page white. Where a row is higher than
a page, the engine also leaves out the heads of the columns, and where an inline block is, it lets
it run past the foot of the page. Drop when WeasyPrint weighs what an avoided break leaves, and
parts inline blocks.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import (
    BlockBox,
    InlineBlockBox,
    LineBox,
    ParentBox,
    TextBox,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

# Of a page and the margin above it, that what moves to the next one may leave white.
_MOST_WHITE: Final = 0.3

# Of the same, that what stands side by side may take: two contacts with all their lines still do.
_HIGHEST_BESIDE: Final = 0.5

# What a character takes of a line, and a line of the page, in em: as in most type.
_CHARACTER_EM: Final = 0.5
_LINE_EM: Final = 1.5


def is_whole(box: Box) -> bool:
    """Say whether *box* is kept on one page, and has text in it that could part."""
    return box.style["break_inside"] in {"avoid", "avoid-page"} and _has_text(box)


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
            widths = (_width(cell, grid.column_widths) for cell in row.children)
            if max(map(_height, row.children, widths), default=0) > most:
                row.style = row.style.copy()
                row.style["break_inside"] = "auto"


def free_high_inline_blocks(context: LayoutContext, box: Box, room: float) -> None:
    """Let blocks that stand side by side in a *box* follow each other, if one of them is high.

    *room* is the width that they have together.
    """
    if not (len(box.children) == 1 and isinstance(box.children[0], LineBox)):
        return
    words = [one for one in box.children[0].children if not _is_blank(one)]
    if all(isinstance(one, InlineBlockBox) for one in words) and any(
        _height(one, _share(one) * room) > _HIGHEST_BESIDE * context.page_bottom for one in words
    ):
        box.children = tuple(map(_as_block, words))


def _is_blank(box: Box) -> bool:
    return isinstance(box, TextBox) and not box.text.strip()


def _share(box: Box) -> float:
    """Return how much of its room a *box* takes in width, 1 where it says nothing in per cent."""
    width = box.style["width"]
    return float(width.value / 100) if getattr(width, "unit", None) == "%" else 1.0


def _as_block(inline: Box) -> Box:
    """Return an *inline* block as a block that is as wide as there is room."""
    block = BlockBox.__new__(BlockBox)
    block.__dict__.update(inline.__dict__)
    block.style = inline.style.copy()
    block.style["display"] = ("block", "flow")
    block.style["width"] = "auto"
    return block


def _width(cell: Box, widths: Sequence[float]) -> float:
    return sum(widths[cell.grid_x : cell.grid_x + cell.colspan])


def _height(box: Box, width: float) -> float:
    """Estimate the height of the text in a *box*."""
    height = 0.0
    for line in box.descendants():
        if isinstance(line, LineBox):
            texts = (one.text for one in line.descendants() if isinstance(one, TextBox))
            em = line.style["font_size"]
            height += ceil(sum(map(len, texts)) * em * _CHARACTER_EM / max(width, em)) * em
    return height * _LINE_EM


def _has_text(box: Box) -> bool:
    return any(
        isinstance(child, LineBox) or (isinstance(child, ParentBox) and _has_text(child))
        for child in box.children
    )
