"""What a release says of its life, held against itself: its dates, its embargo, its versions.

What stands in for a value that is wrong is held against nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.readers.xml.order import is_before

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from pressconv import model as m
    from pressconv.readers.xml.cursor import Reading
    from pressconv.readers.xml.tree import Node


def hold_life(reading: Reading, node: Node, head: m.Head, version: int | None) -> None:
    """Refuse what cannot be true together in *head*, which was read from *node*."""
    dates = list(_dates(reading, node, head))
    issued = next((when for one, when in dates if one.name == "issued"), None)
    until = head.distribution.until if head.distribution else None
    for one, when in dates:
        if issued and is_before(when, issued):
            message = f"{one.name} {when.isoformat()} is before issued {issued.isoformat()}"
            reading.refuse("date-order", one.place, message, "correct one of the two")
        if until and one.name == "expires":
            _hold_embargo(reading, one, when, until)
    for one, correction in zip(_named(node, "correction"), head.corrections, strict=True):
        _hold_version(reading, one, correction.to_version, version)


def _hold_embargo(reading: Reading, node: Node, expires: m.When, until: datetime) -> None:
    """Refuse an embargo that outlasts the release."""
    if expires == until or is_before(expires, until):
        end = f"the end of the embargo, {until.isoformat()}"
        message = f"expires {expires.isoformat()} is not after {end}: it would never be public"
        reading.refuse("date-order", node.place, message, "correct one of the two")


def _hold_version(reading: Reading, node: Node, to: int | None, version: int | None) -> None:
    """Refuse a correction that led to a version which is still to come."""
    if to and version and to > version:
        message = f"to-version={to} on correction, but this is version {version} of the release"
        hint = f'write to-version="{version}" or lower, or a higher version on release'
        reading.refuse("version-order", node.place, message, hint)


def _dates(reading: Reading, node: Node, head: m.Head) -> Iterator[tuple[Node, m.When]]:
    """Yield the elements of *node* that say a date which was read, with it."""
    said: list[tuple[str, list[m.When | None]]] = [
        ("issued", [head.issued]),
        ("updated", [head.updated]),
        ("expires", [head.expires]),
        ("correction", [one.when for one in head.corrections]),
    ]
    for name, dates in said:
        # Of an element that stands twice the first one is read.
        for one, when in zip(_named(node, name), dates, strict=False):
            if when and reading.is_read(one, "when"):
                yield one, when


def _named(node: Node, name: str) -> Iterator[Node]:
    return (one for one in node.elements() if one.name == name)
