"""One wrapped line in logical order → the signs that a sink without bidi and shaping shows.

The sink sets sign after sign from left to right, a mark on the sign before it. So letters take
their presentation forms, the line its visual order, brackets at odd levels their mirror image
(UAX #9, L4), and marks stand behind their letter (L3). What only steers order or joining is gone.

Wrap first, with `pressconv.linebreak.line_spans` and the `signs` that measure letters as they are
drawn; then order line by line: a paragraph that is ordered before it is wrapped reads from its last
line up. `read_back` proves that nothing was lost: it makes the text again from the signs and their
map.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from pressconv.bidi import MIRRORED, Run, runs
from pressconv.charsets import fits
from pressconv.model import Direction
from pressconv.shaping import apart, drawn, letters, next_best, normal
from pressconv.text import NOTHING


def _marks(*blocks: tuple[int, int]) -> str:
    """Return the marks of *blocks* of Unicode."""
    characters = (chr(code) for one, last in blocks for code in range(one, last + 1))
    return "".join(one for one in characters if unicodedata.bidirectional(one) == "NSM")


_UNSHOWN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)

# The marks that letters of leftward scripts can bear, and those of every script. Those beyond
# U+FFFF are asked for apart: a set that holds such characters is ten times as slow to search.
_MARKS: Final = _marks(
    *((0x300, 0x36F), (0x591, 0x8FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF)),
    *((0xFB1E, 0xFB1E), (0xFE00, 0xFE2F)),
)
_MARKS_BEYOND: Final = _marks((0x10A00, 0x10FFF), (0x1E800, 0x1E95F))
_MARK: Final = re.compile(f"[{_MARKS}]|[{_MARKS_BEYOND}]")
_CLUSTER: Final = re.compile(
    f".[{_MARKS}{NOTHING}]*(?:[{_MARKS_BEYOND}]+[{_MARKS}{NOTHING}]*)*", re.DOTALL
)
_MIRRORED: Final = re.compile(f"[{re.escape(''.join(map(chr, MIRRORED)))}]")


class VisualLine(NamedTuple):
    """A line as it is shown, and where its signs come from.

    ``drawn`` has the sign of each place in ``logical`` before it was ordered, ``runs`` the order.
    """

    text: str
    logical: str
    drawn: str
    runs: tuple[Run, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """For each sign of ``text`` the place in ``logical`` of the letter that it draws."""
        order: list[int] = []
        for run in self.runs:
            if run.direction is Direction.LTR:
                order += run.places
                continue
            for cluster in reversed([*_CLUSTER.finditer(self.drawn, run.start, run.end)]):
                order += range(cluster.start(), cluster.end())
        return tuple(place for place in order if self.drawn[place] != NOTHING)

    @property
    def drawn_within(self) -> tuple[tuple[int, int], ...]:
        """The other letters of ligatures: their place, and that of the first letter."""
        return tuple(
            (place, _first_of_ligature(self.drawn, place))
            for place, (sign, letter) in enumerate(zip(self.drawn, self.logical, strict=True))
            if sign == NOTHING and not _UNSHOWN.match(letter)
        )

    @property
    def directions(self) -> bytes:
        """1 for each place that runs leftward, else 0."""
        found = bytearray(len(self.logical))
        for run in self.runs:
            if run.direction is Direction.RTL:
                found[run.start : run.end] = b"\x01" * (run.end - run.start)
        return bytes(found)


def can_draw(text: str, charset: str) -> bool:
    """Say whether *charset* has a sign for every letter of *text*, be it not the best form."""
    return fits(text, charset) or all(
        fits(one, charset) or any(fits(form, charset) for form in next_best(one)) for one in text
    )


def signs(text: str, charset: str = "") -> str:
    """Return what draws each character of a `normal` *text*: its form, or `NOTHING`.

    A sign that the *charset*, if there is one, has not gives way to another form of its letter, a
    ligature to its letters.
    """
    found = drawn(text)
    if not charset or fits(found.replace(NOTHING, ""), charset):
        return found
    made = list(found)
    for place, sign in enumerate(found):
        if sign != NOTHING and not fits(sign, charset):
            taken = [place, *(one for one in range(place + 1, len(made)) if made[one] == NOTHING)]
            for one, part in zip(taken, apart(sign), strict=False):
                likely = (form for form in (part, *next_best(part)) if fits(form, charset))
                made[one] = next(likely, part)
    return "".join(made)


def visual_line(text: str, base: Direction | None, drawn_as: str | None = None) -> VisualLine:
    """Return the signs of a line from left to right; its logical text is *text* in NFC.

    Without a *base*, the line has the direction of its first strong character. *drawn_as* are its
    `signs`, if they are known; then *text* is taken as it is.
    """
    logical = normal(text) if drawn_as is None else text
    shown = _UNSHOWN.sub(NOTHING, drawn(logical) if drawn_as is None else drawn_as)
    found = runs(logical, base)
    parts = [
        _leftward(shown[run.start : run.end])
        if run.direction is Direction.RTL
        else shown[run.start : run.end]
        for run in found
    ]
    return VisualLine("".join(parts).replace(NOTHING, ""), logical, shown, tuple(found))


def _leftward(signs: str) -> str:
    """Return the signs of a run that runs leftward, marks behind the letter that bears them."""
    signs = signs.replace(NOTHING, "")
    if _MIRRORED.search(signs):
        signs = signs.translate(MIRRORED)
    if _MARK.search(signs):
        return "".join(reversed(_CLUSTER.findall(signs)))
    return signs[::-1]


def _first_of_ligature(drawn: str, place: int) -> int:
    """Return the place of the sign that draws the letter at *place* as well."""
    first = place - 1
    while drawn[first] == NOTHING or len(letters(drawn[first])) == 1:
        first -= 1
    return first


def read_back(line: VisualLine) -> list[str]:
    """Return the letter that *line* shows for each place of its logical text, "" for none.

    Only the signs and their map are read. What shows nothing (joiners, controls) is not there.
    """
    found = [""] * len(line.logical)
    mirrored = line.text.translate(MIRRORED)
    directions = line.directions
    for sign, image, place in zip(line.text, mirrored, line.places, strict=True):
        found[place] = letters(image if directions[place] else sign)
    for place, first in reversed(line.drawn_within):
        found[place], found[first] = found[first][-1], found[first][:-1]
    return found


def seen(text: str) -> str:
    """Return what `read_back` gives of *text*, joined: its letters, without what shows nothing."""
    return "".join(map(letters, _UNSHOWN.sub("", text)))
