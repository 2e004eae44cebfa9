"""What to draw → the operators of a content stream, and what a reader gets from them.

Positions are those of WeasyPrint 70, to the last digit: nothing moves on the page. All numbers
along the line are in thousandths of the size of the font, as in TJ.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pydyf
from weasyprint.text.ffi import FROM_UNITS, pango

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weasyprint.matrix import Matrix
    from weasyprint.pdf.fonts import Font
    from weasyprint.pdf.stream import Stream

    from pressconv.pdf.weasyprint.clusters import Glyph, Run


class _Late(NamedTuple):
    """A code that is drawn when the line is done: in which font, and where."""

    font: Font
    size: float
    code: int
    x: float
    rise: float


class Pen:
    """Draws one line of text, which begins with *run*; ``said`` is what it says, in that order."""

    def __init__(self, stream: Stream, matrix: Matrix, run: Run) -> None:
        self.said: list[str] = []
        self._stream = stream
        self._matrix = matrix
        self._array: list[str] = []  # of a TJ that is not written yet
        self._is_open = False  # a string at its end
        self._is_replaced = False
        self._x = 0.0  # in units of the page
        self._late: list[_Late] = []
        self._run = run
        stream.set_text_matrix(*matrix.values)
        stream.set_font_size(run.font.hash, run.size)

    def begin(self, run: Run) -> None:
        """Go on with *run*."""
        if (self._run.font, self._run.size) != (run.font, run.size):
            self._show()
        self._run = run
        self._stream.set_font_size(run.font.hash, run.size)

    def draw(self, glyph: Glyph, code: int, text: str) -> None:
        """Draw *glyph* by its *code*, which says *text*."""
        self._note(text)
        run = self._run
        offset, advance, kerning = _metrics(self._stream, run, glyph)
        if glyph.y_offset:
            self._show()
            self._stream.set_text_rise(-glyph.y_offset / 1000)
            self._move(offset)
            self._write(code)
            self._show()
            self._stream.set_text_rise(0)
        else:
            self._move(offset)
            self._write(code)
        self._x += advance * run.size / 1000
        self._move(-kerning)

    def draw_plain(self, pieces: Sequence[tuple[str, float]], text: str) -> None:
        """Draw glyphs, each written as `plain_piece` has it, which say *text*."""
        self._note(text)
        if not self._is_open:
            self._array.append("<")
            self._is_open = True
        distance = 0.0
        for written, advance in pieces:
            self._array.append(written)
            distance += advance
        self._x += distance * self._run.size / 1000

    def draw_late(self, glyph: Glyph, code: int) -> None:
        """Draw *glyph* by its *code* when the line is done, and leave its place now."""
        self._move(self._put_off(glyph, code))

    def say_and_draw_late(
        self, glyph: Glyph, code: int, space: int, width: float, text: str
    ) -> None:
        """Let a *space* of a *width*, stretched to the place of *glyph*, say *text* on the line."""
        advance = self._put_off(glyph, code)
        if advance <= 0:
            self.say(space, width, text)
            self._move(advance)
            return
        self._note(text)
        self._show()
        self._stream.stream.append(f"{100 * advance / width:.3f} Tz[<{space:04x}>]TJ 100 Tz")

    def _put_off(self, glyph: Glyph, code: int) -> float:
        """Draw *glyph* when the line is done; return how far the pen goes for it."""
        run = self._run
        offset, advance, _ = _metrics(self._stream, run, glyph)
        x = self._x + offset * run.size / 1000
        self._late.append(_Late(run.font, run.size, code, x, glyph.y_offset / 1000))
        self._x += advance * run.size / 1000
        return advance

    def say(self, code: int, width: float, text: str) -> None:
        """Write a *code* that draws nothing, as wide as that, and stay where the pen is."""
        self._note(text)
        self._write(code)
        self._move(-width)

    def go_to_start(self, distance: float) -> None:
        """Go to where the line began, and further by *distance*."""
        self._move(-self._x * 1000 / self._run.size - distance)

    def skip(self, distance: float) -> None:
        """Leave room."""
        self._x += distance * self._run.size / 1000
        self._move(distance)

    def begin_replacement(self, text: str) -> None:
        """Let *text* stand for what is drawn until the end of the replacement."""
        self._note(text)
        self._is_replaced = True
        self._show()
        self._stream.stream.append(b"/Span <</ActualText " + pydyf.String(text).data + b">> BDC")

    def end_replacement(self) -> None:
        """End the part that is replaced."""
        self._show()
        self._is_replaced = False
        self._stream.end_marked_content()

    def finish(self) -> None:
        """Write what is left, and draw what was put off; readers that honour it are told so."""
        self._show()
        if not self._late:
            return
        self.begin_replacement("")
        a, b, c, d, e, f = self._matrix.values
        turn = _numbers(a, b, c, d)
        for (name, size), group in groupby(self._late, lambda late: (late.font.hash, late.size)):
            self._stream.set_font_size(name, size)
            places = (
                (_numbers(e + x * a - y * c, f + x * b - y * d), code) for *_, code, x, y in group
            )
            drawn = (f"{turn} {place} Tm\n[<{code:04x}>] TJ" for place, code in places)
            self._stream.stream.append("\n".join(drawn))
        self.end_replacement()

    def _note(self, text: str) -> None:
        if not self._is_replaced:
            self.said.append(text)

    def _write(self, code: int) -> None:
        if not self._is_open:
            self._array.append("<")
            self._is_open = True
        self._array.append(f"{code:04x}")

    def _move(self, distance: float) -> None:
        if not distance:
            return
        if self._is_open:
            self._array.append(">")
            self._is_open = False
        self._array.append(f" {-distance} ")

    def _show(self) -> None:
        if self._is_open:
            self._array.append(">")
            self._is_open = False
        if self._array:
            self._stream.show_text("".join(self._array).replace("<>", ""))
            self._array = []


def _numbers(*values: float) -> str:
    """Write numbers as pydyf 0.13 does."""
    return " ".join(
        str(int(value)) if value == int(value) else f"{value:f}".rstrip("0") for value in values
    )


def plain_piece(stream: Stream, run: Run, glyph: Glyph, code: int) -> tuple[str, float]:
    """Return how a *glyph* that is not moved is written inside a string, and how far it leads."""
    _, advance, kerning = _metrics(stream, run, glyph)
    return f"{code:04x}> {kerning} <" if kerning else f"{code:04x}", advance


def width(stream: Stream, run: Run, number: int) -> float:
    """Return the width of a glyph of the font of *run*, which goes into the file with it."""
    widths = run.font.widths
    if number not in widths:
        pango.pango_font_get_glyph_extents(
            run.pango_font, number, stream.ink_rect, stream.logical_rect
        )
        widths[number] = round(stream.logical_rect.width * 1000 * FROM_UNITS / run.size)
    return float(widths[number])


def _metrics(stream: Stream, run: Run, glyph: Glyph) -> tuple[float, float, int]:
    """Return how far *glyph* is moved, how far the pen goes, and how much less than its width."""
    offset = glyph.x_offset / run.size
    own = width(stream, run, glyph.number)
    kerning = int(own + offset - glyph.width * 1000 * FROM_UNITS / run.size)
    return offset, own + offset - kerning, kerning
