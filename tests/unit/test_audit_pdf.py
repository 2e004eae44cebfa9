"""The rules for PDFs: a PDF of ours breaks none, and each finds its fault."""

from __future__ import annotations

import pytest
from audit_faults import (
    FAULTS,
    FAULTS_2,
    REVIEWS,
    UA1,
    UA2,
    attribute,
    base,
    broken,
    child,
    put_font,
    together,
)

from pressconv.audit.pdf import PDF_RULES
from pressconv.audit.rule import Status, Verdict, run
from pressconv.pdfdoc import open_pdf

RULES = {rule.id: rule for rule in PDF_RULES}


def verdicts(data, rule_id):
    (outcome,) = run([RULES[rule_id]], open_pdf(data))
    assert outcome.error == ""
    return {one.verdict for one in outcome.findings}


def ids(cases):
    return [f"{rule_id}-{number}" for number, (rule_id, _) in enumerate(cases)]


@pytest.mark.parametrize(("profile", "attached"), [(UA1, False), (UA1, True), (UA2, True)])
def test_a_pdf_of_ours_breaks_no_rule(profile, attached):
    outcomes = run(PDF_RULES, open_pdf(base(profile, attached=attached)))
    assert {one.rule.id: one for one in outcomes if one.status is not Status.PASSED} == {}


@pytest.mark.parametrize(("rule_id", "edit"), FAULTS, ids=ids(FAULTS))
def test_a_rule_finds_its_fault(rule_id, edit):
    assert Verdict.FAIL in verdicts(broken(edit), rule_id)


@pytest.mark.parametrize(("rule_id", "edit"), FAULTS_2, ids=ids(FAULTS_2))
def test_a_rule_finds_its_fault_in_pdf_ua_2(rule_id, edit):
    assert Verdict.FAIL in verdicts(broken(edit, UA2, attached=True), rule_id)


@pytest.mark.parametrize(("rule_id", "edit"), REVIEWS, ids=ids(REVIEWS))
def test_what_a_machine_cannot_judge_is_left_to_a_person(rule_id, edit):
    assert verdicts(broken(edit), rule_id) == {Verdict.REVIEW}


def test_every_rule_has_a_fault():
    assert {rule_id for rule_id, _ in (*FAULTS, *FAULTS_2, *REVIEWS)} == set(RULES)


def test_every_rule_says_what_holds_which_clauses_ask_for_it_and_what_to_do():
    for rule in PDF_RULES:
        assert rule.title[:1].isupper(), rule.id
        assert rule.clauses, rule.id
        assert len(set(rule.clauses)) == len(rule.clauses), rule.id
        assert rule.remedy[:1].islower(), rule.id


def test_a_table_of_endless_spans_comes_to_an_end():
    spans = attribute("TD", RowSpan=10**9, ColSpan=10**9)
    many = together(spans, *(child("TR", "TBody") for _ in range(200)))
    (outcome,) = run([RULES["pdf-table-grid"]], open_pdf(broken(many)))
    assert outcome.status is Status.NOT_EVALUATED
    assert "more places than can be counted" in outcome.error


def test_widths_without_end_come_to_an_end():
    edit = put_font(inner=True, W=[0, 10**9, 5] * 2000)
    assert verdicts(broken(edit), "pdf-font-widths") == {Verdict.FAIL}
