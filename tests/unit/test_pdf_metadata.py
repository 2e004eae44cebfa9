"""What a PDF says of itself: claims, metadata, dates, attachments, and where its links lead."""

from __future__ import annotations

import io
from datetime import datetime, timedelta, timezone
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from making import MOMENTS
from printed import printed
from pypdf.generic import NameObject, TextStringObject

import pressconv
from pressconv.house import Profile
from pressconv.pdf import Attachment, PdfOptions, Relation, write_pdf
from pressconv.pdf.catalog import pdf_date
from pressconv.pdf.metadata import Facts, xmp
from pressconv.pdf.profiles import claims
from pressconv.writers.html import write_html

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pur": "http://prismstandard.org/namespaces/prismusagerights/2.1/",
}
FACTS = Facts(
    title="Trains & “nights” <1>",
    lang="fr",
    identifier="trains",
    description="Ils roulent.",
    publisher="Office",
    issued="2026-03-12",
    modified="2026-03-13T09:30:00+01:00",
    subjects=("rail", "nuit"),
)
RELEASE = """<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>
<headline>H</headline><issuer><organization>Office</organization></issuer>
<issued when="2026-03-12"/><updated when="2026-03-13T09:30:00+01:00"/></head><body>
<section xml:id="s"><title>One</title><p>See <ref to="s">one</ref>.</p></section>
<section><title>Two</title><p>b</p></section></body></release>"""
SOURCE = Attachment("r.xml", b"<release/>", "application/xml", Relation.SOURCE, "The source")


def packet(facts=FACTS, claimed=None):
    text = xmp(facts, claimed).decode()
    assert text.startswith('<?xpacket begin="\ufeff"')
    assert text.endswith('<?xpacket end="r"?>')
    return etree.fromstring(text.partition("?>")[2].rpartition("<?")[0])


def values(root, path):
    return [one.text for one in root.findall(f".//{path}", SPACES)]


def made(profile=Profile.UA1, *, lang="en", before="", attachments=(), claimed=True):
    source = RELEASE.format(lang=lang).replace("<body>", f"<body>{before}")
    shown = pressconv.present(pressconv.read(source.encode()).value)
    options = PdfOptions(profile=profile)
    data = write_pdf(write_html(shown), options, attachments=attachments, claims=claimed)
    return pypdf.PdfReader(io.BytesIO(data))


# ---- metadata ------------------------------------------------------------------------------


def test_the_packet_has_the_facts_of_the_release():
    root = packet()
    assert values(root, "dc:title//rdf:li") == [FACTS.title, FACTS.title]
    assert values(root, "dc:language//rdf:li") == ["fr"]
    assert values(root, "dc:publisher//rdf:li") == ["Office"]
    assert values(root, "dc:subject//rdf:li") == ["rail", "nuit"]
    assert values(root, "xmp:CreateDate") == ["2026-03-12"]
    assert values(root, "xmp:ModifyDate") == ["2026-03-13T09:30:00+01:00"]


def test_what_nobody_knows_is_not_said():
    root = packet(Facts(title="t", lang="en", identifier="i"))
    names = {etree.QName(one).localname for one in root.iter()}
    assert names.isdisjoint({"publisher", "description", "date", "CreateDate", "source", "subject"})


@pytest.mark.parametrize(
    ("profile", "has_source", "expected"),
    [
        (Profile.UA1, True, ("1", [], "3", ["A"], [])),
        (Profile.UA1, False, ("1", [], "2", ["A"], [])),
        (Profile.UA2, True, ("2", ["2024"], "4", ["F"], ["2020"])),
        (Profile.UA2, False, ("2", ["2024"], "4", [], ["2020"])),
    ],
)
def test_a_profile_claims_its_standards(profile, has_source, expected):
    root = packet(claimed=claims(profile, has_source=has_source))
    part, revision, archive, level, year = expected
    assert values(root, "pdfuaid:part") == [part]
    assert values(root, "pdfuaid:rev") == revision
    assert values(root, "pdfaid:part") == [archive]
    assert values(root, "pdfaid:conformance") == level
    assert values(root, "pdfaid:rev") == year
    is_described = values(root, "pdfaSchema:prefix") == ["pdfuaid"]
    assert is_described == (profile is Profile.UA1)
    assert len(values(root, "pdfd:conformsTo")) == (0 if profile is Profile.UA1 else 2)


