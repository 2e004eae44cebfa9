"""Text → dates, in any form and calendar that its language or English writes them.

The names of months and weekdays are those of the language file (all its styles and calendars),
of CLDR, and the further ones under ``[recognition]``. What has two readings says so.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.languages import Choices, language
from pressconv.languages.calendars import gregorian
from pressconv.languages.dates import locale
from pressconv.languages.rules import Calendar
from pressconv.languages.tags import LAST_FALLBACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.languages import Language
    from pressconv.model import LangTag

_BUDDHIST_YEARS: Final = range(2400, 2700)
_PERSIAN_YEARS: Final = range(1300, 1500)
_YEARS: Final = range(1500, 2300)

# Years of the era's first year, less one. Source: CLDR 47, the japanese and roc calendars.
_ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERAS_OF_TAIWAN: Final = {"民國": 1911, "民国": 1911}
_HAN_DIGITS: Final = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
}

_DIGITS: Final = re.compile("[0-9〇一二三四五六七八九]")
_SPACE: Final = "[\\s\u00a0\u202f]"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|re|º|°|ª|ra|-?го|-?е|-?го|\.)?"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with its place in the text; ``is_sure`` unless day and month may be swapped."""

    when: date
    start: int
    end: int
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class _Names:
    months: dict[str, tuple[int, Calendar]]
    fillers: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    day_first: bool
    persian: bool


def find_dates(text: str, lang: LangTag) -> Iterator[FoundDate]:
    """Yield the dates in *text* of *lang*, in order, without overlaps."""
    plain = _plain(text)
    if not _DIGITS.search(plain):
        return
    names = _names(lang)
    found = [
        one
        for pattern in names.patterns
        for match in pattern.finditer(plain)
        if (one := _date(match, names)) is not None
    ]
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            end = one.end
            yield one


def only_date(text: str, lang: LangTag) -> FoundDate | None:
    """Return the date that is all of *text*, with weekday, time and such words around it.

    Where the same day is written twice, in two calendars or forms, that is one date.
    """
    found = list(find_dates(text, lang))
    if not found or len({one.when for one in found if one.is_sure}) > 1:
        return None
    rest, end = "", 0
    for one in found:
        rest += " " + text[end : one.start]
        end = one.end
    rest = _plain(rest + " " + text[end:])
    fillers = _names(lang).fillers
    words = [word.strip(".:'’") for word in re.findall(r"[^\W\d_][^\s\d,،/|()–—-]*", rest)]
    left = [word for word in words if word and not _is_filler(word, fillers)]
    return None if left else min(found, key=lambda one: not one.is_sure)


def _is_filler(word: str, fillers: frozenset[str]) -> bool:
    """Say whether *word* is a filler, or several where the script sets no spaces."""
    if word in fillers or not word:
        return True
    if unicodedata.category(word[0]) != "Lo" or unicodedata.bidirectional(word[0]) != "L":
        return False
    return any(
        word[:end] in fillers and _is_filler(word[end:], fillers) for end in range(1, len(word))
    )


def _plain(text: str) -> str:
    """Return *text* in small letters with ASCII digits, each character at its place."""
    return "".join(map(_plain_character, text))


