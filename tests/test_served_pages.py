"""Pages and fragments on a site, in Chromium: under its policy, beside its sheet, while they load.

The server sends `default-src 'self'` with every answer, and images late.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from outside_tools import axe, in_chromium, nu_messages, require
from photographs import drawing, encoded, photograph
from sources import ROOT

import pressconv
from pressconv import AssetsMode, Format, HtmlOptions, Options, find_theme
from pressconv.loading import find_house, load_assets
from pressconv.writers.html import Fonts
from pressconv.writers.html.site import site_sheet

POLICY = "default-src 'self'"
WIDTHS = (320, 768, 1280)
SAMPLES = ROOT / "samples"
RICH = SAMPLES / "2026-03-12-plan-littoral"
TWO_PAGES = SAMPLES / "2018-06-26-coalition-maroc" / "fr.xml"
INLINE = HtmlOptions(heading_level=2)
FILES = replace(INLINE, assets=AssetsMode.FILES)
LOOKS = (
    *("color", "display", "font-family", "font-size", "font-style", "font-weight", "line-height"),
    *("margin-top", "margin-left", "padding-top", "border-top-width", "width", "float"),
    *("background-color", "text-align", "max-width", "object-fit", "opacity"),
)
FOREIGN = """
body { font: 1rem/2 monospace; margin: 0 }
img { width: 33px; height: 44px; border: 3px solid; margin: 1em; opacity: .5; float: right }
.site img, figure { max-width: 20px }
p, figure, figcaption { margin: 5em; color: lime; background: pink }
"""
PHOTOGRAPHS = """<release xmlns="urn:pressconv:release:1" id="photographs" xml:lang="en">
<head><headline>Photographs</headline><issuer><organization>Office of a Whole Coast</organization>
<unit>Unit</unit><logo src="logo.png"><alt>Office</alt></logo></issuer></head>
<body><p>Before.</p>
<figure><image src="coast.jpg"><alt>A coast</alt></image><caption>The coast</caption></figure>
<p>Between.</p>
<figure><image src="tall.jpg"><alt>A tower</alt></image></figure>
<figure><image src="small.jpg"><alt>A stone</alt></image></figure>
<p>After.</p></body></release>"""


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with pages in it, as it is uploaded; ``names`` are those of the pages, by kind."""

    folder: str
    names: dict[str, list[str]]

    def visit(self, *pages, widths=WIDTHS, policy=POLICY, **more):
        order = {"folder": self.folder, "pages": pages, "widths": widths, "policy": policy}
        return in_chromium("served.mjs", {**order, **more})


def made(release, assets, house, html):
    formats = (Format.HTML, Format.FRAGMENT)
    options = Options(html=html)
    return pressconv.convert_all(
        release, to=formats, options=options, assets=assets, house=house
    ).value


def host(fragment, *sheets):
    links = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    return (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>Site</title>{links}'
        f'<main class="site"><h1>News</h1>{fragment.decode()}</main></html>'
    )


def releases():
    for path in (RICH / "fr.xml", RICH / "ar.xml", TWO_PAGES):
        release = pressconv.read(path.read_bytes()).value
        name = f"{path.parent.name}.{path.stem}"
        yield name, release, load_assets(release, path.parent), find_house(path.parent)
    photographs = {
        "coast.jpg": encoded(photograph(), "JPEG", quality=95),
        "tall.jpg": encoded(photograph().rotate(90, expand=True), "JPEG"),
        "small.jpg": encoded(photograph().resize((280, 210)), "JPEG"),
        "logo.png": encoded(drawing(900, 300), "PNG"),
    }
    assets = {name: pressconv.make_asset(data) for name, data in photographs.items()}
    yield "photographs", pressconv.read(PHOTOGRAPHS.encode()).value, assets, None


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    require("axe")
    folder = tmp_path_factory.mktemp("site")
    sheet = site_sheet(["fr", "ar", "en"], find_theme())
    (folder / "pressconv.css").write_text(sheet, encoding="utf-8")
    (folder / "foreign.css").write_text(FOREIGN, encoding="utf-8")
    names: dict[str, list[str]] = {
        "files": [],
        "inline": [],
        "embedded": [],
        "host": [],
        "foreign": [],
    }

    def put(kind, name, page):
        data = page if isinstance(page, bytes) else page.encode()
        (folder / f"{name}.{kind}.html").write_bytes(data)
        names[kind].append(f"{name}.{kind}.html")

    for name, release, assets, house in releases():
        whole = made(release, assets, house, FILES)
        embedded = made(release, assets, house, replace(FILES, fonts=Fonts.EMBED))
        for path, data in {**whole.companions, **embedded.companions}.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(data)
        fragment = whole.files[Format.FRAGMENT]
        put("files", name, whole.files[Format.HTML])
        put("embedded", name, embedded.files[Format.HTML])
        put("inline", name, made(release, assets, house, INLINE).files[Format.HTML])
        put("host", name, host(fragment, "pressconv.css"))
        put("foreign", name, host(fragment, "foreign.css", "pressconv.css"))
    return Site(str(folder), names)


