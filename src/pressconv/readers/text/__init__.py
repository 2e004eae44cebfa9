"""Raw text → `Draft`: wrapped lines rejoined, lists, headings, quotations and rows found.

Nothing is left out: the headers of an e-mail come as furniture, what a line holds besides words
(markers, underlines) becomes structure. What was guessed is a note.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Draft, DraftBlock, DraftContent, Heading, Region
from pressconv.errors import Place
from pressconv.notes import Note, note
from pressconv.readers.text.characters import cleaned, one_line
from pressconv.readers.text.lines import Line, split_lines
from pressconv.readers.text.lists import is_list, make_list
from pressconv.readers.text.pieces import Piece, Pieces, make_pieces
from pressconv.readers.text.ruled import make_table
from pressconv.readers.text.titles import with_titles
from pressconv.text import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COLUMN: Final = re.compile(r"(?<=\S)(?:\t+|[ \t]{3,})(?=\S)")
_EM_SPACE: Final = "\u2003"


def read_text(text: str, *, name: str = "") -> Draft:
    """Read raw text. *name* is the file's, for messages."""
    file = name or "text"
    clean, taken = cleaned(text)
    split = split_lines(clean)
    pieces = make_pieces(split.lines)
    blocks = [_header(line, file) for line in split.headers]
    blocks += _blocks(with_titles(pieces.pieces), file)
    notes = [
        note("import-character", Place(file), name=odd, number=number)
        for odd, number in sorted(taken.items())
    ]
    notes += _notes(pieces, split.n_gaps, file)
    return Draft(blocks=tuple(blocks), facts=split.facts, notes=tuple(notes))


def _notes(pieces: Pieces, n_gaps: int, file: str) -> Iterator[Note]:
    if n_gaps:
        yield note("import-gaps", Place(file), number=n_gaps)
    if pieces.n_joined:
        yield note("import-wrapped", Place(file), width=pieces.width, number=pieces.n_joined)
    if pieces.n_hyphens:
        yield note("import-hyphens", Place(file), number=pieces.n_hyphens)


def _header(line: Line, file: str) -> DraftBlock:
    text = one_line(line.text)
    content = m.Paragraph((m.Text(text),))
    hints = frozenset({"mail-header"})
    return DraftBlock(content, text, Region.FURNITURE, hints, Place(file, line.number, 1))


def _blocks(pieces: Sequence[Piece], file: str) -> Iterator[DraftBlock]:
    """Yield a block a piece; items are a list, rows a verse or a table, quoted ones a quotation."""
    kinds = groupby(pieces, key=lambda one: (one.table, one.line.quoted, one.is_row))
    for (table, quoted, is_row), several in kinds:
        run = list(several)
        if table:
            yield from (_block(make_table(table), one.text, one, file) for one in run)
        elif is_row:
            yield _rows(run, file)
        elif quoted:
            inner = tuple(_unquoted(block.content) for block in _listed(run, file))
            yield _block(m.Quote(inner), " ".join(one_line(one.text) for one in run), run[0], file)
        else:
            yield from _listed(run, file)


def _unquoted(content: DraftContent) -> m.Block:
    return m.Paragraph((m.Strong(content.children),)) if isinstance(content, Heading) else content


def _listed(pieces: Sequence[Piece], file: str) -> Iterator[DraftBlock]:
    index = 0
    while index < len(pieces):
        one = pieces[index]
        run = _run(pieces, index)
        if one.marker and is_list(one.marker, len(run)):
            items = tuple(m.Item(m.Running((m.Text(one_line(item.text)),))) for item in run)
            text = " ".join(one_line(item.text) for item in run)
            yield _block(make_list(one.marker, items), text, one, file)
            index += len(run)
            continue
        index += 1
        text = one_line(one.line.text[: one.marker.length] + one.text if one.marker else one.text)
        if is_blank(text):
            continue
        words: m.Inlines = (m.Text(text),)
        content = Heading(words, one.level) if one.level else m.Paragraph(words)
        yield _block(content, text, one, file)


def _run(pieces: Sequence[Piece], start: int) -> list[Piece]:
    """Return the items from *start* on that make one list."""
    run = [pieces[start]]
    for index in range(start + 1, len(pieces)):
        one = pieces[index]
        last = run[-1].marker
        if not one.marker or not last or not one.marker.follows(last):
            break
        run.append(one)
    return [one for one in run if not is_blank(one.text)]


def _rows(rows: list[Piece], file: str) -> DraftBlock:
    """Keep rows as lines, with an em space between columns: no space of the text stays wider."""
    lines = [one_line(_COLUMN.sub(_EM_SPACE, row.line.text)) for row in rows]
    verse = m.Verse(tuple(m.Line((m.Text(line),)) for line in lines))
    return _block(verse, " ".join(lines), rows[0], file)


def _block(content: DraftContent, text: str, piece: Piece, file: str) -> DraftBlock:
    hints = frozenset({"line", f"line-{piece.rank}"}) if piece.group > 1 else frozenset()
    return DraftBlock(content, text, Region.ARTICLE, hints, Place(file, piece.line.number, 1))
