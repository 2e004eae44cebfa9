"""Rules of PDF/A for files that claim it: what has to last must need nothing but itself.

Clauses are those of ISO 19005-3, which part 2 shares but for attachments, and of ISO 19005-4.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_archive, pdf_rule
from pressconv.audit.rule import Finding, Severity, fail
from pressconv.pdfdoc import objects, xmp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pressconv.pdfdoc import PdfFile

_LEVELS: Final = {
    "1": ("A", "B"),
    "2": ("A", "B", "U"),
    "3": ("A", "B", "U"),
    "4": ("", "E", "F"),
}
_HEADERS: Final = {"4": re.compile(r"%PDF-2\.\d")}
_HEADER_1: Final = re.compile(r"%PDF-1\.[0-7]")
_YEAR: Final = re.compile(r"\d{4}")
_RELATIONS: Final = frozenset(
    "Source Data Alternative Supplement EncryptedPayload FormData Schema Unspecified".split()
)


@pdf_rule(
    "pdf-archive-claim",
    clauses=("ISO 19005-3 6.6.4", "ISO 19005-3 6.6.2.3.1", "ISO 19005-4 6.7.3"),
    severity=Severity.MINOR,
    remedy="write pdfaid:part and its level into the metadata as the part of PDF/A asks for",
)
def archive_claim(pdf: PdfFile) -> Iterator[Finding]:
    """The claim of PDF/A is one that there is, in the form that it asks for."""
    part, found = claimed_archive(pdf), pdf.xmp
    if not part or found is None:
        return
    level = found.first(xmp.PDF_A, "conformance") or ""
    if level not in _LEVELS.get(part, ()):
        yield fail(f"there is no PDF/A-{part}{level.lower()}")
    for name in ("part", "conformance", "rev", "amd", "corr"):
        prefix = found.prefixes.get((xmp.PDF_A, name), "pdfaid")
        if prefix != "pdfaid":
            yield fail(f"the prefix of {name} is {prefix!r}, not 'pdfaid'")
    if part == "4":
        year = found.first(xmp.PDF_A, "rev")
        if not _YEAR.fullmatch(year or ""):
            yield fail(f"the revision of PDF/A-4 is {year!r}, not a year of four digits")
    elif found.first(xmp.PDF_UA, "part") and xmp.PDF_UA not in found.all(xmp.EXTENSIONS, "schemas"):
        yield fail("the metadata use the schema of PDF/UA without a description of it")


@pdf_rule(
    "pdf-archive-version",
    clauses=("ISO 19005-3 6.1.2", "ISO 19005-4 6.1.2"),
    severity=Severity.MINOR,
    remedy="write the version of PDF that the part of PDF/A builds on into the first line",
)
def archive_version(pdf: PdfFile) -> Iterator[Finding]:
    """The file begins with the version of PDF that its part of PDF/A builds on."""
    part = claimed_archive(pdf)
    if part and not _HEADERS.get(part, _HEADER_1).fullmatch(pdf.header):
        yield fail(f"PDF/A-{part} does not begin with {pdf.header!r}")


@pdf_rule(
    "pdf-archive-trailer",
    clauses=("ISO 19005-3 6.1.3", "ISO 19005-4 6.1.3"),
    severity=Severity.MINOR,
    remedy="write an /ID, no /Encrypt, and in PDF/A-4 no /Info",
)
def archive_trailer(pdf: PdfFile) -> Iterator[Finding]:
    """The trailer has an identifier, and no encryption."""
    part = claimed_archive(pdf)
    if not part:
        return
    if len(objects.array(pdf.trailer.get("/ID"))) != 2:
        yield fail("the trailer has no identifier of the file (/ID)")
    if "/Encrypt" in pdf.trailer:
        yield fail("the file is encrypted")
    if part == "4" and "/Info" in pdf.trailer and "/PieceInfo" not in pdf.catalog:
        yield fail("PDF/A-4 has no document information (/Info)")


@pdf_rule(
    "pdf-archive-attachments",
    clauses=("ISO 19005-3 6.8", "ISO 19005-4 6.9"),
    severity=Severity.MINOR,
    remedy="say of every attached file its type and its relation, or claim a part that allows it",
)
def archive_attachments(pdf: PdfFile) -> Iterator[Finding]:
    """Attached files are such as the part of PDF/A allows, and say what they are."""
    part = claimed_archive(pdf)
    level = (pdf.xmp and pdf.xmp.first(xmp.PDF_A, "conformance")) or ""
    attached = [found for _, found in pdf.dictionaries if "/EF" in found] if part else []
    if part == "4" and level == "F" and not attached:
        yield fail("PDF/A-4f has attached files, and there are none")
    if attached and (part in {"1", "2"} or (part == "4" and not level)):
        yield fail(f"PDF/A-{part}{level.lower()} has no attached files but those of PDF/A")
    listed = [objects.dictionary(one) for one in objects.array(pdf.catalog.get("/AF"))]
    if part and any("/EF" not in one and "/FS" not in one for one in listed):
        yield fail("a file that belongs to the document is not attached")
    for found in attached if part in {"3", "4"} else ():
        yield from _unsaid(found)
    if attached and part in {"3", "4"} and not listed and not _is_associated(pdf):
        yield fail("no part of the document says that the attached files belong to it (/AF)")


def _unsaid(found: Mapping[str, object]) -> Iterator[Finding]:
    name = objects.text(found.get("/UF")) or objects.text(found.get("/F")) or ""
    if objects.name(found.get("/AFRelationship")) not in _RELATIONS:
        yield fail(f"nothing says how the attached file {name!r} is related (/AFRelationship)")
    file = objects.dictionary(objects.dictionary(found.get("/EF")).get("/F"))
    if not objects.name(file.get("/Subtype")):
        yield fail(f"nothing says of which type the attached file {name!r} is (/Subtype)")


def _is_associated(pdf: PdfFile) -> bool:
    return any("/AF" in found for _, found in pdf.dictionaries)


@pdf_rule(
    "pdf-archive-catalog",
    clauses=(
        "ISO 19005-3 6.4.1",
        "ISO 19005-3 6.4.2",
        "ISO 19005-3 6.10",
        "ISO 19005-3 6.11",
        "ISO 19005-4 6.4.1",
        "ISO 19005-4 6.4.2",
        "ISO 19005-4 6.11",
        "ISO 19005-4 6.12",
    ),
    severity=Severity.MINOR,
    remedy="take the entry out",
)
def archive_catalog(pdf: PdfFile) -> Iterator[Finding]:
    """The file asks nothing of the program that shows it."""
    if not claimed_archive(pdf):
        return
    form = objects.dictionary(pdf.catalog.get("/AcroForm"))
    for key in ("/Requirements", "/NeedsRendering"):
        if key in pdf.catalog:
            yield fail(f"the catalog asks something of the program that shows it ({key})")
    if "/XFA" in form or objects.truth(form.get("/NeedAppearances")):
        yield fail("the program that shows the form has to draw it")
    if "/AlternatePresentations" in objects.dictionary(pdf.catalog.get("/Names")):
        yield fail("there is another presentation of the document")
    if any("/PresSteps" in page for page in pdf.pages):
        yield fail("a page is shown in steps")


@pdf_rule(
    "pdf-archive-streams",
    clauses=(
        "ISO 19005-3 6.1.7.1",
        "ISO 19005-3 6.1.7.2",
        "ISO 19005-4 6.1.6.1",
        "ISO 19005-4 6.1.6.2",
    ),
    severity=Severity.MINOR,
    remedy="compress with FlateDecode, and keep all data in the file",
)
def archive_streams(pdf: PdfFile) -> Iterator[Finding]:
    """Data are in the file, and compressed in a free way."""
    for _, found in pdf.dictionaries if claimed_archive(pdf) else ():
        if "/Filter" in found and objects.name(found["/Filter"]) != "FlateDecode":
            names = {objects.name(one) for one in objects.array(found["/Filter"])}
            if names & {"LZWDecode", "Crypt"}:
                yield fail("data are compressed with LZW, or encrypted")
        if "/FFilter" in found or "/FDecodeParms" in found:
            yield fail("data are in another file")
