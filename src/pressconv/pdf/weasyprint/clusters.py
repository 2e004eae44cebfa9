"""A line as Pango shaped it → its glyphs, and the characters that each cluster of them stands for.

A cluster is the least that glyphs and characters have in common. What stands for itself and draws
nothing (ZWNJ, ZWJ) is a cluster without a glyph; controls that only order or hyphenate the text
are none of it. A letter and its marks may be one cluster though Pango keeps them apart: see
`pressconv.pdf.weasyprint.saying`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from weasyprint.text.ffi import ffi, pango

from pressconv.pdf.weasyprint.hyphens import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.pdf.fonts import Font
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.line_break import Layout

    from pressconv.pdf.weasyprint.codes import Codes

CData: TypeAlias = Any
"""What cffi gives; it has no types."""

NO_GLYPH: Final = -1

_CONTROLS: Final = dict.fromkeys(
    map(ord, "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
_NO_BREAK_SPACE: Final = "\u00a0"
_MARKS: Final = frozenset({"Mn", "Me"})


class Glyph(NamedTuple):
    """A glyph; lengths are in units of Pango. Its ``number`` is `NO_GLYPH` where none is drawn."""

    number: int
    width: int
    x_offset: int
    y_offset: int
    start: int  # of its cluster, in bytes of the text


@dataclass(slots=True)
class Run:
    """Glyphs of one font, from left to right, and what their clusters say, by start."""

    font: Font
    size: float
    pango_font: CData
    is_rtl: bool
    glyphs: list[Glyph]
    texts: dict[int, str]

    def clusters(self) -> Iterator[tuple[range, str]]:
        """Yield the places of the glyphs of each cluster, and its text, from left to right."""
        first = 0
        starts = [glyph.start for glyph in self.glyphs]
        for place, (start, following) in enumerate(pairwise([*starts, -1]), start=1):
            if start != following:
                yield range(first, place), self.texts[start]
                first = place


def is_mark(character: str) -> bool:
    """Say whether *character* stands on the one before it."""
    return unicodedata.category(character) in _MARKS


def shaped(stream: Stream, layout: Layout, codes: Codes) -> list[Run] | None:
    """Return the runs of the line that *layout* holds; None if pictures or boxes stand for glyphs.

    Pictures are emoji; boxes stand for characters that no font has, which the engine reports.
    """
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, rest = layout.get_first_line()
    runs = []
    run = line.runs[0]
    while run != ffi.NULL:
        made = _run(stream, run.data, codes)
        if made is None:
            return None
        runs.append(made)
        run = run.next
    text = layout.text.encode()
    _give_texts(runs, text if rest is None else text[: line.length])
    return runs


def _run(stream: Stream, item: CData, codes: Codes) -> Run | None:
    pango_font = item.item.analysis.font
    font, size = stream.add_font(pango_font)
    if font.png or font.svg or font.colr or font.bitmap:
        return None
    shapes, offset = item.glyphs, item.item.offset
    starts = ffi.unpack(shapes.log_clusters, shapes.num_glyphs)
    glyphs = []
    for shape, start in zip(shapes.glyphs[0 : shapes.num_glyphs], starts, strict=True):
        number, geometry = shape.glyph, shape.geometry
        if number == pango.PANGO_GLYPH_EMPTY:
            number = NO_GLYPH
        elif number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            return None
        glyphs.append(
            Glyph(number, geometry.width, geometry.x_offset, geometry.y_offset, offset + start)
        )
    is_rtl = bool(item.item.analysis.level % 2)
    return Run(codes.font(font), size, pango_font, is_rtl, glyphs, {})


def _give_texts(runs: list[Run], text: bytes) -> None:
    """Part *text* among the clusters of all *runs*: each reaches to the next one's start."""
    starts = sorted({glyph.start for run in runs for glyph in run.glyphs})
    texts = {
        start: text[start:end].decode().translate(_CONTROLS)
        for start, end in pairwise([*starts, len(text)])
    }
    for run in runs:
        drawn = {glyph.start for glyph in run.glyphs if glyph.number != NO_GLYPH}
        for start in dict.fromkeys(glyph.start for glyph in run.glyphs):
            said = texts[start]
            if start not in drawn or len(said) > 1:
                said = said.replace(SOFT_HYPHEN, "")
            # pypdf takes U+00A0 for a letter from left to right, and turns the line around it.
            run.texts[start] = said.replace(_NO_BREAK_SPACE, " ") if run.is_rtl else said
        _join_marks(run)


def _join_marks(run: Run) -> None:
    """Let a mark be of the cluster of its letter: always from right to left.

    From left to right only where that letter has a glyph of the mark, as KA has the left half of
    the vowel O that stands around it.
    """
    n_drawn = Counter(glyph.start for glyph in run.glyphs if glyph.number != NO_GLYPH)
    joined: dict[int, int] = {}
    letter: int | None = None
    for start in sorted(run.texts):
        said = run.texts[start]
        is_joined = letter is not None and n_drawn[start] > 0 and said != ""
        if letter is not None and is_joined:
            is_crowded = n_drawn[letter] > len(run.texts[letter])
            is_joined = all(map(is_mark, said)) if run.is_rtl else is_crowded and _leans(said[0])
        if letter is not None and is_joined:
            joined[start] = letter
            run.texts[letter] += said
            n_drawn[letter] += n_drawn[start]
        else:
            letter = start if n_drawn[start] else None
    if joined:
        run.glyphs = [
            glyph._replace(start=joined.get(glyph.start, glyph.start)) for glyph in run.glyphs
        ]


def _leans(character: str) -> bool:
    """Say whether *character* is written on or around another one."""
    return unicodedata.category(character).startswith("M")
