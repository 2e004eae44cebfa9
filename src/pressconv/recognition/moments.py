"""A line with a date → the moment that it names, where it says the offset from UTC.

Without an offset no moment is known, and none is guessed: names of zones are shared (CST, IST).
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.languages.reading import find_dates
from pressconv.walk import descendants

if TYPE_CHECKING:
    from pressconv.model import LangTag

_HALF: Final = 12
_LARGEST_OFFSET: Final = timedelta(hours=14)
# "10:00-12:00" are two times of one day: a minus needs a space or a name before it.
_MOMENT: Final = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?(?!\d)"
    r"\s?(?P<half>[ap]\.?m\b\.?)?[^\d+\u2212-]{0,20}?"
    r"(?:(?:(?:\b(?:UTC|GMT)\s?|(?<=[\s(]))(?P<minus>[\u2212-])|\+)"
    r"(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)|(?:\b|(?<=\d))(?:UTC|GMT|Z)\b(?!\s?[+\u2212-]\d))",
    re.IGNORECASE,
)


def moment_in(text: str, lang: LangTag) -> datetime | None:
    """Return the one moment that *text* names with its offset."""
    found = list(find_dates(text, lang))
    if len({one.when for one in found}) != 1 or not found[0].is_sure:
        return None
    rest, end = "", 0
    for one in found:
        rest += text[end : one.start] + " "
        end = one.end
    moments = {
        made
        for match in _MOMENT.finditer(rest + text[end:])
        if (made := _moment(match, found[0].when.isoformat()))
    }
    return moments.pop() if len(moments) == 1 else None


def _moment(match: re.Match[str], day: str) -> datetime | None:
    hour, half = int(match["hour"]), (match["half"] or "").lower()[:1]
    if half and 1 <= hour <= _HALF:
        hour = hour % _HALF + (_HALF if half == "p" else 0)
    offset = timedelta(hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0))
    if offset > _LARGEST_OFFSET:
        return None
    zone = timezone(-offset if match["minus"] else offset)
    try:
        clock = time(hour, int(match["minute"]), tzinfo=zone)
    except ValueError:
        return None
    return datetime.combine(datetime.fromisoformat(day).date(), clock)


def stated_moment(content: object) -> datetime | None:
    """Return the one moment with an offset that the markup of a block states."""
    moments = {
        node.when
        for node in descendants(content)
        if isinstance(node, m.Time) and isinstance(node.when, datetime) and node.when.tzinfo
    }
    return moments.pop() if len(moments) == 1 else None
