"""Whether a day or moment is surely before another."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pressconv.model import When

_DAY_MINUTES: Final = 24 * 60
# The clocks that are furthest ahead of UTC and behind it.
_AHEAD_MINUTES: Final = 14 * 60
_BEHIND_MINUTES: Final = 12 * 60


def is_before(one: When, other: When) -> bool:
    """Say whether *one* is before *other*, wherever on Earth those without offset were written."""
    if _kind(one) == _kind(other):
        return _minutes(one)[1] < _minutes(other)[1]
    return _minutes(one)[1] < _minutes(other)[0]


def _kind(when: When) -> tuple[bool, bool]:
    return isinstance(when, datetime), isinstance(when, datetime) and when.tzinfo is not None


def _minutes(when: When) -> tuple[float, float]:
    """Return the first and last minute, in UTC from year 1, that *when* can mean.

    Plain numbers: the calendar's last day has no tomorrow.
    """
    start = when.toordinal() * _DAY_MINUTES
    if not isinstance(when, datetime):
        return start - _AHEAD_MINUTES, start + _DAY_MINUTES + _BEHIND_MINUTES
    minute = start + when.hour * 60 + when.minute + (when.second + when.microsecond / 1e6) / 60
    offset = when.utcoffset()
    if offset is None:
        return minute - _AHEAD_MINUTES, minute + _BEHIND_MINUTES
    return (minute - offset.total_seconds() / 60,) * 2
