"""A text → the lines that it breaks into, by UAX #14, our languages' rules and terminal cells.

Nothing is added and no character is lost: between two lines stands what the break took, spaces,
one line feed, or nothing (Chinese, Thai, after a hyphen). What has no break and is longer than a
line stands on a line of its own; an address that long is cut behind its marks.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

from pressconv.linebreak.uax14 import breaks, cuts, pieces
from pressconv.linebreak.widths import cells, reached

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["breaks", "cells", "cuts", "line_spans", "pieces", "wrap"]


def wrap(  # noqa: PLR0913 - all but the text are named
    text: str, *, width: int, locale: str, first: int = 0, rest: int = 0, wide: bool = False
) -> list[str]:
    """Break *text* into lines of *width* cells at most; soft hyphens are taken out, not used.

    *first* and *rest* are the cells that something else takes on the first line and on the
    following ones. Every line feed ends a line. A *width* of 0 breaks nowhere else. With *wide*,
    characters of ambiguous width take two cells.
    """
    plain = text.replace("\u00ad", "")
    spans = line_spans(plain, width=width, locale=locale, first=first, rest=rest, wide=wide)
    return [plain[start:end] for start, end in spans]


def line_spans(  # noqa: PLR0913 - all but the text are named
    text: str, *, width: int, locale: str, first: int = 0, rest: int = 0, wide: bool = False
) -> list[tuple[int, int]]:
    """Return where each line of *text* starts and ends, in characters, as `wrap` breaks it.

    *first* holds for every line that follows a line feed.
    """
    widths = (width - first, width - rest) if width else (sys.maxsize, sys.maxsize)
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n") if text else ():
        inset = start + len(line) - len(line.lstrip(" "))
        broken = _broken(line.strip(" "), widths, locale, wide=wide)
        spans += [(inset + one, inset + other) for one, other in broken]
        start += len(line) + 1
    return spans


def _broken(
    text: str, widths: tuple[int, int], locale: str, *, wide: bool
) -> Iterator[tuple[int, int]]:
    """Yield the lines of a *text* without line feeds; *widths*: of the first, of the others."""
    width, other_width = widths
    if len(text) <= width and cells(text, wide=wide) <= width:
        yield 0, len(text)
        return
    ends = breaks(text, locale)
    before = reached(text, ends, wide=wide)
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
            if too_long and (finer := cuts(text[start:end], locale)):
                ends[n_ended:n_ended] = [start + cut for cut in finer]
                before = reached(text, ends, wide=wide)
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
