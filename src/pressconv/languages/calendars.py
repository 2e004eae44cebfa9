"""A Gregorian day → year, month and day of another calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from pressconv.languages.rules import Calendar

_BUDDHIST_ERA: Final = 543

_PERSIAN_EPOCH: Final = 226_895  # ordinal of the day on which the first cycle of 33 years begins
_CYCLE_YEARS: Final = 33
_CYCLE_DAYS: Final = 12_053
# Years of the cycle before which a leap day falls: 1, 5, 9, 13, 17, 22, 26, 30 are leap years.
_LEAP: Final = (1, 5, 9, 13, 17, 22, 26, 30)
_PERSIAN_LONG_MONTHS: Final = 6
_PERSIAN_LONG_MONTH: Final = 31
_PERSIAN_MONTH: Final = 30
_PERSIAN_YEAR: Final = 621  # year of the Gregorian calendar in which the year 0 would begin
_PERSIAN_SPAN: Final = 380


def fields(day: date, calendar: Calendar) -> tuple[int, int, int]:
    """Return year, month and day of the month of *day* in *calendar*."""
    match calendar:
        case Calendar.GREGORY:
            return day.year, day.month, day.day
        case Calendar.BUDDHIST:
            return day.year + _BUDDHIST_ERA, day.month, day.day
        case Calendar.PERSIAN:
            return _persian(day)


def _persian(day: date) -> tuple[int, int, int]:
    """Return the fields of the Solar Hijri calendar, right from 1799 to 2256.

    By the cycle of 33 years, which agrees with the equinox in Tehran over that time.
    Source: K. Borkowski, "The Persian calendar for 3000 years", Earth, Moon and Planets 74 (1996).
    """
    cycle, left = divmod(day.toordinal() - _PERSIAN_EPOCH, _CYCLE_DAYS)
    year = 0
    while left >= (length := 366 if year + 1 in _LEAP else 365):
        left -= length
        year += 1
    long_days = _PERSIAN_LONG_MONTHS * _PERSIAN_LONG_MONTH
    if left < long_days:
        month, rest = divmod(left, _PERSIAN_LONG_MONTH)
    else:
        month, rest = divmod(left - long_days, _PERSIAN_MONTH)
        month += _PERSIAN_LONG_MONTHS
    return cycle * _CYCLE_YEARS + year + 1, month + 1, rest + 1


def gregorian(year: int, month: int, day: int, calendar: Calendar) -> date | None:
    """Return the day that *calendar* writes so, or nothing where it has no such day."""
    match calendar:
        case Calendar.GREGORY:
            start, wanted = (year, month, day), None
        case Calendar.BUDDHIST:
            start, wanted = (year - _BUDDHIST_ERA, month, day), None
        case Calendar.PERSIAN:
            # The year begins on 20 or 21 March: day 1 of its month is about there.
            start, wanted = (year + _PERSIAN_YEAR, 3, 15), (year, month, day)
    try:
        found = date(*start)
    except ValueError:
        return None
    if wanted is None:
        return found
    days = (found + timedelta(number) for number in range(_PERSIAN_SPAN))
    return next((one for one in days if fields(one, calendar) == wanted), None)
