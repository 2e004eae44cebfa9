"""Rules for fonts: embedded, whole, and with a text for every glyph that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import pdf_rule
from pressconv.audit.pdf.typefaces import codes_of, font_fault, typefaces
from pressconv.audit.rule import Finding, Severity
from pressconv.pdfdoc import objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.audit.pdf.typefaces import Typeface
    from pressconv.pdfdoc import PdfFile

_NO_TEXT: Final = "\0\ufeff\ufffe"
_UNKNOWN: Final = "\ufffd"
_TOLERANCE: Final = 1.0  # thousandths of an em


@pdf_rule(
    "pdf-font-embedded",
    clauses=(
        "ISO 14289-1 7.21.4.1",
        "ISO 14289-2 8.4.5.5.1",
        "ISO 19005-3 6.2.11.4.1",
        "ISO 19005-4 6.2.10.4.1",
        "WTPDF 1.0 8.4.5.5.1",
        "Matterhorn 1.1 31-009",
    ),
    severity=Severity.SERIOUS,
    remedy="embed the font, or let only what is used of it be embedded",
)
def font_embedded(pdf: PdfFile) -> Iterator[Finding]:
    """Every font that something is seen with is in the file."""
    for font in typefaces(pdf):
        if font.is_visible and not font.is_embedded:
            yield font_fault(font, "is not in the file")


@pdf_rule(
    "pdf-font-text",
    clauses=(
        "ISO 14289-1 7.2",
        "ISO 14289-1 7.21.7",
        "ISO 14289-2 8.4.5.8",
        "ISO 19005-3 6.2.11.7.2",
        "WTPDF 1.0 8.4.5.8",
        "Matterhorn 1.1 10-001",
        "Matterhorn 1.1 17-003",
        "Matterhorn 1.1 31-027",
        "WCAG 2.2 SC 1.1.1",
    ),
    severity=Severity.CRITICAL,
    remedy="give the font a /ToUnicode with every code that is used",
)
def font_text(pdf: PdfFile) -> Iterator[Finding]:
    """Every code that is shown has a text."""
    for font in typefaces(pdf):
        if "/ToUnicode" not in font.values and _hides_its_text(font):
            yield font_fault(font, "does not say which characters its codes are")
            continue
        if font.is_composite and (font.is_of_collection or font.encoding[:8] != "Identity"):
            continue  # the collection, or its CMap, says the text
        lost = [code for code in font.all_codes if font.unicode.get(code, _UNKNOWN) == _UNKNOWN]
        if lost and (font.is_composite or "/ToUnicode" not in font.values):
            yield font_fault(font, f"has no text for {codes_of(lost)}")


def _hides_its_text(font: Typeface) -> bool:
    return font.kind == "TrueType" and font.is_symbolic and "/Encoding" not in font.values


@pdf_rule(
    "pdf-font-text-values",
    clauses=(
        "ISO 14289-1 7.21.7",
        "ISO 14289-2 8.4.5.8",
        "ISO 19005-3 6.2.11.7.2",
        "ISO 19005-4 6.2.10.7",
        "WTPDF 1.0 8.4.5.8",
        "Matterhorn 1.1 31-028",
        "Matterhorn 1.1 31-029",
    ),
    severity=Severity.SERIOUS,
    remedy="write in /ToUnicode the characters that the glyphs stand for",
)
def font_text_values(pdf: PdfFile) -> Iterator[Finding]:
    """No code stands for a character that is none: U+0000, U+FEFF, U+FFFE."""
    for font in typefaces(pdf):
        bad = [code for code in font.all_codes if set(_NO_TEXT) & set(font.unicode.get(code, ""))]
        if bad:
            yield font_fault(
                font, f"has no character for {codes_of(bad)}, but U+0000, U+FEFF or U+FFFE"
            )


@pdf_rule(
    "pdf-font-notdef",
    clauses=(
        "ISO 14289-1 7.21.8",
        "ISO 14289-2 8.4.5.9",
        "ISO 19005-3 6.2.11.8",
        "ISO 19005-4 6.2.10.9",
        "WTPDF 1.0 8.4.5.9",
        "Matterhorn 1.1 31-030",
    ),
    severity=Severity.SERIOUS,
    remedy="use a font that has the character",
)
def font_notdef(pdf: PdfFile) -> Iterator[Finding]:
    """No sign for a missing character (.notdef) is shown."""
    for font in typefaces(pdf):
        empty = [code for code, glyph in font.glyphs() if glyph == 0]
        empty += font.all_codes & _undefined(font)
        if empty:
            yield font_fault(font, f"shows the sign for a missing character for {codes_of(empty)}")


def _undefined(font: Typeface) -> set[int]:
    """Return the codes that a simple font gives the glyph .notdef itself."""
    found: set[int] = set()
    code = 0
    for item in objects.array(objects.dictionary(font.values.get("/Encoding")).get("/Differences")):
        number = objects.integer(item)
        if number is None:
            found |= {code} if objects.name(item) == ".notdef" else set()
            code += 1
        else:
            code = number
    return found if not font.is_composite else set()


@pdf_rule(
    "pdf-font-glyphs",
    clauses=(
        "ISO 14289-1 7.21.4.1",
        "ISO 14289-2 8.4.5.5.1",
        "ISO 19005-3 6.2.11.4.1",
        "ISO 19005-4 6.2.10.4.1",
        "WTPDF 1.0 8.4.5.5.1",
        "Matterhorn 1.1 31-011",
    ),
    severity=Severity.SERIOUS,
    remedy="embed a subset of the font that holds every glyph that is used",
)
def font_glyphs(pdf: PdfFile) -> Iterator[Finding]:
    """The program of a font has every glyph that is shown."""
    for font in typefaces(pdf):
        if font.program and font.is_visible:
            lost = [code for code, glyph in font.glyphs() if glyph >= font.program.n_glyphs]
            if lost:
                yield font_fault(font, f"has no glyph for {codes_of(lost)}")


@pdf_rule(
    "pdf-font-widths",
    clauses=(
        "ISO 14289-1 7.21.5",
        "ISO 14289-2 8.4.5.6",
        "ISO 19005-3 6.2.11.5",
        "ISO 19005-4 6.2.10.5",
        "WTPDF 1.0 8.4.5.6",
        "Matterhorn 1.1 31-016",
    ),
    severity=Severity.MINOR,
    remedy="write the widths that the program of the font has",
)
def font_widths(pdf: PdfFile) -> Iterator[Finding]:
    """A font and its program say the same of how wide a glyph is."""
    for font in typefaces(pdf):
        if not font.program or not font.is_visible:
            continue
        said, real = font.widths(), font.program.widths
        wrong = [
            code
            for code, glyph in font.glyphs()
            if glyph < len(real)
            and (font.is_composite or code in said)
            and abs(said.get(code, font.default_width) - real[glyph]) > _TOLERANCE
        ]
        if wrong:
            yield font_fault(font, f"says another width than its program for {codes_of(wrong)}")
