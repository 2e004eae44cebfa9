"""Pages as they were laid out → the boxes of text after which a line dropped a space.

The engine takes the space from a line's end, and a reader of marked content that joins the lines
has one word for two. The text of a paragraph tells where one stood: none after a hyphen, none in
Chinese or Thai.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.formatting_structure.boxes import LineBox, ParentBox, TextBox

from pressconv.model import Direction
from pressconv.pdf.alignment import align
from pressconv.pdf.weasyprint.paragraphs import leaves, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from weasyprint.document import Page
    from weasyprint.formatting_structure.boxes import Box


def spaces_at_ends(pages: Sequence[Page]) -> dict[TextBox, Direction]:
    """Return the last box that is drawn of each line that ends at a space, with its way."""
    found: dict[TextBox, Direction] = {}
    for lines in _paragraphs(pages):
        boxes = [list(leaves(line)) for line in lines]
        texts = [text_of(box) for line in boxes for box in line]
        said = align(lines[0].paragraph.text, texts)
        if said is None:
            continue
        at = 0
        for line, inside in zip(lines, boxes, strict=True):
            ends = list(zip(inside, said[at : at + len(inside)], strict=True))
            at += len(inside)
            last = _last(ends)
            if last is not None:
                found[last] = Direction(line.style["direction"])
    return found


def _last(line: list[tuple[Box, str]]) -> TextBox | None:
    """Return the box after which a space is missing, if one is."""
    dropped = ""
    for box, said in reversed(line):
        dropped = said[len(said.rstrip(" \n")) :] + dropped
        if text_of(box).strip():
            # What the engine takes from the text of a box, its layout may have kept.
            is_text = isinstance(box, TextBox)
            is_missing = dropped and is_text and not box.pango_layout.text.endswith(" ")
            return box if is_missing else None
    return None


def _paragraphs(pages: Iterable[Page]) -> list[list[LineBox]]:
    """Return the lines of each paragraph, over its pages; a head that is repeated is another."""
    found: dict[int, list[LineBox]] = {}
    whole: list[list[LineBox]] = []
    for page in pages:
        for line in _lines(page._page_box):
            if not hasattr(line, "paragraph"):
                continue
            key = id(line.paragraph)
            if line.is_first or key not in found:
                found[key] = []
                whole.append(found[key])
            found[key].append(line)
    return whole


def _lines(box: Box) -> Iterator[LineBox]:
    for child in box.children if isinstance(box, ParentBox) else ():
        if isinstance(child, LineBox):
            yield child
        yield from _lines(child)