def test_claims_have_names_that_people_know():
    assert claims(Profile.UA1, has_source=False).names == ("PDF/UA-1", "PDF/A-2a")
    assert claims(Profile.UA2, has_source=True).names == (
        "PDF/UA-2",
        "PDF/A-4f",
        "WTPDF 1.0 accessibility",
        "WTPDF 1.0 reuse",
    )


@pytest.mark.parametrize("profile", Profile)
def test_without_claims_a_file_names_no_standard(profile):
    metadata = made(profile, claimed=False).trailer["/Root"]["/Metadata"].get_data()
    assert b"dc:title" in metadata
    assert b"pdfuaid" not in metadata
    assert b"pdfaid" not in metadata
    assert b"conformsTo" not in metadata


# ---- dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-03-12", "D:20260312"),
        ("2026-03-12T09:05:00", "D:20260312090500"),
        ("2026-03-12T09:05:00Z", "D:20260312090500Z"),
        ("2026-03-12T09:05:00.123456-03:30", "D:20260312090500-03'30"),
        ("", ""),
    ],
)
def test_a_date_is_written_as_pdf_has_it(when, expected):
    assert pdf_date(when) == expected


@given(st.dates() | MOMENTS)
def test_every_date_of_a_release_can_be_read_back(when):
    written = {NameObject("/CreationDate"): TextStringObject(pdf_date(when.isoformat()))}
    information = pypdf.DocumentInformation()
    information.update(written)
    found = information.creation_date
    assert found is not None
    if isinstance(when, datetime):
        assert found == when.replace(microsecond=0)
    else:
        assert found.date() == when


def test_dates_are_those_of_the_release():
    found = made().metadata
    assert found.creation_date == datetime(2026, 3, 12)  # noqa: DTZ001 - a day has no offset
    assert found.modification_date == datetime(
        2026, 3, 13, 9, 30, tzinfo=timezone(timedelta(hours=1))
    )


# ---- catalog -------------------------------------------------------------------------------


def test_a_reader_shows_the_title_and_knows_language_and_page_numbers():
    catalog = made().trailer["/Root"]
    assert catalog["/Lang"] == "en"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert "/Direction" not in catalog["/ViewerPreferences"]
    assert catalog["/PageLabels"]["/Nums"][1]["/S"] == "/D"
    assert catalog["/MarkInfo"]["/Marked"].value is True


def test_a_document_from_right_to_left_is_bound_on_the_right():
    catalog = made(lang="ar").trailer["/Root"]
    assert catalog["/ViewerPreferences"]["/Direction"] == "/R2L"


@pytest.mark.parametrize("profile", Profile)
def test_bookmarks_and_links_lead_to_where_they_say(profile):
    found = made(profile)
    titles = {one.title for one in found.outline if not isinstance(one, list)}
    assert titles == {"H"}
    root = found.trailer["/Root"]
    (link,) = [one.get_object() for one in found.pages[0]["/Annots"]]
    assert (link["/Contents"], link["/F"]) == ("one", 4)
    if profile is Profile.UA1:
        assert link["/Dest"] == "s"
        assert "s" in found.named_destinations
    else:
        target = link["/A"]["/SD"][0]
        assert target["/S"] == "/Sect"
        first = root["/Outlines"]["/First"]
        assert first["/A"]["/SD"][0]["/S"] == "/H1"
        assert [first["/First"]["/A"]["/SD"][0]["/S"], first["/First"]["/Title"]] == ["/H2", "One"]


