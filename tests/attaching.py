"""PDFs of nobody's, with files attached to them."""

from __future__ import annotations

from io import BytesIO

import pypdf


def writer() -> pypdf.PdfWriter:
    """Begin a PDF of one empty page."""
    made = pypdf.PdfWriter()
    made.add_blank_page(100, 100)
    return made


def written(made: pypdf.PdfWriter) -> bytes:
    """Return the bytes of a PDF."""
    out = BytesIO()
    made.write(out)
    return out.getvalue()


def pdf(files: dict[str, bytes], password: str = "") -> bytes:
    """Return a PDF with *files* in it, and perhaps with a *password*."""
    made = writer()
    for name, data in files.items():
        made.add_attachment(name, data)
    if password:
        made.encrypt(password, algorithm="RC4-128")
    return written(made)
