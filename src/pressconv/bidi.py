"""The order in which the characters of one line stand, by UAX #9 (Unicode bidirectional algorithm).

python-bidi's engine runs the algorithm, but returns only the reordered string: neither where each
character went, nor its direction, nor mirrored brackets. So it is asked with tags. A character that
rule X9 removes (class BN) changes nothing around it and takes the level of the character before it;
a different one behind each character therefore tells in the answer where that character stands,
and whether it runs rightward (tag behind it) or leftward (tag before it). What certainly has one
level throughout, as some words of Arabic, is asked as one character.

The one exception is rule L1, which counts such tags as part of the white space at the end of a
line; a neutral character between the last letter and that space keeps them apart.

A line is one paragraph, or a part of one after wrapping: a paragraph separator inside it is treated
as a segment separator. Numeric levels are not to be had, only odd or even: that is all that
mirroring and shaping ask for.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import islice, product
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from bidi import get_display

from pressconv.model import Direction
from pressconv.patterns import pattern
from pressconv.unicode_tables import MIRRORED_PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIRRORED: Final = str.maketrans(
    MIRRORED_PAIRS[::2] + MIRRORED_PAIRS[1::2], MIRRORED_PAIRS[1::2] + MIRRORED_PAIRS[::2]
)
"""Each character that has a mirror image, and that image (rule L4)."""

_UNSEEN: Final = pattern("[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]+")

_BASES: Final = {Direction.LTR: "L", Direction.RTL: "R", None: None}

# What certainly has one level throughout: the words of one alphabet with what stands between them
# (rule N1; marks by W1; no brackets, as N0 pairs them), or a number's digits. All else is alone.
_BETWEEN: Final = "[ \u00a0\u060c!'*,./:?\u00ab\u00bb\u2013\u2014\u2018-\u201d\u2026\u202f-]+"
_ALPHABETS: Final = (  # first letters, and what else a word holds
    (
        "\u0620-\u064a\u0671-\u06d3",
        "\u064b-\u065f\u066e-\u0670\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef",
    ),
    ("\u05d0-\u05ea", "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"),
    ("A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0388-\u03f5\u0400-\u0481\u048a-\u052f", ""),
)
_WORDS: Final = [
    f"[{first}][{first}{more}]*(?:{_BETWEEN}[{first}][{first}{more}]*)*"
    for first, more in _ALPHABETS
]
_ATOM: Final = pattern(
    "|".join([*_WORDS, "[0-9\u06f0-\u06f9]+", "[\u0660-\u0669]+", "."]), re.DOTALL
)


@cache
def _one_way(base: Direction) -> re.Pattern[str]:
    """Return a pattern of lines that run in the direction of their *base* throughout.

    They hold no letter and no number of the other direction, no control and no tab; what else
    stands there takes the direction of the base (rules W6, N1, N2).
    """
    letters = {"L", "EN"} if base is Direction.LTR else {"R", "AL"}
    classes = letters | {"NSM", "ON", "WS", "CS", "ES", "ET"}
    codes = (*range(0x20, 0x700), *range(0x2010, 0x2060), *range(0x20A0, 0x20D0))
    characters = (chr(code) for code in codes)
    found = "".join(one for one in characters if unicodedata.bidirectional(one) in classes)
    return re.compile(f"[{re.escape(found)}]*")


# Tags are of class BN in every version of Unicode: controls, and the tags of plane 14.
_TAG_RANGES: Final = ((0x01, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xE0020, 0xE007F))
_TAGS: Final = "".join(chr(code) for one, last in _TAG_RANGES for code in range(one, last + 1))
_IS_TAG: Final = frozenset(_TAGS)
_PLACES: Final = {tag: place for place, tag in enumerate(_TAGS)}

# What a line may hold that means something in a question: asked as another of the same class.
_WALL: Final = "\ufffc"
_STAND_INS: Final = str.maketrans(
    {
        **dict.fromkeys(_TAGS, "\u00ad"),
        **dict.fromkeys("\n\r\x1c\x1d\x1e\x85\u2029", "\x1f"),
        _WALL: "\ufffd",
    }
)
_NEEDS_STAND_IN: Final = pattern(f"[{''.join(map(chr, _STAND_INS))}]")

# What rule L1 puts at the level of the paragraph: white space and controls before a separator or
# the end. Only all of it is an edge, not the end of it alone.
_FADING: Final = (
    "[\x00\x0c \u00ad\u1680\u180e\u2000-\u200d\u2028\u202a-\u202e\u205f-\u2064\u2066-\u206f"
    "\u3000\ufeff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001]"
)
_EDGE: Final = pattern(f"(?<!{_FADING}){_FADING}*(?:[\t\x0b\x1f]|\\Z)")


class Run(NamedTuple):
    """Neighbours on the line and in the text, ``text[start:end]``, that run in one direction."""

    start: int
    end: int
    direction: Direction

    @property
    def places(self) -> range:
        """The places of its characters in the text, from left to right."""
        if self.direction is Direction.RTL:
            return range(self.end - 1, self.start - 1, -1)
        return range(self.start, self.end)


def runs(text: str, base: Direction | None) -> list[Run]:
    """Cut a line into runs of one direction, as long as can be, in the order of the eye.

    The first run stands at the left end of the line. Without a *base*, the line has the direction
    of its first strong character (rules P2 and P3).
    """
    if base and text and _one_way(base).fullmatch(text):
        return [Run(0, len(text), base)]
    found: list[Run] = []
    start = end = -1
    backward = False
    for one, other, odd in _atoms(text, base):
        if odd is backward and (other == start if odd else one == end):
            start, end = min(start, one), max(end, other)
            continue
        if start >= 0:
            found.append(_run(start, end, backward))
        start, end, backward = one, other, odd
    if start >= 0:
        found.append(_run(start, end, backward))
    return found


def order(text: str, base: Direction | None) -> list[int]:
    """Return the place in *text* of each character on the line, from left to right (L1, L2).

    It is a permutation. What rule X9 removes has a place too, next to the character before it.
    """
    return [place for run in runs(text, base) for place in run.places]


def directions(text: str, base: Direction | None) -> bytes:
    """Return 1 for each character of *text* that runs leftward (an odd level), else 0."""
    found = bytearray(len(text))
    for run in runs(text, base):
        if run.direction is Direction.RTL:
            found[run.start : run.end] = b"\x01" * (run.end - run.start)
    return bytes(found)


def visual(text: str, base: Direction | None) -> str:
    """Return the characters of a line from left to right, mirrored (L1, L2, L4).

    Nothing is taken out, see `without_controls`. Marks in a run that runs leftward stand before
    their letter; rule L3 is the sink's, see `pressconv.visual`.
    """
    return "".join(
        text[run.start : run.end][::-1].translate(MIRRORED)
        if run.direction is Direction.RTL
        else text[run.start : run.end]
        for run in runs(text, base)
    )


def without_controls(text: str) -> str:
    """Take out what has done its work once a line is ordered: it steers order or joining.

    That is Bidi_Control and Join_Control. Joiners are spelling: no text in logical order loses one.
    """
    return _UNSEEN.sub("", text)


def _run(start: int, end: int, backward: bool) -> Run:
    return Run(start, end, Direction.RTL if backward else Direction.LTR)


def _atoms(text: str, base: Direction | None) -> Iterator[tuple[int, int, bool]]:
    """Yield the start and end of each atom of *text*, and whether its level is odd."""
    spans = [match.span() for match in _ATOM.finditer(text)]
    width = 1
    while len(_TAGS) ** width < len(spans):
        width += 1
    places, tags = _numbering(len(spans), width)
    answer = get_display(_question(text, spans, tags), base_dir=_BASES[base]).replace(_WALL, "")
    for at in range(0, len(answer), width + 1):
        atom = answer[at : at + width + 1]
        odd = atom[0] in _IS_TAG
        tag = atom[-2::-1] if odd else atom[1:]
        yield (*spans[places[tag]], odd)


def _question(text: str, spans: list[tuple[int, int]], tags: Iterable[str]) -> str:
    """Write the first character of each atom with its tag, and walls before the edges.

    The wall at the start changes nothing: it takes the level of the paragraph. Without it the
    engine (unicode-bidi 0.3.18) would leave L1 out where L1 alone makes a level odd.
    """
    heads = "".join([text[start] for start, _ in spans])
    if _NEEDS_STAND_IN.search(heads):
        heads = heads.translate(_STAND_INS)
    tagged = list(map(add, heads, tags))
    for edge in _EDGE.finditer(heads):
        if edge.start():
            tagged[edge.start() - 1] += _WALL
    return _WALL + "".join(tagged)


def _numbering(count: int, width: int) -> tuple[dict[str, int], Iterable[str]]:
    """Return tags of *width* characters for *count* atoms, and the atom of each."""
    if width == 1:
        return _PLACES, _TAGS
    tags = ["".join(letters) for letters in islice(product(_TAGS, repeat=width), count)]
    return {tag: place for place, tag in enumerate(tags)}, tags
