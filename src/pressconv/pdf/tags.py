"""The tag tree of a page as data: what each element of the page is in the PDF.

Nothing here knows an engine or writes a PDF. Types are the standard ones of ISO 32000-2, 14.8.4,
and Nav, Subscript and Superscript; `pressconv.pdf.structure` says what stands for one that a
profile lacks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS: Final = tuple(f"H{level}" for level in range(1, 7))


class Source(NamedTuple):
    """Whose own text it is: an element by its place in the page, counted from 0, or its marker."""

    element: int
    is_marker: bool = False


class TextNode(NamedTuple):
    """A text of the page, and the element whose own it is; a line break is a space."""

    element: int
    text: str


@dataclass(frozen=True, slots=True)
class CellFacts:
    """What a table cell says of itself. ``headers`` are the keys of its header cells."""

    row_span: int = 1
    column_span: int = 1
    scope: str = ""  # Row, Column or Both, of a header cell
    key: str = ""  # of a header cell
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element to be.

    ``sources`` are those whose text stands in it directly. ``lang`` and ``direction`` are said
    where they differ from what holds around it. ``ids`` are the ids of the page that lead to it,
    ``refs`` those that it refers to: a call to its note, a note to its call. ``description`` is
    what a link or a heading is called, or the text that stands for a figure.
    """

    kind: str
    sources: tuple[Source, ...] = ()
    children: tuple[Tag, ...] = ()
    lang: str = ""
    direction: str = ""
    expansion: str = ""
    title: str = ""
    description: str = ""
    numbering: str = ""
    cell: CellFacts | None = None
    ids: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The tags of a page, and what their binding to an engine needs.

    ``names`` are the elements of the page in their order, ``texts`` its texts. ``artifacts`` are
    the elements that nobody hears; ``groups`` those that hold blocks and no text, but for spaces
    that a line may show.
    """

    root: Tag
    names: tuple[str, ...]
    texts: tuple[TextNode, ...]
    artifacts: frozenset[int]
    groups: frozenset[int]


def every(tag: Tag) -> Iterator[Tag]:
    """Yield *tag* and all tags below it, parents before children."""
    yield tag
    for child in tag.children:
        yield from every(child)


def told(tag: Tag, lang: str, direction: str) -> Tag:
    """Leave to say, in a tree that says all, what is different from what holds around it."""
    inner = tag.lang or lang, tag.direction or direction
    return replace(
        tag,
        lang="" if tag.lang == lang else tag.lang,
        direction="" if tag.direction == direction else tag.direction,
        children=tuple(told(child, *inner) for child in tag.children),
    )
