"""Which faces the PDF engine finds, and which of them it puts into the file."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from pressconv.pdf.weasyprint.render import render


def faces(data):
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


def page(body, lang="en"):
    head = '<meta charset="utf-8"><title>t</title>'
    source = f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    return render(source.encode(), "")


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("Noto Nastaliq Urdu", "پاکستان"),
        ("Noto Naskh Arabic", "تونس"),
        ("Noto Serif Hebrew", "שלום"),
        ("Noto Sans Hebrew", "שלום"),
        ("Noto Serif Devanagari", "भारत"),
        ("Noto Sans Devanagari", "भारत"),
        ("Noto Serif Bengali", "বাংলা"),
        ("Noto Sans Bengali", "বাংলা"),
        ("Noto Serif Thai", "ไทย"),
        ("Noto Sans Thai", "ไทย"),
        ("Noto Serif Ethiopic", "አማርኛ"),
        ("Noto Sans Ethiopic", "አማርኛ"),
    ],
)
def test_regular_and_bold_are_two_faces(family, text):
    body = f"<p style=\"font-family:'{family}'\">{text}<b>{text}</b></p>"
    assert faces(page(body)) == {f"{family} Regular", f"{family} Bold"}
