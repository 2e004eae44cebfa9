"""A tagged PDF as data: the tag tree, and the text of the marked content in it.

Everything is frozen and plain Python: no node holds an object of the PDF library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


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


@dataclass(frozen=True, slots=True)
class TagNode:
    """A structure element. An attribute that is not written is None, an empty one is "".

    ``standard_type`` is what the role maps make of ``type``: itself if nothing maps it.
    ``key`` is the number of the element's object, 0 if it has none; ``refs`` are the keys of the
    elements that its /Ref names. ``numbering`` is the ListNumbering of a list.
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
    numbering: str | None = None


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
