"""A release → the same release with its moments in the time zone of the house.

The day of a moment is the day that it is at the office. A day stays a day, and a moment without
offset what it says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from pressconv.zones import time_zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv import model as m
    from pressconv.house import House

_MINUTE = timedelta(minutes=1)


def in_house_time(release: m.Release, house: House) -> m.Release:
    """Return *release* with the moments of its head as the clocks of *house* show them.

    Raises:
        ConfigError: the house's time zone is none.
    """
    if not house.timezone:
        return release
    zone = time_zone(house.timezone)

    def local(when: datetime) -> datetime:
        try:
            shown = when.astimezone(zone)
        except OverflowError:  # on the first or last day of the calendar
            return when
        # Before there were zones the sun was the clock, and no format has its seconds.
        return when if (shown.utcoffset() or _MINUTE) % _MINUTE else shown

    return replace(release, head=_changed(release.head, local))


def _changed(head: m.Head, local: Callable[[datetime], datetime]) -> m.Head:
    def shown(when: m.When) -> m.When:
        return local(when) if isinstance(when, datetime) and when.tzinfo else when

    distribution = head.distribution
    if distribution and distribution.until:
        distribution = replace(distribution, until=local(distribution.until))
    return replace(
        head,
        distribution=distribution,
        issued=head.issued and shown(head.issued),
        updated=head.updated and shown(head.updated),
        expires=head.expires and shown(head.expires),
        corrections=tuple(replace(one, when=shown(one.when)) for one in head.corrections),
    )
