"""A plan and what an engine drew → the structure of the document, with all content in its place.

An element that is laid out on several lines or pages is one. Where the glyphs of a piece do not
say its text, an ``ActualText`` does, on an element around the one that holds the content: readers
of the content alone take it the other way round (docs/pdf-text.md). What is empty is left out, but
for the cells of a table.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.pdf.alignment import align, drawn_hyphen
from pressconv.pdf.notes import INLINE
from pressconv.pdf.tags import Source
from pressconv.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressconv.pdf.tags import Plan, Tag

_CELLS: Final = frozenset({"TH", "TD"})
_HALVES: Final = frozenset({"RB", "RT", "LBody"})  # what has the other half is wrong without them


class Piece(NamedTuple):
    """A sequence of marked content: where it is, whose it is, and what it shows.

    ``text`` is the text that was laid out, empty for an image; ``says`` is what its glyphs say by
    themselves. ``page`` counts from 0.
    """

    page: int
    mcid: int
    source: Source
    text: str = ""
    says: str = ""


class Annotation(NamedTuple):
    """A link annotation: its page from 0, the element that it is for, the engine's key of it."""

    page: int
    element: int
    key: int


@dataclass(slots=True)
class Spoken:
    """Content whose text is said for it, in place of what its glyphs say."""

    text: str
    pieces: list[Piece]


@dataclass(slots=True)
class Node:
    """An element of the structure; ``kids`` are in the order of reading."""

    tag: Tag
    kids: list[Kid] = field(default_factory=list)

    @property
    def is_there(self) -> bool:
        """Whether it has content, or is needed without any."""
        has_content = any(
            not isinstance(kid, Annotation) and not _is_empty_half(kid) for kid in self.kids
        )
        return has_content or self.tag.kind in _CELLS | _HALVES


Kid = Node | Piece | Spoken | Annotation


def _is_empty_half(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.tag.kind in _HALVES and not kid.kids


def assemble(plan: Plan, pieces: Iterable[Piece], annotations: Iterable[Annotation]) -> Node:
    """Return the structure of the document.

    *pieces* are in the order of the page's elements, *annotations* in any.

    Raises:
        LookupError: a piece belongs to an element that is not in the plan.
    """
    builder = _Builder(plan)
    for piece in pieces:
        builder.add(piece)
    for annotation in annotations:
        builder.add_annotation(annotation)
    return builder.finished()


@dataclass(slots=True)
class _Open:
    """A tag that is being filled: its parent and its place there, and its content by place.

    ``slots[n]`` is what stands before its child *n*, the last one what stands behind all.
    """

    tag: Tag
    parent: int
    place: int
    children: list[int]
    slots: list[list[Piece | Annotation]]
    reached: int = 0


class _Builder:
    """Puts content into the tags of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._texts = plan.texts
        self._open: list[_Open] = []
        self._owner: dict[Source, int] = {}
        self._pieces: dict[int, list[Piece]] = {}  # of text, by block
        self._said: dict[Piece, str] = {}
        self._enter(plan.root, -1, 0)

    def _enter(self, tag: Tag, parent: int, place: int) -> int:
        number = len(self._open)
        slots: list[list[Piece | Annotation]] = [[] for _ in range(len(tag.children) + 1)]
        entry = _Open(tag, parent, place, [], slots)
        self._open.append(entry)
        self._owner |= dict.fromkeys(tag.sources, number)
        entry.children += [self._enter(one, number, at) for at, one in enumerate(tag.children)]
        return number

    def add(self, piece: Piece) -> None:
        """Put *piece* behind what stands in its tag already."""
        number = self._owner[piece.source]
        entry = self._open[number]
        entry.slots[entry.reached].append(piece)
        if piece.source.is_marker:
            text = nfc(piece.text)
            is_same = piece.says.strip(" ") == text.strip(" ")  # a bullet runs either way
            self._said[piece] = piece.says if is_same else text
        elif piece.text:
            self._pieces.setdefault(self._block(number), []).append(piece)
        # A note stands elsewhere on the page than its call, and so does not say what is reached.
        while entry.parent >= 0 and entry.tag.kind != "FENote":
            above = self._open[entry.parent]
            above.reached = max(above.reached, entry.place + 1)
            entry = above

    def add_annotation(self, annotation: Annotation) -> None:
        """Put *annotation* at the end of the link that it is for."""
        number = self._owner[Source(annotation.element)]
        while self._open[number].tag.kind != "Link":
            number = self._open[number].parent
            if number < 0:
                raise LookupError(f"element {annotation.element} is in no link")
        self._open[number].slots[-1].append(annotation)

    def finished(self) -> Node:
        """Return the whole structure."""
        self._align()
        return self._node(0)

    def _node(self, number: int) -> Node:
        """Return the element of a tag with all that stands in it.

        What leads to an element that is empty, and so is not there, leads to the one around it.
        """
        entry = self._open[number]
        node = Node(entry.tag)
        for place, slot in enumerate(entry.slots):
            node.kids += self._spoken(slot)
            if place < len(entry.children):
                child = self._node(entry.children[place])
                if child.is_there:
                    node.kids.append(child)
                elif child.tag.ids:
                    node.tag = replace(node.tag, ids=(*node.tag.ids, *child.tag.ids))
        return node

    def _align(self) -> None:
        """Find what every piece stands for, by the block that it is in."""
        said: dict[int, list[str]] = {}
        for element, text in self._texts:
            number = self._owner.get(Source(element))
            if number is not None:
                said.setdefault(self._block(number), []).append(text)
        for number, pieces in self._pieces.items():
            laid = [piece.text for piece in pieces]
            found = align("".join(said.get(number, ())), laid) or laid
            self._said |= dict(zip(pieces, self._behind_calls(pieces, found), strict=True))

    def _behind_calls(self, pieces: Sequence[Piece], found: Sequence[str]) -> Sequence[str]:
        """Give the space that a line dropped behind a call of a note to what follows.

        The sentence is heard without the call, and would lose its space with it.
        """
        said = list(found)
        for n, piece in enumerate(pieces[:-1]):
            if self._is_call(self._owner[piece.source]):
                bare = said[n].rstrip(" ")
                said[n], said[n + 1] = bare, said[n][len(bare) :] + said[n + 1]
        return said

    def _is_call(self, number: int) -> bool:
        while number >= 0 and self._open[number].tag.kind != "Reference":
            number = self._open[number].parent
        return number >= 0

    def _block(self, number: int) -> int:
        """Return the tag of the block that a tag is in, or is."""
        while self._open[number].tag.kind in INLINE:
            number = self._open[number].parent
        return number

    def _spoken(self, slot: Sequence[Piece | Annotation]) -> Iterator[Kid]:
        """Yield what stands in a place, in groups where the text has to be said."""
        group: list[Piece] = []
        goes_on = False
        for kid in slot:
            if isinstance(kid, Annotation) or not kid.text:
                yield from self._group(group)
                group, goes_on = [], False
                yield kid
                continue
            if not goes_on:
                yield from self._group(group)
                group = []
            group.append(kid)
            goes_on = drawn_hyphen(kid.text, self._said[kid])
        yield from self._group(group)

    def _group(self, pieces: list[Piece]) -> Iterator[Kid]:
        """Yield *pieces*, which no one can part: a word that goes on over the end of a line."""
        said = [self._said[piece] for piece in pieces]
        # Where a word may be parted is no text; no glyph says it.
        heard = [text.replace("\u00ad", "") for text in said]
        if all(piece.says == text for piece, text in zip(pieces, heard, strict=True)):
            yield from pieces
        else:
            yield Spoken("".join(said), pieces)
