"""The gate: a PDF of ours leaves with true claims, or without any, or not at all."""

from __future__ import annotations

import pytest
from audit_faults import (
    RELEASE,
    SQUARE,
    attribute,
    base,
    broken,
    child,
    metadata,
    put_catalog,
    put_font,
    put_tag,
    shown,
)
from sources import ROOT

import pressconv
from pressconv import Format
from pressconv.audit.edition import EDITION_RULES
from pressconv.audit.gate import gate, sheet_gate
from pressconv.audit.pdf import PDF_RULES
from pressconv.errors import RefusedError
from pressconv.gated import gated_pdf
from pressconv.house import PdfSource
from pressconv.pdf import Attachment, PdfOptions, Profile, Relation, write_pdf
from pressconv.pdf.profiles import claims
from pressconv.pdfdoc import open_pdf, xmp
from pressconv.resources import style_sheet

FAULTS = {
    "edition-text": put_tag("LBody", ActualText="une"),
    "edition-title": metadata("Titre", "Titres"),
    "edition-language": put_catalog(Lang="de"),
    "edition-claims": metadata("<pdfaid:conformance>A<", "<pdfaid:conformance>U<"),
    "edition-headline": put_tag("H2", S="/H1"),
    "edition-figures": attribute("Figure", BBox=[0, 0, 0, 0]),
    "edition-headers": attribute("TD", Headers=["nobody"]),
    "edition-fonts": put_font(BaseFont="/Whole"),
}


def problems(data, profile=Profile.UA1, *, has_source=False):
    found = shown()
    return gate(
        data,
        name="r.fr.pdf",
        blocks=pressconv.reading_text(found),
        title=found.title,
        lang=found.lang,
        claims=claims(profile, has_source=has_source),
    ).problems


@pytest.mark.parametrize(
    ("profile", "has_source"), [(Profile.UA1, False), (Profile.UA1, True), (Profile.UA2, True)]
)
def test_a_pdf_of_ours_passes(profile, has_source):
    data = base(profile, attached=has_source)
    assert problems(data, profile, has_source=has_source) == ()


@pytest.mark.parametrize("rule_id", FAULTS)
def test_what_is_not_the_release_is_kept_in(rule_id):
    assert rule_id in {one.code for one in problems(broken(FAULTS[rule_id]))}


def test_every_rule_of_editions_has_a_fault():
    assert set(FAULTS) == {rule.id for rule in EDITION_RULES}


def test_claims_that_nobody_asked_for_are_kept_in():
    (problem,) = problems(base(), Profile.UA1, has_source=True)
    assert problem.code == "edition-claims"
    assert "part '2' instead of '3'" in problem.message


def test_a_problem_says_clause_place_and_remedy():
    (problem,) = problems(broken(put_tag("Figure", Alt="", ActualText=None)))[-1:]
    assert problem.code == "pdf-figure-alt"
    assert "page 1, Document[1]/" in problem.message
    assert "[pdf-figure-alt: ISO 14289-1 7.3, ISO 14289-2 8.2.5.28.2]" in problem.message
    assert problem.hint.startswith("say in /Alt")
    assert str(problem.place) == "r.fr.pdf"


def test_the_first_block_that_differs_is_named_with_the_place_where_it_begins_to():
    first = problems(broken(put_tag("LBody", ActualText="une")))[0]
    assert "reads 'une' instead of 'un', from character 3" in first.message


def test_what_cannot_be_evaluated_never_passes(monkeypatch):
    def break_off(pdf):
        raise ZeroDivisionError(pdf)

    rule = next(iter(PDF_RULES))
    monkeypatch.setitem(PDF_RULES._rules, rule.id, pressconv_rule(rule, break_off))
    (problem,) = problems(base())
    assert problem.code == rule.id
    assert "could not be evaluated: ZeroDivisionError" in problem.message


def pressconv_rule(rule, check):
    return type(rule)(rule.id, rule.clauses, rule.severity, rule.remedy, check)


def test_a_file_that_cannot_be_read_back_is_kept_in():
    (problem,) = problems(b"%PDF-1.7 nothing")
    assert problem.code == "edition-text"
    assert "cannot be read back" in problem.message


def test_a_fault_that_comes_back_everywhere_is_listed_a_few_times():
    def edit(writer):
        for _ in range(9):
            child("Formula", "Sect")(writer)

    found = [one.message for one in problems(broken(edit)) if one.code == "pdf-formula-alt"]
    assert len(found) == 6
    assert found[-1].startswith("the same 4 times more")


# ---- conversions ---------------------------------------------------------------------------


@pytest.fixture
def faulty(monkeypatch):
    """Let the PDF that is written with claims have a figure without an alternative text."""

    def write_broken(page, options, *, attachments=(), claims=True):
        return (
            broken(put_tag("Figure", Alt=None))
            if claims
            else write_pdf(page, options, claims=False)
        )

    monkeypatch.setattr("pressconv.gated.write_pdf", write_broken)


