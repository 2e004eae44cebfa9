"""Both themes as readers see them who ask for something: dark, much space, a keyboard, a site."""

from __future__ import annotations

from itertools import product

import pytest
from conftest import ROOT, converted
from constructs import ASSETS, Construct, release_of
from outside_tools import ALL_MODES, ASKED_MODES, Mode, axe, in_chromium, nu_messages, require

import pressconv
from pressconv import Format, HtmlOptions, Options
from pressconv.colours import contrast
from pressconv.themes import (
    GROUNDS,
    TEXTS,
    PaletteChoices,
    ThemeChoices,
    find_theme,
    on_paper,
    shipped_themes,
    starkest,
)
from pressconv.writers.html import Fonts, write_html
from pressconv.writers.html.site import site_sheet

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("modes")]

SAMPLES = ROOT / "samples"
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
RICH = tuple(SAMPLES / "2026-03-12-plan-littoral" / f"{lang}.xml" for lang in ("fr", "ar"))
REAL = tuple(SAMPLES / "2018-06-26-coalition-maroc" / f"{lang}.xml" for lang in ("fr", "ur"))
SHORT = tuple(SAMPLES / "2026-10-13-early-warning" / f"{lang}.xml" for lang in ("hi", "zh-Hans"))
CHOSEN = (*RICH, *REAL, *SHORT)

