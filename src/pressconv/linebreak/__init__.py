"""A text → the lines that it breaks into, by UAX #14, our languages' rules and terminal cells.

Nothing is added and no character is lost: between two lines stands what the break took, spaces,
one line feed, or nothing (Chinese, Thai, after a hyphen). What has no break and is longer than a
line stands on a line of its own; an address that long is cut behind its marks.

How far a line reaches is measured on what is drawn: lam and alef are one sign, three full stops
may stand for an ellipsis.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.linebreak.uax14 import breaks, cuts, pieces
from pressconv.linebreak.widths import by_words, cells, reached
from pressconv.text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Drawing", "breaks", "cells", "cuts", "line_spans", "pieces"]

_SIGNATURE: Final = "--"  # alone on a line of e-mail it parts the signature off


class Drawing(NamedTuple):
    """How a text is drawn, and so measured.

    ``signs`` stand for its characters (`None`: themselves); in a string each is one character or
    `NOTHING`. With ``wide``, characters of ambiguous width take two cells. Lines of ``flowed`` text
    count in characters too (RFC 3676, section 4.2), and end at spaces only unless their reader
    ``drops_space`` (DelSp).
    """

    signs: Sequence[str] | None = None
    wide: bool = False
    flowed: bool = False
    drops_space: bool = False

    def n_cells(self, shown: Sequence[str]) -> int:
        """Count the cells that some signs take."""
        plain = shown.replace(NOTHING, "") if isinstance(shown, str) else "".join(shown)
        width = cells(plain, wide=self.wide)
        return max(width, len(plain)) if self.flowed else width

    def before(self, shown: Sequence[str], ends: Sequence[int]) -> Callable[[int], int]:
        """Return what tells the cells before an end of a word, with its spaces or without."""
        if isinstance(shown, str) and not self.flowed:
            return reached(shown, ends, wide=self.wide)
        return by_words(shown, ends, self.n_cells).__getitem__


ITSELF: Final = Drawing()


def line_spans(  # noqa: PLR0913 - all but the text are named
    text: str,
    *,
    width: int,
    locale: str,
    first: int = 0,
    rest: int = 0,
    drawing: Drawing = ITSELF,
) -> list[tuple[int, int]]:
    """Return where each line of *text* starts and ends, in characters.

    *first* and *rest* are the cells that something else takes on the first line and on the
    following ones; *first* holds for every line that follows a line feed. Every line feed ends a
    line; a *width* of 0 breaks nowhere else.
    """
    widths = (width - first, width - rest) if width else (sys.maxsize, sys.maxsize)
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n") if text else ():
        inset = start + len(line) - len(line.lstrip(" "))
        bare = line.strip(" ")
        shown = bare if drawing.signs is None else drawing.signs[inset : inset + len(bare)]
        broken = _broken(bare, shown, widths, locale, drawing) if width else ((0, len(bare)),)
        spans += [(inset + one, inset + other) for one, other in broken]
        start += len(line) + 1
    return spans


def _broken(
    text: str, shown: Sequence[str], widths: tuple[int, int], locale: str, drawing: Drawing
) -> Iterator[tuple[int, int]]:
    """Yield the lines of a *text* without line feeds; *widths*: of the first, of the others."""
    width, other_width = widths
    if len(text) <= width and drawing.n_cells(shown) <= width:
        yield 0, len(text)
        return
    ends = breaks(text, locale)
    if drawing.flowed:
        ends = _flowing(text, ends, drawing)
    before = drawing.before(shown, ends)
    start = n_ended = 0
    while n_ended < len(ends):
        room = before(start) + width
        fitting = bisect_right(ends, room, n_ended, key=before)
        # The spaces at the end of a line take no room.
        while fitting < len(ends) and before(_bare(text, ends[fitting])) <= room:
            fitting += 1
        if fitting == n_ended:
            end = ends[n_ended]
            too_long = before(_bare(text, end)) - before(start) > other_width
            if too_long and not drawing.flowed and (finer := cuts(text[start:end], locale)):
                ends[n_ended:n_ended] = [start + cut for cut in finer]
                before = drawing.before(shown, ends)
                continue
            fitting += 1
        n_ended = fitting
        end = ends[n_ended - 1]
        yield start, _bare(text, end)
        start, width = end, other_width


def _bare(text: str, end: int) -> int:
    """Return *end*, or the start of the spaces before it."""
    while end and text[end - 1] == " ":
        end -= 1
    return end


def _flowing(text: str, ends: list[int], drawing: Drawing) -> list[int]:
    """Return the *ends* that its reader can join, and none that makes a signature's mark."""
    kept: list[int] = []
    start = 0
    for end in ends:
        is_joined = drawing.drops_space or text[end - 1] == " "
        if end == len(text) or (is_joined and text[start:end].strip(" ") != _SIGNATURE):
            kept.append(end)
            start = end
    return kept