def converted(**options):
    release = pressconv.read(RELEASE.encode()).value
    return pressconv.convert_all(
        release,
        to=[Format.HTML, Format.PDF, Format.TEXT],
        assets={"a.svg": pressconv.make_asset(SQUARE)},
        options=pressconv.Options(**options),
    )


def test_a_pdf_says_what_it_claims_and_that_its_text_is_equal():
    made = converted().value
    assert made.claims == ("PDF/UA-1", "PDF/A-3a")
    assert str(made.proof).startswith("text equal in html, pdf, txt: ")


def test_a_pdf_that_holds_its_source_claims_the_part_that_allows_it():
    page = pressconv.write_html(shown(), None, {"a.svg": pressconv.make_asset(SQUARE)})
    source = Attachment("r.xml", b"<r/>", "application/xml", Relation.SOURCE, "La source")
    blocks = pressconv.reading_text(shown())
    made = gated_pdf(page, PdfOptions(), name="r.pdf", blocks=blocks, attachments=[source])
    assert (made.claims, made.text_share, made.n_pages) == (("PDF/UA-1", "PDF/A-3a"), 1.0, 1)


@pytest.mark.usefixtures("faulty")
def test_a_pdf_whose_claims_are_not_true_is_refused():
    with pytest.raises(RefusedError, match="not what it claims") as caught:
        converted(source=PdfSource.NONE)
    assert [one.code for one in caught.value.problems] == ["edition-text", "pdf-figure-alt"]
    assert caught.value.exit_code == 1
    assert "--allow-nonconforming" in caught.value.hint


@pytest.mark.usefixtures("faulty")
def test_where_that_is_allowed_it_is_written_without_claims():
    made = converted(allow_nonconforming=True)
    assert made.value.claims == ()
    assert {one.code for one in made.notes} == {"pdf-nonconforming"}
    assert "pdf-figure-alt" in str(made.notes[-1])
    packet = open_pdf(made.value.files[Format.PDF]).xmp
    assert packet is not None
    assert packet.all(xmp.PDF_UA, "part") == packet.all(xmp.PDF_A, "part") == ()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<figure><image src="a.svg"/></figure>', "gap-alt"),
        ('<p>x <a href="https://e.example/"/></p>', "gap-link-text"),
        ('<p>x <a href="#nowhere">there</a></p>', "gap-link-target"),
        (
            '<p>x <ref to="e">UN</ref> <abbr>UN<expansion xml:id="e">United</expansion></abbr></p>',
            "gap-link-target",
        ),
        (
            "<table><caption>c</caption><rows><row><cell>1</cell></row></rows></table>",
            "gap-table-headers",
        ),
    ],
)
def test_what_shuts_a_reader_out_is_refused_before_anything_is_laid_out(body, code, monkeypatch):
    monkeypatch.delattr("pressconv.gated.write_pdf")
    text = RELEASE.partition("<body>")[0] + f"<body>{body}</body></release>"
    with pytest.raises(RefusedError) as caught:
        pressconv.convert(pressconv.read(text.encode(), name="r.xml").value, to="pdf")
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.place.line == 3
    assert problem.hint


def test_an_empty_heading_is_refused_when_it_is_read():
    text = RELEASE.replace("<title>Points</title>", "<title> </title>")
    with pytest.raises(pressconv.ReadError) as caught:
        pressconv.read(text.encode(), name="r.xml")
    assert [one.code for one in caught.value.problems] == ["empty-element"]


def test_a_text_with_words_on_top_is_never_called_equal(monkeypatch):
    data = broken(put_tag("LBody", ActualText="un et un"))
    monkeypatch.setattr("pressconv.gated.write_pdf", lambda *page, **options: data)
    proof = converted(allow_nonconforming=True).value.proof
    assert Format.PDF not in proof.equal
    assert proof.pdf_share == 0.999


# ---- style sheets --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        "opacity: .5",
        "mix-blend-mode:multiply",
        "filter: blur(2px)",
        "backdrop-filter: blur(2px)",
        "mask-image: url(a.png)",
        "-webkit-background-clip: text",
    ],
)
def test_a_style_sheet_that_would_break_the_pdf_is_refused_before_anything_is_laid_out(rule):
    page = f"<html><style>p {{ color: #000; {rule} }}</style></html>".encode()
    (problem,) = sheet_gate(page, name="r.fr.pdf")
    assert problem.code.startswith("sheet-")
    assert rule.partition(":")[0] in problem.message


@pytest.mark.parametrize(
    "rule", ["opacity: 1", "filter: none", "/* opacity: .5 */", "--my-opacity: .5"]
)
def test_a_style_sheet_may_say_what_changes_nothing(rule):
    page = f"<html><style>p {{ {rule} }}</style></html>".encode()
    assert sheet_gate(page, name="r.fr.pdf") == ()


def test_the_sheet_of_the_engine_breaks_nothing():
    page = f"<style>{style_sheet('pdf.css')}</style>".encode()
    assert sheet_gate(page, name="pdf.css") == ()


def test_the_example_in_the_documentation_is_what_is_said():
    (problem,) = problems(broken(put_tag("Figure", Alt=None)))[-1:]
    assert f"```text\n{problem}\n```" in (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
