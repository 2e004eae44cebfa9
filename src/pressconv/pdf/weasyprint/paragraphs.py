"""A paragraph, as the engine has it → its boxes, marked with the places where lines may end.

A box is told whether a line may start with it (``may_start``), after which of its characters a
line may end (``ends``), after which one should (``wanted``, in headings of several lines), whether
one should with it (``ends_line``), and how its characters run (``runs``). The paragraph keeps its
text (``text``).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import AtomicInlineLevelBox, InlineBox, TextBox

from pressconv.languages.tags import LAST_FALLBACK
from pressconv.linebreak import breaks
from pressconv.pdf.weasyprint.balance import balanced
from pressconv.pdf.weasyprint.order import mark_order
from pressconv.pdf.weasyprint.ruby import make_room

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.css import ComputedStyle
    from weasyprint.formatting_structure.boxes import Box, LineBox
    from weasyprint.layout import LayoutContext

_OBJECT: Final = "\ufffc"  # stands for what is not text
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})


def mark(context: LayoutContext, paragraph: LineBox, room: float) -> None:
    """Mark the boxes of a *paragraph*, whose lines are as wide as *room*."""
    mark_order(paragraph)
    boxes = list(leaves(paragraph))
    texts = [text_of(box) for box in boxes]
    paragraph.text = "".join(texts)
    is_heading = paragraph.element_tag in _HEADINGS
    ends = breaks(paragraph.text, locale(paragraph.style), by_phrase=is_heading)
    wanted = balanced(context, boxes, ends, room) if is_heading else []
    start = 0
    for box, text in zip(boxes, texts, strict=True):
        if box.element_tag == "ruby" and text == _OBJECT:
            make_room(context, box)
        end = start + len(text)
        before = bisect_right(ends, start)
        box.may_start = not start or (before > 0 and ends[before - 1] == start)
        box.ends = [one - start for one in ends if start < one <= end]
        box.wanted = [one - start for one in wanted if start < one <= end]
        box.ends_line = end in wanted[:-1]
        start = end


def text_of(leaf: Box) -> str:
    """Return what a leaf of a paragraph is in its text."""
    return leaf.text if isinstance(leaf, TextBox) else _OBJECT


def leaves(box: Box) -> Iterator[Box]:
    """Yield the boxes of text, and the objects between them, in reading order."""
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        if isinstance(child, InlineBox):
            yield from leaves(child)
        elif isinstance(child, TextBox | AtomicInlineLevelBox):
            yield child


def locale(style: ComputedStyle) -> str:
    """Return the language of a box."""
    return str(style["lang"] or LAST_FALLBACK)
