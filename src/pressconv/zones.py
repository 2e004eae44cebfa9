"""IANA names of time zones → their rules, from the package tzdata and never from the machine.

What a machine has may be older, or missing, and the same release would get other days on it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pressconv.errors import ConfigError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from zoneinfo import ZoneInfo


@cache
def time_zone(name: str) -> ZoneInfo:
    """Return the rules of the zone that is called *name*, such as "Europe/Paris".

    Raises:
        ConfigError: there is no such zone.
    """
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - few commands need it

    if name not in _names():
        raise ConfigError(f"{name!r} is no time zone", hint=_hint(name))
    with _data().joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


@cache
def _names() -> tuple[str, ...]:
    return tuple(_data().joinpath("zones").read_text(encoding="utf-8").split())


def _data() -> Traversable:
    from importlib.resources import files  # noqa: PLC0415 - with `zoneinfo`

    return files("tzdata")


def _hint(name: str) -> str:
    """Name the zone that is meant, by all of its name or by its place alone."""
    import difflib  # noqa: PLC0415 - only a mistake needs it

    places = {one.rpartition("/")[2].lower(): one for one in reversed(_names())}
    whole = {one.lower(): one for one in _names()}
    written = name.lower().replace(" ", "_")
    for word, known in ((written, whole), (written.rpartition("/")[2], places)):
        if near := difflib.get_close_matches(word, known, n=1, cutoff=0.75):
            return f"did you mean {known[near[0]]!r}?"
    return "expected a name of the IANA database, such as 'Europe/Paris' or 'UTC'"
