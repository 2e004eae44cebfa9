"""Elements with less to write: ``tag("p", words, cls="pc-note")``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

Element: TypeAlias = "etree._Element"
Child: TypeAlias = "Element | str"


def tag(
    name: str, /, *children: Child, cls: str | None = None, **attributes: str | None
) -> Element:
    """Make an element. An attribute that is `None` is left out, "_" in its name is "-"."""
    element = etree.Element(name)
    if cls:
        element.set("class", cls)
    for key, value in attributes.items():
        if value is not None:
            element.set(key.rstrip("_").replace("_", "-"), value)
    return fill(element, children)


def block(
    name: str, /, *children: Child, cls: str | None = None, **attributes: str | None
) -> Element:
    """Make an element that stands on lines of its own in the source."""
    element = tag(name, *children, cls=cls, **attributes)
    element.tail = "\n"
    return element


def group(
    name: str, /, *children: Child, cls: str | None = None, **attributes: str | None
) -> Element:
    """Make an element that holds blocks: its start tag ends a line too."""
    return block(name, "\n", *children, cls=cls, **attributes)


def fill(element: Element, children: Iterable[Child]) -> Element:
    """Append elements and texts to *element*."""
    last: Element | None = None
    for child in children:
        if not isinstance(child, str):
            element.append(child)
            last = child
        elif last is None:
            element.text = (element.text or "") + child
        else:
            last.tail = (last.tail or "") + child
    return element
