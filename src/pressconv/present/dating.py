"""A release → the same release with its moments in the time zone of the house.

The day of a moment is the day that it is at the office. A day stays a day, and a moment without
offset what it says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from pressconv import model as m
from pressconv.walk import map_children
from pressconv.zones import time_zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.house import House

_MINUTE = timedelta(minutes=1)


def in_house_time(release: m.Release, house: House) -> m.Release:
    """Return *release* with its own moments as the clocks of *house* show them.

    Raises:
        ConfigError: the house's time zone is none.
    """
    if not house.timezone:
        return release
    found: m.Release = _local(release, lambda when: on_house_clock(when, house))
    return found


def on_house_clock(when: datetime, house: House) -> datetime:
    """Return the moment *when* in the time zone of *house*, where the house has one.

    Raises:
        ConfigError: the house's time zone is none.
    """
    if not house.timezone:
        return when
    try:
        shown = when.astimezone(time_zone(house.timezone))
    except OverflowError:  # on the first or last day of the calendar
        return when
    # Before there were zones the sun was the clock, and no format has its seconds.
    return when if (shown.utcoffset() or _MINUTE) % _MINUTE else shown


def _local(node: Any, local: Callable[[datetime], datetime]) -> Any:  # noqa: ANN401
    """Return *node* with the moments that are printed, and stand nowhere in words, changed."""

    def shown(when: m.When | None) -> Any:  # noqa: ANN401 - a moment becomes one, a day stays
        return local(when) if isinstance(when, datetime) and when.tzinfo else when

    node = map_children(node, lambda child: _local(child, local))
    match node:
        case m.Head(issued=issued, updated=updated, expires=expires):
            days = {"issued": issued, "updated": updated, "expires": expires}
            return replace(node, **{name: shown(when) for name, when in days.items()})
        case m.Distribution(until=until):
            return replace(node, until=shown(until))
        case m.Correction(when=when) | m.Remark(when=when):
            return replace(node, when=shown(when))
        case _:
            return node