@cache
def _plain_character(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None and unicodedata.category(character) == "Nd":
        return str(digit)
    small = character.lower()
    return small if len(small) == 1 else character


# ---- one match ------------------------------------------------------------------------------


def _date(match: re.Match[str], names: _Names) -> FoundDate | None:
    parts = match.groupdict()
    era = parts.get("era")
    year_text = "".join(_HAN_DIGITS.get(c, c) for c in parts["y"]).replace("元", "1")
    if not year_text.isdecimal():
        return None
    year = int(year_text) + (_ERAS | _ERAS_OF_TAIWAN)[era] if era else int(year_text)
    calendar, is_sure = Calendar.GREGORY, True
    if "name" in parts:
        month, calendar = names.months[re.sub(f"{_SPACE}+", " ", parts["name"])]
        day = int(parts["d"])
    elif "a" in parts:
        first, second = int(parts["a"]), int(parts["b"])
        day, month = (first, second) if names.day_first else (second, first)
        if month > 12:
            day, month = month, day
        is_sure = day > 12 or day == month
    else:
        month, day = _number(parts["m"]), _number(parts["d"])
    when = _gregorian(year, month, day, calendar, names)
    return FoundDate(when, match.start(), match.end(), is_sure) if when else None


def _number(text: str) -> int:
    """Read a day or month, also in Han numerals: 二十六 is 26."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return int(_HAN_DIGITS.get(text, "0"))
    return 10 * int(_HAN_DIGITS.get(tens, "1")) + int(_HAN_DIGITS.get(ones, "0"))


def _gregorian(year: int, month: int, day: int, calendar: Calendar, names: _Names) -> date | None:
    if year in _BUDDHIST_YEARS and calendar is Calendar.GREGORY:
        calendar = Calendar.BUDDHIST
    elif year in _PERSIAN_YEARS and names.persian:
        calendar = Calendar.PERSIAN
    elif year not in _YEARS and calendar is Calendar.GREGORY:
        return None
    return gregorian(year, month, day, calendar)


# ---- what a language writes -----------------------------------------------------------------


@cache
def _names(lang: LangTag) -> _Names:
    rules = language(lang)
    months: dict[str, tuple[int, Calendar]] = {}
    fillers: set[str] = set()
    for one in (rules, language(LAST_FALLBACK)):
        for name, meaning in _months(one):
            if name:
                months.setdefault(_plain(name), meaning)
        fillers |= set(_fillers(one))
    is_short = {name: name.isdecimal() for name in months}
    known = {name: meaning for name, meaning in months.items() if not is_short[name]}
    day_first = not rules.dates.long.startswith("MMMM")
    calendars = {Calendar(value) for key, value in rules.choices if key == "ca"}
    return _Names(
        known, frozenset(fillers), _patterns(known, fillers), day_first,
        Calendar.PERSIAN in calendars,
    )  # fmt: skip


def _months(rules: Language) -> Iterator[tuple[str, tuple[int, Calendar]]]:
    """Yield the names of months in all styles and calendars of a language file, and of CLDR."""
    variants = [rules, *(_chosen(rules, key, value) for key, value in rules.choices)]
    for one in variants:
        for number, name in enumerate(one.dates.months, 1):
            calendar = one.dates.calendar
            if calendar is Calendar.BUDDHIST:
                calendar = Calendar.GREGORY
            yield name, (number, calendar)
            yield from ((part.strip(), (number, calendar)) for part in name.split("/"))
    for number, several in enumerate(rules.recognition.months, 1):
        yield from ((name, (number, Calendar.GREGORY)) for name in several.split("|"))
    for width in ("wide", "abbreviated"):
        for form in ("format", "stand-alone"):
            for number, name in locale(rules.tag).months[form][width].items():
                yield name.strip("."), (number, Calendar.GREGORY)


def _chosen(rules: Language, key: str, value: str) -> Language:
    return language(rules.tag, Choices(**{key: value}))


def _fillers(rules: Language) -> Iterator[str]:
    """Yield the words that a line with a date may hold besides the date."""
    own = rules.recognition
    days = locale(rules.tag).days
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for name in days[form][width].values():
                yield from re.split(r"[\s.-]+", _plain(name))
    for phrase in (*own.published, rules.labels.updated.replace("{date}", ""), *own.updated):
        yield from re.findall(r"[^\W\d_]+", _plain(phrase))
    for one in own.date_words.split():
        yield from {_plain(one), _plain(one).strip(".")}
    for pattern in (rules.dates.long, rules.dates.letterhead):
        for literal in re.findall(r"'([^']+)'", pattern):
            yield from re.findall(r"[^\W\d_]+", _plain(literal))


def _patterns(months: Iterable[str], fillers: set[str]) -> tuple[re.Pattern[str], ...]:
    longest = sorted(months, key=len, reverse=True)
    alternatives = "|".join(re.escape(name).replace(r"\ ", f"{_SPACE}+") for name in longest)
    month = f"(?P<name>{alternatives})(?![^\\W\\d_])"
    # No digit: Vietnamese numbers its weekdays, and "05, 25" is no "Thursday 25".
    words = (word for word in fillers if len(word) <= 6 and not _DIGITS.search(word))
    short = sorted(words, key=len, reverse=True)
    link = f"(?:{_SPACE}|[,،.·’']|{'|'.join(map(re.escape, short))}){{0,6}}"
    day, year = r"(?<!\d)(?P<d>\d{1,2})", r"(?P<y>\d{4})(?!\d)"
    han = "〇○零一二三四五六七八九十\\d"
    eras = "|".join(_ERAS | _ERAS_OF_TAIWAN)
    return tuple(
        re.compile(pattern)
        for pattern in (
            r"(?<!\d)(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)",
            rf"(?<!\d)(?P<y>\d{{4}})\.{_SPACE}(?P<m>\d{{1,2}})\.{_SPACE}(?P<d>\d{{1,2}})(?!\d)",
            rf"(?<!\d)(?P<a>\d{{1,2}})\.{_SPACE}(?P<b>\d{{1,2}})\.{_SPACE}(?P<y>\d{{4}})(?!\d)",
            rf"(?P<y>[{han}]{{4}}){_SPACE}*年{_SPACE}*(?P<m>[{han}]{{1,2}}){_SPACE}*月"
            rf"{_SPACE}*(?P<d>[{han}]{{1,3}}){_SPACE}*[日號号]",
            rf"(?P<era>{eras}){_SPACE}*(?P<y>\d{{1,3}}|元){_SPACE}*年{_SPACE}*"
            rf"(?P<m>\d{{1,2}}){_SPACE}*月{_SPACE}*(?P<d>\d{{1,2}}){_SPACE}*日",
            rf"(?P<y>\d{{4}}){_SPACE}*년{_SPACE}*(?P<m>\d{{1,2}}){_SPACE}*월"
            rf"{_SPACE}*(?P<d>\d{{1,2}}){_SPACE}*일",
            rf"{day}{_ORDINAL}{link}{month}{link}{year}",
            rf"(?<![^\W\d_]){month}{link}{day}{_ORDINAL}{link}{year}",
            rf"(?<!\d){year}{link}{month}{link}{day}(?!\d)",
            r"(?<!\d)(?P<a>\d{1,2})([./-])(?P<b>\d{1,2})\2(?P<y>\d{4})(?!\d)",
        )
    )
