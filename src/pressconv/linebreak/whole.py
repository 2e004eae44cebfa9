"""What stays whole: addresses, telephone numbers, ranges, a unit behind its number.

No rule of Unicode knows them. An address that is longer than a line is cut behind its marks, as
the Chicago Manual of Style has it (18th edition, 14.18), never within a word of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# An address goes on through letters of any alphabet, not through scripts that set no spaces:
# Chinese or Thai may stand right behind it.
_ANY: Final = "[!-~\u00c0-\u0dff\u10a0-\u177f\u1800-\u1fff]"

# What has to stand in a text before it is worth looking for the pattern.
_ADDRESSES: Final = (
    ("://", pattern(rf"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.-]{{1,20}}://{_ANY}+")),
    ("www.", pattern(rf"(?<![A-Za-z0-9])www\.{_ANY}+")),
    ("@", pattern(r"(?:mailto:)?[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]*[A-Za-z0-9]")),
    (
        "/",
        pattern(
            r"(?<![A-Za-z0-9])(?<![A-Za-z0-9-]\.)"
            rf"(?:[A-Za-z0-9-]{{1,63}}\.)+[A-Za-z]{{2,24}}/{_ANY}*"
        ),
    ),
)

# 2026-2030 · 48–52 · 1.250–1.300 · 10~20
_DASHES: Final = "\u2010\u2013\u2014~\u301c\uff5e-"
_NUMBER: Final = r"\d+(?:[.,:]\d+)*"
_RANGE: Final = pattern(
    rf"(?<![A-Za-z\d_.,:{_DASHES}]){_NUMBER}(?:[{_DASHES}]{_NUMBER})+(?![\d{_DASHES}])"
)

_OTHERS: Final = (
    # +33 1 02 03 04 05 · (202) 555-0100 · 01 02 03 04 05
    ("+", pattern(r"\+\d[\d\u00a0\u202f ().-]{5,20}\d")),
    ("(", pattern(r"\(\d{2,5}\)[ \u00a0\u202f]?\d{2,4}(?:[ .-]\d{2,4}){1,4}(?!\w)")),
    ("0", pattern(r"(?<![\w.,])0\d{0,4}(?:[ .-]\d{2,4}){2,5}(?!\w)")),
    # 10 km/h, its number bound to it
    ("/", pattern(r"(?<=\d[\u00a0\u202f])[^\W\d_]{1,5}[\u00b2\u00b3]?/[^\W_]+")),
)

_CUT: Final = pattern(r"(?<=[/.?&=-])(?=[\w%~])")


def whole_spans(text: str) -> list[tuple[int, int]]:
    """Return where in *text* stands what a line never parts."""
    return [*address_spans(text), *_found(text, _OTHERS), *range_spans(text)]


def address_spans(text: str) -> list[tuple[int, int]]:
    """Return where the addresses in *text* stand."""
    return list(_found(text, _ADDRESSES))


def range_spans(text: str) -> list[tuple[int, int]]:
    """Return where in *text* stand numbers that dashes join: ranges, dates and the like.

    What looks so within an address is none: it is a part of the address.
    """
    if not any(dash in text for dash in _DASHES):
        return []
    found = [match.span() for match in _RANGE.finditer(text)]
    addresses = address_spans(text) if found else []
    return [
        (start, end)
        for start, end in found
        if not any(first < end and start < last for first, last in addresses)
    ]


def address_cuts(text: str) -> Iterator[int]:
    """Yield where the addresses in *text* may be cut if they are longer than a line."""
    for start, end in address_spans(text):
        for cut in _CUT.finditer(text, start + 1, end):
            yield cut.start()


def _found(
    text: str, patterns: tuple[tuple[str, re.Pattern[str]], ...]
) -> Iterator[tuple[int, int]]:
    for sign, expression in patterns:
        if sign in text:
            for match in expression.finditer(text):
                yield match.span()
