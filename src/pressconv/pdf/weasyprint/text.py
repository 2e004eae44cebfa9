"""Text on a page that says what it stands for: clusters, marks, spaces at the ends of lines.

WeasyPrint 70 lets every glyph say what it said first, drops the space that a line ends at, and
parts a letter from its marks. So a bracket is read as its counterpart, a conjunct as another word,
and a reader of marked content glues two lines together. Here each cluster says its characters
(`pressconv.pdf.weasyprint.saying`), by a code of its own where it must (`…codes`), and nothing
moves on the page. Emoji, ellipses and characters that no font has are left to the engine.

Drop when WeasyPrint maps clusters (2841) and keeps the spaces at line ends.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

from weasyprint.draw import text as engine
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.pdf import fonts

from pressconv.pdf.weasyprint.blanks import Blanks
from pressconv.pdf.weasyprint.clusters import shaped
from pressconv.pdf.weasyprint.codes import Codes
from pressconv.pdf.weasyprint.drawing import Line
from pressconv.pdf.weasyprint.hooks import replacing
from pressconv.pdf.weasyprint.spaces import spaces_at_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weasyprint.document import Page
    from weasyprint.matrix import Matrix
    from weasyprint.pdf.stream import Stream

    from pressconv.model import Direction

Drawn: TypeAlias = "dict[TextBox, str]"
"""What a reader of the stream gets for each box of text: characters in the order of the glyphs.

It is not in NFC. A box that the engine drew itself is not there: nobody knows.
"""

_MIN_SIZE: Final = 1e-6  # of a font that the engine draws

_draw_first_line = engine.draw_first_line


@contextmanager
def own_text(pages: Sequence[Page]) -> Iterator[Drawn]:
    """Draw the text of *pages* while they are written, and gather what it says."""
    codes = Codes()
    drawing = _Drawing(codes, spaces_at_ends(pages))

    def subset(font: fonts.Font, to_unicode: dict[int, str], hinting: object) -> None:
        codes.subset(font, to_unicode, hinting)

    with replacing(
        (engine, "draw_first_line", drawing.draw),
        (fonts, "_build_vector_font_dictionary", codes.build),
        (fonts.Font, "subset", subset),
    ):
        yield drawing.drawn


class _Drawing:
    """Draws the boxes of text of one document."""

    def __init__(self, codes: Codes, spaces: dict[TextBox, Direction]) -> None:
        self.drawn: Drawn = {}
        self._codes = codes
        self._spaces = spaces
        self._blanks = Blanks()

    def draw(
        self, stream: Stream, box: TextBox, text_overflow: str, block_ellipsis: str, matrix: Matrix
    ) -> object:
        """Draw one *box*, and return the pictures that stand in it: none."""
        if not box.text.strip("\n\r\t\f"):
            self.drawn[box] = ""
            return []
        runs = None
        is_cut = text_overflow == "ellipsis" or block_ellipsis != "none"
        if not is_cut and box.style["font_size"] >= _MIN_SIZE:
            runs = shaped(stream, box.pango_layout, self._codes)
        if runs is None:
            return _draw_first_line(stream, box, text_overflow, block_ellipsis, matrix)
        line = Line(stream, matrix, runs, self._codes, self._blanks)
        self.drawn[box] = line.draw(self._spaces.get(box))
        return []
