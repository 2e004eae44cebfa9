"""Images are measured, cleaned, and refused where they could do harm."""

from __future__ import annotations

import base64
import hashlib
import os
import struct
import zlib
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
        '<path style="fill: u\\72l(https://example.org/a)"/>',
        "<path fill=\"url('https://example.org/a')\"/>",
        "<path fill=\"image-set('https://example.org/a' 1x)\"/>",
        "<path style=\"fill: src('https://example.org/a')\"/>",
        "<style>@imp/**/ort 'https://example.org/a.css'</style>",
        "<style>a{fill:u/**/rl(https://example.org/a)}</style>",
        "<style>a{fill:red}<title/>@import 'https://example.org/a.css';</style>",
        "<style><![CDATA[a{}]]>@import 'a.css'</style>",
        "<style>@font-face{src:url(a.woff)}</style>",
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
        '<g><img xmlns="http://www.w3.org/1999/xhtml" src="https://example.org/a.png"/></g>',
        '<style xmlns="http://www.w3.org/1999/xhtml">@import "a.css"</style>',
        '<g xml:base="https://example.org/"><use href="#a"/></g>',
        '<use href="other.svg#a"/>',
        '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<image href="data:image/png;base64,PHN2Zy8+"/>',
        '<image href="data:image/png;base64,A"/>',
        '<feImage href="#a"/>',
        '<a href="#a"/>',
        "<nonsense/>",
        '<path nonsense="1"/>',
        '<g id="a"><use href="#a"/></g>',
        '<style>.a{mask:url(#m)}</style><mask id="m"><path class="a"/></mask><path class="a"/>',
    ],
)
def test_an_svg_that_acts_or_refers_outside_is_refused(inside):
    with pytest.raises(AssetError) as caught:
        make_asset(SVG.format("", inside).encode())
    assert caught.value.code == "image-unsafe"


def test_an_svg_says_what_was_found_and_what_to_do():
    with pytest.raises(AssetError) as caught:
        make_asset(SVG.format("", '<path onload="x()"/>').encode())
    assert caught.value.message == "the SVG file has the attribute onload='x()'"
    assert caught.value.hint == "remove it, or save the image as PNG"


def test_a_logo_keeps_its_parts_and_loses_the_notes_of_its_editor():
    picture = base64.b64encode(png()).decode()
    logo = SVG.format(
        'xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="1.2" data-name="x"',
        '<i:grid/><metadata><x:y xmlns:x="urn:x"/></metadata>'
        "<defs><style>.a{fill:url(#g);stroke:rgb(1,2,3)}</style>"
        '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<g transform="translate(1 2)"><path class="a" d="M0 0h1" fill="url(\'#g\')"/></g>'
        f'<image xmlns:x="http://www.w3.org/1999/xlink" x:href="data:image/png;base64,{picture}"/>',
    )
    clean = make_asset(logo.encode()).data.decode()
    for kept in ("linearGradient", ".a{fill", "translate(1 2)", "url('#g')", picture[:20]):
        assert kept in clean
    for gone in ("inkscape", "metadata", "data-name", "urn:x"):
        assert gone not in clean


def test_an_svg_with_entities_is_refused_and_a_public_document_type_is_left_out():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG.format("", "")
    with pytest.raises(AssetError, match="document type") as caught:
        make_asset(bomb.encode())
    assert caught.value.code == "image-unsafe"
    public = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    assert b"DOCTYPE" not in make_asset((public + SVG.format("", "")).encode()).data


@pytest.mark.parametrize(
    "inside",
    [
        "<g>" * 200 + "</g>" * 200,
        "<path/>" * 60_000,
        f'<path d="{"M0 0" * 1_100_000}"/>',
        "".join(
            f'<g id="a{n}"><use href="#a{n + 1}"/><use href="#a{n + 1}"/></g>' for n in range(30)
        ),
        "<style>"
        + "".join(f".a{n}{{fill:url(#a{n + 1})}}" for n in range(30))
        + "</style>"
        + "".join(
            f'<pattern id="a{n}"><path class="a{n}"/><path class="a{n}"/></pattern>'
            for n in range(30)
        ),
    ],
    ids=["deep", "many", "long", "use", "pattern"],
)
def test_an_svg_that_takes_for_ever_to_draw_is_refused(inside):
    with pytest.raises(AssetError) as caught:
        make_asset(SVG.format("", inside).encode())
    assert caught.value.code == "image-unsafe"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('width="10mm"', 38),
        ('width="100%"', 40),
        ('width="0.2"', 1),
        ('width="1e2"', 100),
        ('width="1.2.3"', None),
        (f'width="{"9" * 400}"', None),
        ('width="-4"', None),
        ('width="9999999"', None),
        ('width="nan"', None),
    ],
)
def test_the_size_of_an_svg_is_a_length_or_refused(written, expected):
    data = SVG.format(written, "").encode()
    if expected:
        assert make_asset(data).width == expected
    else:
        with pytest.raises(AssetError):
            make_asset(data)


