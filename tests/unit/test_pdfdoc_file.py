"""An open PDF: tags with their places, annotations, metadata, what pages draw."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from audit_faults import base, broken, content, put, put_catalog, put_tag

from pressconv.pdfdoc import open_pdf, xmp
from pressconv.pdfdoc.file import is_silent, page_of, text_below
from pressconv.pdfdoc.sfnt import _charts, read_sfnt
from pressconv.pdfdoc.xmp import read_xmp

FONT = Path(__file__).parents[2] / "fonts" / "NotoSerif" / "NotoSerif-Regular.ttf"


@pytest.fixture(scope="module")
def pdf():
    return open_pdf(base())


def one(pdf, kind):
    return next(tag for tag in pdf.tags if tag.kind == kind)


def test_a_tag_says_where_it_is(pdf):
    cell = one(pdf, "TD")
    assert cell.path == "Document[1]/Art[1]/Table[1]/TBody[1]/TR[2]/TD[1]"
    assert [tag.kind for tag in cell.above()][-1] == "Document"
    assert (page_of(cell.node), text_below(cell.node)) == (1, "12")


def test_the_language_of_a_tag_is_its_own_or_that_of_one_around_it():
    found = open_pdf(broken(put_tag("L", Lang="de")))
    assert {tag.lang for tag in found.tags if "/L[1]" in tag.path} == {"de"}
    assert one(found, "H1").lang is None


def test_attributes_are_read_of_every_owner_and_class():
    def classed(writer):
        put_tag("P", C="/note")(writer)
        held = {"/note": {"/O": "/Layout", "/Placement": "/Block"}}
        put(writer.root_object["/StructTreeRoot"].get_object(), ClassMap=held)

    found = open_pdf(broken(classed))
    assert one(found, "P").node.attributes["Placement"] == "Block"
    box = one(found, "Figure").node.attributes["BBox"]
    assert isinstance(box, tuple)
    assert len(box) == 4


def test_a_link_is_owned_by_its_tag(pdf):
    link = next(found for found in pdf.annotations if "/A" in found.values)
    assert pdf.owners[link.key].kind == "Link"
    assert not link.is_hidden


def test_the_metadata_are_read_with_their_prefixes(pdf):
    assert pdf.xmp.all(xmp.DC, "title") == ("Titre", "Titre")
    assert pdf.xmp.first(xmp.PDF_UA, "part") == "1"
    assert pdf.xmp.prefixes[xmp.PDF_UA, "part"] == "pdfuaid"
    assert pdf.xmp.first(xmp.PDF_A, "nothing") is None


@pytest.mark.parametrize("data", [b"", b"<a", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_metadata_that_are_none_say_nothing(data):
    found = read_xmp(data)
    assert found is None or found.values == {}


def test_only_spaces_of_xml_around_a_value_are_dropped():
    packet = f"""<x xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF>
        <rdf:Description rdf:about="" xmlns:dc="{xmp.DC}"><dc:title> \u00a0a\u3000
        </dc:title></rdf:Description></rdf:RDF></x>"""
    found = read_xmp(packet.encode())
    assert found is not None
    assert found.all(xmp.DC, "title") == ("\u00a0a\u3000",)


def test_metadata_may_be_written_as_attributes():
    packet = f"""<x xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF>
        <rdf:Description rdf:about="" xmlns:u="{xmp.PDF_UA}" u:part="2"/></rdf:RDF></x>"""
    found = read_xmp(packet.encode())
    assert found is not None
    assert found.first(xmp.PDF_UA, "part") == "2"
    assert found.prefixes[xmp.PDF_UA, "part"] == "u"


def test_what_is_drawn_outside_of_any_mark_is_counted_by_page():
    found = open_pdf(broken(content(rb"\A", b"0 0 9 9 re f 0 0 9 9 re f BT (a) Tj ET\n")))
    assert found.survey.unmarked == {1: {"a line or an area": 2, "text": 1}}


def test_all_content_of_a_pdf_of_ours_is_in_its_tree(pdf):
    assert pdf.survey.unmarked == {}
    assert pdf.survey.painted <= pdf.contents
    assert pdf.survey.device_colours <= {"DeviceRGB", "DeviceGray"}


def test_text_that_nobody_sees_is_told_apart():
    shown = open_pdf(broken(content(rb"\A", b"3 Tr\n"))).survey.fonts
    assert not any(any(one.visible) for one in shown.values())
    assert any(any(one.hidden) for one in shown.values())


def test_a_language_that_the_content_says_itself_is_kept():
    def edit(writer):
        put_catalog(Lang=None)(writer)
        content(rb"/MCID\s+(\d+)", rb"/Lang (fr) /MCID \1")(writer)

    found = open_pdf(broken(edit))
    assert set(found.survey.langs.values()) == {"fr"}


def test_every_dictionary_is_found_once(pdf):
    found = [values for _, values in pdf.dictionaries if values.get("/S") == "/H1"]
    assert len(found) == 1


def test_an_element_is_silent_without_text_or_alternative():
    assert is_silent(one(open_pdf(broken(put_tag("Figure", Alt=" "))), "Figure").node)
    assert not is_silent(one(open_pdf(base()), "Figure").node)


def test_a_font_program_says_how_wide_its_glyphs_are():
    found = read_sfnt(FONT.read_bytes())
    assert found is not None
    assert found.n_glyphs == len(found.widths)
    assert 0 < max(found.widths) < 5000
    letters = found.charts[3, 1]
    assert len({letters[ord(one)] for one in "Abc\u00e9"}) == 4
    assert max(letters.values()) < found.n_glyphs


@pytest.mark.parametrize(
    ("chart", "expected"),
    [
        (struct.pack(">HHH256B", 0, 262, 0, *range(256)), {65: 65}),
        (struct.pack(">HHHHH2H", 6, 14, 0, 65, 2, 7, 8), {65: 7, 66: 8}),
        (struct.pack(">7H7H", 4, 32, 0, 2, 0, 0, 0, 66, 0, 65, 3, 0, 0, 0), {65: 68, 66: 69}),
        (struct.pack(">HHH", 12, 0, 0), {}),
        (b"\0", {}),
    ],
)
def test_tables_of_characters_are_read_in_every_old_form(chart, expected):
    found = _charts(struct.pack(">HHHHL", 0, 1, 3, 1, 12) + chart)[3, 1]
    assert {code: found.get(code) for code in expected} == expected


def test_a_table_of_characters_may_be_broken():
    broken_segments = struct.pack(">7H", 4, 32, 0, 2000, 0, 0, 0)
    assert _charts(struct.pack(">HHHHL", 0, 9, 3, 1, 12) + broken_segments)[3, 1] == {}


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"\0\1\0\0\xff\xff" + bytes(20), bytes(100)])
def test_a_font_program_that_is_none_is_none(data):
    assert read_sfnt(data) is None
