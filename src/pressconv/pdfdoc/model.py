"""A tagged PDF as data: the tag tree, and the text of the marked content in it.

Everything is frozen and plain Python: no node holds an object of the PDF library.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Baseline(NamedTuple):
    """The line that glyphs stand on, on its page, in units of the page's space."""

    page: int  # from 1
    direction: tuple[float, float]  # unit vector that the line runs along
    offset: float  # distance of the line from the origin, across its direction
    size: float  # height of an em


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence: what it says, and on which line it begins and ends."""

    text: str
    page: int  # from 1; 0: no page says that it holds this
    mcid: int
    first: Baseline | None = None  # None: it shows nothing
    last: Baseline | None = None
    stream: int = 0  # the object of the form that counts the MCID, 0: the page does


Plain: TypeAlias = "str | float | tuple[Plain, ...]"
"""The value of an attribute: a name or text, a number, an array."""


@dataclass(frozen=True, slots=True)
class TagNode:
    """A structure element. An attribute that is not written is None, an empty one is "".

    ``standard_type`` is what the role maps make of ``type``: itself if nothing maps it.
    ``key`` is the number of the element's object, 0 if it has none; ``refs`` are the keys of the
    elements that its /Ref names, ``objects`` those of the annotations and images that belong to
    it. ``attributes`` are those of all owners, by name; ``namespace`` is an address or "".
    """

    type: str
    standard_type: str
    lang: str | None = None
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    children: tuple[TagChild, ...] = ()
    key: int = 0
    refs: tuple[int, ...] = ()
    attributes: Mapping[str, Plain] = field(default_factory=dict)
    id: str | None = None
    namespace: str = ""
    objects: tuple[int, ...] = ()
    page: int = 0  # that the element names, or one around it; 0: none does

    @property
    def numbering(self) -> str | None:
        """The ListNumbering of a list."""
        found = self.attributes.get("ListNumbering")
        return found if isinstance(found, str) else None


TagChild: TypeAlias = TagNode | Content


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """What a PDF says of itself. ``root`` is the structure tree root, None without a tree."""

    lang: str | None
    title: str | None
    n_pages: int
    is_tagged: bool  # has a tree, and is marked as a tagged PDF
    root: TagNode | None


def descendants(node: TagNode) -> Iterator[TagChild]:
    """Yield what is below *node* in tag order, parents before children."""
    waiting: list[TagChild] = list(reversed(node.children))
    while waiting:
        child = waiting.pop()
        yield child
        if isinstance(child, TagNode):
            waiting.extend(reversed(child.children))