def faults(visit):
    """Return what is wrong with one page in one width."""
    unseen = [one["src"] for one in visit["images"] if not one["natural"] or not one["shown"][0]]
    found = {
        "refused": visit["refused"],
        "errors": visit["errors"],
        "failed": visit["failed"],
        "moved": visit["shifts"] or visit["shift"],
        "sideways": visit["overflow"],
        "unseen": unseen,
    }
    return {name: value for name, value in found.items() if value}


@pytest.mark.outside
@pytest.mark.parametrize(
    ("kind", "widths"),
    [("files", WIDTHS), ("embedded", [768]), ("host", WIDTHS), ("foreign", [768])],
)
def test_a_page_on_a_site_is_whole_and_holds_still_while_it_loads(site, kind, widths):
    for visit in site.visit(*site.names[kind], widths=widths):
        assert (visit["page"], visit["width"], faults(visit)) == (visit["page"], visit["width"], {})


@pytest.mark.outside
def test_a_page_that_stands_alone_holds_still_and_asks_for_nothing(site):
    for visit in site.visit(*site.names["inline"], policy=None):
        assert (visit["page"], faults(visit)) == (visit["page"], {})
        asked = {one["path"] for one in visit["requests"]} - {"/favicon.ico"}
        assert asked == {f"/{visit['page']}"}


@pytest.mark.outside
def test_a_page_with_files_looks_as_the_one_that_stands_alone(site):
    order = {"selector": "html, body, body *", "properties": LOOKS, "widths": [768]}
    linked_pages = site.visit(*site.names["files"], **order)
    whole_pages = site.visit(*site.names["inline"], **order, policy=None)
    for linked, alone in zip(linked_pages, whole_pages, strict=True):
        assert len(linked["values"]) > 15
        assert linked["values"] == alone["values"]
        for one, other in zip(linked["images"], alone["images"], strict=True):
            assert one["shown"] == pytest.approx(other["shown"], abs=0.5)  # pixels are whole


@pytest.mark.outside
def test_the_images_of_a_fragment_look_the_same_beside_a_foreign_sheet(site):
    order = {"selector": ".pc-fragment img", "properties": LOOKS, "widths": [768]}
    found = [
        [
            (visit["page"].partition(".")[0], visit["values"])
            for visit in site.visit(*pages, **order)
        ]
        for pages in (site.names["host"], site.names["foreign"])
    ]
    assert found[0] == found[1]


@pytest.mark.outside
@pytest.mark.parametrize("ratio", [1, 2])
def test_a_browser_takes_the_size_that_it_needs(site, ratio):
    for visit in site.visit("photographs.files.html", ratio=ratio):
        coast = next(one for one in visit["images"] if "/coast" in one["src"])
        (width,) = re.findall(r"coast-(\d+)-\w+\.webp$", coast["src"])
        needed = coast["shown"][0] * ratio
        assert min(needed, 1600) <= int(width) <= needed * 2 + 40


@pytest.mark.outside
def test_images_keep_their_shape(site):
    for visit in site.visit("photographs.files.html", "photographs.inline.html", policy=None):
        shapes = [width / height for width, height in (one["shown"] for one in visit["images"])]
        assert shapes == pytest.approx([3, 4 / 3, 3 / 4, 4 / 3], rel=0.01)


@pytest.mark.outside
def test_the_validators_find_nothing_in_pages_and_fragments_with_files(site):
    require("nu", "axe")
    pages = [Path(site.folder, name) for kind in ("embedded", "host") for name in site.names[kind]]
    assert {path: found for path, found in nu_messages(pages).items() if found} == {}
    reports = axe([pages[0], pages[3], pages[7]], modes=("light", "dark")).values()
    assert [one.violations for one in reports] == [()] * len(reports)


def test_the_page_of_a_release_of_two_pages_weighs_at_most_60_kb():
    release = pressconv.read(TWO_PAGES.read_bytes()).value
    page = pressconv.convert(release, to="html", house=find_house(TWO_PAGES.parent)).value
    assert len(page) <= 60 * 1024
