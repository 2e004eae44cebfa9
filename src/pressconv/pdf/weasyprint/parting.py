"""A table that is kept whole → one that may break over pages, where the page would be left white.

A style sheet can count rows, but not how high they are: fourteen rows of three lines would leave
most of a page white. Drop when WeasyPrint weighs what an avoided break leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import LineBox, ParentBox

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

# Of a page and the margin above it, that a table which moves to the next one may leave white.
_MOST_WHITE: Final = 0.3


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


def _has_table(box: Box) -> bool:
    return any(
        child.is_table_wrapper or _has_table(child)
        for child in box.children
        if isinstance(child, ParentBox) and not isinstance(child, LineBox)
    )
