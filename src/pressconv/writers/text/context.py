"""What stands around a line in its paragraph → the marks that let the line be ordered alone.

The algorithm (UAX #9) resolves a paragraph before it is wrapped: a number behind an Arabic letter
is of another class, and a sign between two Latin words is one of theirs, though a line ends between
them. A mark that shows nothing stands for the letter beyond the line's edge. (For a pair of
brackets that the line end parts it cannot, nor for an Arabic-Indic number behind a Latin word.)
"""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional

from pressconv.model import Direction

_STRONG: Final = {"L": "\u200e", "R": "\u200f", "AL": "\u061c"}
_NUMBERS: Final = frozenset({"EN", "AN"})
_BASES: Final = {Direction.LTR: "L", Direction.RTL: "R"}


def marks_around(text: str, start: int, end: int, base: Direction) -> tuple[str, str]:
    """Return the mark before and the mark behind the line ``text[start:end]``, "" for none.

    *text* is the paragraph, each part of another direction one neutral character in it.
    """
    before = after = ""
    if start and start < end and bidirectional(text[start]) not in _STRONG:
        before = _STRONG.get(_last_strong(text, start), "")
    if end < len(text) and start < end and bidirectional(text[end - 1]) not in _STRONG:
        following = _next_way(text, end, base)
        # What is between two letters of the base, or of different directions, is of the base.
        if following and following != _BASES[base]:
            after = _STRONG[following]
    return before, after


def _last_strong(text: str, end: int) -> str:
    kinds = (bidirectional(text[at]) for at in range(end - 1, -1, -1))
    return next((kind for kind in kinds if kind in _STRONG), "")


def _next_way(text: str, start: int, base: Direction) -> str:
    """Return "L" or "R" for the next letter or number; a number runs as rules W7 and N1 have it."""
    for at in range(start, len(text)):
        kind = bidirectional(text[at])
        if kind in _STRONG:
            return "L" if kind == "L" else "R"
        if kind in _NUMBERS:
            behind = _last_strong(text, at) or _BASES[base]
            return "L" if kind == "EN" and behind == "L" else "R"
    return ""
