"""Images that a document holds → files: formats that no release can show are made PNG."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from word import png

from pressconv.assets import AssetError
from pressconv.importing import import_html
from pressconv.readers.pictures import Pictures


def drawn(kind: str, mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, (8, 8)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("data", [drawn("GIF"), drawn("BMP"), drawn("TIFF"), drawn("WEBP")])
def test_other_formats_become_png(data):
    pictures = Pictures()
    assert pictures.keep(data) == "image-1.png"
    assert pictures.files["image-1.png"].startswith(b"\x89PNG")


def test_a_jpeg_stays_one():
    assert Pictures().keep(drawn("JPEG")) == "image-1.jpg"


def test_equal_images_are_one_file_and_others_are_counted():
    pictures = Pictures()
    names = [pictures.keep(one) for one in (png(), png(shade=9), png())]
    assert names == ["image-1.png", "image-2.png", "image-1.png"]


@pytest.mark.parametrize(
    "data", [b"", b"GIF8", b"BM", b"II*\0", b"RIFF", b"\x01\0\0\0 EMF", b"%PDF"]
)
def test_what_is_no_image_is_refused(data):
    with pytest.raises(AssetError):
        Pictures().keep(data)


def test_the_images_of_a_release_are_named_after_it_and_others_are_none():
    address, menu = (b64encode(png(shade=one)).decode() for one in (1, 2))
    made = import_html(
        (
            f"<nav><a href=/><img src='data:image/png;base64,{menu}' alt=Home></a></nav>"
            "<article><h1>A headline of words</h1><p>A sentence of words.</p>"
            f"<img src='data:image/png;base64,{address}' alt=b>"
            "<p>Another sentence of words.</p></article>"
        ).encode(),
        id="visit",
        lang="en",
    )
    assert list(made.images) == ["visit.en.1.png"]
