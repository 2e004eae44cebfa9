"""A text → the lines that it breaks into, by UAX #14 and terminal cells.

Nothing is added and no character is lost: between two lines stands what the break took, spaces,
one line feed, or nothing (Chinese, Thai, after a hyphen). No-break spaces are never broken, nor
are addresses; what has no break and is longer than a line stands on a line of its own.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Characters that take one cell in every terminal: Latin, Greek, Cyrillic, common punctuation,
# and the letters (not the marks) of Hebrew and Arabic.
_NARROW: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0384-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2116"
    "\u05d0-\u05ea\u060c\u061b\u061e-\u064a\u0660-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ff]*"
)
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f]")

# An address ends where no letter of an alphabet follows: Chinese may stand right behind it.
_ADDRESS: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:)[!-~\u00C0-\u1FFF]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]*[A-Za-z0-9]"
)


def cells(text: str) -> int:
    """Count the cells that *text* takes in a terminal: two for a Han character, none for a mark."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - 40 ms that most releases need not wait for

    width = wcswidth(text)
    return width if width >= 0 else wcswidth(_CONTROLS.sub("", text))


def wrap(text: str, *, width: int, locale: str, first: int = 0, rest: int = 0) -> list[str]:
    """Break *text* into lines of *width* cells at most; soft hyphens are taken out, not used.

    *first* and *rest* are the cells that something else takes on the first line and on the
    following ones. Every line feed ends a line. A *width* of 0 breaks nowhere else.
    """
    plain = text.replace("\u00ad", "")
    spans = line_spans(plain, width=width, locale=locale, first=first, rest=rest)
    return [plain[start:end] for start, end in spans]


def line_spans(
    text: str, *, width: int, locale: str, first: int = 0, rest: int = 0
) -> list[tuple[int, int]]:
    """Return where each line of *text* starts and ends, in characters, as `wrap` breaks it.

    *first* holds for every line that follows a line feed.
    """
    widths = (width - first, width - rest) if width else (sys.maxsize, sys.maxsize)
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n") if text else ():
        inset = start + len(line) - len(line.lstrip(" "))
        broken = _broken(line.strip(" "), widths, locale)
        spans += [(inset + one, inset + other) for one, other in broken]
        start += len(line) + 1
    return spans


def _broken(text: str, widths: tuple[int, int], locale: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of a *text* without line feeds; *widths*: of the first, of the others."""
    width, other_width = widths
    narrow = _NARROW.fullmatch(text)
    if len(text) <= width and (narrow or cells(text) <= width):
        yield 0, len(text)
        return
    words = pieces(text, locale)
    bare = [len(word.rstrip(" ")) for word in words]
    ends = list(accumulate(map(len, words), initial=0))
    reached = ends if narrow else list(accumulate(map(cells, words), initial=0))
    # Cells up to the end of each word, the spaces behind it left out.
    fits = [
        after - len(word) + length
        for after, word, length in zip(reached[1:], words, bare, strict=True)
    ]
    at = 0
    while at < len(words):
        next_at = max(bisect_right(fits, reached[at] + width), at + 1)
        yield ends[at], ends[next_at - 1] + bare[next_at - 1]
        at, width = next_at, other_width


def pieces(text: str, locale: str) -> list[str]:
    """Cut *text* wherever a line may end; each part keeps the spaces behind it."""
    from icu4py.breakers import LineBreaker  # noqa: PLC0415 - ICU is 40 ms to load

    # Small kana never start a line; only some locales of ICU have that by default.
    strict = locale if "-u-" in locale else f"{locale}-u-lb-strict"
    words = list(LineBreaker(text, strict))
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    return _joined(words, addresses) if addresses else words


def _joined(words: list[str], kept: list[tuple[int, int]]) -> list[str]:
    """Join the *words* that a break inside one of the *kept* spans had parted."""
    joined: list[str] = []
    at = 0
    for word in words:
        if any(start < at < end for start, end in kept):
            joined[-1] += word
        else:
            joined.append(word)
        at += len(word)
    return joined
