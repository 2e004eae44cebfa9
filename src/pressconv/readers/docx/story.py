"""What a Word document says, as data: paragraphs of pieces, and tables of them.

Nothing here knows the XML that it came from, nor that which is made of it.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.readers.docx.numbering import Item
    from pressconv.readers.docx.styles import Properties


class PieceKind(StrEnum):
    """What a piece is; its ``value`` is in each case a string."""

    TEXT = "text"
    BREAK = "break"
    FOOTNOTE = "footnote"  # the number of the note
    ENDNOTE = "endnote"
    IMAGE = "image"  # the name of the file
    SYMBOL = "symbol"  # four hexadecimal digits: a sign of the font that the properties name


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a paragraph that is set in one way. ``reading`` stands above it in small letters.

    ``alt`` is the alternative text of an image, "" for decoration, `None` where nobody wrote one.
    """

    kind: PieceKind
    value: str
    properties: Properties
    href: str = ""
    reading: str = ""
    alt: str | None = None


class Where(StrEnum):
    """Where on the page a paragraph stands."""

    TEXT = "text"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``number`` counts from 1, 0 where it is not in the text itself.

    ``level`` is that of a heading, from 1; ``role`` what its style is for, or "".
    """

    pieces: tuple[Piece, ...]
    number: int
    role: str = ""
    level: int | None = None
    item: Item | None = None
    is_rtl: bool = False
    where: Where = Where.TEXT

    @property
    def text(self) -> str:
        """All characters of the paragraph."""
        return "".join(one.value for one in self.pieces if one.kind is PieceKind.TEXT)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``continues`` says that it belongs to the one above it."""

    blocks: tuple[Block, ...]
    n_columns: int = 1
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a header is repeated on each page."""

    cells: tuple[Cell, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    rows: tuple[Row, ...]


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Story:
    """A whole document: its text, with headers before and footers after, and its notes."""

    blocks: tuple[Block, ...]
    footnotes: dict[str, tuple[Block, ...]]
    endnotes: dict[str, tuple[Block, ...]]
    has_title: bool


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Join texts that are set alike: Word parts them where somebody has typed twice."""
    made: list[Piece] = []
    for key, several in groupby(pieces, key=_looks):
        run = list(several)
        if key is None or len(run) == 1:
            made.extend(run)
        else:
            made.append(replace(run[0], value="".join(one.value for one in run)))
    return made


def _looks(piece: Piece) -> tuple[Properties, str] | None:
    """Return how a text is set, `None` for a piece that is joined to no other."""
    is_text = piece.kind is PieceKind.TEXT and not piece.reading
    return (piece.properties, piece.href) if is_text else None


def paragraphs(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """Return all paragraphs in *blocks*, in reading order."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
            continue
        for row in block.rows:
            for cell in row.cells:
                found.extend(paragraphs(cell.blocks))
    return found
