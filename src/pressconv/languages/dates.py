"""Dates, moments and numbers → words of a language, by CLDR and the language file.

The calendar is the Gregorian one, whatever the locale's own is. Digits are the language file's.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from babel.lists import format_list

from pressconv.languages.tags import fallback_chain, subtags

if TYPE_CHECKING:
    from pressconv.languages import Language
    from pressconv.model import LangTag, When

_ZERO: Final = {
    "latn": "0",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "deva": "\u0966",
    "thai": "\u0e50",
}
"""Numbering system → its digit zero. Source: CLDR 47, numberingSystems.xml."""


def day(when: When, language: Language, *, letterhead: bool = False) -> str:
    """Write the day of *when*, as it stands in running text or on its own line."""
    pattern = language.dates.letterhead if letterhead else language.dates.long
    return _formatted(when, pattern, language)


def moment(when: datetime, language: Language) -> str:
    """Write day, time and offset of *when*."""
    dates = language.dates
    return f"{_formatted(when, dates.long, language)}, {_formatted(when, dates.time, language)}"


def number(value: int, language: Language) -> str:
    """Write a whole number in the language's digits, without grouping."""
    return _digits(str(value), language)


def clock(duration: str, language: Language) -> str:
    """Write an ISO 8601 duration as a player shows it: "PT2M30S" → "2:30"."""
    found = {unit: float(value) for value, unit in re.findall(r"([0-9.]+)([DHMS])", duration)}
    minutes, seconds = divmod(round(found.get("S", 0)), 60)
    hours, minutes = divmod(minutes + int(found.get("M", 0)), 60)
    hours += int(found.get("H", 0)) + 24 * int(found.get("D", 0))
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return _digits(text, language)


def language_name(tag: LangTag, language: Language) -> str:
    """Name the language of *tag* in *language*: "en" in French is "anglais".

    A language that CLDR has no name for is named by its tag.
    """
    own = subtags(tag)[0]
    names = locale(language.tag).languages
    for candidate in fallback_chain(tag):
        name = names.get(candidate.replace("-", "_"))
        if name and subtags(candidate)[0] == own:
            return str(name)
    return tag


def joined(words: list[str], language: Language) -> str:
    """Join *words* as the language lists things: "a, b and c"."""
    return format_list(words, locale=locale(language.tag))


@cache
def locale(tag: LangTag) -> Locale:
    """Return CLDR's data for *tag*, or for the nearest tag of its fallback chain that has some."""
    for candidate in fallback_chain(tag):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("CLDR has the last fallback")


def _formatted(when: When, pattern: str, language: Language) -> str:
    dates = language.dates
    if dates.months:
        pattern = pattern.replace("MMMM", f"'{dates.months[when.month - 1]}'")
    if dates.first_day and when.day == 1:
        pattern = re.sub(r"\bd\b", f"'{dates.first_day}'", pattern)
    here = locale(language.tag)
    if isinstance(when, datetime):
        # Babel would move a moment with an offset to UTC.
        zone = when.tzinfo
        return _digits(format_datetime(when, pattern, tzinfo=zone, locale=here), language)
    return _digits(format_date(when, pattern, locale=here), language)


def _digits(text: str, language: Language) -> str:
    zero = ord(_ZERO[language.numerals])
    return text.translate({ord("0") + value: zero + value for value in range(10)})
