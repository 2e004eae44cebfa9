"""Numbers → digits, separators and signs of a language.

Source: UTS #35, part 3, Numbers; the values stand in the language files.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern

if TYPE_CHECKING:
    from pressconv.languages.rules import Language, Numbers

ZEROS: Final = {
    "latn": "0",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "deva": "\u0966",
    "thai": "\u0e50",
}
"""Numbering system → its digit zero. Source: CLDR 47, numberingSystems.xml."""


@cache
def to_numerals(numerals: str) -> dict[int, int]:
    """Return the translation of any known decimal digit to one numbering system."""
    zero = ord(ZEROS[numerals])
    return {
        ord(other) + value: zero + value
        for other in ZEROS.values()
        for value in range(10)
        if ord(other) != zero
    }


def in_numerals(text: str, language: Language) -> str:
    """Write the ASCII digits of *text* in the language's numerals."""
    if language.numerals == "latn":
        return text
    return text.translate(to_numerals(language.numerals))


def whole(value: int, language: Language) -> str:
    """Write a whole number without grouping: a day, a year, a page."""
    return in_numerals(str(value), language)


def decimal(value: Decimal, language: Language) -> str:
    """Write a number with groups and decimals: 1234567.891 is "1 234 567,891" in French."""
    rules = language.numbers
    integer, point, fraction = f"{abs(value):f}".partition(".")
    sign = rules.minus if value < 0 else ""
    text = sign + grouped(integer, rules) + (rules.decimal + fraction if point else "")
    return in_numerals(text, language)


# What CLDR sets around a minus in right-to-left languages.
_DIRECTION: Final = pattern("[\u061c\u200e\u200f]")


def read_decimal(text: str, language: Language) -> Decimal | None:
    """Read a number as `decimal` writes it, grouped or not; `None` where it is none.

    Any space will do for another one between two groups.
    """
    rules = replace(language.numbers, minimum_grouping=1)
    plain = _DIRECTION.sub("", text).translate(to_numerals("latn")).replace("\u2212", "-")
    if rules.group.isspace():
        plain = re.sub("[ \u00a0\u202f]", rules.group, plain)
    integer, point, fraction = plain.removeprefix("-").partition(rules.decimal)
    digits = integer.replace(rules.group, "")
    if not re.fullmatch("[0-9]+", digits + fraction) or not digits or (point and not fraction):
        return None
    if integer not in {digits, grouped(digits, rules)}:
        return None
    return Decimal(f"{'-' * plain.startswith('-')}{digits}{'.' * bool(point)}{fraction}")


def percent(value: Decimal, language: Language) -> str:
    """Write a share of 1 as a per cent, rounded to whole ones: 0.12 is "12 %" in French."""
    return language.numbers.percent.format(number=decimal(Decimal(round(value * 100)), language))


def grouped(integer: str, rules: Numbers) -> str:
    """Set the separators between the groups of the digits of an *integer*."""
    first = rules.sizes[0]
    if len(integer) < first + rules.minimum_grouping:
        return integer
    groups = [integer[-first:]]
    rest = integer[:-first]
    while rest:
        size = rules.sizes[min(len(groups), len(rules.sizes) - 1)]
        groups.append(rest[-size:])
        rest = rest[:-size]
    return rules.group.join(reversed(groups))
