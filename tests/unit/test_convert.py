"""Conversions: refused where a reader would be shut out, compared before they leave."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import FrozenInstanceError, replace
from pickle import dumps, loads

import pypdf
import pytest
from printed import printed

import pressconv
from pressconv import Format, htmldoc
from pressconv import model as m
from pressconv.convert import percent
from pressconv.errors import InputError, RefusedError, RenderError
from pressconv.house import PageSize
from pressconv.pdf.page import page_sheet, page_size

OTHER = b"""<release xmlns="urn:pressconv:release:1" id="r" xml:lang="fr"><head>
<headline>titre</headline></head><body><p>autre</p></body></release>"""


def release(body="<p>corps</p>", lang="fr"):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>titre</headline></head><body>{body}</body></release>"
    )
    return pressconv.read(text.encode(), name="r.xml").value


def test_every_gap_that_shuts_a_reader_out_is_refused_at_once_with_its_place():
    body = (
        '<figure><image src="a.png"/></figure><p><a href="https://e.example"/>x</p>'
        "<table><caption>c</caption><rows><row><cell>1</cell></row></rows></table>"
    )
    with pytest.raises(RefusedError) as caught:
        pressconv.convert(release(body), to="text")
    problems = caught.value.problems
    assert [one.code for one in problems] == ["gap-alt", "gap-link-text", "gap-table-headers"]
    assert all(one.place.line == 1 and one.place.column > 1 for one in problems)
    assert "r.xml:1:" in str(caught.value)


def test_an_image_that_nobody_loaded_is_refused_for_a_page_and_not_for_a_text():
    found = release('<figure><image src="a.png" decorative="true"/></figure><p>x</p>')
    with pytest.raises(RefusedError, match="images are missing"):
        pressconv.convert(found, to="html")
    assert pressconv.convert(found, to="text").value.startswith(b"titre")


@pytest.mark.parametrize("broken", ["html", "txt", "xml"])
def test_an_output_that_lost_text_is_refused(broken, monkeypatch):
    patches = {
        "html": ("pressconv.htmldoc.reading_text", lambda data: ("titre",)),
        "txt": ("pressconv.writers.text.Text.blocks", lambda self: ("titre", "corp")),
        "xml": (sys.modules["pressconv.enclosures"], "write_xml", lambda found: OTHER),
    }
    monkeypatch.setattr(*patches[broken])
    to = {"html": "html", "txt": "text", "xml": "xml"}[broken]
    with pytest.raises(RefusedError) as caught:
        pressconv.convert(release(), to=to)
    assert caught.value.problems[0].code == "text-differs"
    assert "defect of pressconv" in str(caught.value)


def test_the_proof_names_what_was_made_and_compared():
    made = pressconv.convert_all(release(), to=[Format.HTML, Format.TEXT]).value
    assert str(made.proof) == "text equal in html, txt: 10 characters"
    assert list(made.files) == [Format.HTML, Format.TEXT]
    assert str(pressconv.Proof(4962, (Format.HTML,), 0.8629)) == (
        "text equal in html: 4,962 characters; pdf: 86.2 % of the text, in the order of the tags"
    )


def test_a_share_that_is_not_whole_never_reads_as_all():
    assert percent(0.99999) == "99.9 %"
    assert percent(1.0) == "100.0 %"


# ---- paper ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tag", "size"),
    [("fr", "A4"), ("en", "letter"), ("en-GB", "A4"), ("fr-CA", "letter"), ("es-MX", "letter")],
)
def test_the_paper_is_that_of_the_region(tag, size):
    assert page_size(tag) is PageSize(size)


def test_the_running_foot_counts_pages_in_the_words_of_the_language():
    shown = pressconv.present(release())
    assert '"Page " counter(page, decimal) " sur " counter(pages, decimal)' in page_sheet(
        shown, PageSize.A4
    )


def test_the_house_file_says_the_paper_and_an_option_says_it_louder():
    def width(**options):
        house = pressconv.House(page_size=PageSize.LETTER)
        data = pressconv.convert(release(), to="pdf", house=house, **options).value
        return round(pypdf.PdfReader(io.BytesIO(data)).pages[0].mediabox.width)

    assert width() == 612
    louder = pressconv.Options(pdf=pressconv.PdfOptions(page_size=PageSize.A4))
    assert width(options=louder) == 595


def test_a_time_whose_zone_nobody_knows_stops_no_pdf():
    dated = (
        b'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="fr"><head>'
        b'<headline>t</headline><issued when="2018-06-26T10:00:00"/>'
        b'<updated when="2018-06-27T08:30:00"/></head>'
        b"<body><p>x</p></body></release>"
    )
    data = pressconv.convert(pressconv.read(dated).value, to="pdf").value
    facts = pypdf.PdfReader(io.BytesIO(data)).metadata
    assert facts is not None
    assert str(facts["/ModDate"]) == "D:20180627083000"


def test_the_pdf_embeds_the_bundled_fonts_only():
    data = pressconv.convert(release("<p>Ж ا x</p>"), to="pdf").value
    found = re.findall(rb"/BaseFont /([^ /]+)", _uncompressed(data))
    names = {name.decode() for name in found}
    assert names
    assert all("Noto" in name for name in names)


def _uncompressed(data):
    """Write a PDF again with every object in plain sight."""
    out = io.BytesIO()
    pypdf.PdfWriter(clone_from=io.BytesIO(data)).write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "source", ["https://example.org/a.png", "file:///etc/hostname", "http://127.0.0.1:9/a.png"]
)
def test_the_engine_fetches_nothing_and_says_so(source):
    page = f'<html lang="en"><title>t</title><p><img alt="a" src="{source}">'
    with pytest.raises(RenderError, match="the PDF engine reported"):
        printed(page.encode())


def test_parts_may_be_named_as_those_of_a_page_were_called():
    body = (
        '<p xml:id="pc-text">a<footnote>b</footnote></p><p xml:id="pc-note-1">c</p>'
        '<p xml:id="pc-call-1">See <a href="#pc-text">a</a></p>'
    )
    pdf = pypdf.PdfReader(io.BytesIO(pressconv.convert(release(body), to="pdf").value))
    assert {"pc-text", "pc-note-1", "pc-call-1"} <= set(pdf.named_destinations)


def test_what_the_engine_ignores_is_an_error():
    with pytest.raises(RenderError, match="unknown-property"):
        printed(b'<html lang="en"><title>t</title><p>x', "p { unknown-property: 1 }")


# ---- reading pages back --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>a <b>b</b><br>c<p>d", ("a b c", "d")),
        ("<nav>x</nav><p>a</p><p hidden>x</p><p aria-hidden=true>x</p>", ("a",)),
        ("<main><p>a</p></main><p>outside</p>", ("a",)),
        ("<p>a<img alt='picture'>b</p><img alt=''>", ("a", "picture", "b")),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ("a", "b", "c")),
        ("<p><ruby>a<rp>(</rp><rt>x</rt></ruby>\u00a0b\u00adc</p>", ("a\u00a0bc",)),
        (
            "<p>a<a role=doc-noteref href=#n>1</a> b</p><p>c</p>"
            "<div role=doc-endnotes><div id=n role=doc-footnote>"
            "<a role=doc-backlink>1</a> note</div></div>",
            ("a b", "note", "c"),
        ),
    ],
)
def test_a_page_of_anybody_gives_its_reading_text(page, blocks):
    assert htmldoc.reading_text(page.encode()) == blocks


def test_nothing_is_no_page():
    with pytest.raises(InputError, match="not HTML"):
        htmldoc.reading_text(b"", name="a.html")


# ---- frozen data ---------------------------------------------------------------------------


def test_nodes_are_equal_wherever_they_stood():
    here = m.Paragraph((m.Text("a"),), place=pressconv.Place("a.xml", 1, 1))
    there = m.Paragraph((m.Text("a"),), place=pressconv.Place("b.xml", 2, 2))
    assert here == there
    assert hash(here) == hash(there)
    assert here != m.Paragraph((m.Text("b"),))
    assert loads(dumps(here)) == here


def test_nodes_cannot_be_changed_but_replaced():
    node = m.Text("a")
    with pytest.raises(FrozenInstanceError):
        setattr(node, "value", "b")  # noqa: B010 - a type checker knows already
    assert replace(node, value="b") == m.Text("b")
    assert repr(node) == "Text(value='a')"


@pytest.mark.parametrize(("given", "named"), [((), {}), (("a", "b"), {}), ((), {"x": 1})])
def test_nodes_are_made_with_their_fields_only(given, named):
    with pytest.raises(TypeError, match="Text"):
        m.Text(*given, **named)
