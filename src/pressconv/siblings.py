"""A release that becomes public → which of its other editions may not be named yet.

They are looked for among the files of the same run, and beside the file under its own name in the
other language: "ar.xml" beside "fr.xml", "visit.ar.xml" beside "visit.fr.xml".
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pressconv.errors import PressconvError
from pressconv.files import read_file
from pressconv.publicity import keeping_bars
from pressconv.readers.xml import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from pressconv.house import House
    from pressconv.model import LangTag, Release

Edition: TypeAlias = tuple[str, "LangTag"]
"""The id of a release and its language."""


def kept_back(
    sources: Iterable[str], at: datetime, house_of: Callable[[str], House]
) -> frozenset[Edition]:
    """Return the editions among the files *sources* and beside them that may not be public at *at*.

    What cannot be read is no edition: whoever converts it is told.
    """
    found = dict(_readable(sources))
    named = (one for source, release in found.items() for one in _named_alike(release, source))
    found |= _readable(set(named) - found.keys())
    return frozenset(_barred(found, at, house_of))


def _readable(sources: Iterable[str]) -> Iterator[tuple[str, Release]]:
    for source in sources:
        try:
            release = read(read_file(Path(source)), name=source).value
        except PressconvError:
            continue
        yield source, release


def _named_alike(release: Release, source: str) -> Iterator[str]:
    """Yield where the other editions of *release* are, if they are called as its own file is."""
    path = Path(source)
    own = re.compile(rf"(?<![A-Za-z0-9]){re.escape(release.lang)}(?![A-Za-z0-9])", re.IGNORECASE)
    if places := list(own.finditer(path.name)):
        before, after = path.name[: places[-1].start()], path.name[places[-1].end() :]
        for edition in release.head.editions:
            yield str(path.with_name(f"{before}{edition.hreflang}{after}"))


def _barred(
    found: Mapping[str, Release], at: datetime, house_of: Callable[[str], House]
) -> Iterator[Edition]:
    for source, release in found.items():
        try:
            is_barred = bool(keeping_bars(release, at, house=house_of(source)))
        except PressconvError:
            continue
        if is_barred:
            yield release.id, release.lang
