"""The order of a paragraph's characters → the controls that make Pango set each piece in it.

WeasyPrint 70 gives Pango every piece of a line alone: what stands before it in the paragraph, on
the line before or in another element, has no say, though by UAX #9 it has. After an Arabic letter
"2026-2030" runs from right to left, and the hyphen of "Bec-" at the end of a line belongs to the
Latin name that goes on. Where the order of a piece alone is another than that of the paragraph,
overrides put it right; they draw nothing.

Drop when WeasyPrint resolves levels by paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import AtomicInlineLevelBox, InlineBox, TextBox

from pressconv.bidi import Run, runs
from pressconv.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weasyprint.formatting_structure.boxes import Box, LineBox

_OBJECT: Final = "\ufffc"  # stands for what is not text
_ISOLATES: Final = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
_END_OF_ISOLATE: Final = "\u2069"
_OVERRIDES: Final = {Direction.LTR: "\u202d", Direction.RTL: "\u202e"}
_END_OF_OVERRIDE: Final = "\u202c"
_NOTE_CALL: Final = "pc-call"  # isolated by the style sheet for browsers


def mark_order(paragraph: LineBox) -> None:
    """Tell each box of text of a *paragraph* how its characters run (``runs``)."""
    pieces = list(_pieces(paragraph))
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    found = runs(text, Direction(paragraph.style["direction"]))
    start = 0
    for piece in pieces:
        if not isinstance(piece, str):
            piece.runs = within(found, start, start + len(piece.text))
        start += len(piece if isinstance(piece, str) else piece.text)


def ordered(box: TextBox, start: int, text: str) -> str:
    """Return *text*, which stands at *start* in a marked *box*, with what its order needs.

    It may end with a hyphen that the box has not: this runs as the character before it.
    """
    end = min(start + len(text), len(box.text))
    wanted = within(box.runs, start, end)
    if len(text) > end - start:
        wanted = [_with_sign(run, end - start, len(text)) for run in wanted]
    base = Direction(box.style["direction"])
    if wanted == runs(text, base):
        return text
    # What is open at the end of a paragraph closes there.
    return forced(text, wanted, base).rstrip(_END_OF_OVERRIDE)


def _pieces(box: Box) -> Iterator[TextBox | str]:
    """Yield the boxes of text in reading order, and the characters between them."""
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        if isinstance(child, InlineBox):
            isolate = _isolate(child)
            yield isolate
            yield from _pieces(child)
            yield _END_OF_ISOLATE if isolate else ""
        elif isinstance(child, TextBox):
            yield child
        elif isinstance(child, AtomicInlineLevelBox):
            yield _OBJECT


def _isolate(box: InlineBox) -> str:
    """Return what opens the isolate that *box* is, if it is one."""
    element = box.element
    if element is None or box.element_tag != element.tag:
        return ""
    if element.get("class") == _NOTE_CALL:
        return _ISOLATES["auto"]
    return _ISOLATES.get(element.get("dir", ""), "")


def within(found: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return what *found* says of the text from *start* to *end*, counted from there.

    Two characters of a line have the same order in all of the paragraph: they change places as
    often as a level is reached by all that stands between them (rule L2), which the line has too.
    """
    clipped = (Run(max(one.start, start), min(one.end, end), one.direction) for one in found)
    parts = [Run(a - start, b - start, direction) for a, b, direction in clipped if a < b]
    return _joined(parts)


def _joined(parts: list[Run]) -> list[Run]:
    """Join neighbours that run on: what stood between them is not here."""
    made: list[Run] = []
    for part in parts:
        last = made[-1] if made else None
        if last and last.direction is part.direction is Direction.LTR and last.end == part.start:
            made[-1] = Run(last.start, part.end, part.direction)
        elif last and last.direction is part.direction is Direction.RTL and part.end == last.start:
            made[-1] = Run(part.start, last.end, part.direction)
        else:
            made.append(part)
    return made


def _with_sign(run: Run, end: int, size: int) -> Run:
    return Run(run.start, size, run.direction) if run.end == end else run


def forced(text: str, wanted: Sequence[Run], base: Direction) -> str:
    """Return *text* under overrides, so that any engine of UAX #9 sets it as *wanted*.

    Where nothing follows, rule L1 moves the spaces at the end; Pango leaves that part out.
    """
    rank = [0] * len(text)
    way = [base] * len(text)
    places = (place for run in wanted for place in run.places)
    for number, place in enumerate(places):
        rank[place] = number
    for run in wanted:
        way[run.start : run.end] = [run.direction] * (run.end - run.start)
    return _embedded(text, rank, way, (0, len(text)), base)


def _embedded(
    text: str, rank: Sequence[int], way: Sequence[Direction], span: tuple[int, int], base: Direction
) -> str:
    """Return the part of *text* in *span*, all of it forced to run as *base*.

    It is cut into the shortest stretches that follow each other that way; one that does not itself
    run so is embedded the other way.
    """
    other = Direction.LTR if base is Direction.RTL else Direction.RTL
    made = [_OVERRIDES[base]]
    at, end = span
    while at < end:
        stop = _end_of_stretch(rank, at, end, base)
        is_plain = stop == at + 1 and way[at] is base
        made.append(text[at] if is_plain else _embedded(text, rank, way, (at, stop), other))
        at = stop
    return "".join([*made, _END_OF_OVERRIDE])


def _end_of_stretch(rank: Sequence[int], at: int, end: int, base: Direction) -> int:
    """Return where all that comes before stands before all that comes after, to the eye."""
    sign = 1 if base is Direction.LTR else -1
    first = min(sign * one for one in rank[at:end])
    last = first
    for stop in range(at + 1, end + 1):
        last = max(last, sign * rank[stop - 1])
        if last - first == stop - at - 1:
            return stop
    return end