@pytest.mark.parametrize("box", ["0 0 0 9", "0 0 1", "a b c d", f"0 0 1 {'9' * 400}", ""])
def test_a_view_box_that_is_none_is_refused(box):
    data = SVG.format("", "").replace("0 0 40 20", box).encode()
    with pytest.raises(AssetError):
        make_asset(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"text", png()[:30], jpeg()[:40], b"<svg", SVG.format("", "").encode()[:60]],
)
def test_what_is_no_whole_image_is_refused(data):
    with pytest.raises(AssetError) as caught:
        make_asset(data)
    assert caught.value.code in {"image-unsupported", "image-unsafe"}


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of(width, height, pixels, *, colour=2, depth=8, interlaced=0, header=b""):
    header = header or struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    parts = [("IHDR", header), ("IDAT", zlib.compress(pixels)), ("IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name.encode(), body) for name, body in parts)


def jpeg_of(width, height):
    """Return a JPEG whose header claims another size."""
    data = bytearray(jpeg())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


@pytest.mark.parametrize("data", [png_of(2**31 - 1, 2**31 - 1, b""), jpeg_of(65535, 65535)])
def test_an_image_that_claims_to_be_huge_is_refused(data):
    with pytest.raises(AssetError) as caught:
        make_asset(data)
    assert caught.value.code == "image-too-large"


@pytest.mark.parametrize(
    "data",
    [
        png_of(1, 1, b"", header=b"\0\0\0\1"),
        png_of(1, 1, b"\0\1\2\3", depth=3),
        png_of(1, 1, b"\0\1\2\3", colour=3),
        png_of(1, 1, b"\0\1\2"),
        png_of(1, 1, bytes(10_000_000)),
        png_of(1, 1, b"\0\1\2\3").replace(b"IDAT", b"IDAS"),
        png()[:50] + b"\0" + png()[51:],
        jpeg()[:-300],
    ],
    ids=["header", "depth", "palette", "few", "bomb", "name", "changed", "cut"],
)
def test_an_image_whose_pixels_are_not_there_is_refused(data):
    with pytest.raises(AssetError) as caught:
        make_asset(data)
    assert caught.value.code == "image-unsupported"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("size", [(1, 1), (3, 2), (17, 9)])
def test_every_kind_of_png_is_taken(mode, size):
    out = BytesIO()
    Image.new(mode, size).save(out, "PNG")
    assert (make_asset(out.getvalue()).width, make_asset(out.getvalue()).height) == size


def test_an_interlaced_png_is_taken():
    # Adam7 of 3 x 2 pixels: passes of 1, 1 and 2 pixels in row 0, and 3 in row 1.
    rows = [1, 1, 1, 3]
    pixels = b"".join(b"\0" + bytes(3 * n) for n in rows)
    assert make_asset(png_of(3, 2, pixels, interlaced=1)).width == 3


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
    (folder / "loop.png").symlink_to("loop.png")
    os.mkfifo(folder / "pipe.png")
    outside = ["../secret.png", "%2e%2e/secret.png", "/etc/passwd", "link.png"]
    outside += ["https://example.org/a.png"]
    missing = ["none.png", "folder.png", "pipe.png", "loop.png", "a%00.png", "n" * 300]
    found = release(*outside, *missing, "text.png")
    with pytest.raises(ReadError) as caught:
        load_assets(found, folder)
    codes = [problem.code for problem in caught.value.problems]
    assert codes == ["image-outside"] * 5 + ["image-missing"] * 6 + ["image-unsupported"]
    assert all(problem.place.line == 1 for problem in caught.value.problems)
    assert isinstance(found.body.content[0], m.Figure)
