"""Parts with a direction of their own where the order of the characters would be wrong."""

from __future__ import annotations

from pressconv import model as m
from pressconv.around import Around, around
from pressconv.isolation import isolated
from pressconv.walk import map_running


def apply_isolation(release: m.Release) -> m.Release:
    """Isolate what runs against its line in *release*; applied twice, it changes nothing more."""
    return map_running(release, around(release), _inside, _change)


def _inside(here: Around, node: object) -> Around:
    """Return what holds inside *node*; `present` sets addresses of contacts rightward itself."""
    if isinstance(node, m.Channel) and node.kind.is_address:
        return Around(here.lang, m.Direction.LTR)
    return here.inside(node)


def _change(run: m.Inlines, here: Around) -> m.Inlines:
    return isolated(run, here.dir)
