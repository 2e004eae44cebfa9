"""Pages whose style sheet, images and fonts are files: named by what is in them, all there."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import replace

import html5lib
import pypdf
import pytest
from photographs import encoded, photograph
from sources import ROOT

import pressconv
from pressconv import AssetsMode, Format, HtmlOptions, Options
from pressconv.errors import ConfigError
from pressconv.loading import find_house, load_assets
from pressconv.writers.html import Fonts
from pressconv.writers.html.companions import companion

RICH = ROOT / "samples" / "2026-03-12-plan-littoral"
FILES = HtmlOptions(assets=AssetsMode.FILES)
FIGURE = (
    '<figure><image src="pictures/La%20Côte%20(été).JPG"><alt>A coast</alt></image>'
    "<caption>The coast</caption></figure>"
)
SOURCE = "pictures/La%20Côte%20(été).JPG"


def release(body=FIGURE, logo="", lang="en"):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head><headline>h'
        f"</headline><issuer><organization>Office</organization>{logo}</issuer></head>"
        f"<body>{body}</body></release>"
    )
    return pressconv.read(text.encode()).value


@pytest.fixture(scope="module")
def camera():
    return pressconv.make_asset(encoded(photograph(), "JPEG", quality=95))


def converted(found, assets, *to, html=FILES):
    options = Options(html=html)
    return pressconv.convert_all(found, to=to, options=options, assets=assets).value


def sample(lang, html=FILES, to=(Format.HTML, Format.FRAGMENT)):
    found = pressconv.read((RICH / f"{lang}.xml").read_bytes()).value
    house, assets = find_house(RICH), load_assets(found, RICH)
    options = Options(html=html)
    return pressconv.convert_all(found, to=to, options=options, assets=assets, house=house).value


def elements(data):
    return list(html5lib.parse(data.decode(), namespaceHTMLElements=False).iter())


def addresses(data):
    """Return what a page asks for: sources, and links that are no links for people."""
    for one in elements(data):
        yield from [one.get("src")] if one.get("src") else []
        yield from (part.split()[0] for part in one.get("srcset", "").split(",") if part)
        if one.tag == "link" and one.get("rel") in {"stylesheet", "icon", "preload"}:
            yield one.get("href")


@pytest.fixture(scope="module")
def rich():
    return sample("fr", replace(FILES, fonts=Fonts.EMBED))


def test_what_a_page_asks_for_is_there_and_nothing_else(rich):
    asked = {*addresses(rich.files[Format.HTML]), *addresses(rich.files[Format.FRAGMENT])}
    (sheet,) = [name for name in rich.companions if name.endswith(".css")]
    fonts = re.findall(r"url\(([^)]+)\)", rich.companions[sheet].decode())
    folder = sheet.rpartition("/")[0]
    assert asked | {f"{folder}/{name}" for name in fonts} == set(rich.companions)
    assert len(fonts) > 3


@pytest.mark.parametrize("one", [Format.HTML, Format.FRAGMENT])
def test_nothing_that_a_policy_keeps_out_is_inside(rich, one):
    page = rich.files[one]
    assert b"data:" not in page
    assert [
        found.tag for found in elements(page) if found.tag == "style" or found.get("style")
    ] == []


def test_a_name_says_what_a_file_is_and_the_hash_of_its_bytes(rich):
    for path, data in rich.companions.items():
        folder, name = path.split("/")
        stem, suffix = name.split(".")
        assert folder == "2026-03-12-plan-littoral.assets"
        assert hashlib.sha256(data).hexdigest().startswith(stem.rpartition("-")[2])
        assert re.fullmatch("[a-z0-9-]{18,80}", stem)
        assert suffix in {"css", "jpg", "png", "svg", "webp", "woff2"}


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("La Côte (été)", "la-cote-ete"),
        ("con", "con"),
        ("../../etc/passwd", "etc-passwd"),
        ("صورة", "image"),
        ("a" * 300, "a" * 40),
        ("", "image"),
    ],
)
def test_a_name_is_safe_on_every_disk(stem, name):
    digest = hashlib.sha256(b"x").hexdigest()[:16]
    assert companion("r", stem, "png", b"x").path == f"r.assets/{name}-{digest}.png"


def test_editions_share_what_is_equal():
    french, arabic = sample("fr"), sample("ar")
    shared = set(french.companions) & set(arabic.companions)
    assert {name.rpartition(".")[2] for name in shared} == {"png", "svg", "webp"}
    assert {name for name in french.companions if not name.endswith(".css")} == shared


def test_a_photograph_comes_in_the_widths_that_a_page_needs(camera):
    page = converted(release(), {SOURCE: camera}, Format.HTML)
    (image,) = [one for one in elements(page.files[Format.HTML]) if one.tag == "img"]
    assert image.get("src", "").startswith("r.assets/la-cote-ete-1280-")
    assert image.get("src", "").endswith(".jpg")
    assert (image.get("width"), image.get("height")) == ("1280", "960")
    assert image.get("sizes") == "min(90vw, 44.06em, 1280px)"
    offered = [part.split() for part in image.get("srcset", "").split(", ")]
    assert [width for _, width in offered] == ["320w", "640w", "960w", "1280w", "1600w"]
    weights = [len(page.companions[name]) for name, _ in offered]
    assert weights == sorted(weights)
    assert weights[-1] < 500_000 < len(camera.data)


def test_a_page_that_stands_alone_has_one_reasonable_size(camera):
    found = release()
    page = converted(found, {SOURCE: camera}, Format.HTML, html=HtmlOptions())
    (image,) = [one for one in elements(page.files[Format.HTML]) if one.tag == "img"]
    assert (image.get("width"), image.get("height")) == ("1280", "960")
    assert "srcset" not in image.keys()  # noqa: SIM118 - an element is no mapping
    assert len(page.files[Format.HTML]) < 500_000 < len(camera.data)
    assert page.companions == {}


def test_a_portrait_is_no_higher_than_a_window(camera):
    turned = pressconv.make_asset(encoded(photograph(3000, 4000), "JPEG"))
    for html in (FILES, HtmlOptions()):
        page = converted(release(), {SOURCE: turned}, Format.HTML, html=html)
        (image,) = [one for one in elements(page.files[Format.HTML]) if one.tag == "img"]
        assert (image.get("width"), image.get("height")) == ("480", "640")
    assert image.get("sizes", "480px").endswith("480px")


def test_a_logo_has_the_one_size_that_it_is_shown_in(camera):
    found = release("<p>x</p>", logo=f'<logo src="{SOURCE}"><alt>Office</alt></logo>')
    page = converted(found, {SOURCE: camera}, Format.HTML)
    (image,) = [one for one in elements(page.files[Format.HTML]) if one.tag == "img"]
    assert (image.get("width"), image.get("height"), image.get("srcset")) == ("89", "66", None)
    assert sum(map(len, page.companions.values())) < 60_000


@pytest.mark.parametrize("base", ["https://cdn.example/été%201", "https://cdn.example/été%201/"])
def test_a_page_can_stand_elsewhere_than_its_files(camera, base):
    html = replace(FILES, assets_base=base)
    made = converted(release(), {SOURCE: camera}, Format.HTML, Format.FRAGMENT, html=html)
    start = "https://cdn.example/%C3%A9t%C3%A9%201/"
    for one in (Format.HTML, Format.FRAGMENT):
        asked = list(addresses(made.files[one]))
        assert len(asked) > 5
        assert {found.removeprefix(start) for found in asked} <= set(made.companions)
    assert all(path.startswith("r.assets/") for path in made.companions)


@pytest.mark.parametrize(
    "base",
    [
        "",
        "/",
        "/media/press",
        "media/a:b/",
        "../media",
        "./a:b",
        "//cdn.example/press/",
        "http://127.0.0.1:8000",
        "https://[::1]:8000/press",
    ],
)
def test_files_may_be_anywhere_that_a_page_leads_to(base):
    assert HtmlOptions(assets_base=base).assets_base == base


@pytest.mark.parametrize(
    "base",
    [
        "https://cdn.example/?of=",
        "https://cdn.example/#press",
        "https://cdn.example/été 1",
        "https://",
        "https:media",
        "///media",
        "ftp://cdn.example/",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "C:\\media",
        "\\\\host\\media",
        'media/" onerror="alert(1)',
        "media/\x01",
        "media/\u202egnp",
        "media/\n",
        "media/100%/",
    ],
)
def test_a_base_below_which_no_file_can_stand_is_refused(base):
    with pytest.raises(ConfigError, match="assets_base"):
        HtmlOptions(assets_base=base)


def test_an_image_that_needs_no_other_size_is_one_file():
    small = pressconv.make_asset(encoded(photograph(200, 100), "PNG"))
    page = converted(release(), {SOURCE: small}, Format.FRAGMENT)
    (image,) = [one for one in elements(page.files[Format.FRAGMENT]) if one.tag == "img"]
    assert (image.get("width"), image.get("srcset")) == ("200", None)
    assert list(page.companions.values()) == [small.data]


def test_the_site_has_its_own_icon():
    page = converted(release("<p>x</p>"), {}, Format.HTML).files[Format.HTML]
    assert b'rel="icon"' not in page
    inline = converted(release("<p>x</p>"), {}, Format.HTML, html=HtmlOptions())
    assert b'rel="icon" href="data:,"' in inline.files[Format.HTML]


def test_nothing_stands_beside_what_needs_nothing(camera):
    for one in (Format.PDF, Format.TEXT, Format.XML, Format.HEAD):
        assert converted(release(), {SOURCE: camera}, one).companions == {}


def test_the_pdf_is_the_same_wherever_the_page_has_its_files(camera):
    assets = {SOURCE: camera}
    beside = converted(release(), assets, Format.HTML, Format.PDF).files[Format.PDF]
    assert beside == converted(release(), assets, Format.PDF, html=HtmlOptions()).files[Format.PDF]


def test_an_image_in_the_pdf_has_300_dots_an_inch_and_no_more(camera):
    data = converted(release(), {SOURCE: camera}, Format.PDF).files[Format.PDF]
    (image,) = pypdf.PdfReader(io.BytesIO(data)).pages[0].images
    assert image.image
    assert image.image.size == (1417, 1063)  # 120 x 90 mm


def test_two_runs_give_the_same_files(rich):
    again = sample("fr", replace(FILES, fonts=Fonts.EMBED))
    assert (again.files, again.companions) == (rich.files, rich.companions)
