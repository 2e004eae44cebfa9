"""A font of a PDF → what the rules for fonts ask of it."""

from __future__ import annotations

import struct
from functools import cached_property
from typing import TYPE_CHECKING, Final

from pypdf._codecs import charset_encoding

from pressconv.audit.rule import Finding, fail
from pressconv.pdfdoc import objects
from pressconv.pdfdoc.sfnt import Sfnt, read_sfnt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressconv.pdfdoc import PdfFile

_SYMBOLIC: Final = 4  # the flag of a font descriptor (ISO 32000-2, table 121)
_PROGRAMS: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_COLLECTIONS: Final = frozenset({"GB1", "CNS1", "Japan1", "Korea1", "KR"})
_OWN: Final = 0xF000  # where a font with characters of its own may have them
_MAX_WIDTHS: Final = 200_000
_DEFAULT_WIDTH: Final = 1000.0


class Typeface:
    """A font that text is shown with."""

    def __init__(self, pdf: PdfFile, number: int) -> None:
        self._pdf = pdf
        self._number = number
        shown = pdf.survey.fonts[number]
        self.values: Mapping[str, object] = objects.dictionary(shown.font)
        self.kind = objects.name(self.values.get("/Subtype"))
        self.name = objects.name(self.values.get("/BaseFont"))
        self.is_composite = self.kind == "Type0"
        below = objects.array(self.values.get("/DescendantFonts"))
        self.inner = objects.dictionary(below[0]) if below and self.is_composite else self.values
        self.inner_kind = objects.name(self.inner.get("/Subtype"))
        self.descriptor = objects.dictionary(self.inner.get("/FontDescriptor"))
        self.encoding = objects.name(self.values.get("/Encoding"))
        self.is_visible = any(shown.visible)

    @cached_property
    def codes(self) -> set[int]:
        """The codes of what somebody sees."""
        return self._pdf.codes(self._number)

    @cached_property
    def all_codes(self) -> set[int]:
        """The codes of all that is shown, invisibly too."""
        return self._pdf.codes(self._number, also_hidden=True)

    @property
    def unicode(self) -> Mapping[int, str]:
        """The texts of its codes."""
        return self._pdf.font(self._number)

    @property
    def is_embedded(self) -> bool:
        """Whether its program is in the file; the glyphs of Type 3 always are."""
        return self.kind == "Type3" or any(key in self.descriptor for key in _PROGRAMS)

    @property
    def is_subset(self) -> bool:
        """Whether its name says that it holds some of the glyphs only."""
        tag, plus, _ = self.name.partition("+")
        return bool(plus) and len(tag) == 6 and tag.isupper()

    @property
    def is_symbolic(self) -> bool:
        """Whether its descriptor says that its characters are its own."""
        return bool((objects.integer(self.descriptor.get("/Flags")) or 0) & _SYMBOLIC)

    @property
    def is_of_collection(self) -> bool:
        """Whether its codes are those of a collection whose characters everybody knows."""
        facts = objects.dictionary(self.inner.get("/CIDSystemInfo"))
        return objects.text(facts.get("/Registry")) == "Adobe" and (
            objects.text(facts.get("/Ordering")) in _COLLECTIONS
        )

    @cached_property
    def program(self) -> Sfnt | None:
        """Its program, if that is TrueType."""
        data = objects.stream_data(self.descriptor.get("/FontFile2"))
        return read_sfnt(data) if data else None

    def glyphs(self) -> Iterator[tuple[int, int]]:
        """Yield each code somebody sees with its glyph, where the codes are those of the font."""
        if self.kind == "TrueType":
            yield from self._simple_glyphs()
        if not self.encoding.startswith("Identity"):
            return
        written = objects.resolve(self.inner.get("/CIDToGIDMap"))
        chart = objects.stream_data(written) if isinstance(written, dict) else b""
        for code in sorted(self.all_codes):
            if not chart:
                yield code, code
            elif code * 2 + 2 <= len(chart):
                yield code, struct.unpack_from(">H", chart, code * 2)[0]
            else:
                yield code, 0

    def _simple_glyphs(self) -> Iterator[tuple[int, int]]:
        """Follow the codes of a simple TrueType font, as far as its tables lead.

        A reader has other ways on, so that a code that they miss proves nothing.
        Source: ISO 32000-2, 9.6.5.4.
        """
        charts = self.program.charts if self.program else {}
        own, unicode = charts.get((3, 0), {}), charts.get((3, 1), {})
        letters = "".join(charset_encoding.get(f"/{self.encoding}", ()))
        for code in sorted(self.all_codes):
            glyph = own.get(_OWN + code, own.get(code, 0)) if self.is_symbolic else 0
            if not self.is_symbolic and code < len(letters):
                glyph = unicode.get(ord(letters[code]), 0)
            if glyph:
                yield code, glyph

    def widths(self) -> Mapping[int, float]:
        """Return what a font says of how wide its glyphs are. Codes without are default.

        Source: ISO 32000-2, 9.6.2 and 9.7.4.3.
        """
        if not self.is_composite:
            first = objects.integer(self.values.get("/FirstChar")) or 0
            widths = objects.array(self.values.get("/Widths"))[:_MAX_WIDTHS]
            return {first + place: objects.number(one) for place, one in enumerate(widths)}
        found: dict[int, float] = {}
        items = objects.array(self.inner.get("/W"))
        position = n_ranged = 0
        while position + 1 < len(items) and n_ranged < _MAX_WIDTHS:
            first = objects.integer(items[position]) or 0
            listed = objects.resolve(items[position + 1])
            if isinstance(listed, list):
                found |= {first + place: objects.number(one) for place, one in enumerate(listed)}
                position += 2
                continue
            last = min(objects.integer(listed) or 0, first + _MAX_WIDTHS)
            n_ranged += max(0, last - first)
            width = objects.number(items[position + 2]) if position + 2 < len(items) else 0.0
            found |= dict.fromkeys(range(first, last + 1), width)
            position += 3
        return found

    @property
    def default_width(self) -> float:
        """How wide a glyph is of which nothing is said."""
        return objects.number(self.inner["/DW"]) if "/DW" in self.inner else _DEFAULT_WIDTH


def typefaces(pdf: PdfFile) -> list[Typeface]:
    """Return the fonts that something is shown with; made once for all rules."""
    return pdf.remembered("typefaces", lambda: [Typeface(pdf, one) for one in _used(pdf)])


def _used(pdf: PdfFile) -> Iterator[int]:
    for number, shown in pdf.survey.fonts.items():
        if any(shown.visible) or any(shown.hidden):
            yield number


def font_fault(font: Typeface, message: str) -> Finding:
    """Say that *font* breaks a clause; *message* goes on from its name."""
    return fail(f"the font {font.name or font.kind} {message}")


def codes_of(codes: list[int]) -> str:
    """Name the first of *codes*."""
    shown = ", ".join(f"<{code:04X}>" for code in sorted(codes)[:5])
    return f"{shown} \u2026" if len(codes) > 5 else shown
