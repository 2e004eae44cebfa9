"""A glyph and what it says here → the code that it is written with in its font.

WeasyPrint 70 writes a glyph as its number, and lets each number say what it said first: a bracket
that opens in one direction closes in the other, a conjunct says another letter than its own. Here
a glyph that says something else gets another code, and the font's map from codes to glyphs
(CIDToGIDMap, ISO 32000-2, 9.7.4.3) leads both to one outline. So every code says one thing, and
needs no ActualText, which readers honour in different ways.

Drop when WeasyPrint maps clusters (its issue 2841).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import pydyf
from weasyprint.pdf import fonts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weasyprint.pdf.fonts import Font

    from pressconv.pdf.weasyprint.clusters import Run
    from pressconv.pdf.weasyprint.saying import Saying

# Above the numbers that the engine gives to the glyphs that no font has.
_N_MISSING: Final = 256
_LAST: Final = 0xFFFF

_build = fonts._build_vector_font_dictionary
_subset = fonts.Font.subset


Pieces: TypeAlias = "dict[tuple[int, int, str], tuple[str, float]]"
"""A glyph, its width in the line and its text → what is written, and how far it leads."""

Clusters: TypeAlias = "dict[tuple[object, ...], tuple[Saying, Mapping[int, int | None]]]"
"""A text and its glyphs → what each says, and its code."""


class Codes:
    """The codes of all fonts of a document, as they are given out while it is drawn."""

    def __init__(self) -> None:
        self._fonts: dict[str, Font] = {}
        self._found: dict[str, dict[tuple[int, str], int]] = {}
        self._aliases: dict[str, dict[int, int]] = {}  # code → glyph, by font
        self._pieces: dict[tuple[str, float], Pieces] = {}
        self._clusters: dict[tuple[str, bool], Clusters] = {}

    def font(self, font: Font) -> Font:
        """Return *font*, after it shares what is known of the font under its name in the file."""
        first = self._fonts.setdefault(font.hash, font)
        if first is not font:
            font.to_unicode, font.widths = first.to_unicode, first.widths
        return font

    def pieces(self, run: Run) -> Pieces:
        """Return how glyphs of the font and size of *run* were written, to be written so again."""
        return self._pieces.setdefault((run.font.hash, run.size), {})

    def clusters(self, run: Run) -> Clusters:
        """Return how clusters of the font and direction of *run* were written."""
        return self._clusters.setdefault((run.font.hash, run.is_rtl), {})

    def code(self, font: Font, glyph: int, text: str) -> int | None:
        """Return the code that draws *glyph* and says *text*; None if no code is left.

        What a code says never changes.
        """
        found = self._found.setdefault(font.hash, {})
        code = found.get((glyph, text))
        if code is None:
            said = font.to_unicode.setdefault(glyph, text)
            code = glyph if said == text else self._alias(font, glyph)
            if code is not None:
                font.to_unicode[code] = text
                found[glyph, text] = code
        return code

    def _alias(self, font: Font, glyph: int) -> int | None:
        aliases = self._aliases.setdefault(font.hash, {})
        code = int(font.glyph_count) + _N_MISSING + len(aliases)
        if not can_choose(font) or code > _LAST:
            return None
        aliases[code] = glyph
        return code

    # ---- what is written of a font -------------------------------------------------------------

    def build(  # noqa: PLR0913, PLR0917 - the engine's signature
        self,
        font_dictionary: pydyf.Dictionary,
        pdf: pydyf.PDF,
        font: Font,
        widths: dict[int, float],
        compress: object,
        reference: bytes,
        pdf_version: str,
    ) -> None:
        """Write a font, and the map from its codes to its glyphs if that is not the number."""
        aliases = self._aliases.get(font.hash, {})
        for code, glyph in aliases.items():
            widths[code] = widths[glyph]
        _build(font_dictionary, pdf, font, widths, compress, reference, pdf_version)
        if aliases:
            (descendant,) = font_dictionary["DescendantFonts"]
            glyphs = pydyf.Stream([_glyph_map(font.to_unicode, aliases)], compress=compress)
            pdf.add_object(glyphs)
            pdf.objects[int(descendant.split()[0])]["CIDToGIDMap"] = glyphs.reference

    def subset(self, font: Font, to_unicode: Mapping[int, str], hinting: object) -> None:
        """Leave in the file of a font the glyphs that are drawn: a code may be none."""
        aliases = self._aliases.get(font.hash, {})
        _subset(
            font, {code: to_unicode[code] for code in to_unicode if code not in aliases}, hinting
        )


def can_choose(font: Font) -> bool:
    """Say whether the codes of *font* can be others than the numbers of its glyphs.

    A font with CFF outlines has no map of codes.
    """
    return not ({"CFF ", "CFF2"} & set(font.tables) or font.bitmap or font.used_in_forms)


def _glyph_map(codes: Mapping[int, str], aliases: Mapping[int, int]) -> bytes:
    glyphs = bytearray(2 * (max(codes) + 1))
    for code in codes:
        glyphs[2 * code : 2 * code + 2] = aliases.get(code, code).to_bytes(2, "big")
    return bytes(glyphs)
