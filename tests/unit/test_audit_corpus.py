"""The rules for PDFs on files of others: none is accused wrongly, and each fault is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressconv.audit.pdf import PDF_RULES
from pressconv.audit.rule import Status, run
from pressconv.pdfdoc import open_pdf

FOLDER = Path(__file__).parents[1] / "data" / "pdfua"
PASSING = sorted(FOLDER.glob("*-pass-*.pdf"))
FAULTS = {
    "7.18.2-t01-fail-a": "pdf-annotation-kinds",
    "7.18.5-t01-fail-a": "pdf-link-tag",
    "7.2-t29-fail-f": "pdf-language-tag",
    "7.2-t33-fail-a": "pdf-language",
    "7.20-t01-fail-a": "pdf-reference-xobject",
    "7.21.4.1-t01-fail-a": "pdf-font-embedded",
    "7.21.5-t01-fail-a": "pdf-font-widths",
    "7.21.6-t02-fail-a": "pdf-font-encoding",
    "7.21.7-t01-fail-a": "pdf-font-text",
    "7.4.4-t03-fail-b": "pdf-heading-kinds",
}


def outcomes(path):
    return {one.rule.id: one for one in run(PDF_RULES, open_pdf(path.read_bytes()))}


@pytest.mark.parametrize("path", PASSING, ids=lambda path: path.stem)
def test_a_file_that_conforms_is_not_accused(path):
    wrong = {Status.FAILED, Status.NOT_EVALUATED}
    assert {key for key, one in outcomes(path).items() if one.status in wrong} == set()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_another_program_is_found(name):
    found = outcomes(FOLDER / f"{name}.pdf")
    assert found[FAULTS[name]].status is Status.FAILED
    assert [key for key, one in found.items() if one.status is Status.NOT_EVALUATED] == []


def test_every_file_is_judged():
    assert {path.stem for path in FOLDER.glob("*.pdf")} == {*FAULTS, *(one.stem for one in PASSING)}
