"""The attributes of a structure element, of all their owners, and of its classes.

Source: ISO 32000-2, 14.7.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.pdfdoc import objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressconv.pdfdoc.model import Plain

_MAX_ITEMS: Final = 1000  # of an array: a table has fewer columns
_MAX_DEPTH: Final = 3  # of arrays in arrays


def read(element: Mapping[str, object], classes: Mapping[str, object]) -> dict[str, Plain]:
    """Return the attributes of *element* by name; its own go before those of its classes."""
    found: dict[str, Plain] = {}
    for holder in _holders(element, classes):
        for key, written in holder.items():
            value = None if key in {"/O", "/NS"} else _plain(written)
            if value is not None:
                found.setdefault(key.removeprefix("/"), value)
    return found


def _holders(
    element: Mapping[str, object], classes: Mapping[str, object]
) -> Iterator[Mapping[str, object]]:
    if "/A" in element:
        yield from map(objects.dictionary, objects.array(element["/A"]))
    if "/C" in element:
        for one in objects.array(element["/C"]):
            written = classes.get(f"/{objects.name(one)}")
            yield from map(objects.dictionary, objects.array(written))


def _plain(value: object, depth: int = 0) -> Plain | None:
    found = objects.resolve(value)
    if isinstance(found, list):
        if depth >= _MAX_DEPTH:
            return None
        items = (_plain(item, depth + 1) for item in found[:_MAX_ITEMS])
        return tuple(item for item in items if item is not None)
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        return float(found)
    return objects.name(found) or objects.text(found)
