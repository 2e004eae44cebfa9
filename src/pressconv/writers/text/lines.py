"""Pieces of text → lines that know which characters belong to which block.

A piece is characters and the block that they are content of, or `None` for furniture. A line end
that stands for a space of the text belongs to the block; every other one is furniture. Lines are in
logical order: what stands at which side is decided when they are written.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pressconv.languages.tags import direction
from pressconv.model import Direction
from pressconv.options import Bidi
from pressconv.writers.text.context import marks_around
from pressconv.writers.text.sink import PLAIN, Sink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressconv.model import LangTag, Marked


_OPENING: Final = {Direction.LTR: "\u2066", Direction.RTL: "\u2067"}
_CLOSING: Final = "\u2069"
_OBJECT: Final = "\ufffc"
_HELD: Final = "\N{NO-BREAK SPACE}"


class Isolate(NamedTuple):
    """A part whose direction differs from that around it; ``number`` tells it from others."""

    number: int
    dir: Direction


class Piece(NamedTuple):
    """Characters of one block, or of none; ``within`` are the parts around them, outermost first.

    ``is_script`` says that they are raised or lowered forms of the characters of the block.
    """

    text: str
    block: int | None = None
    within: tuple[Isolate, ...] = ()
    is_script: bool = False


Pieces: TypeAlias = tuple[Piece, ...]


class Box(NamedTuple):
    """Pieces beside each other, ``start`` cells from the side where their line starts.

    ``end`` is the block that the end of the box takes a space of. ``drawn`` are the signs of its
    characters for visual order, if they are known already; ``around`` are the marks that stand for
    what its paragraph has before and behind it.
    """

    pieces: Pieces
    dir: Direction
    end: int | None = None
    start: int = 0
    drawn: str | None = None
    around: tuple[str, str] = ("", "")


class Margin(NamedTuple):
    """What stands before a line, at the side where the block around it starts."""

    text: str
    dir: Direction


class Line(NamedTuple):
    """Boxes of one line behind its margins, outermost first.

    ``dir`` says at which side the line starts in ``width`` cells (0: as many as it takes).
    ``soft`` is what flowed text has at the end of a line whose paragraph goes on in the next one.
    """

    boxes: tuple[Box, ...] = ()
    margins: tuple[Margin, ...] = ()
    dir: Direction = Direction.LTR
    width: int = 0
    soft: str = ""


Lines: TypeAlias = list[Line]
BLANK = Line()


class Room(NamedTuple):
    """The space for a block: ``width`` in cells (0: lines never break), language, direction."""

    width: int
    locale: LangTag
    dir: Direction = Direction.LTR
    sink: Sink = PLAIN

    def inside(self, n_cells: int) -> Room:
        """Return the room that is left beside an indent."""
        width = max(self.width - n_cells, 1) if self.width else 0
        return Room(width, self.locale, self.dir, self.sink)

    def speaking(self, locale: LangTag | None, side: Direction | None = None) -> Room:
        """Return the room for a part that may have a language or direction of its own."""
        if locale is None and side is None:
            return self
        side = side or (direction(locale) if locale else self.dir)
        return Room(self.width, locale or self.locale, side, self.sink)

    def of(self, node: Marked) -> Room:
        """Return the room for *node*."""
        return self.speaking(node.lang, node.dir)


# ---- pieces into lines ---------------------------------------------------------------------


def flow(pieces: Sequence[Piece], room: Room, hang: int = 0) -> Lines:
    """Lay *pieces* out as a paragraph; a line that carries one on is indented by *hang* cells."""
    text = "".join([piece.text for piece in pieces])
    sink = room.sink
    drawn = sink.drawn(text)
    if sink.bidi is Bidi.ISOLATES and room.dir is not sink.dir:
        pieces = isolated(pieces, room.dir)
    if sink.flowed and any(piece.within for piece in pieces):
        spans = _flowing_spans(pieces, drawn, room)
    else:
        spans = sink.line_spans(text, drawn, width=room.width, locale=room.locale, rest=hang)
    signs = drawn if sink.is_visual and isinstance(drawn, str) else None
    outer = _outer(pieces) if sink.is_visual and len(spans) > 1 else ""
    hanging = (Margin(" " * hang, room.dir),) if hang and not sink.flowed else ()
    hanging_width = room.inside(hang).width
    lines: Lines = []
    goes_on = False
    starts = [*(start for start, _ in spans[1:]), len(text)]
    for (start, end), next_start, found in zip(spans, starts, _cut(pieces, spans), strict=False):
        taken = next_start > end
        block = _block_at(pieces, end) if taken else None
        around = marks_around(outer, start, end, room.dir) if outer else ("", "")
        box = Box(found, room.dir, block, 0, signs and signs[start:end], around)
        margins, width = (hanging, hanging_width) if goes_on else ((), room.width)
        goes_on = next_start < len(text) and not (taken and text[end] == "\n")
        soft = " " * (goes_on * (taken + sink.drops_space))
        lines.append(Line((box,), margins, room.dir, width, soft))
    return lines


def isolated(pieces: Sequence[Piece], side: Direction) -> Pieces:
    """Set *pieces* apart from what stands around them."""
    part = Isolate(-1, side)
    return tuple(piece._replace(within=(part, *piece.within)) for piece in pieces)


def turning(before: tuple[Isolate, ...], after: tuple[Isolate, ...]) -> str:
    """Return the isolates that close the parts *before* and open those *after*."""
    pairs = zip(before, after, strict=False)
    n_common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    closed = _CLOSING * (len(before) - n_common)
    return closed + "".join(_OPENING[one.dir] for one in after[n_common:])


def _outer(pieces: Sequence[Piece]) -> str:
    """Return the text of *pieces* with nothing to see in the parts of another direction."""
    return "".join([_OBJECT * len(piece.text) if piece.within else piece.text for piece in pieces])


def _flowing_spans(
    pieces: Sequence[Piece], drawn: Sequence[str], room: Room
) -> list[tuple[int, int]]:
    """Return where the lines of flowed text end: in no part that fits on one.

    Isolates end with their line; two pieces of a part would change places in the line that a reader
    joins. They are counted, as all characters of a line are.
    """
    held: list[str] = []
    signs: list[str] = []
    within: tuple[Isolate, ...] = ()
    for outer, group in groupby(pieces, key=lambda piece: piece.within[:1]):
        part = list(group)
        text = "".join([piece.text for piece in part])
        is_held = outer and room.sink.cells(text) <= room.width
        held.append(text.replace(" ", _HELD) if is_held else text)
        for piece in part:
            shown = list(drawn[len(signs) : len(signs) + len(piece.text)])
            if is_held:
                shown = [sign.replace(" ", _HELD) for sign in shown]
            if shown:
                shown[0] = turning(within, piece.within) + shown[0]
                within = piece.within
            signs += shown
    return room.sink.line_spans("".join(held), signs, width=room.width, locale=room.locale)


def _cut(pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> Iterator[Pieces]:
    """Yield the parts of *pieces* in each of *spans*, which follow each other."""
    if len(pieces) == 1:
        text, block, within, is_script = pieces[0]
        for start, end in spans:
            yield (Piece(text[start:end], block, within, is_script),) if end > start else ()
        return
    first = at = 0
    for start, end in spans:
        while first < len(pieces) and at + len(pieces[first].text) <= start:
            at += len(pieces[first].text)
            first += 1
        yield tuple(_parts(pieces, first, at, start, end))


def _parts(pieces: Sequence[Piece], first: int, at: int, start: int, end: int) -> Iterator[Piece]:
    """Yield what stands from *start* to *end*; the piece *first* starts at *at*."""
    for number in range(first, len(pieces)):
        text, block, within, is_script = pieces[number]
        if at >= end:
            return
        found = text[max(start - at, 0) : end - at]
        if found:
            yield Piece(found, block, within, is_script)
        at += len(text)


def _block_at(pieces: Sequence[Piece], place: int) -> int | None:
    """Return the block that the character at *place* is content of."""
    if len(pieces) == 1:
        return pieces[0].block
    return next(piece.block for part in (_parts(pieces, 0, 0, place, place + 1),) for piece in part)


def furniture(words: str | Pieces, room: Room) -> Line:
    """Make a line of furniture."""
    pieces = (Piece(words),) if isinstance(words, str) else words
    return Line((Box(pieces, room.dir),), (), room.dir, room.width)


def centred(text: str, room: Room) -> Line:
    """Make a line of furniture in the middle of *room*."""
    start = max((room.width - room.sink.cells(text)) // 2, 0)
    return Line((Box((Piece(text),), room.dir, start=start),), (), room.dir, room.width)


def n_cells(pieces: Iterable[Piece], sink: Sink) -> int:
    """Count the cells that *pieces* take."""
    return sum(sink.cells(piece.text) for piece in pieces)


# ---- lines into blocks ---------------------------------------------------------------------


def stacked(blocks: Iterable[Lines], n_blank: int = 1) -> Lines:
    """Put blocks under each other, blank lines between them; empty blocks leave no trace."""
    lines: Lines = []
    for block in blocks:
        if block and lines:
            lines += [BLANK] * n_blank
        lines += block
    return lines


def prefixed(lines: Lines, room: Room, rest: str, first: str | None = None) -> Lines:
    """Set *rest* before every line, or *first* before the first one, in the direction of *room*."""
    margins = [(Margin(rest, room.dir),) if rest else ()] * len(lines)
    if first is not None:
        margins[:1] = [(Margin(first, room.dir),) if first else ()]
    return [
        _behind((*margin, *line.margins), line, room)
        for line, margin in zip(lines, margins, strict=False)
    ]


def _behind(margins: tuple[Margin, ...], line: Line, room: Room) -> Line:
    """Set *line* behind *margins*, in what they leave of *room*."""
    left = room.inside(sum(len(margin.text) for margin in margins))
    return line._replace(margins=margins, width=left.width)


def underlined(lines: Lines, mark: str, room: Room) -> Lines:
    """Draw a line of *mark* under *lines*, as wide as the widest."""
    sink = room.sink
    width = max((n_cells(box.pieces, sink) for line in lines for box in line.boxes), default=0)
    return [*lines, furniture(mark * width, room)] if width else lines
