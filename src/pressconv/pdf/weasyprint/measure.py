"""How wide a text is, as the engine would draw it on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.text.line_break import create_layout, line_size

if TYPE_CHECKING:
    from weasyprint.css import ComputedStyle
    from weasyprint.layout import LayoutContext


def text_width(context: LayoutContext, text: str, style: ComputedStyle) -> float:
    """Return the width of *text* in pixels of CSS."""
    if not text:
        return 0.0
    layout = create_layout(text, style, context, None, 0)
    width, _ = line_size(layout.get_first_line()[0], style)
    layout.deactivate()
    return float(width)
