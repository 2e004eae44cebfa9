"""PDF → the faces that it embeds."""

from __future__ import annotations

from io import BytesIO

from fontTools.ttLib import TTFont
from pypdf import PdfReader


def faces(data: bytes) -> set[str]:
    """Return the names of the faces in a PDF, as the embedded files themselves say them."""
    reader = PdfReader(BytesIO(data))
    found: set[str] = set()
    for number in reader.xref_objStm:
        value = reader.get_object(number)
        if isinstance(value, dict) and value.get("/Type") == "/FontDescriptor":
            file = value.get("/FontFile2") or value["/FontFile3"]
            names = TTFont(BytesIO(file.get_object().get_data()))["name"]
            found.add(f"{names.getBestFamilyName()} {names.getBestSubFamilyName()}")
    return found
