"""Images are measured, cleaned, and refused where they could do harm."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from pressconv import model as m
from pressconv.assets import AssetError, make_asset
from pressconv.errors import ReadError
from pressconv.loading import load_assets
from pressconv.readers.xml import read

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {} viewBox="0 0 40 20">{}</svg>'


def png(**save):
    out = BytesIO()
    Image.new("RGB", (3, 2), (10, 20, 30)).save(out, "PNG", **save)
    return out.getvalue()


def jpeg(orientation=1, profile=None):
    image = Image.new("RGB", (30, 20), (200, 10, 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "a camera"
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, icc_profile=profile, comment=b"private")
    return out.getvalue()


def test_a_png_loses_its_metadata_and_keeps_its_pixels():
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "somebody")
    asset = make_asset(png(pnginfo=text))
    assert (asset.media_type, asset.width, asset.height) == ("image/png", 3, 2)
    assert b"somebody" not in asset.data
    assert Image.open(BytesIO(asset.data)).getpixel((0, 0)) == (10, 20, 30)
    assert asset.sha256 == hashlib.sha256(asset.data).hexdigest()


def test_a_jpeg_loses_place_and_camera_and_keeps_its_colour_profile():
    asset = make_asset(jpeg(profile=b"a profile"))
    assert b"camera" not in asset.data
    assert b"private" not in asset.data
    assert Image.open(BytesIO(asset.data)).info["icc_profile"] == b"a profile"


def test_the_orientation_of_a_jpeg_is_applied():
    asset = make_asset(jpeg(orientation=6))
    assert (asset.width, asset.height) == (20, 30)
    assert Image.open(BytesIO(asset.data)).getexif().get(0x0112, 1) == 1


def test_an_svg_is_measured_by_its_size_or_its_box():
    assert make_asset(SVG.format("", "<path d='M0 0'/>").encode()).width == 40
    assert make_asset(SVG.format('width="80px" height="30"', "").encode()).height == 30


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<path onload="x()"/>',
        '<image href="https://example.org/a.png"/>',
        '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="file:///etc/passwd"/>',
        "<style>@import 'https://example.org/a.css'</style>",
        '<path style="fill: url(https://example.org/a)"/>',
        "<animate/>",
    ],
)
def test_an_svg_that_acts_or_refers_outside_is_refused(inside):
    with pytest.raises(AssetError) as caught:
        make_asset(SVG.format("", inside).encode())
    assert caught.value.code == "image-unsafe"


def test_an_svg_with_a_document_type_is_refused():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("", "")
    with pytest.raises(AssetError, match="document type"):
        make_asset(bomb.encode())


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"text", png()[:30], jpeg()[:40], b"<svg", SVG.format("", "").encode()[:60]],
)
def test_what_is_no_whole_image_is_refused(data):
    with pytest.raises(AssetError) as caught:
        make_asset(data)
    assert caught.value.code in {"image-unsupported", "image-unsafe"}


def test_an_image_that_claims_to_be_huge_is_refused():
    data = bytearray(png())
    data[16:24] = (2**31 - 1).to_bytes(4, "big") * 2
    with pytest.raises(AssetError) as caught:
        make_asset(bytes(data))
    assert caught.value.code == "image-too-large"


# ---- beside a release ----------------------------------------------------------------------


def release(*sources):
    figures = "".join(f'<figure><image src="{src}" decorative="true"/></figure>' for src in sources)
    return read(
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head>'
        f"<headline>h</headline></head><body>{figures}</body></release>".encode(),
        name="r.xml",
    ).value


def test_images_beside_the_release_are_loaded(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a b.png").write_bytes(png())
    assert set(load_assets(release("sub/a%20b.png"), tmp_path)) == {"sub/a%20b.png"}


def test_images_elsewhere_are_refused_all_at_once_with_their_places(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "folder.png").mkdir()
    (folder / "text.png").write_text("no image")
    outside = ["../secret.png", "%2e%2e/secret.png", "/etc/passwd", "link.png"]
    outside += ["https://example.org/a.png"]
    found = release(*outside, "none.png", "folder.png", "text.png")
    with pytest.raises(ReadError) as caught:
        load_assets(found, folder)
    codes = [problem.code for problem in caught.value.problems]
    assert codes == ["image-outside"] * 5 + ["image-missing"] * 2 + ["image-unsupported"]
    assert all(problem.place.line == 1 for problem in caught.value.problems)
    assert isinstance(found.body.content[0], m.Figure)
