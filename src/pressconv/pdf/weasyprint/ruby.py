"""A word with its reading above it → a box that is as wide as the wider of the two.

The engine knows no ruby: pdf.css sets the word as an inline block and lays the reading over it,
where it takes no room. Such a block never parts: where word or reading fill more than a line, the
reading stands in brackets behind the word. Drop when WeasyPrint knows `display: ruby`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure.boxes import InlineBlockBox, LineBox, ParentBox, TextBox

from pressconv.pdf.weasyprint.measure import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from weasyprint.document import Page
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

_IN_LINE: Final = "pc-in-line"  # styles/pdf.css
_TOLERANCE: Final = 1.0  # px of CSS


def make_room(context: LayoutContext, ruby: Box) -> None:
    """Widen the box of a word, if its reading is wider."""
    readings = list(_texts(ruby, within_reading=False))
    width = sum(text_width(context, box.text, box.style) for box in readings)
    ruby.style = ruby.style.copy()
    ruby.style["min_width"] = Dimension(width, "px")


def set_in_line(pages: Iterable[Page]) -> bool:
    """Give words that do not fit on a line with their readings the class of those that may part.

    Say whether there are some: then the page is to be laid out anew.
    """
    found = {one for page in pages for one in _too_long(page._page_box, page._page_box.width)}
    for element in found:
        element.set("class", f"{element.get('class', '')} {_IN_LINE}".strip())
    return bool(found)


def _too_long(box: Box, room: float) -> Iterator[Element]:
    """Yield the words below *box* that are wider than their *room*, or stand on two lines."""
    for child in box.children if isinstance(box, ParentBox) else ():
        if child.element_tag == "ruby" and isinstance(child, InlineBlockBox):
            n_lines = sum(isinstance(one, LineBox) for one in child.children)
            if n_lines > 1 or child.width > room + _TOLERANCE:
                yield child.element
        else:
            inner = min(room, box.width) if isinstance(child, LineBox) else room
            yield from _too_long(child, inner)


def _texts(box: Box, *, within_reading: bool) -> Iterator[TextBox]:
    """Yield the boxes of text of the readings below *box*."""
    within_reading = within_reading or box.element_tag == "rt"
    if isinstance(box, TextBox) and within_reading:
        yield box
    for child in box.children if isinstance(box, ParentBox) else ():
        yield from _texts(child, within_reading=within_reading)
