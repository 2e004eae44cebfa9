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

from weasyprint.logger import LOGGER
from weasyprint.text.ffi import ffi, pango

from pressconv.pdf.weasyprint.codes import can_choose
from pressconv.pdf.weasyprint.hyphens import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weasyprint.pdf.fonts import Font
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.line_break import Layout

    from pressconv.pdf.weasyprint.codes import Codes

CData: TypeAlias = Any
"""What cffi gives; it has no types."""

NO_GLYPH: Final = -1
_BOX: Final = 0  # the glyph of each font for what it has none for

_N_FIELDS: Final = ffi.sizeof("PangoGlyphInfo") // ffi.sizeof("int")

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
    """Glyphs of one font, from left to right, and what their clusters say, by start.

    In a ``plain`` run each glyph is a cluster and stands where the one before it leads: it is
    the numbers of the glyphs, their widths, and their texts.
    """

    font: Font
    size: float
    pango_font: CData
    is_rtl: bool
    glyphs: list[Glyph]
    texts: dict[int, str]
    plain: tuple[list[int], list[int], list[str]] | None = None

    def unfold(self) -> None:
        """Let a plain run be as any other."""
        if self.plain is not None:
            numbers, widths, texts = self.plain
            self.glyphs = [
                Glyph(number, width, 0, 0, place)
                for place, (number, width) in enumerate(zip(numbers, widths, strict=True))
            ]
            self.texts = dict(enumerate(texts))
            self.plain = None

    def clusters(self) -> Iterator[tuple[Sequence[Glyph], str]]:
        """Yield the glyphs of each cluster, and its text, from left to right."""
        first = 0
        starts = [glyph.start for glyph in self.glyphs]
        for place, (start, following) in enumerate(pairwise([*starts, -1]), start=1):
            if start != following:
                yield self.glyphs[first:place], self.texts[start]
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
    text = layout.text.encode()
    shown = line.length if rest is None else None
    runs = []
    run = line.runs[0]
    while run != ffi.NULL:
        made = _run(stream, run.data, codes, text, shown)
        if made is None:
            return None
        runs.append(made)
        run = run.next
    return runs


def _run(stream: Stream, item: CData, codes: Codes, text: bytes, shown: int | None) -> Run | None:
    """Return a run of *text*, of which Pango drew so many bytes: a hyphen may say fewer."""
    pango_font = item.item.analysis.font
    font, size = stream.add_font(pango_font)
    if font.png or font.svg or font.colr or font.bitmap:
        return None
    shapes, start = item.glyphs, item.item.offset
    end = start + item.item.length
    end = len(text) if end == shown else end
    n_glyphs = shapes.num_glyphs
    starts = ffi.unpack(shapes.log_clusters, n_glyphs)
    fields = ffi.unpack(ffi.cast("int *", shapes.glyphs), n_glyphs * _N_FIELDS)
    numbers, widths, offsets, rises = (fields[at::_N_FIELDS] for at in range(4))
    if _BOX in numbers:
        _report(text[start + starts[numbers.index(_BOX)] :].decode()[0])
        return None
    is_rtl = bool(item.item.analysis.level % 2)
    run = Run(codes.font(font), size, pango_font, is_rtl, [], {})
    if numbers and max(numbers) >= pango.PANGO_GLYPH_EMPTY:
        if any(number & pango.PANGO_GLYPH_UNKNOWN_FLAG for number in numbers):
            return None
        numbers = [NO_GLYPH if one == pango.PANGO_GLYPH_EMPTY else one for one in numbers]
    elif not (any(offsets) or any(rises)) and len(set(starts)) == n_glyphs:
        texts = _texts(run, text[start:end], starts)
        if not (is_rtl and any(unicodedata.combining(one[-1]) for one in texts.values() if one)):
            run.plain = numbers, widths, list(map(texts.__getitem__, starts))
            return run
    run.texts = _texts(run, text[start:end], starts)
    run.glyphs = list(map(Glyph, numbers, widths, offsets, rises, starts))
    said = set().union(*run.texts.values())
    if SOFT_HYPHEN in said:
        _leave_hyphens(run)
    if any(map(_leans, said)):
        _join_marks(run)
    return run


def _report(character: str) -> None:
    """Report a *character* that no font has, as the engine does for all but spaces that are drawn.

    Pango 1.50 takes U+1680 for a space, though it is a stroke, and lets the font draw its box.
    """
    message = '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)'
    LOGGER.warning(message, character, ord(character))


def _texts(run: Run, text: bytes, starts: list[int]) -> dict[int, str]:
    """Part the *text* of a run among its clusters: each reaches to the next one's start."""
    found = sorted(set(starts))
    whole = text.decode()
    parts: Sequence[str] = whole
    if len(whole) != len(found):
        edges = pairwise([*found, found[0] + len(text)])
        parts = [text[start - found[0] : end - found[0]].decode() for start, end in edges]
    if not (whole.isascii() or _CONTROLS.keys().isdisjoint(map(ord, whole))):
        parts = [part.translate(_CONTROLS) for part in parts]
    # One glyph is both spaces. From right to left pypdf takes U+00A0 for a letter from left to
    # right, and turns the line around it.
    if _NO_BREAK_SPACE in whole and (run.is_rtl or not can_choose(run.font)):
        parts = [part.replace(_NO_BREAK_SPACE, " ") for part in parts]
    return dict(zip(found, parts, strict=True))


def _leave_hyphens(run: Run) -> None:
    """Leave out the soft hyphens that are not drawn."""
    drawn = {glyph.start for glyph in run.glyphs if glyph.number != NO_GLYPH}
    for start, said in run.texts.items():
        if SOFT_HYPHEN in said and (start not in drawn or len(said) > 1):
            run.texts[start] = said.replace(SOFT_HYPHEN, "")


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
            glyph._replace(start=joined[glyph.start]) if glyph.start in joined else glyph
            for glyph in run.glyphs
        ]


def _leans(character: str) -> bool:
    """Say whether *character* is written on or around another one."""
    return unicodedata.category(character).startswith("M")
