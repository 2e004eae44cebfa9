"""Lines → a file of signs in the order of the eye, for displays that neither order nor join."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from pressconv.linebreak import cells
from pressconv.model import Direction
from pressconv.visual import VisualLine, signs, visual_line
from pressconv.writers.text.lines import turning
from pressconv.writers.text.mapped import Drawn, Owned

if TYPE_CHECKING:
    from pressconv.writers.text.lines import Box, Isolate, Line, Lines
    from pressconv.writers.text.page import Page


class _Signs(NamedTuple):
    """A box as it is drawn: ``start`` counts cells from the left end of its line."""

    start: int
    n_cells: int
    line: VisualLine
    owned: tuple[Owned, ...]
    end: int | None


def write_visual(lines: Lines, page: Page) -> None:
    """Write each line: what starts at the right stands flush there."""
    for line in lines:
        left, right = _margins(line, page)
        drawn = _placed(line, [_draw(box, page) for box in line.boxes if box.pieces])
        page.add(left if drawn or right else left.rstrip(" "))
        filled = 0
        for one in drawn:
            page.add(" " * (one.start - filled))
            _add(one, page)
            filled = max(one.start, filled) + one.n_cells
        if right:
            page.add(" " * (line.width - filled) + right)
        page.end_line()


def _margins(line: Line, page: Page) -> tuple[str, str]:
    """Return what stands at the left of *line*, and what at the right."""
    left = right = ""
    for margin in line.margins:
        kept = page.kept(margin.text)
        if margin.dir is Direction.LTR:
            left += kept
        else:
            right = _leftward(kept) + right
    return left, right.rstrip(" ")


@lru_cache(maxsize=64)
def _leftward(margin: str) -> str:
    """Return the signs of a margin at the right side."""
    return visual_line(margin, Direction.RTL).text


def _draw(box: Box, page: Page) -> _Signs:
    """Order and shape the text of *box*; its parts are set apart for that, and not shown."""
    before, after = box.around
    texts = [before]
    known = [before]
    n_places = len(before)
    owned = [Owned(n_places, None)] if before else []
    at = 0
    within: tuple[Isolate, ...] = ()
    for piece in box.pieces:
        if piece.within != within:
            controls = turning(within, piece.within)
            texts.append(controls)
            known.append(controls)
            n_places += len(controls)
            owned.append(Owned(n_places, None))
            within = piece.within
        kept = page.kept(piece.text)
        texts.append(kept)
        if box.drawn is not None:
            known.append(box.drawn[at : at + len(kept)])
            at += len(kept)
        n_places += len(kept)
        owned.append(Owned(n_places, piece.block, piece.is_script))
    if after:
        texts.append(after)
        known.append(after)
        owned.append(Owned(n_places + len(after), None))
    text = "".join(texts)
    if box.drawn is None:
        known = [signs(text, "" if page.sink.has_all else page.sink.charset)]
    line = visual_line(text, box.dir, "".join(known))
    return _Signs(box.start, cells(line.text), line, tuple(owned), box.end)


def _placed(line: Line, drawn: list[_Signs]) -> list[_Signs]:
    """Return the boxes of *line* from left to right, each with its place on it."""
    if line.dir is Direction.LTR:
        return drawn
    width = line.width or max((one.start + one.n_cells for one in drawn), default=0)
    return [one._replace(start=max(width - one.start - one.n_cells, 0)) for one in reversed(drawn)]


def _add(box: _Signs, page: Page) -> None:
    """Write the signs of *box* with their map."""
    line, owned = box.line, box.owned
    page.add_drawn(Drawn(page.at, line, owned, box.end))
    if len(owned) == 1:
        page.add(line.text, owned[0].block, is_script=owned[0].is_script)
        return
    places: list[Owned] = []
    for one in owned:
        places += [one] * (one.stop - len(places))
    at = 0
    for one, group in groupby(map(places.__getitem__, line.places)):
        length = len(list(group))
        page.add(line.text[at : at + length], one.block, is_script=one.is_script)
        at += length
