"""A word with its reading above it → a box that is as wide as the wider of the two.

The engine knows no ruby: pdf.css sets the word as an inline block and lays the reading over it,
where it takes no room. Drop when WeasyPrint knows `display: ruby`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import ParentBox, TextBox

from pressconv.pdf.weasyprint.measure import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext


def make_room(context: LayoutContext, ruby: Box) -> None:
    """Widen the box of a word, if its reading is wider."""
    readings = list(_texts(ruby, within_reading=False))
    width = sum(text_width(context, box.text, box.style) for box in readings)
    ruby.style = ruby.style.copy()
    ruby.style["min_width"] = Dimension(width, "px")


def _texts(box: Box, *, within_reading: bool) -> Iterator[TextBox]:
    """Yield the boxes of text of the readings below *box*."""
    within_reading = within_reading or box.element_tag == "rt"
    if isinstance(box, TextBox) and within_reading:
        yield box
    for child in box.children if isinstance(box, ParentBox) else ():
        yield from _texts(child, within_reading=within_reading)
