"""Lines that begin with a mark → items of a list."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pressconv import model as m
from pressconv.frozen import dataclass

_BULLETS: Final = (
    "-\u2013*+\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u25cb\u25a0\u25a1\u2043"  # as people type them
)
_BULLET: Final = re.compile(f"[ \t]*([{_BULLETS}])[ \t\u00a0]+(?=\\S)")
_NUMBER: Final = re.compile(r"[ \t]*\(?(\d{1,3})(?:[.)]|\.\))[ \t\u00a0]+(?=\S)")
_LETTER: Final = re.compile(r"[ \t]*\(?([a-z])\)[ \t\u00a0]+(?=\S)")
_PLAIN_BULLETS: Final = frozenset("-\u2013*+")


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item: its kind, its count (0 without one), and its length."""

    kind: str
    count: int
    length: int

    def follows(self, other: Marker) -> bool:
        """Say whether an item with this marker comes right after that of *other*."""
        return self.kind == other.kind and (self.count == 0 or self.count == other.count + 1)


def marker(text: str) -> Marker | None:
    """Return the marker at the start of a line."""
    if found := _BULLET.match(text):
        return Marker(found[1], 0, found.end())
    if found := _NUMBER.match(text):
        native = "" if found[1].isascii() else unicodedata.name(found[1][0]).split()[0]
        return Marker(f"1{native}", int(found[1]), found.end())
    if found := _LETTER.match(text):
        return Marker("a", ord(found[1]) - ord("a") + 1, found.end())
    return None


def is_list(first: Marker, n_items: int) -> bool:
    """Say whether *n_items* with the marker *first* and what follows it are a list.

    One item alone is one with an unmistakable bullet only: a dash or a number may begin a
    sentence.
    """
    return n_items > 1 or (first.count == 0 and first.kind not in _PLAIN_BULLETS)


def make_list(first: Marker, items: tuple[m.Item, ...]) -> m.List:
    """Make the list whose first item has the marker *first*."""
    if first.count == 0:
        return m.List(items)
    numbering = {"1": m.Numbering.DECIMAL, "a": m.Numbering.ALPHA}
    return m.List(
        items, m.ListKind.ORDERED, first.count, numbering.get(first.kind, m.Numbering.NATIVE)
    )
