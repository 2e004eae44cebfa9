"""Lines → pieces: paragraphs as their writer meant them, rows, headings marked as such."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final
from unicodedata import combining

from pressconv.frozen import dataclass
from pressconv.readers.text.lines import ROWS
from pressconv.readers.text.lists import Marker, marker
from pressconv.readers.text.ruled import ruled_rows
from pressconv.readers.text.wrapping import continues, is_forced, joined_lines, wrap_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pressconv.readers.text.lines import Line
    from pressconv.readers.text.ruled import Rows

_UNDERLINE: Final = re.compile(r"[ \t]*([=~^-])\1{2,}[ \t]*")
_SIGNS: Final = re.compile(r"[ \t]*([^\w\s])\1{3,}[ \t]*$")
_MOST_LINES: Final = 4
_NUMBER_SIGNS: Final = re.compile(r"(#{1,6}) +(?=[^#\s])")
_TITLE_LENGTH: Final = 120
_LINE_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, a row or a heading (``level`` above 0) with the line it begins on.

    ``rank`` counts the pieces of one group between blank lines from 0; ``group`` is how many.
    ``table`` are the rows of a table, all in one piece.
    """

    text: str
    line: Line
    marker: Marker | None = None
    level: int = 0
    is_row: bool = False
    rank: int = 0
    group: int = 1
    table: Rows | None = None


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text; ``width`` is where it was wrapped, 0 where it was not."""

    pieces: tuple[Piece, ...]
    width: int
    n_joined: int
    n_hyphens: int


def make_pieces(lines: Sequence[Line]) -> Pieces:
    """Rejoin and sort the lines of a text."""
    groups = [list(group) for group in _groups(lines)]
    width = wrap_width(groups)
    vocabulary = frozenset(
        word.casefold() for line in lines for word in re.findall(r"[^\W\d_]+", line.text)
    )
    pieces: list[Piece] = []
    n_joined = n_hyphens = 0
    for group in groups:
        if table := ruled_rows(group):
            words = " ".join(cell for row in table for cell in row)
            pieces.append(Piece(words, group[0], is_row=True, table=table))
            continue
        logical = list(_logical(group, width))
        for rank, (level, row, several) in enumerate(logical):
            made, hyphens = joined_lines([line.text for line in several], vocabulary)
            n_joined += len(several) - 1
            n_hyphens += hyphens
            pieces.append(_marked(Piece(made, several[0], None, level, row, rank, len(logical))))
    return Pieces(tuple(pieces), width, n_joined, n_hyphens)


def _marked(piece: Piece) -> Piece:
    """Take the marker of an item or of a heading off a piece."""
    text, line = piece.text, piece.line
    sign = _NUMBER_SIGNS.match(text)
    if sign and len(text) <= _TITLE_LENGTH:
        return replace(piece, text=text[sign.end() :], level=len(sign[1]), is_row=False)
    found = None if piece.level or piece.is_row else marker(line.text)
    if found is None:
        return piece
    # The line's own white space stands before the marker, and was trimmed.
    cut = found.length - (len(line.text) - len(line.text.lstrip()))
    return replace(piece, text=text[cut:], marker=found)


def _groups(lines: Iterable[Line]) -> Iterator[Iterator[Line]]:
    """Yield the runs of lines between blank ones, quoted lines apart."""
    for (is_blank, _), group in groupby(lines, key=lambda line: (line.is_blank, line.quoted)):
        if not is_blank:
            yield group


def _logical(group: list[Line], width: int) -> Iterator[tuple[int, bool, list[Line]]]:
    """Yield (level of a heading or 0, whether it is a row, its lines) for each piece of a group."""
    level = _underlined(group)
    if level:
        yield level, False, group[:-1]
        return
    rows = _rows(group)
    indents = [line.indent for line in group]
    usual = min(indents)
    current: list[Line] = []
    for index, line in enumerate(group):
        underline = _UNDERLINE.fullmatch(line.text)
        if underline and len(current) == 1 and len(current[0].words) <= _TITLE_LENGTH:
            yield (1 if underline[1] == "=" else 2), False, current
            current = []
        elif index in rows:
            if current:
                yield 0, False, current
            yield 0, True, [line]
            current = []
        elif current and _goes_on(current, line, width, usual):
            current.append(line)
        else:
            if current:
                yield 0, False, current
            current = [line]
    if current:
        yield 0, False, current


def _underlined(group: list[Line]) -> int:
    """Return the level of a heading of several lines, underlined as long as the longest; else 0."""
    *lines, last = group
    underline = _UNDERLINE.fullmatch(last.text)
    if (
        not underline
        or not 1 < len(lines) <= _MOST_LINES
        or any(_SIGNS.match(one.text) for one in lines)
    ):
        return 0
    # Marks over and under letters have no width of their own.
    longest = max(sum(not combining(one) for one in line.words) for line in lines)
    return (1 if underline[1] == "=" else 2) if len(last.words) == longest else 0


def _goes_on(current: list[Line], line: Line, width: int, usual: int) -> bool:
    """Say whether *line* belongs to the paragraph that *current* began."""
    before, first = current[-1].text, current[0]
    if _SIGNS.match(before) or _SIGNS.match(line.text):
        return False
    found = marker(first.text)
    if marker(line.text) and (found or not width or not is_forced(before, line.text, width)):
        return False
    if found and line.indent >= found.length and line.indent > first.indent:
        return True
    if line.indent > max(usual, current[-1].indent):
        return False
    if not width:
        return False
    return is_forced(before, line.text, width) or continues(before, line.text)


def _rows(group: list[Line]) -> frozenset[int]:
    """Return which lines of a group are rows: three or more with equally many columns."""
    found: set[int] = set()
    for n_columns, run in groupby(range(len(group)), key=lambda index: group[index].n_columns):
        indexes = list(run)
        if n_columns > 1 and len(indexes) >= ROWS:
            found.update(indexes)
    return frozenset(found)
