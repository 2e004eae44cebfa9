"""Lines → a file in logical order, isolates around what runs in another direction if wanted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from pressconv.model import Direction
from pressconv.writers.text.lines import n_cells

if TYPE_CHECKING:
    from pressconv.writers.text.lines import Isolate, Line, Lines
    from pressconv.writers.text.page import Page

_OPENING: Final = {Direction.LTR: "\u2066", Direction.RTL: "\u2067"}
_CLOSING: Final = "\u2069"

QUOTED: Final = "> "
SIGNATURE: Final = "-- "
_STUFFED: Final = (" ", ">", "From ")


def write_logical(lines: Lines, page: Page) -> None:
    """Write each line: its margins, then its boxes with spaces between."""
    writer = _Writer(page)
    for line in lines:
        if line.margins:
            margins = "".join([margin.text for margin in line.margins])
            page.add(page.kept(margins if has_text(line) else margins.rstrip(" ")))
        block = writer.boxes(line)
        writer.turn_to(())
        page.end_line(block)


def write_flowed(lines: Lines, page: Page) -> None:
    """Write each line as format=flowed has it: a space at its end where the paragraph goes on.

    Its reader joins a line that goes on to the one before, so that line has no margin but the marks
    of quotation, and no part of it is closed before.

    Source: RFC 3676, section 4.
    """
    writer = _Writer(page)
    goes_on = False
    for line in lines:
        texts = [margin.text for margin in line.margins]
        indent = "" if goes_on else "".join(text for text in texts if text != QUOTED)
        start = indent + _text(line)
        if not has_text(line):
            start = indent = indent.rstrip(" ")
        depth = texts.count(QUOTED)
        is_stuffed = start and (depth or page.sink.kept(start).startswith(_STUFFED))
        page.add(">" * depth + " " * bool(is_stuffed))
        page.add(page.kept(indent))
        block = writer.boxes(line, trimmed=start != SIGNATURE)
        if not line.is_soft:
            writer.turn_to(())
        page.add(" " * line.is_soft, block)
        page.end_line(block)
        goes_on = line.is_soft


def turning(before: tuple[Isolate, ...], after: tuple[Isolate, ...]) -> str:
    """Return the isolates that close the parts *before* and open those *after*."""
    pairs = zip(before, after, strict=False)
    n_common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    closed = _CLOSING * (len(before) - n_common)
    return closed + "".join(_OPENING[one.dir] for one in after[n_common:])


def has_text(line: Line) -> bool:
    """Say whether there is more on *line* than its margins."""
    return any(box.pieces for box in line.boxes)


def _text(line: Line) -> str:
    """Return what *line* starts with."""
    box = line.boxes[0] if line.boxes else None
    return " " * box.start + "".join(piece.text for piece in box.pieces) if box else ""


@dataclass(slots=True)
class _Writer:
    """Writes pieces; ``_within`` are the parts that are open."""

    page: Page
    _within: tuple[Isolate, ...] = ()

    def boxes(self, line: Line, *, trimmed: bool = False) -> int | None:
        """Write the boxes of *line*; return the block that its end is a space of."""
        page = self.page
        end: int | None = None
        filled = 0
        shown = [box for box in line.boxes if box.pieces]
        for box in shown:
            if end is not None:
                page.add(" ", end)
                filled += 1
            if box.start > filled:
                page.add(" " * (box.start - filled))
            for piece in box.pieces:
                self.turn_to(piece.within)
                text = page.kept(piece.text)
                if trimmed and box is shown[-1] and piece is box.pieces[-1]:
                    text = text.rstrip(" ")
                page.add(text, piece.block, is_script=piece.is_script)
            if len(shown) > 1:
                self.turn_to(())
                filled = box.start + n_cells(box.pieces, page.sink)
            end = box.end
        return end

    def turn_to(self, within: tuple[Isolate, ...]) -> None:
        """Close the parts that end here and open those that start."""
        if within != self._within:
            self.page.add(self.page.kept(turning(self._within, within)))
            self._within = within
