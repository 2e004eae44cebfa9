"""The runs of a line → the line in the content stream, each cluster with what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.model import Direction
from pressconv.pdf.weasyprint.clusters import NO_GLYPH
from pressconv.pdf.weasyprint.pen import Pen, width
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
            for places, text in run.clusters():
                self._draw_cluster(run, places, text)
        if space is not None:
            self._draw_space(self._runs[-1], space)
        self._pen.finish()
        return "".join(self._pen.said)

    def _draw_cluster(self, run: Run, places: range, text: str) -> None:
        """Draw the glyphs at *places* of *run*, which stand for *text*."""
        drawn = [place for place in places if run.glyphs[place].number != NO_GLYPH]
        if not drawn:
            self._say(run, text)
            for place in places:
                self._pen.skip(run.glyphs[place].width / run.size)
            return
        saying = self._saying(run, drawn, text)
        codes = {
            place: self._codes.code(
                run.font, run.glyphs[place].number, saying.texts.get(place, SILENT)
            )
            for place in drawn
        }
        if saying.is_replaced or None in codes.values():
            self._pen.begin_replacement(text)
            self._draw_glyphs(run, places, saying, codes)
            self._pen.end_replacement()
        else:
            self._draw_glyphs(run, places, saying, codes)

    def _draw_glyphs(
        self, run: Run, places: range, saying: Saying, codes: Mapping[int, int | None]
    ) -> None:
        for place in places:
            glyph = run.glyphs[place]
            if glyph.number == NO_GLYPH:
                self._pen.skip(glyph.width / run.size)
                continue
            if place == saying.carrier:
                for mark in reversed(saying.marks):
                    self._say(run, mark)
            code = codes[place]
            code = glyph.number if code is None else code
            if place in saying.texts:
                self._pen.draw(glyph, code, saying.texts[place])
            else:
                self._pen.draw_late(glyph, code)

    def _saying(self, run: Run, drawn: list[int], text: str) -> Saying:
        if len(drawn) == 1 and len(text) == 1:
            return Saying({drawn[0]: text})
        advancing = [
            place
            for place in drawn
            if run.glyphs[place].width > 0 or width(self._stream, run, run.glyphs[place].number) > 0
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
