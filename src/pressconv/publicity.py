"""Whether a release may be public at a moment. No clock: whoever asks says when.

Feeds, sites and whatever else shows releases to everybody ask this first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from pressconv.model import Distribution, DistributionKey, Release, Status
from pressconv.zones import time_zone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import tzinfo

    from pressconv.house import House
    from pressconv.model import LangTag, When


class Bar(StrEnum):
    """What keeps a release from the public."""

    EMBARGOED = "embargoed"
    RESTRICTED = "restricted"
    WITHHELD = "withheld"
    CANCELED = "canceled"
    EXPIRED = "expired"


def is_public(release: Release, at: datetime, *, house: House | None = None) -> bool:
    """Say whether *release* may be public at the moment *at*, which has an offset.

    An embargo without a time has no end. A day on which the release expires is its last one, where
    *house* is, else where *at* was written. The day of issue keeps nothing back.

    Raises:
        ValueError: *at* has no offset.
        ConfigError: the time zone of *house* is none.
    """
    return not bars(release, at, house=house)


def bars(release: Release, at: datetime, *, house: House | None = None) -> tuple[Bar, ...]:
    """Return all that keeps *release* from the public at the moment *at*.

    Raises:
        ValueError: *at* has no offset.
        ConfigError: the time zone of *house* is none.
    """
    if at.tzinfo is None:
        raise ValueError("a moment without offset is another one at every place")
    return tuple(_bars(release, at, house))


def keeping_bars(release: Release, at: datetime, *, house: House | None = None) -> tuple[Bar, ...]:
    """Return what keeps all of *release* from the public; of a withdrawn one the notice may be.

    Raises:
        ValueError: *at* has no offset.
        ConfigError: the time zone of *house* is none.
    """
    return tuple(one for one in bars(release, at, house=house) if one is not Bar.CANCELED)


def released(release: Release, at: datetime, *, kept: Collection[LangTag] = ()) -> Release:
    """Return *release* as it is for all at *at*: without an embargo that is over by then.

    Nothing in it names its editions in the languages *kept*, which may not be public at *at*.
    """
    return _unnamed(_freed(release, at), kept) if kept else _freed(release, at)


def _freed(release: Release, at: datetime) -> Release:
    match release.head.distribution:
        case Distribution(DistributionKey.EMBARGOED, until) if until and until <= at:
            immediate = Distribution(DistributionKey.IMMEDIATE)
            return replace(release, head=replace(release.head, distribution=immediate))
        case _:
            return release


def _unnamed(release: Release, kept: Collection[LangTag]) -> Release:
    head = release.head
    translation = head.translation
    if translation and translation.authoritative[0] in kept:
        translation = replace(translation, source=None)
    editions = tuple(one for one in head.editions if one.hreflang not in kept)
    return replace(release, head=replace(head, editions=editions, translation=translation))


def _bars(release: Release, at: datetime, house: House | None) -> Iterator[Bar]:
    head = release.head
    if head.distribution and head.distribution.key is DistributionKey.EMBARGOED:
        until = head.distribution.until
        if until is None or at < until:
            yield Bar.EMBARGOED
    if head.distribution and head.distribution.key is DistributionKey.RESTRICTED:
        yield Bar.RESTRICTED
    if head.status is Status.WITHHELD:
        yield Bar.WITHHELD
    if head.status is Status.CANCELED:
        yield Bar.CANCELED
    zone = time_zone(house.timezone) if house and house.timezone else at.tzinfo
    if head.expires and _is_past(head.expires, at, zone):
        yield Bar.EXPIRED


def _is_past(when: When, at: datetime, zone: tzinfo | None) -> bool:
    """Say whether the day is over at *at*, or the moment has come; one without offset is ours."""
    if not isinstance(when, datetime):
        return at > datetime.combine(when, time.max, zone)
    return at >= (when if when.tzinfo else when.replace(tzinfo=zone))
