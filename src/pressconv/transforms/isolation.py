"""Parts with a direction of their own where the order of the characters would be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.around import Around, around
from pressconv.isolation import isolated
from pressconv.walk import map_running

if TYPE_CHECKING:
    from pressconv import model as m


def apply_isolation(release: m.Release) -> m.Release:
    """Isolate what runs against its line in *release*; applied twice, it changes nothing more."""
    return map_running(release, around(release), Around.inside, _change)


def _change(run: m.Inlines, here: Around) -> m.Inlines:
    return isolated(run, here.dir)
