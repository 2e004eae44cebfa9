"""Rules, what they find, and the runner: a subject → the outcome of every rule.

A rule is one function with its metadata beside it. It looks at one subject (a PDF, a page, an
edition in all its formats), calls no other rule, and yields what it finds: nothing is a pass. It
runs on anybody's documents, so it may meet anything; a rule that breaks off was not evaluated, and
never counts as passed.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from enum import StrEnum
from itertools import islice
from typing import Final, Generic, TypeAlias, TypeVar

from pressconv.frozen import dataclass

S = TypeVar("S")

MAX_FINDINGS: Final = 100
"""Of one rule in one subject; a document that breaks it everywhere says so a hundred times."""

_MAX_TEXT: Final = 80


class Severity(StrEnum):
    """What it means for a reader."""

    CRITICAL = "critical"  # part of the document is closed to some readers
    SERIOUS = "serious"  # some readers get something wrong, or only with great pains
    MODERATE = "moderate"  # some readers are hindered
    MINOR = "minor"  # no reader is hindered: a validator or an archive is


class Verdict(StrEnum):
    """What a finding says: that a clause is broken, or that only a person can tell."""

    FAIL = "fail"
    REVIEW = "review"


class Status(StrEnum):
    """What came of a rule for a subject, from the gravest."""

    NOT_EVALUATED = "not evaluated"
    FAILED = "failed"
    REVIEW = "review"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a document: page from 1 or 0, the path of an element or tag, the text concerned."""

    page: int = 0
    path: str = ""
    text: str = ""

    def __str__(self) -> str:
        quoted = self.text if len(self.text) <= _MAX_TEXT else f"{self.text[:_MAX_TEXT]}\u2026"
        parts = (f"page {self.page}" if self.page else "", self.path, f"{quoted!r}" * bool(quoted))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule has found."""

    verdict: Verdict
    message: str
    spot: Spot = field(default_factory=Spot)


def fail(message: str, spot: Spot | None = None) -> Finding:
    """Say that a clause is broken."""
    return Finding(Verdict.FAIL, message, spot or Spot())


def review(message: str, spot: Spot | None = None) -> Finding:
    """Say what a person has to look at."""
    return Finding(Verdict.REVIEW, message, spot or Spot())


Check: TypeAlias = Callable[[S], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A rule. ``id`` is permanent; ``clauses`` are exact citations; ``remedy`` says what to do."""

    id: str
    clauses: tuple[str, ...]
    severity: Severity
    remedy: str
    check: Check[S]

    @property
    def title(self) -> str:
        """What holds where the rule passes."""
        return (inspect.getdoc(self.check) or "").partition("\n")[0].removesuffix(".")


class Rules(Generic[S]):
    """The rules for one kind of subject, in the order in which they were registered."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule[S]] = {}

    def __iter__(self) -> Iterator[Rule[S]]:
        return iter(self._rules.values())

    def rule(
        self, rule_id: str, *, clauses: tuple[str, ...], severity: Severity, remedy: str
    ) -> Callable[[Check[S]], Check[S]]:
        """Register the function below as a rule.

        Raises:
            ValueError: the id is taken.
        """

        def register(check: Check[S]) -> Check[S]:
            if rule_id in self._rules:
                raise ValueError(f"there are two rules {rule_id!r}")
            self._rules[rule_id] = Rule(rule_id, clauses, severity, remedy, check)
            return check

        return register


@dataclass(frozen=True, slots=True)
class Outcome(Generic[S]):
    """What a rule has found in a subject. ``error`` says why it could not be evaluated."""

    rule: Rule[S]
    findings: tuple[Finding, ...] = ()
    error: str = ""

    @property
    def status(self) -> Status:
        """What it comes to."""
        if self.error:
            return Status.NOT_EVALUATED
        verdicts = {one.verdict for one in self.findings}
        if Verdict.FAIL in verdicts:
            return Status.FAILED
        return Status.REVIEW if verdicts else Status.PASSED


def run(rules: Iterable[Rule[S]], subject: S) -> tuple[Outcome[S], ...]:
    """Return the outcome of every rule, in their order."""
    return tuple(_outcome(rule, subject) for rule in rules)


def _outcome(rule: Rule[S], subject: S) -> Outcome[S]:
    findings: list[Finding] = []
    try:
        findings += islice(rule.check(subject), MAX_FINDINGS)
    except Exception as error:
        return Outcome(rule, tuple(findings), f"{type(error).__name__}: {error}")
    return Outcome(rule, tuple(findings))
