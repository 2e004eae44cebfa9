"""Pieces of text → lines of a file that know which characters belong to which block.

A piece is characters and the block that they are content of, or `None` for furniture. A line end
that stands for a space of the text belongs to the block; every other one is furniture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pressconv.frozen import dataclass
from pressconv.linebreak import cells, line_spans
from pressconv.text import BREAKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Piece: TypeAlias = tuple[str, int | None]
Pieces: TypeAlias = tuple[Piece, ...]


class Line(NamedTuple):
    """A line, and the block that its end is a space of."""

    pieces: Pieces = ()
    end: int | None = None


Lines: TypeAlias = list[Line]
BLANK = Line()


class Room(NamedTuple):
    """The space for a block: ``width`` in cells (0: lines are never broken), and its locale.

    In the terminals that the edition is for, characters of ambiguous width may be ``wide``.
    """

    width: int
    locale: str
    wide: bool = False

    def inside(self, n_cells: int) -> Room:
        """Return the room that is left beside an indent."""
        return self._replace(width=max(self.width - n_cells, 1) if self.width else 0)

    def speaking(self, locale: str | None) -> Room:
        """Return the room for a block in another language, if it says one."""
        return self._replace(locale=locale) if locale else self

    def n_cells(self, pieces: Iterable[Piece]) -> int:
        """Count the cells that *pieces* take."""
        return sum([cells(text, wide=self.wide) for text, _ in pieces])


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a file, from 0, ``end`` not included.

    ``block`` is an index into the reading text, or `None`: furniture.
    """

    start: int
    end: int
    block: int | None


@dataclass(frozen=True, slots=True)
class Text:
    """A plain-text edition. ``spans`` follow each other and cover ``value`` from end to end."""

    value: str
    spans: tuple[Span, ...]

    def blocks(self) -> tuple[str, ...]:
        """Return the reading text, taken back out of the file."""
        found: dict[int, list[str]] = {}
        for span in self.spans:
            if span.block is not None:
                found.setdefault(span.block, []).append(self.value[span.start : span.end])
        return tuple(BREAKING.sub(" ", "".join(found[block])) for block in sorted(found))


# ---- pieces into lines ---------------------------------------------------------------------


def flow(pieces: Sequence[Piece], room: Room, hang: int = 0) -> Lines:
    """Lay *pieces* out as a paragraph; a line that carries one on is indented by *hang* cells."""
    text = "".join(piece[0] for piece in pieces)
    spans = line_spans(text, width=room.width, locale=room.locale, rest=hang, wide=room.wide)
    next_starts = [*(start for start, _ in spans[1:]), len(text)]
    lines: Lines = []
    goes_on = False
    for (start, end), next_start in zip(spans, next_starts, strict=False):
        found = _cut(pieces, start, end)
        if goes_on and hang:
            found = ((" " * hang, None), *found)
        taken = next_start > end
        lines.append(Line(found, _cut(pieces, end, end + 1)[0][1] if taken else None))
        goes_on = not (taken and text[end] == "\n")
    return lines


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Pieces:
    """Return the characters *start* to *end* of *pieces*."""
    if len(pieces) == 1:
        return ((pieces[0][0][start:end], pieces[0][1]),)
    return tuple(_parts(pieces, start, end))


def _parts(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for text, block in pieces:
        if at >= end:
            return
        if at + len(text) > start:
            yield text[max(start - at, 0) : end - at], block
        at += len(text)


def furniture(text: str) -> Line:
    """Make a line of furniture."""
    return Line(((text, None),))


def centred(text: str, room: Room) -> Line:
    """Make a line of furniture in the middle of *room*."""
    line = furniture(text)
    spare = room.width - room.n_cells(line.pieces)
    return furniture(" " * max(spare // 2, 0) + text)


# ---- lines into blocks ---------------------------------------------------------------------


def stacked(blocks: Iterable[Lines], n_blank: int = 1) -> Lines:
    """Put blocks under each other, blank lines between them; empty blocks leave no trace."""
    lines: Lines = []
    for block in blocks:
        if block and lines:
            lines += [BLANK] * n_blank
        lines += block
    return lines


def prefixed(lines: Lines, rest: str, first: str | None = None) -> Lines:
    """Set *rest* before every line, or *first* before the first one."""
    prefixes = [rest if first is None else first, *[rest] * (len(lines) - 1)]
    return [_prefixed(line, prefix) for line, prefix in zip(lines, prefixes, strict=False)]


def _prefixed(line: Line, prefix: str) -> Line:
    if not prefix:
        return line
    if line.pieces:
        return Line(((prefix, None), *line.pieces), line.end)
    prefix = prefix.rstrip(" ")
    return Line(((prefix, None),), line.end) if prefix else line


def underlined(lines: Lines, mark: str, room: Room) -> Lines:
    """Draw a line of *mark* under *lines*, as wide as the widest."""
    width = max((room.n_cells(line.pieces) for line in lines), default=0)
    return [*lines, furniture(mark * width)] if width else lines


def assembled(lines: Lines) -> Text:
    """Write *lines* as a file."""
    parts: list[str] = []
    spans: list[Span] = []
    start = at = 0
    current: int | None = None
    for line in lines:
        for text, block in (*line.pieces, ("\n", line.end)):
            if block != current:
                if at > start:
                    spans.append(Span(start, at, current))
                start, current = at, block
            parts.append(text)
            at += len(text)
    if at > start:
        spans.append(Span(start, at, current))
    return Text("".join(parts), tuple(spans))
