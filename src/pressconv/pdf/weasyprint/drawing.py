"""The runs of a line → the line in the content stream, each cluster with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.model import Direction
from pressconv.pdf.weasyprint.clusters import NO_GLYPH, Glyph
from pressconv.pdf.weasyprint.pen import Pen, plain_piece, width
from pressconv.pdf.weasyprint.saying import SILENT, Saying, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weasyprint.matrix import Matrix
    from weasyprint.pdf.stream import Stream

    from pressconv.pdf.weasyprint.blanks import Blanks
    from pressconv.pdf.weasyprint.clusters import Run
    from pressconv.pdf.weasyprint.codes import Codes


class Line:
    """A line that is drawn once, with `draw`."""

    def __init__(
        self, stream: Stream, matrix: Matrix, runs: Sequence[Run], codes: Codes, blanks: Blanks
    ) -> None:
        self._stream = stream
        self._pen = Pen(stream, matrix, runs[0])
        self._runs = runs
        self._codes = codes
        self._blanks = blanks

    def draw(self, space: Direction | None) -> str:
        """Draw the line, and the *space* that it ends at, if any; return what it says."""
        for run in self._runs:
            self._pen.begin(run)
            if run.plain and self._draw_plain(run, *run.plain):
                continue
            run.unfold()
            for glyphs, text in run.clusters():
                self._draw_cluster(run, glyphs, text)
        if space is not None:
            self._draw_space(self._runs[-1], space)
        self._pen.finish()
        return "".join(self._pen.said)

    def _draw_plain(
        self, run: Run, numbers: list[int], widths: list[int], texts: list[str]
    ) -> bool:
        """Draw a plain *run*, unless its font has no code for something."""
        pieces = self._codes.pieces(run)
        found = []
        for key in zip(numbers, widths, texts, strict=True):
            piece = pieces.get(key) or self._piece(run, *key)
            if piece is None:
                return False
            found.append(piece)
        self._pen.draw_plain(found, "".join(texts))
        return True

    def _draw_simple(self, run: Run, glyph: Glyph, text: str) -> bool:
        """Draw a glyph that is a cluster and stands for one character, as in a plain *run*."""
        if glyph.number == NO_GLYPH or glyph.x_offset or glyph.y_offset or len(text) != 1:
            return False
        pieces = self._codes.pieces(run)
        key = glyph.number, glyph.width, text
        piece = pieces.get(key) or self._piece(run, *key)
        if piece is not None:
            self._pen.draw_plain((piece,), text)
        return piece is not None

    def _piece(self, run: Run, number: int, advance: int, text: str) -> tuple[str, float] | None:
        code = self._codes.code(run.font, number, text)
        if code is None:
            return None
        piece = plain_piece(self._stream, run, Glyph(number, advance, 0, 0, 0), code)
        self._codes.pieces(run)[number, advance, text] = piece
        return piece

    def _draw_cluster(self, run: Run, glyphs: Sequence[Glyph], text: str) -> None:
        """Draw the *glyphs* of *run* that stand for *text*."""
        if len(glyphs) == 1 and self._draw_simple(run, glyphs[0], text):
            return
        known = self._codes.clusters(run)
        key = text, *((glyph.number, glyph.width > 0) for glyph in glyphs)
        if key not in known:
            known[key] = self._written(run, glyphs, text)
        saying, codes = known[key]
        if not codes:
            self._say(run, text)
        if saying.is_replaced or None in codes.values():
            self._pen.begin_replacement(text)
            self._draw_glyphs(run, glyphs, saying, codes)
            self._pen.end_replacement()
        else:
            self._draw_glyphs(run, glyphs, saying, codes)

    def _written(
        self, run: Run, glyphs: Sequence[Glyph], text: str
    ) -> tuple[Saying, Mapping[int, int | None]]:
        """Return what each of the *glyphs* that are drawn says, and its code."""
        drawn = [place for place, glyph in enumerate(glyphs) if glyph.number != NO_GLYPH]
        saying = self._saying(run, glyphs, drawn, text) if drawn else Saying({})
        codes = {
            place: self._codes.code(run.font, glyphs[place].number, saying.texts.get(place, SILENT))
            for place in drawn
        }
        return saying, codes

    def _draw_glyphs(
        self, run: Run, glyphs: Sequence[Glyph], saying: Saying, codes: Mapping[int, int | None]
    ) -> None:
        for place, glyph in enumerate(glyphs):
            if glyph.number == NO_GLYPH:
                self._pen.skip(glyph.width / run.size)
                continue
            if place == saying.carrier:
                for mark in reversed(saying.marks):
                    self._say(run, mark)
            code = codes[place]
            code = glyph.number if code is None else code
            text = saying.texts.get(place)
            if text is None:
                self._pen.draw_late(glyph, code)
            elif not (run.is_rtl and glyph.y_offset and self._say_on_line(run, glyph, text)):
                self._pen.draw(glyph, code, text)

    def _say_on_line(self, run: Run, glyph: Glyph, text: str) -> bool:
        """Say on the line what *glyph*, which stands above or below it, says; draw that late."""
        space = self._blanks.space(run)
        if space is None:
            return False
        said = self._codes.code(run.font, space, text)
        silent = self._codes.code(run.font, glyph.number, SILENT)
        if said is None or silent is None:
            return False
        self._pen.say_and_draw_late(glyph, silent, said, width(self._stream, run, space), text)
        return True

    def _saying(self, run: Run, glyphs: Sequence[Glyph], drawn: list[int], text: str) -> Saying:
        if len(drawn) == 1 and len(text) == 1:
            return Saying({drawn[0]: text})
        advancing = [
            place
            for place in drawn
            if glyphs[place].width > 0 or width(self._stream, run, glyphs[place].number) > 0
        ]
        if run.is_rtl:
            drawn, advancing = drawn[::-1], advancing[::-1]
        can_tell = run.is_rtl and self._blanks.find(self._stream, run) is not None
        return say(text, drawn, advancing, is_rtl=can_tell)

    def _say(self, run: Run, text: str) -> None:
        """Say *text* without drawing anything, if the font has a glyph for that."""
        blank = self._blanks.find(self._stream, run) if text else None
        code = None if blank is None else self._codes.code(run.font, blank, text)
        if code is not None:
            self._pen.say(code, 0, text)

    def _draw_space(self, run: Run, way: Direction) -> None:
        """Draw the space that a line ends at, beyond that end, and last: the next line follows."""
        space = self._blanks.space(run)
        code = None if space is None else self._codes.code(run.font, space, " ")
        if space is not None and code is not None:
            own = width(self._stream, run, space)
            if way is Direction.RTL:
                self._pen.go_to_start(own)
            self._pen.say(code, own, " ")
