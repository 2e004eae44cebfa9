"""A font → its glyphs without ink: the space, and one that takes no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weasyprint.text.ffi import ffi, harfbuzz, pango

if TYPE_CHECKING:
    from weasyprint.pdf.stream import Stream

    from pressconv.pdf.weasyprint.clusters import CData, Run

# WeasyPrint 70 asks HarfBuzz for no glyph of a character, so it does not declare how.
ffi.cdef(
    "int hb_font_get_nominal_glyph("
    "hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);",
    override=True,
)

_SPACE: Final = 0x20
_NO_WIDTH: Final = (0x200B, 0xFEFF, 0x2060, 0x0000)  # what fonts have for nothing at all
_FIRST: Final = (1, 2)  # where fonts keep a glyph without ink that no character has


class Blanks:
    """The glyphs without ink of the fonts of a document, each looked for once."""

    def __init__(self) -> None:
        self._found: dict[str, int | None] = {}
        self._spaces: dict[str, int | None] = {}

    def find(self, stream: Stream, run: Run) -> int | None:
        """Return a glyph of the font of *run* that draws nothing and does not move the pen."""
        name = run.font.hash
        if name not in self._found:
            named = [_glyph(run.pango_font, character) for character in _NO_WIDTH]
            candidates = [number for number in (*named, *_FIRST) if number]
            blank = (one for one in candidates if _is_blank(stream, run.pango_font, one))
            self._found[name] = next(blank, None)
            if self._found[name] is not None:
                run.font.widths.setdefault(self._found[name], 0)
        return self._found[name]

    def space(self, run: Run) -> int | None:
        """Return the glyph of the space."""
        name = run.font.hash
        if name not in self._spaces:
            self._spaces[name] = _glyph(run.pango_font, _SPACE) or None
        return self._spaces[name]


def _glyph(pango_font: CData, character: int) -> int:
    """Return the glyph that a font has for a *character*, 0 if it has none."""
    found = ffi.new("hb_codepoint_t *")
    font = pango.pango_font_get_hb_font(pango_font)
    return int(found[0]) if harfbuzz.hb_font_get_nominal_glyph(font, character, found) else 0


def _is_blank(stream: Stream, pango_font: CData, number: int) -> bool:
    ink, logical = stream.ink_rect, stream.logical_rect
    pango.pango_font_get_glyph_extents(pango_font, number, ink, logical)
    return not (ink.width or ink.height or logical.width)
