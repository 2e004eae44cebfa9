"""A tree → the same without what a page does not show, and without what programs leave in it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from pressconv.text import is_blank

if TYPE_CHECKING:
    from pressconv.readers.html.tree import Node

_DECLARATION: Final = re.compile(r"\s*([a-z-]+)\s*:\s*([^;]*)", re.IGNORECASE)
_NOT_SHOWN: Final = {
    "display": "none",
    "visibility": "hidden",
    "mso-hide": "all",
    "mso-list": "ignore",  # the mark of an item, which a list sets itself
}
_HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6 dt summary".split())


def style(node: Node) -> dict[str, str]:
    """Return the declarations of the ``style`` attribute, in small letters."""
    written = node.attributes.get("style")
    if not written:
        return {}
    found = _DECLARATION.findall(written[:2000])
    return {name.lower(): value.strip().lower() for name, value in found}


def keep_visible(root: Node) -> None:
    """Take out of the tree what is hidden, and the text of buttons.

    A page may hide its text until its script runs, in one element or in many of one name: what
    holds most of it stays.
    """
    n_total = len(root.text())
    for node in root.walk():
        elements = node.elements()
        hidden = [child for child in elements if is_hidden(child)]
        gone = {child for child in elements if child.tag == "button" and not _heads(child)}
        gone.update(hidden)
        gone.difference_update(_that_hold_most(hidden, n_total))
        if gone:
            node.children[:] = [child for child in node.children if child not in gone]


def _that_hold_most(hidden: list[Node], n_total: int) -> list[Node]:
    """Return the elements that hold most of a page, alone or with those of their name."""
    sizes: Counter[tuple[str, str]] = Counter()
    for child in hidden:
        sizes[_name(child)] += len(child.text()) if child.get("class") else 0
    return [
        child
        for child in hidden
        if child.tag != "button" and max(len(child.text()), sizes[_name(child)]) * 2 > n_total
    ]


def _name(node: Node) -> tuple[str, str]:
    return node.tag, node.get("class")


def _heads(button: Node) -> bool:
    """Say whether a button is a heading that opens and closes its section."""
    return any(outer.tag in _HEADINGS for outer in button.ancestors())


def is_hidden(node: Node) -> bool:
    """Say whether the element itself is not shown, or shown to the eye only."""
    attributes = node.attributes
    if "hidden" in attributes or node.get("aria-hidden").lower() == "true":
        return True
    if not attributes.get("style"):
        return False
    declared = style(node)
    return any(declared.get(name, "").startswith(value) for name, value in _NOT_SHOWN.items())


def is_empty(node: Node) -> bool:
    """Say whether there is neither text nor anything to look at in an element."""
    return is_blank(node.text()) and not any(
        inner.tag in {"img", "video", "audio", "hr"} for inner in node.walk()
    )
