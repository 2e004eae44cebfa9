"""The number of a list item → its numeral."""

from __future__ import annotations

from typing import Final

from pressconv.languages.numbers import to_numerals
from pressconv.model import Numbering

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, numbering: Numbering, numerals: str = "latn") -> str:
    """Write *number* in lower case; what has no letter or Roman numeral is written in digits.

    *numerals* are the language's own: a numbering system of CLDR.
    """
    match numbering:
        case Numbering.ALPHA if number > 0:
            return _alpha(number)
        case Numbering.ROMAN if 0 < number < 4000:
            return _roman(number)
        case Numbering.NATIVE:
            return str(number).translate(to_numerals(numerals))
        case _:
            return str(number)


def _alpha(number: int) -> str:
    """Count a to z, then aa: a number in base 26 without a zero."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    numerals = ""
    for value, letters in _ROMAN:
        n_times, number = divmod(number, value)
        numerals += letters * n_times
    return numerals
