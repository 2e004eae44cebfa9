"""A table wider than its room → one whose long words may break, where the engine measures columns.

WeasyPrint 70 gives a column the width of its longest word, an address of 60 letters too, and lets a
table stick out of the page. A table that fits stays as it is: its words are whole.

Drop when WeasyPrint counts breaks of `overflow-wrap: anywhere` and of hyphens for the narrowest
width of a box (CSS Text 3, sections 5.5 and 6.1).
"""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from weasyprint.layout import table

from pressconv.linebreak import cuts
from pressconv.pdf.weasyprint.hooks import replacing
from pressconv.pdf.weasyprint.hyphens import hyphenations
from pressconv.pdf.weasyprint.measure import text_width
from pressconv.pdf.weasyprint.paragraphs import locale
from pressconv.pdf.weasyprint.parting import free_high_rows

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from weasyprint.css import ComputedStyle
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

# No word that may break anywhere is parted into less than that, in em.
_LEAST_EM: Final = {"code": 8.0, "word": 5.0}

_TOLERANCE: Final = 0.1  # px of CSS

_lay_out_columns = table.auto_table_layout


class Breaking(IntEnum):
    """Where words break in the narrowest column."""

    NOWHERE = 0
    BY_RULE = 1
    """Behind the marks of addresses, at hyphens where the page allows them, anywhere in code."""
    ANYWHERE = 2
    """In every word that has no digits only."""
    TEXT = 3
    """In every word."""


def own_columns() -> AbstractContextManager[None]:
    """Let the words of a table break while a page is laid out, if it is too wide."""
    return replacing((table, "auto_table_layout", _columns))


def _columns(context: LayoutContext, wrapper: Box, containing_block: Box) -> None:
    """Find the widths of columns: with whole words, else by ever more breaks until they fit."""
    grid, (room, _) = wrapper.get_wrapped_table(), containing_block
    width = grid.width
    before = getattr(grid, "breaking", Breaking.NOWHERE)
    for breaking in map(Breaking, range(before, _last_breaking(grid) + 1)):
        if breaking is not before:
            context.tables.pop(grid, None)
        grid.breaking = context.breaking = breaking
        grid.width = width
        _lay_out_columns(context, wrapper, containing_block)
        if grid.border_width() <= room + _TOLERANCE:
            break
    context.breaking = Breaking.NOWHERE
    free_high_rows(context, grid)


def _last_breaking(grid: Box) -> Breaking:
    """Return where words of a *grid* may break at most."""
    if grid.element is None or grid.element.tag != "table":
        return Breaking.TEXT  # names beside a logo, which only stand in cells
    is_broken = "pc-broken" in grid.element.get("class", "").split()
    return Breaking.ANYWHERE if is_broken else Breaking.BY_RULE


def narrowest(context: LayoutContext, word: str, style: ComputedStyle, width: float) -> float:
    """Return how narrow a column can be for a *word* that is so wide as a whole."""
    breaking = getattr(context, "breaking", Breaking.NOWHERE)
    is_free = breaking is Breaking.TEXT or any(one.isalpha() for one in word)
    if breaking is Breaking.NOWHERE or not is_free:
        return width
    found = [width]
    places = [0, *cuts(word, locale(style)), len(word)]
    parts = (word[start:end] for start, end in pairwise(places))
    found.append(max(text_width(context, part, style) for part in parts))
    if style["hyphens"] == "auto":
        sign = style["hyphenate_character"]
        for place in hyphenations(context, style, word):
            halves = (word[:place] + sign, word[place:])
            found.append(max(text_width(context, half, style) for half in halves))
    if style["overflow_wrap"] == "anywhere":
        found.append(_LEAST_EM["code"] * style["font_size"])
    if breaking >= Breaking.ANYWHERE:
        found.append(_LEAST_EM["word"] * style["font_size"])
    return min(found)
