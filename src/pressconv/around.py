"""What a part inherits from the parts that it stands in: a language and a direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.frozen import dataclass
from pressconv.languages.tags import direction

if TYPE_CHECKING:
    from pressconv.model import LangTag


def own_direction(node: m.Marked, around: m.Direction) -> m.Direction:
    """Return the direction of *node*: as marked, else by its language, else as around it."""
    return node.dir or (direction(node.lang) if node.lang else around)


def stands_apart(node: object, around: m.Direction) -> bool:
    """Say whether *node* is isolated: its direction is marked, or another than *around*.

    What is isolated counts as one neutral character for the text around it (UAX #9, X5a to X5c).
    """
    if not isinstance(node, m.Marked):
        return False
    return node.dir is not None or (node.lang is not None and direction(node.lang) is not around)


@dataclass(frozen=True, slots=True)
class Around:
    """The language and the direction that hold somewhere."""

    lang: LangTag
    dir: m.Direction

    def inside(self, node: object) -> Around:
        """Return what holds inside *node*."""
        return self.within(node.lang, node.dir) if isinstance(node, m.Marked) else self

    def within(self, lang: LangTag | None, side: m.Direction | None) -> Around:
        """Return what holds where *lang* and *side* are marked, as far as they are."""
        if lang is None and side is None:
            return self
        inherited = direction(lang) if lang else self.dir
        return Around(lang or self.lang, side or inherited)


def around(release: m.Release) -> Around:
    """Return what holds in *release* where no part says anything else."""
    return Around(release.lang, release.dir or direction(release.lang))
