"""The rest of a box of text and some room → the box of a line, as full as its language lets it be.

Pango measures: it breaks anywhere and says how many characters fit.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from weasyprint.layout import inline
from weasyprint.text.constants import PANGO_WRAP_MODE
from weasyprint.text.ffi import pango
from weasyprint.text.line_break import create_layout, line_size

from pressconv.linebreak import cuts
from pressconv.pdf.weasyprint.hyphens import SOFT_HYPHEN, hyphen_places, say_soft_hyphen
from pressconv.pdf.weasyprint.order import ordered
from pressconv.pdf.weasyprint.paragraphs import locale

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.layout import LayoutContext

# Characters per em: more than most lines have, so that one measurement is enough.
_N_PER_EM: Final = 3
_N_CERTAIN_PER_EM: Final = 1.8
"""No more than most lines have: a rest as short as this is likely to fit."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The text of a marked ``box`` from ``start`` on, and the ``width`` that a line has for it.

    ``room`` is the width of a whole line. With ``hyphens`` a word may be hyphenated.
    """

    context: LayoutContext
    box: TextBox
    start: int
    width: float
    room: float
    is_line_start: bool
    hyphens: bool

    def fill(self) -> tuple[TextBox | None, int]:
        """Return the box of a line, nothing if it has spaces only, and where its text ends."""
        size = len(self.box.text)
        if self._seems_to_fit():
            line = self._drawn(size)
            if line is None or line.width <= self.width:
                return line, size
        ends = self.box.ends[bisect_right(self.box.ends, self.start) :]
        ends += [size] if size not in ends else []
        fits = self.start + self._n_fitting(self.box.text[self.start :], self.width)
        line, end = self._last(ends, fits)
        if end < size and self._may_hyphenate():
            word = slice(end, next(one for one in ends if one > end))
            hyphenated, place = self._hyphenated(word, line.width if line else 0, fits)
            if hyphenated:
                return hyphenated, place
        if end == self.start:
            end = self._end_of_long_word(ends[0], fits)
            line = self._drawn(end)
        return line, end

    def _seems_to_fit(self) -> bool:
        """Say whether the rest is so short that the last line may be drawn without measuring."""
        n_left = len(self.box.text) - self.start
        is_free = all(end <= self.start for end in self.box.wanted)
        return is_free and n_left * self.box.style["font_size"] < self.width * _N_CERTAIN_PER_EM

    def _last(self, ends: list[int], fits: int) -> tuple[TextBox | None, int]:
        """Return the line that ends at the last of the *ends* that fits, or at the start."""
        room = fits - self.start
        fitting = ends[: bisect_right(ends, room, key=lambda end: len(self._bare(end)))]
        wanted = [end for end in self.box.wanted if end > self.start][:1]
        for end in wanted if set(wanted) & set(fitting) else reversed(fitting):
            line = self._drawn(end)
            if line is None or end == len(self.box.text) or line.width <= self.width:
                return line, end
        return None, self.start

    def _may_hyphenate(self) -> bool:
        """Say whether a word may be: in no heading, and not after a line that ends with one."""
        around = self.box.text[self.start - 1 : self.start + 1] if self.start else ""
        return self.hyphens and not self.box.wanted and not around.isalpha()

    def _hyphenated(self, word: slice, taken: float, fits: int) -> tuple[TextBox | None, int]:
        """Return the line that ends with a part of the first *word* that does not fit, if any."""
        spare = self.width - taken
        for place in hyphen_places(self.context, self.box, word, spare, self.room):
            line = self._drawn(place, hyphen=True) if place < fits else None
            if line and line.width <= self.width:
                return line, place
        return None, self.start

    def _end_of_long_word(self, end: int, fits: int) -> int:
        """Return where to part a word that is longer than a line, or its *end*: it sticks out."""
        bare = self._bare(end)
        breaks_words = self.box.style["overflow_wrap"] in {"anywhere", "break-word"}
        n_fitting = fits - self.start
        if not (breaks_words and self.is_line_start):
            return end
        if len(bare) <= self._n_fitting(bare, self.room):
            return end
        places = [place for place in cuts(bare, locale(self.box.style)) if place <= n_fitting]
        return self.start + max(places, default=max(n_fitting, 1))

    def _bare(self, end: int) -> str:
        return str(self.box.text[self.start : end].rstrip(" "))

    def _n_fitting(self, text: str, width: float) -> int:
        """Count the characters of *text* that fit *width*, wherever they would be parted."""
        if width <= 0:
            return 0
        style, spacing = self.box.style, self.box.justification_spacing
        short = text[: int(width / style["font_size"] * _N_PER_EM) + 1]
        for part in dict.fromkeys((short, text)):
            layout = create_layout(part, style, self.context, width, spacing)
            pango.pango_layout_set_wrap(layout.layout, PANGO_WRAP_MODE["WRAP_CHAR"])
            line, rest = layout.get_first_line()
            is_too_wide = line_size(line, style)[0] > width
            layout.deactivate()
            if rest is not None:
                return len(part.encode()[:rest].decode())
        # Pango never parts the spaces at the end, no-break ones too, nor a single character.
        bare = text.rstrip()
        return len(text) if not is_too_wide else len(bare) if len(bare) < len(text) else 0

    def _drawn(self, end: int, *, hyphen: bool = False) -> TextBox | None:
        """Return the box of the line that ends at *end*, if it has anything to draw.

        The spaces that a line ends with are not drawn; those that the box ends with may be
        followed. A soft hyphen of the author that a line ends with is drawn.
        """
        text = self.box.text[:end]
        if end < len(self.box.text):
            text = text.rstrip(" ")
            if text.endswith(SOFT_HYPHEN):
                text, hyphen = text.removesuffix(SOFT_HYPHEN), True
        if len(text) <= self.start:
            return None
        sign = self.box.style["hyphenate_character"] if hyphen else ""
        piece = ordered(self.box, self.start, text[self.start :] + sign)
        line, _, _ = inline.split_text_box(self.context, self.box.copy_with_text(piece), None, 0)
        if hyphen:
            say_soft_hyphen(line)
        return line
