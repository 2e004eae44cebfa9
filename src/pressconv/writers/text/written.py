"""Lines → a file in logical order, isolates around what runs in another direction if wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressconv.writers.text.lines import n_cells, turning

if TYPE_CHECKING:
    from pressconv.writers.text.lines import Isolate, Line, Lines
    from pressconv.writers.text.page import Page


def write_logical(lines: Lines, page: Page) -> None:
    """Write each line: its margins, then its boxes with spaces between."""
    writer = Writer(page)
    for line in lines:
        if line.margins:
            margins = "".join([margin.text for margin in line.margins])
            page.add(page.kept(margins if has_text(line) else margins.rstrip(" ")))
        block = writer.boxes(line)
        writer.turn_to(())
        page.end_line(block)


def has_text(line: Line) -> bool:
    """Say whether there is more on *line* than its margins."""
    return any(box.pieces for box in line.boxes)


@dataclass(slots=True)
class Writer:
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
