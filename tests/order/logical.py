"""A page's element tree → its blocks of running text in logical order, as UAX #9 wants them.

An element with `dir` inside running text is an isolate, and so is the call of a note. What stands
in a line as one thing, such as an inline block, is U+FFFC there and has its own text. `br` ends a
paragraph of the algorithm: CSS Writing Modes 4, 2.4.3. What kind of box an element makes, the style
sheet decides: `Kinds` say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element

from pressconv.bidi import MIRRORED, directions, order
from pressconv.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Kind(StrEnum):
    """What box an element makes."""

    INLINE = "inline"
    ATOMIC = "atomic"  # in a line, as one thing
    BLOCK = "block"
    OUT = "out"  # out of the flow: nothing in the line shows it
    NONE = "none"


Kinds: TypeAlias = Callable[[Element], Kind]

_ISOLATES = {Direction.LTR: "\u2066", Direction.RTL: "\u2067"}
_END = "\u2069"
_CALL = "pc-call"  # the style sheet for browsers isolates it
_SPACE = re.compile("[\t\n\f\r]")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph of UAX #9.

    ``numbers`` has the number of each character of ``text`` on the page, None for what no text node
    holds: isolates, U+FFFC. ``order`` says where in ``text`` the characters are that follow each
    other from left to right, were it one line; ``signs`` as what each is drawn (rule L4).

    Any line of the block has its characters in the same order: two of them change places as often
    as a level is reached by all that stands between them (rule L2), and this is on the line too.
    """

    element: Element
    text: str
    numbers: tuple[int | None, ...]
    order: tuple[int, ...]
    signs: tuple[str, ...]


def paragraph(
    element: Element, base: Direction, text: str, numbers: Sequence[int | None] = ()
) -> Block:
    """Return a block with the order of its characters."""
    odd = directions(text, base)
    signs = [one.translate(MIRRORED) if odd[at] else one for at, one in enumerate(text)]
    return Block(element, text, tuple(numbers), tuple(order(text, base)), tuple(signs))


def blocks(root: Element, kinds: Kinds) -> list[Block]:
    """Return the blocks below *root* with text in them, in the order of the page."""
    reader = _Reader(kinds)
    reader.read(root, Direction(root.get("dir", Direction.LTR)))
    return reader.blocks


def text_nodes(root: Element) -> Iterator[str]:
    """Yield the text nodes below *root* in the order of the page."""
    if root.text:
        yield root.text
    for child in root:
        if isinstance(child.tag, str):
            yield from text_nodes(child)
        if child.tail:
            yield child.tail


class _Reader:
    """Collects the text of the block that is open; ``counted`` are the characters seen so far."""

    def __init__(self, kinds: Kinds) -> None:
        self.blocks: list[Block] = []
        self._kinds = kinds
        self._counted = 0
        self._text: list[tuple[str, int | None]] = []
        self._isolates: list[str] = []

    def read(self, element: Element, base: Direction) -> None:
        """Read an element that holds paragraphs of its own."""
        outer, self._text = self._text, []
        isolates, self._isolates = self._isolates, []
        self._content(element, element, base)
        self._close(element, base)
        self._text, self._isolates = outer, isolates

    def _content(self, element: Element, holder: Element, base: Direction) -> None:
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, holder, base)
            self._add(child.tail)

    def _child(self, child: Element, holder: Element, base: Direction) -> None:
        kind = self._kinds(child)
        own = Direction(child.get("dir", base))
        if child.tag == "br":
            self._close(holder, base)
        elif kind is Kind.INLINE:
            self._inline(child, holder, base)
        elif kind is Kind.NONE:
            self._counted += sum(map(len, text_nodes(child)))
        else:
            if kind is Kind.BLOCK:
                self._close(holder, base)
            elif kind is Kind.ATOMIC:
                self._text.append(("\ufffc", None))
            self.read(child, own)

    def _inline(self, child: Element, holder: Element, base: Direction) -> None:
        if not ("dir" in child.attrib or _CALL in child.get("class", "").split()):
            self._content(child, holder, base)
            return
        side = Direction(child.get("dir", base))
        self._isolates.append(_ISOLATES[side])
        self._text.append((self._isolates[-1], None))
        self._content(child, holder, side)
        self._isolates.pop()
        self._text.append((_END, None))

    def _add(self, text: str | None) -> None:
        for one in _SPACE.sub(" ", text or ""):
            self._text.append((one, self._counted))
            self._counted += 1

    def _close(self, element: Element, base: Direction) -> None:
        """End a paragraph; isolates that are open go on in the next one."""
        ended = [*self._text, *((_END, None) for _ in self._isolates)]
        self._text = [(isolate, None) for isolate in self._isolates]
        if any(one not in {" ", _END, *_ISOLATES.values()} for one, _ in ended):
            text, numbers = zip(*ended, strict=True)
            self.blocks.append(paragraph(element, base, "".join(text), numbers))
