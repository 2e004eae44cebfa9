"""The child elements of an element, held against their order and number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressconv.readers.xml.cursor import Reading
    from pressconv.readers.xml.tree import Node


class Children:
    """The child elements of one element, by name."""

    def __init__(self, reading: Reading, node: Node, elements: list[Node], model: str) -> None:
        order, index_of = _sequence(model)
        self._found: dict[str, list[Node]] = {token: [] for token, _ in order}
        last, out_of_order, n_unknown = 0, False, 0
        for child in elements:
            index = index_of.get(child.name)
            if index is None:
                n_unknown += 1
                reading.unknown(child, node, index_of)
                continue
            if index < last and not out_of_order:
                out_of_order = True
                before = _called(order[last][0])
                message = f"{child.name} in {node.name} must stand before {before}"
                reading.refuse("misplaced-element", child.place, message)
            last = max(index, last)
            self._found[order[index][0]].append(child)
        for token, times in order:
            found = self._found[token]
            # What is unknown may well be what is missing, misspelt.
            if not found and times in {"", "+"} and not n_unknown:
                reading.missing(node, _called(token))
            for extra in found[1:] if times in {"", "?"} else ():
                reading.repeated(extra, node)

    def one(self, token: str) -> Node | None:
        """Return the first element of *token*, a name or "a|b"."""
        found = self._found[token]
        return found[0] if found else None

    def all(self, token: str) -> list[Node]:
        """Return all elements of *token*, in order."""
        return self._found[token]


def _called(token: str) -> str:
    """Write "p|list|table" as "p or other block", and "cell|header" as "cell or header"."""
    names = token.split("|")
    return f"{names[0]} or other block" if len(names) > 3 else " or ".join(names)


@cache
def _sequence(model: str) -> tuple[tuple[tuple[str, str], ...], dict[str, int]]:
    """Split "a b|c*" into (("a", ""), ("b|c", "*")) and {"a": 0, "b": 1, "c": 1}."""
    order = tuple(
        (part.rstrip("?*+"), part[-1] if part[-1] in "?*+" else "") for part in model.split()
    )
    return order, {
        name: index for index, (token, _) in enumerate(order) for name in token.split("|")
    }
