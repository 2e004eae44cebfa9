"""A heading's breaks → those that make its lines about equally long.

Browsers do it by `text-wrap: balance`. Drop when WeasyPrint knows that property.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from weasyprint.formatting_structure.boxes import TextBox

from pressconv.pdf.weasyprint.measure import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

_N_HALVINGS: Final = 12


class Break(NamedTuple):
    """A place where a line may end: what stands before it is so wide, without spaces and with."""

    place: int
    bare: float
    whole: float


def balanced(context: LayoutContext, leaves: list[Box], ends: list[int], room: float) -> list[int]:
    """Return those of the *ends* of a paragraph at which its lines should end in *room*.

    *leaves* are its boxes of text. One that holds anything else is not balanced.
    """
    if not all(isinstance(leaf, TextBox) for leaf in leaves):
        return []
    starts = list(accumulate((len(leaf.text) for leaf in leaves), initial=0))
    whole = (text_width(context, leaf.text, leaf.style) for leaf in leaves)
    before = list(accumulate(whole, initial=0.0))
    if before[-1] <= room:
        return []
    breaks = []
    for end in ends:
        n = bisect_right(starts, end - 1) - 1
        text = leaves[n].text[: end - starts[n]]
        parts = (text.rstrip(" "), text)
        widths = [text_width(context, part, leaves[n].style) for part in parts]
        breaks.append(Break(end, *(before[n] + width for width in widths)))
    return lines_of_equal_width(breaks, room)


def lines_of_equal_width(breaks: Sequence[Break], room: float) -> list[int]:
    """Return the ends of as few lines as *room* allows, the widest as narrow as can be."""
    found = _filled(breaks, room)
    low, high = 0.0, room
    for _ in range(_N_HALVINGS):
        middle = (low + high) / 2
        narrower = _filled(breaks, middle)
        if len(narrower) > len(found):
            low = middle
        else:
            high, found = middle, narrower
    return found


def _filled(breaks: Sequence[Break], room: float) -> list[int]:
    """Return where lines end that are filled one after the other; a word may stick out."""
    ends: list[int] = []
    start = 0.0
    for one, following in zip(breaks, [*breaks[1:], None], strict=True):
        if following is None or following.bare - start > room:
            ends.append(one.place)
            start = one.whole
    return ends
