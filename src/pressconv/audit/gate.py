"""A PDF of ours, before it leaves → the problems that keep it in, none if its claims are true.

The bytes are audited as they would be written, with their claims, by the rules for anybody's PDF
and by those for an edition. What fails, and what could not be evaluated, is a problem; what only a
person can judge is none (`pressconv.audit.human` lists that).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.edition import EDITION_RULES, Edition
from pressconv.audit.pdf import PDF_RULES
from pressconv.audit.rule import S, Status, Verdict, run
from pressconv.audit.sheets import SHEET_RULES
from pressconv.errors import InputError, Place, Problem
from pressconv.frozen import dataclass
from pressconv.pdfdoc import open_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pressconv.audit.rule import Finding, Outcome, Rule
    from pressconv.pdf.profiles import Claims

_SHEET: Final = re.compile(rb"<style[^>]*>(.*?)</style>", re.DOTALL)
_MAX_LISTED: Final = 5  # findings of one rule: the others are counted


@dataclass(frozen=True, slots=True)
class Audited:
    """What came of it: problems, and how many pages the PDF has (0: nobody can tell)."""

    problems: tuple[Problem, ...]
    n_pages: int


def gate(  # noqa: PLR0913 - what the file has to say, one parameter each
    data: bytes,
    *,
    name: str,
    blocks: Sequence[str],
    title: str,
    lang: str,
    claims: Claims,
) -> Audited:
    """Audit a PDF that is to say *blocks*; *name* is what messages call it.

    The code of a problem is the id of the rule that found it.
    """
    place = Place(name)
    try:
        pdf = open_pdf(data)
    except InputError as error:
        problem = Problem("edition-text", f"it cannot be read back: {error.message}", place)
        return Audited((problem,), 0)
    edition = Edition(pdf, blocks, title, lang, claims)
    of_edition, of_file = run(EDITION_RULES, edition), run(PDF_RULES, pdf)
    problems = (*_problems(of_edition, place), *_problems(of_file, place))
    return Audited(problems, pdf.document.n_pages)


def sheet_gate(page: bytes, *, name: str) -> tuple[Problem, ...]:
    """Return what in the style sheets of a page of ours would break the PDF made of it."""
    sheets = "\n".join(one.decode() for one in _SHEET.findall(page))
    return tuple(_problems(run(SHEET_RULES, sheets), Place(name)))


def _problems(outcomes: Sequence[Outcome[S]], place: Place) -> Iterator[Problem]:
    for outcome in outcomes:
        rule = outcome.rule
        if outcome.status is Status.NOT_EVALUATED:
            message = f"the rule could not be evaluated: {outcome.error}"
            yield Problem(rule.id, _cited(message, rule), place, "report it with the release")
        failures = [one for one in outcome.findings if one.verdict is Verdict.FAIL]
        for finding in failures[:_MAX_LISTED]:
            yield Problem(rule.id, _cited(_told(finding), rule), place, rule.remedy)
        if len(failures) > _MAX_LISTED:
            message = f"the same {len(failures) - _MAX_LISTED} times more"
            yield Problem(rule.id, _cited(message, rule), place, rule.remedy)


def _told(finding: Finding) -> str:
    where = str(finding.spot)
    return f"{where}: {finding.message}" if where else finding.message


def _cited(message: str, rule: Rule[S]) -> str:
    return f"{message} [{rule.id}: {', '.join(rule.clauses[:2])}]"
