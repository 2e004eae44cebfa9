"""SVG images in a PDF look as browsers draw them: words whole, nothing beyond the edge."""

from __future__ import annotations

import base64
from io import BytesIO

import pypdf
import pytest
from PIL import Image
from pypdf.generic import ContentStream

import pressconv
from pressconv.assets import make_asset
from pressconv.errors import RenderError

RELEASE = b"""<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en">
<head><headline>h</headline></head>
<body><p>First.</p>
<figure><image src="i.svg"><alt>a</alt></image></figure></body></release>"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100">{}</svg>'


def drawn(inside, svg=SVG):
    """Return the PDF of a release whose only image, *svg*, holds *inside*."""
    assets = {"i.svg": make_asset(svg.format(inside).encode())}
    release = pressconv.read(RELEASE, name="r.xml").value
    data = pressconv.convert(release, to="pdf", assets=assets).value
    return pypdf.PdfReader(BytesIO(data))


def operations(reader):
    """Return what is drawn for the image, whose clip comes first."""
    (page,) = reader.pages
    found = [
        (operator, operands)
        for operands, operator in ContentStream(page["/Contents"], reader).operations
    ]
    start = next(at for at, (operator, _) in enumerate(found) if operator == b"W")
    return found[start - 1 :]


def chunks(inside):
    """Return how many pieces of text the image is drawn with."""
    found = operations(drawn(inside))
    end = next(at for at, (operator, _) in enumerate(found) if operator == b"EMC")
    return sum(operator == b"Tm" for operator, _ in found[:end])


@pytest.mark.parametrize("text", ["office words", "العربية (نص)", "שלום 12", "क्षत्रिय"])
def test_a_chunk_of_text_is_set_as_a_whole(text):
    assert chunks(f'<text x="1" y="20">{text}</text>') == 1


def test_each_part_that_is_placed_is_set_as_a_whole():
    assert chunks('<text>one <tspan x="9" dy="9">two</tspan> and <tspan>three</tspan></text>') == 4


def test_letters_that_are_placed_one_by_one_are_set_so():
    assert chunks('<text x="0 10 20" y="20">abcdef</text>') == 3
    assert chunks('<text y="20" rotate="20">abcdef</text>') == 6
    assert chunks('<text y="20" letter-spacing="2">abcdef</text>') == 6
    assert chunks('<text y="20" textLength="200">abcdef</text>') == 6
    assert (
        chunks('<text y="20" textLength="200" lengthAdjust="spacingAndGlyphs">abcdef</text>') == 1
    )


@pytest.mark.parametrize("how", ['letter-spacing="2"', 'textLength="200"'])
def test_letters_that_join_stay_together_where_others_are_spread(how):
    assert chunks(f'<text y="20" {how}>العربية</text>') == 1


def starts(inside):
    """Return the distance from 200 at which a group of text is drawn."""
    reader = drawn(inside)
    (page,) = reader.pages
    moved = [
        float(operands[4])
        for operands, operator in ContentStream(page["/Contents"], reader).operations
        if operator == b"cm" and float(operands[4]) < 0
    ]
    return moved[0] if moved else 0.0


def test_text_from_right_to_left_starts_at_its_right_edge():
    word = '<text x="200" y="20" {}>العربية</text>'
    width = -starts(word.format('text-anchor="end"'))
    assert width > 20
    assert starts(word.format('direction="rtl"')) == -width
    assert starts(word.format('style="direction:rtl"')) == -width
    assert starts(word.format('direction="rtl" text-anchor="end"')) == 0
    assert starts(word.format('direction="rtl" text-anchor="middle"')) == pytest.approx(-width / 2)


@pytest.mark.parametrize("overflow", ["", 'overflow="visible"', 'style="overflow:visible"'])
def test_a_drawing_is_clipped_to_its_image_whatever_it_says_of_overflow(overflow):
    svg = SVG.replace("viewBox", f"{overflow} viewBox")
    (operator, edge), (clip, _), *_ = operations(drawn('<circle r="900"/>', svg))
    assert (operator, clip) == (b"re", b"W")
    x, y, width, height = map(float, edge)
    assert (x, y) == (0, 0)
    assert width == pytest.approx(4 * height)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_an_image_within_an_svg_image_is_not_smoothed(mode):
    png = BytesIO()
    Image.new(mode, (4, 4), "red").save(png, "png")
    address = base64.b64encode(png.getvalue()).decode()
    reader = drawn(f'<image href="data:image/png;base64,{address}" width="9" height="9"/>')
    images = [
        one.get_object()
        for one in reader.pages[0]["/Resources"]["/XObject"].values()
        if one.get_object()["/Subtype"] == "/Image"
    ]
    assert [one["/Interpolate"].value for one in images] == [False]


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ('<text x="1 2" y="3">العربية</text>', "letters that belong together, placed one by one"),
        ('<text rotate="9">हिन्दी</text>', "letters that belong together, placed one by one"),
        (
            "<text>שלום <tspan>עולם</tspan></text>",
            "words from right to left, in more than one part",
        ),
        (
            '<path id="p" d="M0 0h99"/><text><textPath href="#p">round</textPath></text>',
            "words along a path",
        ),
    ],
)
def test_text_that_would_be_drawn_wrong_is_refused_with_its_image_and_place(inside, what):
    with pytest.raises(RenderError) as caught:
        drawn(inside)
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"r.xml:4:9: image 'i.svg' has {what}: ")
    assert problem.hint == "turn the text of the image into paths"


def test_lines_of_text_from_right_to_left_may_each_begin_at_a_place():
    assert (
        chunks('<text><tspan x="1" y="9">שלום</tspan><tspan x="1" y="29">עולם</tspan></text>') == 2
    )


def test_a_character_of_an_image_that_no_font_has_is_named_with_the_image_and_its_place():
    with pytest.raises(RenderError) as caught:
        drawn("<text>so \N{GRINNING FACE} it is</text>")
    (problem,) = caught.value.problems
    assert str(problem).startswith(
        "r.xml:4:9: image 'i.svg': no font has '\N{GRINNING FACE}' (U+1F600 GRINNING FACE)"
    )
    assert problem.hint.endswith("or turn the text of the image into paths")


def test_an_image_that_the_engine_cannot_draw_is_named_with_its_place():
    with pytest.raises(RenderError) as caught:
        drawn('<g transform="rotate(x)"><path d="M0 0h9"/></g>')
    (problem,) = caught.value.problems
    assert str(problem) == (
        "r.xml:4:9: image 'i.svg': the PDF engine cannot draw a value in it\n"
        "  hint: save the image anew, or as PNG"
    )
