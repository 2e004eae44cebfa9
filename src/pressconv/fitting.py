"""A text, and what is drawn for each of its characters → the lines that it takes.

Lines may end where `pressconv.linebreak.pieces` says; how far they reach is measured on what is
drawn: lam and alef are one sign, three full stops may stand for an ellipsis.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.linebreak import cells, cuts, pieces
from pressconv.text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SIGNATURE: Final = "--"  # alone on a line of e-mail it parts the signature off

# Marks that take no cell in any terminal, and characters of which none takes two.
_WITHOUT_CELL: Final = re.compile(
    f"[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u06d6-\u06dc{NOTHING}]"
)
_NOT_WIDE: Final = re.compile("[\0-\u10ff\u1160-\u22ff\ufb00-\ufdff\ufe70-\ufeff]*")


class Drawing(NamedTuple):
    """How a text is drawn: ``signs`` for its characters (`None`: themselves), and their measure.

    In a string each sign is one character or `NOTHING`. ``at_spaces`` breaks lines at spaces only.
    """

    signs: Sequence[str] | None = None
    measure: Callable[[str], int] = cells
    at_spaces: bool = False

    def part(self, text: str, start: int, end: int) -> str:
        """Return what is drawn for the characters of *text* from *start* to *end*."""
        shown = (text if self.signs is None else self.signs)[start:end]
        return shown.replace(NOTHING, "") if isinstance(shown, str) else "".join(shown)


ITSELF: Final = Drawing()


def line_spans(
    text: str, *, width: int, locale: str, rest: int = 0, drawing: Drawing = ITSELF
) -> list[tuple[int, int]]:
    """Return where each line of *text* starts and ends, in characters.

    *rest* is what something else takes on every line that goes on. Every line feed ends a line; a
    *width* of 0 breaks nowhere else. What has no break and is longer than a line stands on a line
    of its own; an address that long is cut behind its marks, but in flowed text.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n") if text else ():
        inset = start + len(line) - len(line.lstrip(" "))
        end = max(start + len(line.rstrip(" ")), inset)
        if _fits(text, inset, end, width, drawing):
            spans.append((inset, end))
        else:
            words = pieces(text[inset:end], locale)
            words = _at_spaces(words) if drawing.at_spaces else _cut(words, width - rest, locale)
            spans += _broken(text, words, inset, (width, width - rest), drawing)
        start += len(line) + 1
    return spans


def _fits(text: str, start: int, end: int, width: int, drawing: Drawing) -> bool:
    """Say whether a line needs no breaking; one so long that it hardly can be is not measured."""
    if not width:
        return True
    return end - start <= 4 * width and drawing.measure(drawing.part(text, start, end)) <= width


def _broken(
    text: str, words: list[str], start: int, widths: tuple[int, int], drawing: Drawing
) -> Iterator[tuple[int, int]]:
    """Yield the lines that *words* fill from *start*; *widths*: of the first, of the others."""
    ends = list(accumulate(map(len, words), initial=start))
    reached = list(accumulate(_widths(text, words, ends, drawing), initial=0))
    at, width = 0, widths[0]
    while at < len(words):
        limit = reached[at] + width
        next_at = max(bisect_right(reached, limit, at + 1) - 1, at + 1)
        # The spaces behind the last word take no room.
        while next_at < len(words) and reached[next_at + 1] - _n_spaces(words[next_at]) <= limit:
            next_at += 1
        yield ends[at], ends[next_at] - _n_spaces(words[next_at - 1])
        at, width = next_at, widths[1]


def _n_spaces(word: str) -> int:
    return len(word) - len(word.rstrip(" "))


def _widths(text: str, words: list[str], ends: list[int], drawing: Drawing) -> list[int]:
    """Return the cells that each of *words* takes, the spaces behind it included."""
    shown = text if drawing.signs is None else drawing.signs
    if isinstance(shown, str) and drawing.measure is cells:
        # Most texts in alphabets are measured by counting.
        counted = _WITHOUT_CELL.sub("", shown[ends[0] : ends[-1]])
        if cells(counted) == len(counted) and _NOT_WIDE.fullmatch(counted):
            widths = list(map(len, words))
            for one in _WITHOUT_CELL.finditer(shown, ends[0], ends[-1]):
                widths[bisect_right(ends, one.start()) - 1] -= 1
            return widths
    return [drawing.measure(drawing.part(text, *span)) for span in pairwise(ends)]


def _cut(words: list[str], width: int, locale: str) -> list[str]:
    """Cut the words that no line of *width* cells could hold, where they can be: addresses."""
    made: list[str] = []
    for word in words:
        ends = cuts(word, locale) if len(word) > width else []
        made += [word[start:end] for start, end in pairwise([0, *ends, len(word)])]
    return made


def _at_spaces(words: list[str]) -> list[str]:
    """Join what no space parts, and what would stand on a line as a signature's mark does."""
    joined: list[str] = []
    for word in words:
        if joined and (not joined[-1].endswith(" ") or joined[-1].strip(" ") == _SIGNATURE):
            joined[-1] += word
        else:
            joined.append(word)
    return joined
