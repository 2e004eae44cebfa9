"""Rules for what a PDF says of itself: that it is tagged, its title, its claims, its options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_ua, pdf_rule
from pressconv.audit.rule import Finding, Severity, Spot, fail, review
from pressconv.pdfdoc import objects, xmp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import PdfFile

_MAY_BE_READ_ALOUD: Final = 1 << 9  # bit 10 of the permissions (ISO 32000-1, table 22)
_YEAR: Final = re.compile(r"\d{4}")
_UA_PARTS: Final = frozenset({"1", "2"})
_SCRIPTS: Final = frozenset({"/JS", "/JavaScript"})


@pdf_rule(
    "pdf-tagged",
    clauses=(
        "ISO 14289-1 6.2",
        "ISO 14289-1 7.1",
        "ISO 14289-2 6.2",
        "ISO 14289-2 8.2.1",
        "ISO 19005-3 6.7.2.2",
        "ISO 19005-3 6.7.3.3",
        "WTPDF 1.0 6.2",
        "WTPDF 1.0 8.2.1",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.CRITICAL,
    remedy="make it again as a tagged PDF, from the document that it came from",
)
def tagged(pdf: PdfFile) -> Iterator[Finding]:
    """The file has a tag tree, and says that it is tagged."""
    if pdf.document.root is None:
        yield fail("there is no tag tree")
    elif not pdf.document.is_tagged:
        yield fail("there is a tag tree, but the file is not marked as tagged (/Marked)")


@pdf_rule(
    "pdf-suspects",
    clauses=("ISO 14289-1 7.1", "Matterhorn 1.1 01-007"),
    severity=Severity.MODERATE,
    remedy="look the tags through, and set /Suspects to false",
)
def suspects(pdf: PdfFile) -> Iterator[Finding]:
    """The file does not say that its tags are doubtful."""
    if objects.truth(objects.dictionary(pdf.catalog.get("/MarkInfo")).get("/Suspects")):
        yield fail("the program that wrote the tags doubts them (/Suspects)")


@pdf_rule(
    "pdf-metadata",
    clauses=(
        "ISO 14289-1 7.1",
        "ISO 14289-2 8.11.1",
        "ISO 19005-3 6.6.2.1",
        "ISO 19005-4 6.7.2.1",
        "WTPDF 1.0 8.11.1",
        "Matterhorn 1.1 06-001",
    ),
    severity=Severity.MODERATE,
    remedy="write an XMP packet into the catalog's /Metadata",
)
def metadata(pdf: PdfFile) -> Iterator[Finding]:
    """The file has metadata that can be read."""
    if "/Metadata" not in pdf.catalog:
        yield fail("there are no XMP metadata")
    elif pdf.xmp is None:
        yield fail("the XMP metadata are no well-formed XML")


@pdf_rule(
    "pdf-title",
    clauses=(
        "ISO 14289-1 7.1",
        "ISO 14289-2 8.11.1",
        "WTPDF 1.0 8.11.1",
        "Matterhorn 1.1 06-003",
        "WCAG 2.2 SC 2.4.2",
    ),
    severity=Severity.SERIOUS,
    remedy="write the title of the document into the metadata (dc:title)",
)
def title(pdf: PdfFile) -> Iterator[Finding]:
    """The metadata have the title of the document."""
    titles = pdf.xmp.all(xmp.DC, "title") if pdf.xmp else ()
    if not any(titles):
        yield fail("the metadata have no title (dc:title)")


@pdf_rule(
    "pdf-title-shown",
    clauses=(
        "ISO 14289-1 7.1",
        "ISO 14289-2 8.11.2",
        "WTPDF 1.0 8.11.2",
        "Matterhorn 1.1 07-001",
        "Matterhorn 1.1 07-002",
        "WCAG 2.2 SC 2.4.2",
    ),
    severity=Severity.MODERATE,
    remedy="set /DisplayDocTitle to true in the /ViewerPreferences",
)
def title_shown(pdf: PdfFile) -> Iterator[Finding]:
    """A reader shows the title, not the name of the file."""
    preferences = objects.dictionary(pdf.catalog.get("/ViewerPreferences"))
    if not objects.truth(preferences.get("/DisplayDocTitle")):
        yield fail("the window shows the name of the file in place of the title")


@pdf_rule(
    "pdf-ua-claim",
    clauses=("ISO 14289-1 5", "ISO 14289-2 5", "Matterhorn 1.1 06-002"),
    severity=Severity.MINOR,
    remedy="write pdfuaid:part into the metadata once everything else is right",
)
def ua_claim(pdf: PdfFile) -> Iterator[Finding]:
    """The metadata say to which part of PDF/UA the file conforms, in the form that it asks for."""
    found = pdf.xmp
    part = found.first(xmp.PDF_UA, "part") if found else None
    if found is None or part is None:
        yield fail("the file does not claim to conform to PDF/UA")
        return
    if part not in _UA_PARTS:
        yield fail(f"there is no part {part!r} of PDF/UA")
    for name in ("part", "rev", "amd", "corr"):
        prefix = found.prefixes.get((xmp.PDF_UA, name), "pdfuaid")
        if prefix != "pdfuaid":
            yield fail(f"the prefix of {name} is {prefix!r}, not 'pdfuaid'")
    year = found.first(xmp.PDF_UA, "rev")
    if part == "2" and not _YEAR.fullmatch(year or ""):
        yield fail(f"the revision of PDF/UA-2 is {year!r}, not a year of four digits")


@pdf_rule(
    "pdf-encryption",
    clauses=(
        "ISO 14289-1 7.16",
        "Matterhorn 1.1 26-001",
        "Matterhorn 1.1 26-002",
    ),
    severity=Severity.CRITICAL,
    remedy="save it without encryption, or let assistive technology read it",
)
def encryption(pdf: PdfFile) -> Iterator[Finding]:
    """No encryption keeps assistive technology out."""
    if "/Encrypt" not in pdf.trailer:
        return
    permissions = objects.integer(objects.dictionary(pdf.trailer.get("/Encrypt")).get("/P"))
    if permissions is None or not permissions & _MAY_BE_READ_ALOUD:
        yield fail("it is encrypted, and its text may not be taken out for assistive technology")


@pdf_rule(
    "pdf-optional-content",
    clauses=(
        "ISO 14289-1 7.10",
        "ISO 14289-2 8.7",
        "ISO 19005-3 6.9",
        "ISO 19005-4 6.10",
        "WTPDF 1.0 8.7",
        "Matterhorn 1.1 20-001",
        "Matterhorn 1.1 20-002",
        "Matterhorn 1.1 20-003",
    ),
    severity=Severity.MODERATE,
    remedy="give every configuration of layers a name, and no /AS",
)
def optional_content(pdf: PdfFile) -> Iterator[Finding]:
    """Layers have names, and do not change by themselves."""
    layers = objects.dictionary(pdf.catalog.get("/OCProperties"))
    for one in [layers.get("/D"), *objects.array(layers.get("/Configs"))] if layers else ():
        configuration = objects.dictionary(one)
        if not objects.text(configuration.get("/Name")):
            yield fail("a configuration of layers has no name")
        if "/AS" in configuration:
            yield fail("a configuration of layers changes them by itself (/AS)")


@pdf_rule(
    "pdf-attachment-names",
    clauses=(
        "ISO 14289-1 7.11",
        "ISO 19005-3 6.8",
        "ISO 19005-4 6.9",
        "Matterhorn 1.1 21-001",
        "Matterhorn 1.1 28-016",
    ),
    severity=Severity.MODERATE,
    remedy="give every attached file its name in /F and /UF",
)
def attachment_names(pdf: PdfFile) -> Iterator[Finding]:
    """Every attached file has its name in both forms."""
    for _, found in pdf.dictionaries:
        if "/EF" in found and not (
            objects.text(found.get("/F")) and objects.text(found.get("/UF"))
        ):
            yield fail("an attached file lacks a name (/F and /UF)")


@pdf_rule(
    "pdf-xfa",
    clauses=("ISO 14289-1 7.15", "ISO 14289-2 8.10.1", "Matterhorn 1.1 25-001"),
    severity=Severity.CRITICAL,
    remedy="make the form of plain fields",
)
def xfa(pdf: PdfFile) -> Iterator[Finding]:
    """No form is drawn by the reader (XFA)."""
    parts = objects.array(objects.dictionary(pdf.catalog.get("/AcroForm")).get("/XFA"))
    data = b"".join(map(objects.stream_data, parts))
    if re.search(rb"<dynamicRender\s*>\s*required\s*<", data):
        yield fail("the form is a dynamic XFA form")


@pdf_rule(
    "pdf-scripts",
    clauses=(
        "ISO 14289-1 7.1",
        "ISO 14289-1 7.19",
        "Matterhorn 1.1 03-003",
        "Matterhorn 1.1 05-003",
        "Matterhorn 1.1 29-001",
        "WCAG 2.2 SC 2.2.1",
    ),
    severity=Severity.MODERATE,
    remedy="see that no script flickers, only beeps or presses for time",
)
def scripts(pdf: PdfFile) -> Iterator[Finding]:
    """The file has no script whose effects a person would have to judge."""
    if any(_SCRIPTS & found.keys() for _, found in pdf.dictionaries):
        yield review("there are scripts (JavaScript)")


@pdf_rule(
    "pdf-tab-order",
    clauses=(
        "ISO 14289-1 7.18.3",
        "ISO 14289-2 8.9.3.3",
        "WTPDF 1.0 8.9.3.3",
        "Matterhorn 1.1 28-008",
        "Matterhorn 1.1 28-009",
    ),
    severity=Severity.SERIOUS,
    remedy="let the keyboard follow the tags: /Tabs /S on every page with annotations",
)
def tab_order(pdf: PdfFile) -> Iterator[Finding]:
    """On a page with annotations the keyboard follows the tags."""
    orders = {"S", "A", "W"} if claimed_ua(pdf) == "2" else {"S"}
    for number, page in enumerate(pdf.pages, start=1):
        if objects.array(page.get("/Annots")) and objects.name(page.get("/Tabs")) not in orders:
            yield fail("the tab key does not follow the tags (/Tabs is not /S)", Spot(number))
