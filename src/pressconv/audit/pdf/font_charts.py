"""Rules for how the codes of a font lead to its glyphs: by one way, all of it in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import pdf_rule
from pressconv.audit.pdf.typefaces import font_fault, typefaces
from pressconv.audit.rule import Finding, Severity, review
from pressconv.pdfdoc import objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.audit.pdf.typefaces import Typeface
    from pressconv.pdfdoc import PdfFile

_ENCODINGS: Final = frozenset({"MacRomanEncoding", "WinAnsiEncoding"})
_UNICODE_CHART: Final = (3, 1)
_SYMBOL_CHART: Final = (3, 0)
# Source: ISO 32000-1, table 118.
_PREDEFINED: Final = re.compile(
    r"Identity-[HV]|(?:Uni(?:GB|CNS|JIS|JIS2004|KS)-(?:UCS2|UTF16)|UniJISX0213(?:2004)?-UTF16"
    r"|UniJIS-UCS2-HW|GB-EUC|GBpc-EUC|GBKp?-EUC|GBK2K|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC"
    r"|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|KSC-EUC|KSCms-UHC"
    r"|KSCms-UHC-HW|KSCpc-EUC)-[HV]|[HV]"
)


@pdf_rule(
    "pdf-font-collection",
    clauses=(
        "ISO 14289-1 7.21.3",
        "ISO 14289-2 8.4.5.3.1",
        "ISO 14289-2 8.4.5.3.2",
        "ISO 14289-2 8.4.5.4",
        "ISO 19005-3 6.2.11.3.1",
        "ISO 19005-3 6.2.11.3.2",
        "ISO 19005-3 6.2.11.3.3",
        "ISO 19005-4 6.2.10.3.1",
        "ISO 19005-4 6.2.10.3.2",
        "ISO 19005-4 6.2.10.3.3",
        "WTPDF 1.0 8.4.5.3.1",
        "WTPDF 1.0 8.4.5.3.2",
        "WTPDF 1.0 8.4.5.4",
        "Matterhorn 1.1 31-001",
        "Matterhorn 1.1 31-002",
        "Matterhorn 1.1 31-003",
        "Matterhorn 1.1 31-004",
        "Matterhorn 1.1 31-005",
        "Matterhorn 1.1 31-006",
        "Matterhorn 1.1 31-007",
        "Matterhorn 1.1 31-008",
    ),
    severity=Severity.MODERATE,
    remedy="let the font be embedded again, with Identity-H and a CIDToGIDMap",
)
def font_collection(pdf: PdfFile) -> Iterator[Finding]:
    """A composite font says how its codes lead to glyphs, in one way."""
    for font in typefaces(pdf):
        if not font.is_composite:
            continue
        if font.inner_kind == "CIDFontType2" and font.is_embedded:
            chart = objects.resolve(font.inner.get("/CIDToGIDMap"))
            if not isinstance(chart, dict) and objects.name(chart) != "Identity":
                yield font_fault(font, "does not say how its codes lead to glyphs (/CIDToGIDMap)")
        yield from _chart_faults(font)


def _chart_faults(font: Typeface) -> Iterator[Finding]:
    chart = objects.dictionary(font.values.get("/Encoding"))
    if not chart:
        if not _PREDEFINED.fullmatch(font.encoding):
            yield font_fault(
                font, f"uses a table of codes that is not in the file: {font.encoding!r}"
            )
        return
    own = objects.dictionary(font.inner.get("/CIDSystemInfo"))
    other = objects.dictionary(chart.get("/CIDSystemInfo"))
    for key in ("/Registry", "/Ordering"):
        if objects.text(own.get(key)) != objects.text(other.get(key)):
            yield font_fault(font, f"and its table of codes name different collections ({key})")
    if (objects.integer(own.get("/Supplement")) or 0) < (
        objects.integer(other.get("/Supplement")) or 0
    ):
        # Matterhorn 1.1 and the validators disagree on which of the two may be greater.
        yield review(f"the font {font.name} has fewer characters than its table of codes")
    data = objects.stream_data(font.values.get("/Encoding"))
    mode = re.search(rb"/WMode\s+(\d)\s+def", data)
    if (int(mode[1]) if mode else 0) != (objects.integer(chart.get("/WMode")) or 0):
        yield font_fault(font, "and its table of codes write in different directions (/WMode)")
    used = objects.name(chart.get("/UseCMap")) or _used_chart(data)
    if used and not _PREDEFINED.fullmatch(used):
        yield font_fault(font, f"uses a table of codes that is not in the file: {used!r}")


def _used_chart(data: bytes) -> str:
    found = re.search(rb"/(\S+)\s+usecmap", data)
    return found[1].decode("latin-1") if found else ""


@pdf_rule(
    "pdf-font-encoding",
    clauses=(
        "ISO 14289-1 7.21.6",
        "ISO 14289-2 8.4.5.7",
        "ISO 19005-3 6.2.11.6",
        "ISO 19005-4 6.2.10.6",
        "WTPDF 1.0 8.4.5.7",
        "Matterhorn 1.1 31-017",
        "Matterhorn 1.1 31-019",
        "Matterhorn 1.1 31-020",
        "Matterhorn 1.1 31-021",
        "Matterhorn 1.1 31-023",
        "Matterhorn 1.1 31-024",
        "Matterhorn 1.1 31-025",
        "Matterhorn 1.1 31-026",
    ),
    severity=Severity.MODERATE,
    remedy="let the font be embedded again, as a composite one",
)
def font_encoding(pdf: PdfFile) -> Iterator[Finding]:
    """A simple TrueType font says how its codes lead to glyphs, in one way."""
    for font in typefaces(pdf):
        if font.kind != "TrueType":
            continue
        charts = font.program.charts if font.program else ()
        if font.is_symbolic:
            if "/Encoding" in font.values:
                yield font_fault(font, "has characters of its own, and yet an /Encoding")
            if font.program and len(charts) != 1 and _SYMBOL_CHART not in charts:
                yield font_fault(font, "has no table for characters of its own (3, 0)")
            continue
        written = objects.resolve(font.values.get("/Encoding"))
        base = objects.dictionary(written).get("/BaseEncoding") if written else None
        if (objects.name(base) if isinstance(written, dict) else font.encoding) not in _ENCODINGS:
            yield font_fault(font, "has neither MacRomanEncoding nor WinAnsiEncoding")
        differs = "/Differences" in objects.dictionary(written)
        if font.program and differs and _UNICODE_CHART not in charts:
            yield font_fault(font, "names its glyphs, but has no table of Unicode (3, 1)")
        if font.program and not set(charts) - {_SYMBOL_CHART}:
            yield font_fault(font, "has no table of characters but for its own (3, 0)")
