"""Images in the sizes that a page needs: lighter, never larger, the same in colour and shape."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import pytest
from photographs import drawing, encoded, photograph, profile
from PIL import Image, ImageChops, ImageStat

import pressconv
from pressconv.assets import Asset, fitted, make_asset, steps

WIDTHS = (320, 640, 960, 1280, 1600)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000"><path d="M0 0h9"/></svg>'


def asset(picture, name, **options):
    return make_asset(encoded(picture, name, **options))


def opened(one):
    return Image.open(BytesIO(one.data))


def distance(one, other):
    """Return the mean distance of two images of one size, of 255."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(ImageStat.Stat(difference).mean)


@pytest.fixture(scope="module")
def camera():
    return asset(photograph(), "JPEG", quality=95, icc_profile=profile())


def test_a_photograph_comes_in_each_width_that_a_page_needs(camera):
    found = steps(camera, WIDTHS)
    assert [(one.width, one.height) for one in found] == [
        (width, width * 3 // 4) for width in WIDTHS
    ]
    assert {one.media_type for one in found} == {"image/webp"}
    weights = [len(one.data) for one in found]
    assert weights == sorted(weights)
    assert weights[-1] < len(camera.data) / 8


def test_every_size_says_its_own_measures_and_shows_the_same_image(camera):
    whole = opened(camera)
    for one in (*steps(camera, WIDTHS), fitted(camera, 1280, 10_000)):
        assert opened(one).size == (one.width, one.height)
        assert distance(opened(one), whole.resize((one.width, one.height))) < 7


def test_the_colour_profile_stays(camera):
    for one in (*steps(camera, WIDTHS), fitted(camera, 1280, 10_000)):
        assert opened(one).info["icc_profile"] == opened(camera).info["icc_profile"]


def test_an_image_that_fits_is_the_image_itself(camera):
    assert fitted(camera, 4000, 3000) is camera
    assert fitted(camera, 5000, 9999) is camera


@pytest.mark.parametrize(("width", "height", "size"), [
    (1280, 10_000, (1280, 960)), (10_000, 900, (1200, 900)), (1, 1, (1, 1)),
])  # fmt: skip
def test_an_image_is_fitted_into_a_box(camera, width, height, size):
    one = fitted(camera, width, height)
    assert (one.width, one.height) == size
    assert one.media_type == "image/jpeg"


def test_an_image_is_never_made_larger():
    small = asset(photograph(500, 400), "JPEG", quality=95)
    assert [one.width for one in steps(small, WIDTHS)] == [320, 500]
    assert steps(asset(photograph(300, 400), "JPEG"), WIDTHS) == ()


def test_a_drawing_loses_nothing_but_size():
    png = asset(drawing(2400, 1600), "PNG")
    narrow = steps(png, (320, 640))[1]
    assert (narrow.width, narrow.media_type) == (640, "image/webp")
    scaled = drawing(2400, 1600).resize((narrow.width, narrow.height), Image.Resampling.LANCZOS)
    assert distance(opened(narrow), scaled) < 0.5  # as good as none: it was scaled in two steps
    assert fitted(png, 400, 400).media_type == "image/png"


def test_a_size_that_is_no_lighter_than_a_wider_one_is_left_out():
    few = asset(
        drawing(1200, 800).quantize(8), "PNG"
    )  # its edges have more colours when they are scaled
    found = steps(few, (320, 900))
    assert found[-1] == few
    assert fitted(few, 900, 900) == few


def test_a_photograph_in_png_is_as_light_as_one_in_jpeg():
    png = asset(photograph(900, 600), "PNG")
    assert max(len(one.data) for one in steps(png, WIDTHS)) < len(png.data) / 8
    assert fitted(png, 600, 600).media_type == "image/jpeg"


def test_what_is_transparent_stays_so():
    picture = photograph(900, 600).copy()
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    png = asset(picture, "PNG")
    assert fitted(png, 600, 600).media_type == "image/png"
    for one in (*steps(png, WIDTHS), fitted(png, 600, 600)):
        alpha = opened(one).getchannel("A")
        assert alpha.getpixel((5, 0)) < 5
        assert alpha.getpixel((5, one.height - 1)) > 250


def test_an_alpha_channel_that_hides_nothing_is_left_out():
    picture = photograph(900, 600).copy()
    picture.putalpha(255)
    assert fitted(asset(picture, "PNG"), 600, 600).media_type == "image/jpeg"


def test_a_colour_that_a_png_names_as_transparent_stays_so():
    png = asset(drawing(2400, 1600).quantize(8), "PNG", transparency=0)
    narrow = steps(png, (320, 640))[0]
    assert opened(narrow).mode == "RGBA"


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA"])
def test_every_usual_mode_is_scaled(mode):
    png = asset(photograph(900, 600).convert(mode), "PNG")
    assert steps(png, (320, 640))[0].width == 320


def test_grey_stays_grey():
    one = fitted(asset(photograph(900, 600).convert("L"), "JPEG"), 600, 600)
    assert opened(one).mode == "L"


@pytest.mark.parametrize("options", [{}, {"icc_profile": b"damaged"}])
def test_a_photograph_for_print_gets_the_colours_of_a_screen(options):
    cmyk = asset(photograph(900, 600).convert("CMYK"), "JPEG", **options)
    found = (*steps(cmyk, WIDTHS), fitted(cmyk, 600, 600))
    for one in found:
        image = opened(one)
        assert image.mode == "RGB"
        assert "icc_profile" not in image.info
        assert distance(image, photograph(900, 600).resize(image.size)) < 8


def test_a_photograph_for_print_that_fits_gets_them_too():
    cmyk = asset(photograph(300, 200).convert("CMYK"), "JPEG", quality=5)
    assert opened(fitted(cmyk, 900, 900)).mode == "RGB"
    assert steps(cmyk, WIDTHS) == ()
    wide = asset(photograph(900, 600).convert("CMYK"), "JPEG", quality=1)
    assert {one.media_type for one in steps(wide, WIDTHS)} == {"image/webp"}


def deep_grey(width, height, **options):
    """Return a ramp from black to white, in eight bits and in sixteen."""
    ramp = Image.linear_gradient("L").rotate(90).resize((width, height))
    image = Image.new("I;16", ramp.size)
    image.frombytes(bytes(byte for grey in ramp.tobytes() for byte in (7, grey)))
    return ramp, asset(image, "PNG", **options)


def test_sixteen_bits_of_grey_become_the_eight_that_a_screen_shows():
    ramp, deep = deep_grey(900, 60)
    for one in (*steps(deep, WIDTHS), fitted(deep, 600, 600), fitted(deep, 900, 900)):
        image = opened(one).convert("L")
        assert distance(image, ramp.resize(image.size)) < 2
    assert opened(fitted(deep, 900, 900)).mode == "L"


def test_a_grey_of_sixteen_bits_that_is_transparent_stays_so():
    _, deep = deep_grey(300, 20, transparency=7)
    image = opened(fitted(deep, 900, 900))
    assert image.getpixel((0, 0))[3] != image.getpixel((299, 0))[3]


@pytest.mark.parametrize("width", [64, 4000])
def test_an_image_of_any_depth_can_be_printed(width):
    _, deep = deep_grey(width, 60)
    release = pressconv.read(
        b"""<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en">
        <head><headline>R</headline></head>
        <body><figure><image src="g.png" decorative="true"/></figure></body></release>"""
    ).value
    assert pressconv.convert(release, to="pdf", assets={"g.png": deep}).value


def test_a_png_with_a_gamma_of_its_own_stays_as_it_is():
    whole = encoded(drawing(1200, 800), "PNG")
    gamma = b"\0\0\0\x04gAMA" + (100_000).to_bytes(4) + bytes.fromhex("31E8965F")
    linear = make_asset(whole[:33] + gamma + whole[33:])
    assert steps(linear, WIDTHS) == ()


def test_a_vector_image_has_every_size():
    vector = make_asset(SVG)
    assert steps(vector, WIDTHS) == ()
    assert fitted(vector, 900, 900) is vector


def test_an_image_as_long_as_a_scroll_has_no_webp():
    scroll = Asset(encoded(Image.new("L", (400, 17_000)), "PNG"), "image/png", 400, 17_000)
    assert steps(scroll, WIDTHS) == ()


PROGRAM = """
import sys; from hashlib import sha256; from pressconv.assets import *
one = make_asset(sys.stdin.buffer.read())
for found in (*steps(one, (320, 640)), fitted(one, 500, 500)): print(sha256(found.data).hexdigest())
"""


def test_two_processes_make_the_same_bytes():
    data = encoded(photograph(1000, 800), "JPEG")
    runs = [
        subprocess.run([sys.executable, "-c", PROGRAM], input=data, capture_output=True, check=True)
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout.split()) == 3


@pytest.mark.slow
def test_the_largest_photograph_takes_little_time_and_memory():
    limit = "import resource, time; resource.setrlimit(resource.RLIMIT_DATA, (2**28, 2**28))\n"
    program = limit + PROGRAM.replace("640", "640, 1600") + "print(time.process_time())"
    data = encoded(photograph().resize((9000, 7000)), "JPEG", quality=80)
    done = subprocess.run(
        [sys.executable, "-c", program], input=data, capture_output=True, check=True
    )
    assert float(done.stdout.split()[-1]) < 10
