"""Bytes of a PDF → `PdfDocument`, or the open `PdfFile` of a check."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError

from pressconv.errors import InputError, Place
from pressconv.pdfdoc import objects, repairs
from pressconv.pdfdoc.file import PdfFile
from pressconv.pdfdoc.model import PdfDocument
from pressconv.pdfdoc.tree import TreeReader

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_pdf(data: bytes, *, name: str = "") -> PdfDocument:
    """Read a PDF; *name* is what messages call it.

    Raises:
        InputError: this is no PDF, is encrypted, is broken where its text is, or is beyond all
            bounds of size and depth.
    """
    return open_pdf(data, name=name).document


def open_pdf(data: bytes, *, name: str = "") -> PdfFile:
    """Open a PDF for a check: the document is read, anything else when it is asked for.

    Raises:
        InputError: as `read_pdf`.
    """
    place = Place(name) if name else None
    try:
        return _read(data)
    except InputError as error:
        raise InputError(error.message, place=place, hint=error.hint) from error
    except objects.FAULTS as error:
        raise InputError(f"the PDF cannot be read: {error}", place=place) from error


def opened(data: bytes) -> pypdf.PdfReader:
    """Open a PDF, so far that its catalog and its pages are there.

    Raises:
        InputError: this is no PDF, or is encrypted.
        FAULTS: it is broken.
    """
    if b"%PDF-" not in data[:1024]:
        raise InputError("this is not a PDF: it does not begin with '%PDF-'")
    repairs.start_counting()
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        objects.dictionary(reader.trailer["/Root"])
        list(reader.pages)
    except (FileNotDecryptedError, DependencyError) as error:
        # An empty password opens what only restricts printing; for AES pypdf wants a library.
        raise InputError("the PDF is encrypted", hint="save it without encryption") from error
    return reader


def _read(data: bytes) -> PdfFile:
    reader = opened(data)
    catalog, pages = objects.dictionary(reader.trailer["/Root"]), list(reader.pages)
    keys = [page.indirect_reference.idnum if page.indirect_reference else 0 for page in pages]
    tree = objects.dictionary(catalog.get("/StructTreeRoot"))
    mark_info = objects.dictionary(catalog.get("/MarkInfo"))
    tags = TreeReader(pages, keys)
    document = PdfDocument(
        lang=objects.text(catalog.get("/Lang")),
        title=_title(reader, catalog),
        n_pages=len(pages),
        is_tagged=bool(tree) and objects.truth(mark_info.get("/Marked")),
        root=tags.read(tree) if tree else None,
    )
    return PdfFile(document, reader.trailer, pages, tags, reader.pdf_header)


def _title(reader: pypdf.PdfReader, catalog: Mapping[str, object]) -> str | None:
    """Return the title of the document information, else that of the XMP metadata."""
    information = objects.dictionary(reader.trailer.get("/Info"))
    title = objects.text(information.get("/Title"))
    if title or "/Metadata" not in catalog:
        return title
    try:
        titles = (reader.xmp_metadata.dc_title if reader.xmp_metadata else None) or {}
    except objects.FAULTS:
        return None
    return titles.get("x-default") or next(iter(titles.values()), None)
