"""Dates, moments and numbers → words of a language, by CLDR and the language file.

The calendar is the Gregorian one, whatever the locale's own is, unless the house chose another.
Digits are the language file's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

from pressconv.languages.calendars import fields
from pressconv.languages.numbers import in_numerals, whole
from pressconv.languages.tags import fallback_chain, subtags
from pressconv.languages.zone_names import zone_name

if TYPE_CHECKING:
    from datetime import datetime

    from pressconv.languages import Language
    from pressconv.model import LangTag, When

_ZONE: Final = "\ue000"  # stands for a zone's name in a pattern: none of its letters is a field


def day(when: When, language: Language, *, letterhead: bool = False) -> str:
    """Write the day of *when*, as it stands in running text or on its own line."""
    dates = language.dates
    pattern = dates.letterhead if letterhead else dates.long
    year, month, day_of_month = fields(when, dates.calendar)
    is_first = day_of_month == 1 and dates.first_day
    shown = {
        "d": dates.first_day if is_first else whole(day_of_month, language),
        "MMMM": in_numerals(dates.months[month - 1], language),
        "y": whole(year, language),
    }
    return "".join(
        shown[field] if field else literal.replace("''", "'")
        for field, literal in _pattern(pattern)
    )


def moment(when: datetime, language: Language) -> str:
    """Write day, time and zone of *when*; seconds only where it has some."""
    from babel.dates import format_time  # noqa: PLC0415 - few releases name a time

    dates, names = language.dates, locale(language.tag)
    pattern = dates.time.replace("zzzz", _ZONE)
    if when.second:
        pattern = _with_seconds(pattern, names)
    # Babel would move a moment with an offset to UTC.
    shown = format_time(when, pattern, tzinfo=when.tzinfo, locale=names)
    shown = shown.replace(_ZONE, zone_name(when, language, names))
    is_one = re.match(r"1(?!\d)", shown)
    pattern = (is_one and dates.moment_one) or dates.moment
    return pattern.format(day=day(when, language), time=in_numerals(shown, language))


def _with_seconds(pattern: str, names: Locale) -> str:
    """Write what follows the hour of a *pattern* as CLDR does: "H 'h' mm" → "H:mm:ss"."""
    medium = re.search(r"[HhKk]+(.*mm.*ss(?:\s's')?)", names.time_formats["medium"].pattern)
    rest = medium[1].replace(" ", "\u00a0") if medium else ":mm:ss"
    return re.sub("([HhKk]+).*?mm", rf"\1{rest}", pattern)


def clock(duration: str, language: Language) -> str:
    """Write an ISO 8601 duration as a player shows it: "PT2M30S" → "2:30"."""
    found = {unit: float(value) for value, unit in re.findall(r"([0-9.]+)([DHMS])", duration)}
    minutes, seconds = divmod(round(found.get("S", 0)), 60)
    hours, minutes = divmod(minutes + int(found.get("M", 0)), 60)
    hours += int(found.get("H", 0)) + 24 * int(found.get("D", 0))
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return in_numerals(text, language)


def language_name(tag: LangTag, language: Language) -> str:
    """Name the language of *tag* in *language*: "en" in French is "anglais".

    Where CLDR has no words of *language*, the names of its file come first. A language without
    a name is named by its tag.
    """
    own = subtags(tag)[0]
    names = locale(language.tag).languages
    own_names = language.language_names if language.conjunction else {}
    for candidate in fallback_chain(tag):
        name = own_names.get(candidate) or names.get(candidate.replace("-", "_"))
        if name and subtags(candidate)[0] == own:
            return str(name)
    return tag


def joined(words: list[str], language: Language) -> str:
    """Join *words* as the language lists things: "a, b and c"."""
    if len(words) == 1:
        return words[0]
    if language.conjunction:
        return ", ".join(words[:-1]) + language.conjunction + words[-1]
    from babel.lists import format_list  # noqa: PLC0415 - few releases need it

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


@cache
def _pattern(pattern: str) -> tuple[tuple[str, str], ...]:
    """Split a pattern of CLDR into pairs of a field and a literal, one of them empty.

    Source: UTS #35, part 4, Date Format Patterns.
    """
    pieces = re.findall(r"(MMMM|d|y)|'((?:[^']|'')+)'|([^A-Za-z']+)", pattern)
    return tuple((field, quoted or bare) for field, quoted, bare in pieces)
