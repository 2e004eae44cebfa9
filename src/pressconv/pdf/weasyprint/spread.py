"""A justified line of a script without spaces between words → its characters, spread evenly.

WeasyPrint 70 widens spaces only, and a Chinese line has none, or a single one that would open a
hole. Here every character gives way a little. A line that is much too short, because a long
foreign word did not fit, stays as it is. Drop when WeasyPrint knows `text-justify`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.text.line_break import create_layout, line_size

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

_MAX_EM: Final = 0.1  # between two characters: beyond that a line looks spaced out


def spread(context: LayoutContext, line: LineBox, extra: float) -> None:
    """Widen *line* by *extra*."""
    n_gaps = _n_characters(line) - 1
    if n_gaps > 0 and extra / n_gaps <= _MAX_EM * line.style["font_size"]:
        _widen(context, line, extra / n_gaps, 0)


def _n_characters(box: Box) -> int:
    if isinstance(box, TextBox):
        return len(box.text)
    if isinstance(box, LineBox | InlineBox):
        return sum(_n_characters(child) for child in box.children if child.is_in_normal_flow())
    return 1


def _widen(context: LayoutContext, box: Box, gap: float, moved: float) -> float:
    """Move *box* and put a *gap* behind each of its characters; return how far its end moved."""
    if isinstance(box, TextBox):
        box.position_x += moved
        return moved + _set_apart(context, box, gap)
    if isinstance(box, LineBox | InlineBox):
        box.position_x += moved
        before = moved
        for child in box.children:
            if child.is_in_normal_flow():
                moved = _widen(context, child, gap, moved)
        box.width += moved - before
        return moved
    box.translate(moved, 0)
    return moved + gap


def _set_apart(context: LayoutContext, box: TextBox, gap: float) -> float:
    """Put a *gap* behind each character of *box*; return by how much it grew."""
    style = box.style.copy()
    given = style["letter_spacing"]
    style["letter_spacing"] = gap + (0 if given == "normal" else given)
    layout = create_layout(box.text, style, context, None, box.justification_spacing)
    width, _ = line_size(layout.get_first_line()[0], style)
    layout.deactivate()
    grown = width - box.width
    box.style, box.pango_layout, box.width = style, layout, width
    return float(grown)
