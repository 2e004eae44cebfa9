"""What a language calls the time zone of a moment: "heure d’été d’Europe centrale".

The names are CLDR's, in the words of the language file where these differ. Where CLDR has none in
the language, the offset from UTC stands for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from babel import Locale

    from pressconv.languages import Language


def zone_name(when: datetime, language: Language, locale: Locale) -> str:
    """Name the zone of *when*, as *locale* has it for *language*, summer apart from winter."""
    from babel.dates import get_timezone_gmt  # noqa: PLC0415 - few releases name a time

    if language.conjunction:  # CLDR has no words of it, only those of a neighbour
        return f"UTC{when.isoformat()[-6:]}".removesuffix("+00:00")
    key = getattr(when.tzinfo, "key", "")
    name = _name(key, _kinds(when, language), locale) if key else ""
    for words, own in language.dates.zone_words.items():
        name = name.replace(words, own)
    # Some end with a mark of direction, which the isolates of a writer make needless.
    return (name or str(get_timezone_gmt(when, "long", locale))).strip("\u200e\u200f\u061c")


def _kinds(when: datetime, language: Language) -> tuple[str, ...]:
    """Return which of CLDR's names of a zone may stand at *when*, the best one first."""
    if _is_summer(when):
        return ("daylight",)
    return ("standard",) if language.dates.standard_time else ("generic", "standard")


def _is_summer(when: datetime) -> bool:
    """Say whether the clocks are ahead of what they show in another month of the year.

    The rules of a zone call the winter of Ireland the exception, CLDR and its people the summer.
    """
    offsets = [when.replace(month=month, day=1).utcoffset() for month in range(1, 13)]
    here = when.utcoffset()
    return any(here > other for other in offsets if here is not None and other is not None)


def _name(key: str, kinds: tuple[str, ...], locale: Locale) -> str:
    from babel.core import get_global  # noqa: PLC0415

    keys = tuple(_same_zone(key))
    groups = get_global("meta_zones")
    entries = [locale.time_zones.get(one, {}) for one in keys]
    entries += [locale.meta_zones.get(groups.get(one), {}) for one in keys]
    names = (entry.get("long", {}).get(kind) for kind in kinds for entry in entries)
    return str(next(filter(None, names), ""))


def _same_zone(key: str) -> Iterator[str]:
    """Yield all names of a zone: CLDR keeps the one that a place had first."""
    from babel.core import get_global  # noqa: PLC0415

    aliases = get_global("zone_aliases")
    today = aliases.get(key, key)
    yield from dict.fromkeys((key, today, *(old for old, new in aliases.items() if new == today)))