# Six colours a page that nobody could take for each other, on which every text passes.
LOUD = ThemeChoices(
    ink="#000001",
    paper="#fffffe",
    accent="#00004d",
    muted="#4d0000",
    line="#c0ffc0",
    tint="#ffffd0",
    dark=PaletteChoices(
        ink="#fffffd",
        paper="#000002",
        accent="#ccccff",
        muted="#ffcccc",
        line="#004000",
        tint="#202000",
    ),
)
# A site is dark or not by itself. That axe takes the colours of a site for those of its sheet where
# others are forced (it asks for -webkit-text-fill-color) goes unseen in light ones.
SITE_MODES: tuple[Mode, ...] = ("light", "narrow", "spacing", "forced", "more", "paper")
DARK = {"prefers-color-scheme": "dark"}
MORE = {"prefers-contrast": "more"}
FORCED = {"forced-colors": "active"}
SITE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>News</title>
<link rel="icon" href="data:,">
<style>body {{ margin: 1rem; font: 1rem/1.5 sans-serif; background: #fff; color: #222 }}
:focus-visible {{ outline: 3px solid #222 }}</style>
<style>{sheet}</style></head>
<body><header><a href="#news">Example press</a></header>
<main id="news"><h1>News</h1>
{fragments}</main></body>
</html>
"""


def page(folder, path, theme, fonts=Fonts.SYSTEM):
    options = Options(html=HtmlOptions(fonts=fonts, theme=theme))
    file = folder / f"{theme.name}-{path.parent.name}.{path.stem}.html"
    file.write_bytes(converted(path, [Format.HTML], options).files[Format.HTML])
    return file


def site(folder, paths, theme):
    """Write a page of a site that holds fragments."""
    options = Options(html=HtmlOptions(heading_level=2, theme=theme))
    made = [converted(path, [Format.FRAGMENT], options).files[Format.FRAGMENT] for path in paths]
    sheet = site_sheet([path.stem for path in paths], theme)
    file = folder / f"{theme.name}-site.html"
    fragments = "".join(one.decode() for one in made)
    file.write_text(SITE.format(sheet=sheet, fragments=fragments), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The chosen samples in every theme, in the order of the themes."""
    folder = tmp_path_factory.mktemp("modes")
    themes = map(find_theme, shipped_themes())
    return {theme.name: [page(folder, path, theme) for path in CHOSEN] for theme in themes}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    return [site(folder, (RICH[0], *REAL), find_theme(name)) for name in shipped_themes()]


def faults(reports):
    found = {}
    for key, report in reports.items():
        kept = report.faults
        if report.mode == "paper":  # nobody points at a printed link
            kept = tuple(one for one in kept if not one.startswith("target-size:"))
        if kept:
            found[key] = kept
    return found


def test_axe_finds_no_violation_in_any_mode_of_any_theme(pages):
    require("axe")
    first, *others = pages.values()
    long = [file for files in others for file in files[: len(RICH + REAL)]]
    asked = axe([*first, *(file for files in others for file in files[: len(RICH)])], ASKED_MODES)
    # Of the default theme, all samples are seen in these modes by another test.
    assert faults(asked | axe(long, ALL_MODES)) == {}


def test_axe_finds_no_violation_on_the_page_of_a_site(sites):
    require("axe")
    assert faults(axe(sites, SITE_MODES)) == {}


def test_nu_has_nothing_to_say_of_any_theme_nor_of_the_page_of_a_site(pages, sites):
    require("nu")
    found = nu_messages([*(file for files in pages.values() for file in files), *sites])
    assert {name: messages for name, messages in found.items() if messages} == {}


# ---- room, space, keyboard -------------------------------------------------------------------

ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %: WCAG 2.2 SC 1.4.10
WIDE = {"width": 1280, "height": 800}
SETTINGS = (
    {**ZOOMED, "spacing": False, "features": DARK},
    {**ZOOMED, "spacing": True, "features": {}},
    {**WIDE, "spacing": True, "features": MORE},
)


def lost(pages, settings=SETTINGS):
    """Return what is lost on pages, a setting after the other, where something is."""
    files = [str(page) for page in pages]
    answers = in_chromium("boxes.mjs", {"pages": files, "settings": settings})
    keys = product((page.name for page in pages), range(len(settings)))
    return {key: found for key, found in zip(keys, answers, strict=True) if found}


@pytest.mark.parametrize("name", shipped_themes())
def test_nothing_is_lost_at_400_per_cent_with_text_spacing_or_by_keyboard(name, tmp_path):
    require("axe")
    files = [page(tmp_path, path, find_theme(name), Fonts.EMBED) for path in CHOSEN]
    assert lost(files) == {}


@pytest.mark.parametrize(("logo", "n_beside"), [((320, 80), (0, 2)), ((60, 60), (2, 2))])
def test_names_stand_below_their_logo_where_there_is_no_room_beside_it(logo, n_beside, tmp_path):
    require("axe")
    (width, height), drawn = logo, tmp_path / "l.svg"
    drawn.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        '<path d="M0 0h9v9"/></svg>'
    )
    source = tmp_path / "r.xml"
    source.write_text(
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head><headline>H</headline>'
        "<issuer><organization>Infrastructure</organization><unit>Office</unit><logo src='l.svg'>"
        "<alt>l</alt></logo></issuer></head><body><p>b</p></body></release>"
    )
    order = {"pages": [str(page(tmp_path, source, find_theme("ministry")))], "widths": [320, 1280]}
    for seen, n in zip(in_chromium("positions.mjs", order), n_beside, strict=True):
        starts = {text: places[0][0] for text, places in seen["texts"] if places[0]}
        names = [starts[name] for name in ("Infrastructure", "Office")]
        assert len(set(names)) == 1
        assert sum(one > starts["H"] for one in names) == n


def test_a_word_longer_than_a_line_is_broken_wherever_it_stands(tmp_path):
    require("axe")
    image = "<image src='p.svg'><alt>x</alt></image>"
    head = (
        "<subheadline>{0}</subheadline><issuer><organization>{0}</organization><unit>{0}"
        "</unit><logo src='p.svg'><alt>x</alt></logo></issuer><genre key='other'>{0}</genre>"
        "<dateline><place>{0}</place></dateline><byline>{0}</byline><abstract><p>{0}</p></abstract>"
    ).replace("{0}", LONG)
    body = (
        "<section><title>{0}</title><p><a href='https://example.org/'>{0}</a> <code>{0}</code>"
        "<footnote>{0}</footnote></p><quote><p>{0}</p><quote><p>{0}</p></quote><attribution>{0}"
        "</attribution></quote><list><item><p>{0}</p><list><item>{0}</item></list></item></list>"
        "<definitions><entry><term>{0}</term><definition>{0}</definition></entry></definitions>"
        f"<figure>{image}<caption>{{0}}</caption><credit>{{0}}</credit></figure><speech>"
        "<speaker>{0}</speaker><p>{0}</p></speech><note><title>{0}</title><p>{0}</p></note>"
        "<media kind='audio' href='https://example.org/'><title>{0}</title></media>"
        "<verse><line>{0}</line></verse></section>"
    ).replace("{0}", LONG)
    foot = f"<contact><name>{LONG}</name><email>a@{LONG}.example</email></contact>"
    foot += f"<related href='https://example.org/'>{LONG}</related>"
    release = release_of(Construct(body, "de", head, foot))
    for name in shipped_themes():
        options = HtmlOptions(theme=find_theme(name))
        data = write_html(pressconv.present(release), options, ASSETS).data
        (tmp_path / f"{name}.html").write_bytes(data)
    assert lost(sorted(tmp_path.iterdir())) == {}


def test_nothing_of_a_fragment_is_lost_on_the_page_of_a_site(sites):
    require("axe")
    assert lost(sites) == {}


LOSSES = {
    '<p style="inline-size: 30em">wide</p>': "scrolls sideways",
    '<p style="inline-size: 30em; white-space: nowrap">%s</p>' % ("wide " * 30): "outside",
    '<p style="overflow: hidden; block-size: 1em">%s</p>' % ("high " * 90): "cut off by p",
    '<p style="overflow: clip; white-space: nowrap">%s</p>' % ("wide " * 30): "cut off by p",
    '<p style="line-height: .5">%s</p>' % ("lines lie over lines " * 9): "lies over",
    '<p>one</p><p style="margin-top: -2em">two</p>': "lies over",
    '<p style="font-size: 0">nothing</p>': "has no box",
    '<a href="#a">a</a><br><a href="#b">b</a>': "a target of",
    '<p>In text <a href="#a">a link</a> may be low.</p>': "",
    '<p>Seen <a href="#a" style="outline: none">a link</a></p>': "in focus, shows no outline",
    '<p>Seen <a href="#a" style="outline: solid #ddd">it</a></p>': "in focus, has an outline of",
    '<p>Seen <a href="#a" tabindex="-1">it</a></p>': "the Tab key reaches 0 of 1",
}


def test_whatever_can_be_lost_is_found_and_nothing_else(tmp_path):
    require("axe")
    files = []
    for number, body in enumerate(LOSSES):
        file = tmp_path / f"{number}.html"
        style = "a:focus { outline: 3px solid #000 } p { overflow-wrap: break-word }"
        file.write_text(
            f"<!DOCTYPE html><html lang='en'><title>t</title><style>{style}</style>{body}</html>"
        )
        files.append(file)
    found = lost(files, [{**ZOOMED, "spacing": False, "features": {}}])
    named = [found.get((file.name, 0), [""]) for file in files]
    assert [
        (body, expected, list(faults))
        for (body, expected), faults in zip(LOSSES.items(), named, strict=True)
        if not any(fault.startswith(expected) and bool(fault) == bool(expected) for fault in faults)
    ] == []


# ---- colours ---------------------------------------------------------------------------------


def pairs(palette, colours):
    return {
        f"{getattr(palette, colour)} on {getattr(palette, ground)}"
        for colour in colours
        for ground in GROUNDS
    }


def test_text_and_rules_have_no_pair_of_colours_but_those_that_are_held(tmp_path):
    require("axe")
    theme = find_theme("loud", {"loud": LOUD})
    shown = {
        ("light", "screen"): theme,
        ("dark", "screen"): theme.dark,
        ("more", "screen"): starkest(theme),
        ("more dark", "screen"): starkest(theme.dark),
        ("light", "print"): on_paper(theme),
    }
    asked = {"light": {}, "dark": DARK, "more": MORE, "more dark": {**MORE, **DARK}}
    settings = [{"features": asked[one], "media": medium} for one, medium in shown]
    files = [str(page(tmp_path, path, theme)) for path in (*RICH, *REAL)]
    answers = in_chromium("colours.mjs", {"pages": files, "settings": settings})
    seen = set()
    for (_, palette), found in zip(product(files, shown.values()), answers, strict=True):
        texts, rules = pairs(palette, TEXTS), pairs(palette, (*TEXTS, "line"))
        assert {pair: path for pair, path in found["texts"].items() if pair not in texts} == {}
        assert {pair: path for pair, path in found["rules"].items() if pair not in rules} == {}
        assert found["generated"] == []
        seen |= set(found["texts"])
    assert seen >= pairs(theme, ("ink", "accent")) | pairs(theme.dark, ("ink", "accent"))


def test_forced_colours_reach_every_text_with_their_contrast(pages, sites):
    require("axe")
    settings = [{"features": {**FORCED, **more}, "media": "screen"} for more in ({}, DARK)]
    files = [*(str(file) for one in pages.values() for file in one[: len(RICH)]), *map(str, sites)]
    answers = in_chromium("colours.mjs", {"pages": files, "settings": settings})
    for (file, _), found in zip(product(files, settings), answers, strict=True):
        given = [(pair, *pair.split(" on ")) for pair in found["texts"]]
        assert len(given) <= 3, file  # text, links, and what is marked: no colour of a theme
        assert [pair for pair, text, ground in given if contrast(text, ground) < 7] == []
