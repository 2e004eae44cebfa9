"""A fragment on the page of a site in Chromium: neither changes how the other looks."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from outside_tools import in_chromium, require
from sources import ROOT

import pressconv
from pressconv.colours import contrast
from pressconv.themes import Palette, find_theme
from pressconv.writers.html.site import site_sheet

RELEASES = ROOT / "samples" / "2018-06-26-coalition-maroc"
PROPERTIES = (
    *("color", "display", "font-family", "font-size", "font-style", "font-weight", "line-height"),
    *("letter-spacing", "text-align", "text-decoration-line", "text-transform", "list-style-type"),
    *("margin-top", "margin-left", "padding-top", "padding-left", "border-top-width", "box-sizing"),
    *("font-feature-settings", "font-kerning", "font-stretch", "font-variant", "line-break"),
    *("list-style-position", "quotes", "text-emphasis", "text-shadow", "white-space", "word-break"),
    *("-webkit-locale", "-webkit-text-stroke-width", "word-spacing", "text-indent"),
)
PARTS = ("content", "color", "font-size", "display")
# Its text has the size that a browser gives a page without a sheet: sizes are the site's.
FOREIGN = """
html { font-size: 62.5% } body { font: 1.6rem/2 monospace; text-align: center }
body { font-feature-settings: "smcp"; font-kerning: none; font-stretch: condensed; quotes: none }
body { font-variant: small-caps; word-break: break-all; line-break: anywhere; white-space: pre }
body { text-shadow: 1px 1px red; text-emphasis: dot; -webkit-text-stroke: 1px red }
body { text-indent: 2em; list-style-position: inside; word-spacing: 9px }
* { letter-spacing: 3px }
*::before { content: "#" } li::after, blockquote::after { content: "»"; font-size: 3em }
li::marker { content: "+"; color: red }
h1, h2, h3, h4 { font-family: cursive; text-transform: uppercase; color: red }
p, ul, ol, li, blockquote { margin: 5em; padding: 1em; color: lime; list-style: square }
a { color: red; text-decoration: none; border: 3px solid }
time, em, strong { font-style: italic; font-weight: 900; color: orange }
aside, section, header, footer, article { border: 5px solid; padding: 3em; background: pink }
"""
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\' file:">'


def page(folder, name, fragments, *sheets):
    links = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    path = folder / f"{name}.html"
    path.write_text(
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8">{POLICY}<title>Site</title>{links}'
        f'<header class="site"><a href="#x">Site</a></header><main><div class="site"><h1>News</h1>'
        f"<p>See <a href='#x'>all <em>news</em></a>.</p><ul><li>One</li></ul></div>{fragments}"
        "</main></html>",
        encoding="utf-8",
    )
    return str(path)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    require("axe")
    folder = tmp_path_factory.mktemp("site")
    (folder / "foreign.css").write_text(FOREIGN, encoding="utf-8")
    (folder / "pressconv.css").write_text(
        site_sheet(["fr", "ar", "en"], find_theme()), encoding="utf-8"
    )
    fragments = "".join(
        pressconv.convert(
            pressconv.read((RELEASES / f"{lang}.xml").read_bytes()).value,
            to="html-fragment",
            options=pressconv.Options(html=pressconv.HtmlOptions(heading_level=2)),
        ).value.decode()
        for lang in ("fr", "ar")
    )
    return {
        "both": page(folder, "both", fragments, "foreign.css", "pressconv.css"),
        "ours first": page(folder, "first", fragments, "pressconv.css", "foreign.css"),
        "ours alone": page(folder, "alone", fragments, "pressconv.css"),
        "the site's alone": page(folder, "site", fragments, "foreign.css"),
    }


def looks(pages, names, selector, properties=PROPERTIES, pseudo=None):
    order = {"pages": [pages[one] for one in names], "selector": selector, "pseudo": pseudo}
    answers = in_chromium("computed.mjs", {**order, "properties": properties})
    assert [one["refused"] for one in answers] == [[]] * len(names)
    return [one["values"] for one in answers]


@pytest.mark.outside
def test_the_sheet_for_fragments_changes_nothing_else_on_the_page(pages):
    both, alone = looks(pages, ["both", "the site's alone"], ".site, .site *")
    assert len(both) > 8
    assert both == alone


@pytest.mark.outside
def test_spaces_are_quarters_of_a_line_of_the_site_s_own_text(pages):
    (french,) = looks(pages, ["both"], ".pc-fragment:lang(fr) *")
    spaces = [dict(zip(PROPERTIES, values, strict=True)) for _, values in french]
    quarters = [
        float(one[name].removesuffix("px")) / (16 * 1.5 / 4)
        for one in spaces
        for name in ("margin-top", "line-height")
        if one["display"] in {"block", "flow-root"} and one[name].endswith("px")
    ]
    assert len({round(one) for one in quarters}) > 4
    assert quarters == pytest.approx([round(one) for one in quarters], abs=0.02)


@pytest.mark.outside
@pytest.mark.parametrize("name", ["both", "ours first"])
def test_the_sheet_of_the_site_changes_nothing_in_a_fragment(pages, name):
    ours, alone = looks(pages, [name, "ours alone"], ".pc-fragment *")
    assert len(ours) > 50
    assert ours == alone


@pytest.mark.outside
@pytest.mark.parametrize("pseudo", ["::before", "::after", "::marker"])
def test_the_site_puts_nothing_before_or_behind_the_parts_of_a_fragment(pages, pseudo):
    for name in ("both", "ours first"):
        ours, alone = looks(pages, [name, "ours alone"], ".pc-fragment *", PARTS, pseudo)
        assert ours == alone


@pytest.mark.outside
def test_a_part_in_another_language_is_hyphenated_and_drawn_as_that(pages):
    (found,) = looks(pages, ["both"], ".pc-fragment a[hreflang][lang]", ["-webkit-locale"])
    assert len({locale for _, (locale,) in found}) > 2


# ---- colours: the recipe of docs/site.md -------------------------------------------------------


def recipe():
    text = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")
    return text.partition("```css\n")[2].partition("```")[0]


def recipe_colours():
    return dict(re.findall(r"--pc-(\w+): (#[0-9a-f]{6});", recipe()))


def test_the_documented_colours_are_all_that_a_palette_has():
    assert set(recipe_colours()) == {one.name for one in fields(Palette)}


def test_the_recipe_for_a_dark_site_can_be_read():
    colours = recipe_colours()
    for ground in ("paper", "tint"):
        for name in ("ink", "accent", "muted"):
            assert contrast(colours[name], colours[ground]) >= 4.5


@pytest.mark.outside
def test_the_recipe_behind_the_sheet_changes_the_colours_of_a_fragment(pages):
    folder = Path(pages["both"]).parent
    (folder / "dark.css").write_text(recipe(), encoding="utf-8")
    content = Path(pages["ours alone"]).read_text(encoding="utf-8")
    link = '<link rel="stylesheet" href="{}">'
    dark = content.replace(
        link.format("pressconv.css"), link.format("pressconv.css") + link.format("dark.css")
    )
    (folder / "dark.html").write_text(dark, encoding="utf-8")
    pages = {"dark": str(folder / "dark.html")}
    (found,) = looks(pages, ["dark"], ".pc-fragment", ["--pc-ink", "color"])
    red, green, blue = bytes.fromhex(recipe_colours()["ink"][1:])
    assert {tuple(one) for _, one in found} == {("#e8edf2", f"rgb({red}, {green}, {blue})")}
