"""What a PDF was made of is in it, and makes the same PDF again, byte for byte."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest
from conftest import ROOT, SAMPLES, sample_name
from embedded import faces
from fontTools.ttLib import TTFont
from outside_tools import require, verapdf
from PIL import Image
from remaking import made, pressconv_run, remade, taken_out
from test_pdf_conformance import FLAVOURS

import pressconv
from pressconv import Choices, ConfigError, House, HtmlOptions, Options, PdfOptions, read_house
from pressconv.house import PageSize, PdfSource, Profile
from pressconv.languages import Position
from pressconv.pdf.profiles import claims
from pressconv.themes import find_theme

SHORT = ROOT / "samples" / "2026-10-13-early-warning"
REAL = ROOT / "samples" / "2018-06-26-coalition-maroc"
RICH = ROOT / "samples" / "2026-03-12-plan-littoral"
OFTEN = (
    *(REAL / f"{one}.xml" for one in ("ar", "fr", "he", "ur", "zh-Hans")),
    *(SHORT / f"{one}.xml" for one in ("am", "en", "hi", "ja", "ru", "th", "vi")),
    RICH / "fr.xml",
)
"""Samples of every script; the others are slow together."""

RELEASE = """<release xmlns="urn:pressconv:release:1" id="r" version="2" xml:lang="en"><head>
<headline>Title</headline><slugline>the-desk</slugline>{dates}
<translation from="fr" authoritative="fr" method="machine" translator="Ada"/></head><body>
{figures}<p>Text.</p></body></release>"""
DATES = '<issued when="2026-03-12"/><updated when="2026-03-14T09:30:00+02:00"/>'


def release(folder, dates=DATES, figures=""):
    path = folder / "en.xml"
    path.write_text(RELEASE.format(dates=dates, figures=figures), encoding="utf-8")
    return path


def attachments(data):
    return {one.name: one for one in pressconv.extract(data)}


def catalog(data) -> Any:
    return pypdf.PdfReader(BytesIO(data)).trailer["/Root"]


# ---- the same bytes ----------------------------------------------------------------------------


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(
    "path",
    [pytest.param(one, marks=() if one in OFTEN else pytest.mark.slow) for one in SAMPLES],
    ids=sample_name,
)
def test_a_sample_makes_the_same_pdf_again(path, profile, tmp_path):
    data = made(path, Options(pdf=PdfOptions(profile=profile)))
    assert remade(data, tmp_path) == data


@pytest.mark.parametrize(
    "options",
    [
        Options(pdf=PdfOptions(page_size=PageSize.LETTER, profile=Profile.UA2)),
        Options(disclaimer=Position.BEFORE, drafts=True),
        Options(typography=Choices(nu="arab", style="cldr")),
        Options(source=PdfSource.FULL),
        Options(theme="newsroom"),
        Options(html=HtmlOptions(theme=replace(find_theme(), name="own", accent="#7a1f1f"))),
    ],
    ids=["paper", "disclaimer", "typography", "source", "theme", "own-theme"],
)
def test_options_of_the_command_line_need_not_be_said_again(options, tmp_path):
    data = made(REAL / "ar.xml", options, read_house(b"drafts = false"))
    plain = made(REAL / "ar.xml", house=read_house(b""))
    assert data != plain
    assert remade(data, tmp_path) == data


def test_what_a_house_says_of_time_and_abbreviations_need_not_be_said_again(tmp_path):
    abbreviation = "<p><abbr>UIC<expansion>Union of Railways</expansion></abbr></p>"
    path = release(tmp_path, figures=abbreviation)
    plain = made(path, house=House())
    for said in (b'timezone = "Asia/Tokyo"', b'abbreviations = "keep"'):
        data = made(path, house=read_house(said))
        assert data != plain
        assert remade(data, tmp_path / "source") == data


def test_another_process_folder_locale_and_day_make_the_same_pdf(tmp_path):
    house = tmp_path / "office.toml"
    house.write_text('[issuer.ar]\norganization = "\u0645\u0643\u062a\u0628"\n', encoding="utf-8")
    first, second = tmp_path / "one", tmp_path / "another folder" / "below"
    first.mkdir()
    second.mkdir(parents=True)
    options = ["--typography", "nu=arab", "--page-size", "letter", "--house", str(house)]
    here = {"PYTHONHASHSEED": "1", "TZ": "UTC"}
    pressconv_run(first, "convert", str(RICH / "ar.xml"), "-t", "pdf", *options, variables=here)
    (pdf,) = first.glob("*.pdf")
    there = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR"}
    pressconv_run(second, "extract", str(pdf), "-o", "source", variables=there)
    (xml,) = second.glob("source/*.xml")
    pressconv_run(*(second, "convert", str(xml), "-t", "pdf"), is_another_day=True, variables=there)
    assert (second / pdf.name).read_bytes() == pdf.read_bytes()


def test_a_house_file_above_has_no_say_in_a_pdf_that_is_made_again(tmp_path):
    data = made(release(tmp_path), house=House())
    (tmp_path / "pressconv.toml").write_text('[issuer.en]\norganization = "Another office"\n')
    assert remade(data, tmp_path / "source") == data


# ---- what is enclosed --------------------------------------------------------------------------


def test_what_an_office_keeps_to_itself_is_enclosed_on_demand(tmp_path):
    path = release(tmp_path)
    xml = attachments(made(path))["r.en.xml"].data
    assert b"the-desk" not in xml
    assert b"Ada" not in xml
    full = attachments(made(path, Options(source=PdfSource.FULL)))
    assert b"the-desk" in full["r.en.xml"].data
    assert b'translator="Ada"' in full["r.en.xml"].data
    assert b'pdf_source = "full"' in full["pressconv.toml"].data


@pytest.mark.parametrize("profile", Profile)
def test_a_pdf_without_its_source_says_so(profile, tmp_path):
    for said, house in ((PdfSource.NONE, House()), (None, House(pdf_source=PdfSource.NONE))):
        options = Options(source=said, pdf=PdfOptions(profile=profile))
        data = made(release(tmp_path), options, house)
        assert pressconv.extract(data) == ()
        part = claims(profile, has_source=False).archive_part
        assert f"<pdfaid:part>{part}</pdfaid:part>".encode() in data
        assert b"<pdfaid:conformance>F" not in data


def test_each_file_says_what_it_is(tmp_path):
    found = attachments(made(RICH / "fr.xml"))
    said = {name: (one.media_type, one.relation) for name, one in found.items()}
    assert said == {
        "2026-03-12-plan-littoral.fr.xml": ("application/xml", "Source"),
        "affiche-video.png": ("image/png", "Source"),
        "carte.png": ("image/png", "Source"),
        "graphique-trait-de-cote.svg": ("image/svg+xml", "Source"),
        "logo.svg": ("image/svg+xml", "Source"),
        "ornement.svg": ("image/svg+xml", "Source"),
        "pressconv.toml": ("application/toml", "Supplement"),
    }
    assert all(one.description for one in found.values())


@pytest.mark.parametrize(
    ("dates", "date"), [(DATES, "D:20260314093000+02'00"), ("", None)], ids=["dated", "undated"]
)
def test_the_date_of_a_file_is_that_of_the_release(dates, date, tmp_path):
    for one in catalog(made(release(tmp_path, dates)))["/AF"]:
        stream = one.get_object()["/EF"]["/F"].get_object()
        assert stream["/Params"].get("/ModDate") == date
        assert stream["/Params"]["/Size"] == len(stream.get_data())


def figure(source):
    return f'<figure><image src="{source}" decorative="true"/></figure>'


@pytest.fixture
def photographed(tmp_path):
    """Write a release with images whose names are hard to tell apart, or to write."""
    names = ["a/carte.png", "b/carte.png", "\u062e\u0631\u064a\u0637\u0629.png", "a b[1].png"]
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.effect_noise((90, 60), 50 + number).save(tmp_path / name)
    sources = [*names[:3], "a%20b%5B1%5D.png"]
    return release(tmp_path, figures="".join(map(figure, sources)))


def test_images_of_any_name_and_folder_come_back(photographed, tmp_path):
    data = made(photographed)
    assert set(attachments(data)) == {
        *("carte.png", "carte-2.png", "\u062e\u0631\u064a\u0637\u0629.png", "a b[1].png"),
        *("r.en.xml", "pressconv.toml"),
    }
    assert remade(data, tmp_path / "source") == data


def test_images_that_make_the_pdf_heavy_are_noted(tmp_path):
    one = pressconv.read(release(tmp_path, figures=figure("a.png")).read_bytes()).value
    Image.effect_noise((3900, 3900), 99).save(tmp_path / "a.png")
    assets = pressconv.load_assets(one, tmp_path)
    for source, codes in ((None, ["pdf-source-large"]), (PdfSource.NONE, [])):
        options = Options(source=source)
        notes = pressconv.convert(one, to="pdf", options=options, assets=assets).notes
        assert [found.code for found in notes if found.code.startswith("pdf-")] == codes
    notes = pressconv.convert(one, to="html", assets=assets).notes
    assert "pdf-source-large" not in {found.code for found in notes}


def test_other_readers_find_the_files_by_name(photographed):
    data = made(photographed)
    found = pypdf.PdfReader(BytesIO(data)).attachments
    assert {name: files[0] for name, files in found.items()} == {
        name: one.data for name, one in attachments(data).items()
    }


def test_the_tree_of_names_is_in_the_order_of_its_bytes(photographed):
    keys = catalog(made(photographed))["/Names"]["/EmbeddedFiles"]["/Names"][::2]
    written = [one.original_bytes for one in keys]
    assert written == sorted(written)


# ---- fonts of the house ------------------------------------------------------------------------


@pytest.fixture
def house_fonts(tmp_path):
    font = TTFont(ROOT / "fonts" / "NotoSansMath" / "NotoSansMath-Regular.ttf")
    table = font["cmap"].getcmap(3, 10)
    table.cmap = {0x1F600: table.cmap[ord("A")]}
    font["cmap"].tables = [table]
    for record in font["name"].names:
        record.string = record.toUnicode().replace("Noto Sans Math", "Faces")
    (tmp_path / "fonts").mkdir()
    font.save(tmp_path / "fonts" / "faces.ttf")
    return tmp_path / "fonts"


def test_fonts_of_the_house_are_named_as_lacking_and_make_the_same_pdf(house_fonts, tmp_path):
    options = Options(pdf=PdfOptions(fonts_dirs=(house_fonts,)))
    data = made(release(tmp_path, figures="<p>\N{GRINNING FACE}</p>"), options)
    house = attachments(data)["pressconv.toml"].data
    assert b"Fonts beside those that ship were at hand" in house
    assert str(house_fonts).encode() not in house
    assert "Faces Regular" in faces(data)
    source = taken_out(data, tmp_path / "source")
    assert made(source, options) == data
    with pytest.raises(pressconv.RenderError):
        made(source)


def test_the_house_file_that_is_enclosed_is_as_strict_as_any(tmp_path):
    source = taken_out(made(RICH / "fr.xml"), tmp_path)
    house = source.parent / "pressconv.toml"
    assert read_house(house.read_bytes()) != House()
    with pytest.raises(ConfigError, match="unknown key 'colour'"):
        read_house(b'colour = "red"\n' + house.read_bytes())


# ---- by others ---------------------------------------------------------------------------------


@pytest.mark.outside
def test_poppler_lists_and_saves_the_files(photographed, tmp_path):
    require("pdftotext")  # pdfdetach comes with it
    pdf = tmp_path / "r.pdf"
    pdf.write_bytes(made(photographed))
    listed = subprocess.run(["pdfdetach", "-list", pdf], capture_output=True, check=True).stdout
    found = attachments(pdf.read_bytes())
    assert f"{len(found)} embedded files" in listed.decode()
    assert [name for name in found if name not in listed.decode()] == []
    (tmp_path / "saved").mkdir()
    subprocess.run(["pdfdetach", "-saveall", "-o", tmp_path / "saved", pdf], check=True)
    saved = {path.name: path.read_bytes() for path in (tmp_path / "saved").iterdir()}
    assert saved == {name: one.data for name, one in found.items()}


@pytest.mark.outside
@pytest.mark.parametrize(("profile", "has_source"), FLAVOURS)
def test_verapdf_passes_what_is_enclosed(profile, has_source, photographed, tmp_path):
    require("verapdf")
    source = None if has_source else PdfSource.NONE
    options = Options(source=source, pdf=PdfOptions(profile=profile))
    paths = [photographed, RICH / "fr.xml", REAL / "ar.xml", SHORT / "ja.xml"]
    for number, path in enumerate(paths):
        (tmp_path / f"{number}.pdf").write_bytes(made(path, options))
    pdfs = [tmp_path / f"{number}.pdf" for number in range(len(paths))]
    failed = {
        (path, flavour, verdict.failed)
        for flavour in FLAVOURS[profile, has_source]
        for path, verdict in verapdf(pdfs, flavour).items()
        if not verdict.passed
    }
    assert failed == set()
