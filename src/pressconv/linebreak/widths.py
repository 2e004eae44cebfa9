"""A text → the cells of a terminal that it takes.

A letter takes one cell, a Han character two, a mark none. Characters of ambiguous width (curly
quotation marks, dashes, the degree sign; UAX #11) take two in the terminals of some languages:
there the text is *wide*.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern
from pressconv.text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Characters that take one cell in every terminal that is not wide: Latin, Greek, Cyrillic, common
# punctuation, and the letters of Hebrew and Arabic; and marks and joiners, which take none.
_ONE: Final = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0384-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2116"
    "\u05d0-\u05ea\u060c\u061b\u061e-\u064a\u0660-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ff"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufdf0-\ufdfc\ufe70-\ufe74\ufe76-\ufefc"
)
_NONE: Final = "\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u200c\u200e\u200f\u2066-\u2069"
_NARROW: Final = pattern(f"[{_ONE}]*")
_MARKED: Final = pattern(f"[{_ONE}{_NONE}{NOTHING}]*")
_UNDRAWN: Final = pattern(f"[{_NONE}{NOTHING}]")
_ASCII: Final = pattern("[ -~]*")

# Where the cells of a text are the sum of those of its characters; elsewhere (emoji, conjuncts
# of Indic scripts) a sequence takes fewer.
_ADDED_UP: Final = pattern(
    f"[{_ONE}{_NONE}\u0e01-\u0e7f\u3000-\u3029\u3030-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uffe6]*"
)
# wcwidth 0.9 takes what follows a ZWJ for a part of an emoji, letters of Latin and Arabic too.
_ZWJ: Final = "\u200d"
_LOOSE_ZWJ: Final = pattern(f"(?:^|(?<=[{_ONE}{_NONE}])){_ZWJ}+|{_ZWJ}+(?=[{_ONE}])")
_CONTROLS: Final = pattern("[\x00-\x1f\x7f-\x9f]")


def cells(text: str, *, wide: bool = False) -> int:
    """Count the cells that *text* takes."""
    if (_ASCII if wide else _NARROW).fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - 40 ms that most releases need not wait for

    n_ambiguous = 2 if wide else 1
    if _ZWJ in text:
        text = _LOOSE_ZWJ.sub("", text)
    width = wcswidth(text, ambiguous_width=n_ambiguous)
    if width >= 0:
        return width
    return wcswidth(_CONTROLS.sub("", text), ambiguous_width=n_ambiguous)


def reached(text: str, ends: Sequence[int], *, wide: bool = False) -> Callable[[int], int]:
    """Return what tells the cells before a place: an end of a word, with its spaces or without."""
    if wide and _ASCII.fullmatch(text):
        return int
    if not wide and _MARKED.fullmatch(text):
        marks = [match.start() for match in _UNDRAWN.finditer(text)]
        return (lambda place: place - bisect_left(marks, place)) if marks else int
    if _ADDED_UP.fullmatch(text):
        from wcwidth import wcwidth  # noqa: PLC0415

        n_ambiguous = 2 if wide else 1
        width = {one: wcwidth(one, ambiguous_width=n_ambiguous) for one in set(text)}
        return list(accumulate(map(width.__getitem__, text), initial=0)).__getitem__
    return by_words(
        text, ends, lambda word: cells("".join(word).replace(NOTHING, ""), wide=wide)
    ).__getitem__


def by_words(
    shown: Sequence[str], ends: Sequence[int], measure: Callable[[Sequence[str]], int]
) -> dict[int, int]:
    """Return the cells before each of the *ends* of words, and before the spaces there."""
    found = {0: 0}
    start = n_cells = 0
    for end in ends:
        bare = end
        while bare > start and shown[bare - 1].endswith(" "):
            bare -= 1
        n_cells += measure(shown[start:bare])
        found[bare] = n_cells
        n_cells += end - bare
        found[end] = n_cells
        start = end
    return found
