"""One wrapped line in logical order → the signs that a sink without bidi and shaping shows.

The sink sets sign after sign from left to right, a mark on the sign before it. So letters take
their presentation forms, the line its visual order, brackets at odd levels their mirror image
(UAX #9, L4), and marks stand behind their letter (L3). What only steers order or joining is gone.

Wrap first, with `line_spans`, which measures letters as they are drawn; then order line by line:
a paragraph that is ordered before it is wrapped reads from its last line up. `read_back` proves
that nothing was lost: it makes the text again from the signs and their map.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import compress
from typing import TYPE_CHECKING, Final

from pressconv import linebreak
from pressconv.bidi import MIRRORED, Run, runs
from pressconv.frozen import dataclass
from pressconv.model import Direction
from pressconv.shaping import glyphs, letters, normal, shape

if TYPE_CHECKING:
    from collections.abc import Iterator


def _marks(*blocks: tuple[int, int]) -> str:
    """Return the marks of *blocks* of Unicode."""
    characters = (chr(code) for one, last in blocks for code in range(one, last + 1))
    return "".join(one for one in characters if unicodedata.bidirectional(one) == "NSM")


_NOTHING: Final = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_UNSHOWN: Final = re.compile(f"[{_NOTHING}]")
# The marks that letters of leftward scripts can bear, and those of every script. A set that holds
# characters beyond U+FFFF is ten times as slow to search, so it is asked only where there are some.
_IN_PLANE_0: Final = (
    *((0x300, 0x36F), (0x591, 0x8FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF)),
    *((0xFB1E, 0xFB1E), (0xFE00, 0xFE2F)),
)
_BEYOND: Final = ((0x10A00, 0x10FFF), (0x1E800, 0x1E95F))
_MARKS: Final = re.compile(f"[{_marks(*_IN_PLANE_0)}{_NOTHING}]+")
_ALL_MARKS: Final = re.compile(f"[{_marks(*_IN_PLANE_0, *_BEYOND)}{_NOTHING}]+")
_MIRRORED: Final = re.compile(f"[{re.escape(''.join(map(chr, MIRRORED)))}]")


@dataclass(frozen=True, slots=True)
class VisualLine:
    """A line as it is shown, and where its signs come from.

    ``places`` has for each sign of ``text`` the place in ``logical`` of the letter that it draws.
    ``drawn_within`` has the other letters of ligatures: their place, and that of the first letter.
    ``directions`` has 1 for each place that runs leftward, else 0.
    """

    text: str
    logical: str
    places: tuple[int, ...]
    drawn_within: tuple[tuple[int, int], ...]
    directions: bytes


def visual_line(text: str, base: Direction | None) -> VisualLine:
    """Return the signs of a line from left to right; its logical text is *text* in NFC.

    Without a *base*, the line has the direction of its first strong character.
    """
    logical = normal(text)
    signs = glyphs(logical)
    drawn_within = tuple(_drawn_within(logical, signs)) if "" in signs else ()
    for unshown in _UNSHOWN.finditer(logical):
        signs[unshown.start()] = ""
    order: list[int] = []
    directions = bytearray(len(logical))
    for run in runs(logical, base):
        if run.direction is Direction.RTL:
            directions[run.start : run.end] = b"\x01" * (run.end - run.start)
            for bracket in _MIRRORED.finditer(logical, run.start, run.end):
                signs[bracket.start()] = bracket[0].translate(MIRRORED)
            order += _leftward(run, logical)
        else:
            order += run.places
    ordered = list(map(signs.__getitem__, order))
    shown = tuple(compress(order, ordered))
    return VisualLine("".join(ordered), logical, shown, drawn_within, bytes(directions))


def _leftward(run: Run, logical: str) -> list[int]:
    """Return the places of a *run* that runs leftward, marks behind the letter that bears them."""
    places = list(run.places)
    marks_pattern = _MARKS if max(logical) <= "\uffff" else _ALL_MARKS
    for marks in marks_pattern.finditer(logical, run.start + 1, run.end):
        start, end = marks.start() - 1, marks.end()
        places[run.end - end : run.end - start] = range(start, end)
    return places


def _drawn_within(logical: str, signs: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the place of each letter that a ligature before it draws, and of its first letter."""
    for place in [place for place, sign in enumerate(signs) if not sign]:
        if not _UNSHOWN.match(logical, place):
            first = place - 1
            while len(letters(signs[first])) == 1 or not signs[first]:
                first -= 1
            yield place, first


def read_back(line: VisualLine) -> list[str]:
    """Return the letter that *line* shows for each place of its logical text, "" for none.

    Only the signs and their map are read. What shows nothing (joiners, controls) is not there.
    """
    found = [""] * len(line.logical)
    mirrored = line.text.translate(MIRRORED)
    for sign, image, place in zip(line.text, mirrored, line.places, strict=True):
        found[place] = letters(image if line.directions[place] else sign)
    for place, first in reversed(line.drawn_within):
        found[place], found[first] = found[first][-1], found[first][:-1]
    return found


def line_spans(
    text: str, *, width: int, locale: str, first: int = 0, rest: int = 0
) -> list[tuple[int, int]]:
    """Return where each line of a `normal` *text* starts and ends, letters measured as drawn.

    All else is as `pressconv.linebreak.line_spans` has it.
    """
    signs = glyphs(text)
    drawn = "".join(signs)
    places = [*(place for place, sign in enumerate(signs) if sign), len(text)]
    spans = linebreak.line_spans(drawn, width=width, locale=locale, first=first, rest=rest)
    return [(places[start], places[end]) for start, end in spans]


def cells(text: str) -> int:
    """Count the cells that a logical *text* takes when it is drawn: lam and alef are one."""
    return linebreak.cells(shape(text))