@pytest.mark.parametrize("profile", Profile)
def test_bookmarks_are_called_as_their_headings_are_heard(profile):
    body = (
        "<section><title>Results<footnote>Provisional.</footnote></title><p>x</p></section>"
        "<section><title>one<br/>two</title><p>x</p></section>"
        "<section><title><ruby>見出<reading>みだ</reading></ruby>し</title><p>x</p></section>"
    )
    found = made(profile, before=body)
    first = found.trailer["/Root"]["/Outlines"]["/First"]
    titles = [one.title for one in found.outline[1]]
    assert (first["/Title"], titles[:3]) == ("H", ["Results", "one two", "見出し"])


def test_pdf_2_has_no_information_beside_its_metadata():
    assert "/Info" not in made(Profile.UA2).trailer
    assert made(Profile.UA1).metadata.title == "H"


# ---- attachments ---------------------------------------------------------------------------


@pytest.mark.parametrize("profile", Profile)
def test_attachments_come_back_with_what_they_are(profile):
    picture = Attachment("é 写真.png", b"\x89PNG", "image/png", Relation.SUPPLEMENT, "An image")
    found = made(profile, attachments=(SOURCE, picture))
    assert found.attachments == {"r.xml": [b"<release/>"], "é 写真.png": [b"\x89PNG"]}
    listed = [one.get_object() for one in found.trailer["/Root"]["/AF"]]
    facts = {one["/UF"]: (one["/AFRelationship"], one["/Desc"]) for one in listed}
    assert facts == {
        "r.xml": ("/Source", "The source"),
        "é 写真.png": ("/Supplement", "An image"),
    }
    stream = listed[0]["/EF"]["/F"]
    assert stream["/Subtype"] == "/application/xml"
    assert stream["/Params"]["/ModDate"] == "D:20260313093000+01'00"


def test_a_file_without_attachments_says_nothing_of_any():
    catalog = made().trailer["/Root"]
    assert "/AF" not in catalog
    assert "/EmbeddedFiles" not in catalog.get("/Names", {})


def test_the_same_page_gives_the_same_bytes():
    page = b'<!DOCTYPE html><html lang="en"><title>t</title><body><p>a</p></body></html>'
    assert printed(page) == printed(page)


GOVERNED = """<release xmlns="urn:pressconv:release:1" id="r" version="3" xml:lang="en"><head>
<headline>H</headline><distribution key="embargoed" until="2030-05-04T10:00:00+02:00"/>
<issued when="2030-05-04"/><expires when="2031-01-01"/></head><body><p>a</p></body></release>"""


def governed(text, profile=Profile.UA1):
    """Return the packet in the PDF of a release."""
    shown = pressconv.present(pressconv.read(text.encode()).value)
    data = write_pdf(write_html(shown), PdfOptions(profile=profile))
    root: Any = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
    return etree.fromstring(root["/Metadata"].get_data())


@pytest.mark.parametrize("profile", Profile)
def test_metadata_say_the_version_and_until_and_from_when_a_release_may_be_used(profile):
    root = governed(GOVERNED, profile)
    assert values(root, "xmpMM:VersionID") == ["3"]
    assert values(root, "pur:embargoDate//rdf:li") == ["2030-05-04T10:00:00+02:00"]
    assert values(root, "pur:expirationDate//rdf:li") == ["2031-01-01"]
    (terms, again) = values(root, "xmpRights:UsageTerms//rdf:li")
    assert terms == again
    assert terms.replace("\u00a0", " ").startswith("Under embargo until May 4, 2030")
    described = values(root, "pdfaSchema:namespaceURI")
    assert described == ([] if profile.is_pdf2 else [SPACES["pdfuaid"], SPACES["pur"]])


def test_a_withdrawn_release_says_so_in_its_metadata():
    root = governed(GOVERNED.replace("</head>", "<status>canceled</status></head>"))
    terms, _ = values(root, "xmpRights:UsageTerms//rdf:li")
    assert terms.splitlines()[:2] == [
        "Withdrawn",
        "The text of this release is kept for the record only. Please do not use it.",
    ]
    assert values(root, "pur:expirationDate//rdf:li") == []
