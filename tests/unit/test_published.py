"""What of a release leaves the office within its PDF, and what its images are called there."""

from dataclasses import replace
from io import BytesIO

import pytest
from conftest import SAMPLES, sample_name
from hypothesis import given
from PIL import Image, PngImagePlugin
from strategies import releases

import pressconv
from pressconv import model as m
from pressconv.assets import make_asset
from pressconv.loading import load_assets
from pressconv.published import gathered, published
from pressconv.walk import descendants

OPEN = '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="fr"><head><headline>T</headline>'
OWN = (
    f"{OPEN}<slugline>desk-name</slugline>"
    '<translation from="en" authoritative="en" method="human" translator="Ada Example">'
    "<wording>Found on a page.</wording></translation></head><body><p>x</p></body></release>"
)


def png(shade=0):
    out = BytesIO()
    Image.new("L", (3, 2), shade).save(out, "PNG")
    return make_asset(out.getvalue())


def with_images(*sources):
    figures = "".join(
        f'<figure><image src="{source}" decorative="true"/></figure>' for source in sources
    )
    return pressconv.read(f"{OPEN}</head><body>{figures}</body></release>".encode()).value


def sources_of(release):
    return [one.src for one in descendants(release) if isinstance(one, m.Image)]


def test_what_an_office_keeps_to_itself_stays_there():
    release = published(pressconv.read(OWN.encode()).value)
    xml = pressconv.write_xml(release).decode()
    assert [word for word in ("desk-name", "Ada", "Found on a page") if word in xml] == []
    assert 'method="human"' in xml


@given(releases())
def test_a_release_is_presented_as_it_is_published(release):
    out = published(release)
    assert published(out) == out
    assert replace(pressconv.present(out), remarks=()) == replace(
        pressconv.present(release), remarks=()
    )


@given(releases())
def test_a_published_release_is_written_and_read_like_any_other(release):
    out = published(release)
    assert pressconv.read(pressconv.write_xml(out)).value == out


@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_the_images_of_a_sample_are_those_that_it_shows(path):
    release = pressconv.read(path.read_bytes()).value
    assets = load_assets(release, path.parent)
    found, images = gathered(release, assets)
    assert [images[one] for one in sources_of(found)] == [
        assets[one] for one in sources_of(release)
    ]
    assert set(images) == set(sources_of(found))
    assert gathered(found, images) == (found, images)


def test_images_come_into_one_folder_each_under_a_name_of_its_own():
    release = with_images("one/map.png", "two/map.png", "MAP.PNG", "r.fr.xml", "two/map.png")
    assets = dict(zip(sources_of(release)[:4], map(png, range(4)), strict=True))
    found, images = gathered(release, assets, taken=["r.fr.xml"])
    assert sources_of(found) == ["map.png", "map-2.png", "MAP-3.PNG", "r.fr-2.xml", "map-2.png"]
    assert list(images.values()) == list(assets.values())
    assert gathered(found, images, taken=["r.fr.xml"]) == (found, images)


def test_an_image_that_is_shown_under_two_names_is_one_file():
    release = with_images("map.png", "two/copy.png")
    found, images = gathered(release, {"map.png": png(), "two/copy.png": png()})
    assert sources_of(found) == ["map.png", "map.png"]
    assert list(images) == ["map.png"]


@pytest.mark.parametrize(
    ("source", "name", "address"),
    [
        ("carte%20du%20nord.png", "carte du nord.png", "carte%20du%20nord.png"),
        ("c%61rte.png", "carte.png", "carte.png"),
        ("\u062e\u0631\u064a\u0637\u0629.png", "\u062e\u0631\u064a\u0637\u0629.png", None),
        ("%D0%BA%D0%B0%D1%80%D1%82%D0%B0.png", "\u043a\u0430\u0440\u0442\u0430.png", None),
        ("a%5B1%5D%25.png", "a[1]%.png", "a%5B1%5D%25.png"),
        ("a/.hidden", "hidden", None),
        ("con.png", "_con.png", None),
    ],
)
def test_the_name_of_an_image_is_that_of_a_file_and_its_address_leads_there(source, name, address):
    release = with_images(source)
    found, images = gathered(release, {source: png()})
    assert list(images) == [name]
    assert sources_of(found) == [address or name]
    again = pressconv.read(pressconv.write_xml(found)).value
    assert again == found
    assert gathered(again, {sources_of(found)[0]: png()}) == (found, images)


def oriented():
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.effect_noise((30, 20), 90).save(out, "JPEG", exif=exif, comment=b"private")
    return out.getvalue()


def transparent():
    out = BytesIO()
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Ada")
    Image.effect_noise((30, 20), 90).convert("P").save(out, "PNG", transparency=3, pnginfo=said)
    return out.getvalue()


DRAWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- by Ada --><style>'
    b"rect { fill : red } </style><metadata>x</metadata><rect width='3' height=\"3\"/></svg>"
)


@pytest.mark.parametrize("data", [oriented(), transparent(), DRAWN], ids=["jpeg", "png", "svg"])
def test_an_image_that_was_cleaned_stays_as_it_is(data):
    asset = make_asset(data)
    assert asset.data != data
    assert make_asset(asset.data) == asset
