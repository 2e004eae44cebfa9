"""Rules and their runner: what breaks off is not evaluated, and nothing is found without end."""

from __future__ import annotations

import itertools

import pytest

from pressconv.audit.rule import (
    MAX_FINDINGS,
    Rules,
    Severity,
    Spot,
    Status,
    fail,
    review,
    run,
)


def add(rules, check):
    rules.rule("a-rule", clauses=("a 1",), severity=Severity.MINOR, remedy="do it")(check)


def outcome(check):
    rules: Rules[str] = Rules()
    add(rules, check)
    (found,) = run(rules, "subject")
    return found


def test_silence_is_a_pass_and_a_failure_outweighs_a_review():
    assert outcome(lambda subject: ()).status is Status.PASSED
    assert outcome(lambda subject: [review("look")]).status is Status.REVIEW
    assert outcome(lambda subject: [review("look"), fail("no")]).status is Status.FAILED


def test_a_rule_that_breaks_off_is_not_evaluated_whatever_it_found_before():
    def check(subject):
        yield fail("one")
        raise KeyError(subject)

    found = outcome(check)
    assert (found.status, found.error) == (Status.NOT_EVALUATED, "KeyError: 'subject'")
    assert [one.message for one in found.findings] == ["one"]


def test_a_rule_finds_no_more_than_can_be_read():
    found = outcome(lambda subject: (fail(str(number)) for number in itertools.count()))
    assert len(found.findings) == MAX_FINDINGS


def test_an_id_is_given_once():
    rules: Rules[str] = Rules()
    add(rules, lambda subject: ())
    with pytest.raises(ValueError, match="two rules 'a-rule'"):
        add(rules, lambda subject: ())


def test_the_title_of_a_rule_is_the_first_line_of_its_docstring():
    def check(subject):
        """All is well.

        More.
        """
        return ()

    assert outcome(check).rule.title == "All is well"


def test_a_spot_says_page_path_and_the_beginning_of_the_text():
    assert str(Spot(2, "Document[1]/P[3]", "Bonjour")) == "page 2, Document[1]/P[3], 'Bonjour'"
    assert str(Spot(text="a" * 200)) == repr("a" * 80 + "\u2026")
    assert str(Spot()) == ""
