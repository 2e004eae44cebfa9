"""Pieces of text with their baselines → one text, with the spaces that line ends stand for.

ISO 32000-2, 14.8.2.6.2 wants every space between words as a character, but engines drop the one
that a line ends at, and readers take a line end for a space. So a space is put between two pieces
on different lines, unless one of them brings its own, or the line may have ended without a space:
after a hyphen, dash or slash that is attached to a word, and in scripts that write none. That is
where UAX #14 allows a break inside a word; anywhere else a line end proves a dropped space. A
document that writes the space at the end of one line writes it wherever there is one.

Within a line nothing is guessed: a PDF that only moves the pen between two words lacks the space
for every reader, and that has to show.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressconv.pdfdoc.model import Baseline

_WIDE: Final = (
    "\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
)
"""Han, kana, bopomofo, and their punctuation."""
_SOUTH_EAST: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff"
"""Thai, Lao, Myanmar, Khmer: a space ends a phrase, and stands around foreign words."""
SPACELESS: Final = _WIDE + _SOUTH_EAST
"""The scripts that write no space between words, as the inside of a character class."""

_ENDS_WITHOUT_SPACE: Final = re.compile(rf"[\s\u00AD\u200B{_WIDE}]\Z|\w[-\u2010\u2013\u2014/]\Z")
_BEGINS_WITHOUT_SPACE: Final = re.compile(rf"[\s\u200B{_WIDE}]")
_SOUTH_EAST_PAIR: Final = re.compile(f"[{_SOUTH_EAST}]{{2}}")

# Marks raised or lowered stay within half an em (CSS and word processors alike); the lines of a
# paragraph are further apart than that, even when set solid.
_SAME_LINE_EM: Final = 0.6
_SAME_DIRECTION: Final = 0.99


class Run(NamedTuple):
    """Some text, and the lines that it begins and ends on (None: not known)."""

    text: str
    first: Baseline | None
    last: Baseline | None


def writes_spaces(runs: Sequence[Run]) -> bool:
    """Say whether a line within *runs* ends with a space of its own."""
    said = [run for run in runs if run.text]
    return any(
        one.text[-1].isspace() and not _is_same_line(one.last, other.first)
        for one, other in pairwise(said)
    )


def join(runs: Iterable[Run], *, guesses: bool = True) -> Run:
    """Return *runs* as one, with a space where a line end stands for one, if it *guesses*."""
    said = [run for run in runs if run.text]
    parts: list[str] = []
    for position, run in enumerate(said):
        if guesses and position and _lacks_space(said[position - 1], run):
            parts.append(" ")
        parts.append(run.text)
    if not said:
        return Run("", None, None)
    return Run("".join(parts), said[0].first, said[-1].last)


def _lacks_space(before: Run, after: Run) -> bool:
    if _is_same_line(before.last, after.first):
        return False
    return not (
        _ENDS_WITHOUT_SPACE.search(before.text[-2:])
        or _BEGINS_WITHOUT_SPACE.match(after.text)
        or _SOUTH_EAST_PAIR.match(before.text[-1] + after.text[0])
    )


def _is_same_line(one: Baseline | None, other: Baseline | None) -> bool:
    if one is other or one is None or other is None:
        return True
    if one.page != other.page:
        return False
    (x, y), (other_x, other_y) = one.direction, other.direction
    if x * other_x + y * other_y < _SAME_DIRECTION:
        return False
    return abs(one.offset - other.offset) < _SAME_LINE_EM * max(one.size, other.size)
