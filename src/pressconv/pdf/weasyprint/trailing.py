"""A line that ends at a space → the same line, its parts where they stand without that space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import ParentBox
from weasyprint.layout import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.formatting_structure.boxes import Box, LineBox
    from weasyprint.layout import LayoutContext

_RTL: Final = "rtl"

_remove = inline.remove_last_whitespace


def close_up(context: LayoutContext, line: LineBox) -> None:
    """Remove the space at the end of *line*, and the gap that it leaves.

    WeasyPrint 70 leaves one in a line from right to left that ends with words from left to right:
    the space stood at their right, where the line goes on. What stands there was printed beyond the
    edge of the page's text by as much. Drop when it moves what it narrows.
    """
    width = line.width
    _remove(context, line)
    gap = width - line.width
    *above, last = _ends(line)
    if gap and line.style["direction"] == _RTL and last.style["direction"] != _RTL:
        for box in above:
            if box.style["direction"] == _RTL:
                for before in box.children[:-1]:
                    before.translate(dx=-gap, ignore_floats=True)


def _ends(box: Box) -> Iterator[Box]:
    """Yield *box*, the last box in it, the last in that, and so on."""
    yield box
    while isinstance(box, ParentBox) and box.children:
        box = box.children[-1]
        yield box
