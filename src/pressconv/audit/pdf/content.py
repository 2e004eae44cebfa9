"""Rules for what the pages draw: all of it is tagged or an artifact, and is read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.audit.pdf.registry import pdf_rule
from pressconv.audit.rule import Finding, Severity, Spot, fail
from pressconv.pdfdoc import objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import PdfFile


@pdf_rule(
    "pdf-content-tagged",
    clauses=(
        "ISO 14289-1 7.1",
        "ISO 14289-2 8.2.2",
        "WTPDF 1.0 8.2.2",
        "Matterhorn 1.1 01-005",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.CRITICAL,
    remedy="tag it, or mark it as an artifact if it is decoration",
)
def content_tagged(pdf: PdfFile) -> Iterator[Finding]:
    """All that a page draws is tagged or marked as an artifact."""
    for page, counts in sorted(pdf.survey.unmarked.items()):
        for what, number in counts.items():
            yield fail(f"{what} is neither tagged nor an artifact ({number} times)", Spot(page))
    for key in sorted(pdf.survey.painted - pdf.contents):
        page, _, mcid = key
        message = f"no tag holds the marked content {mcid}"
        yield fail(message, Spot(page, text=pdf.text_of(key).strip()))


@pdf_rule(
    "pdf-artifact-apart",
    clauses=("ISO 14289-1 7.1", "Matterhorn 1.1 01-003", "Matterhorn 1.1 01-004"),
    severity=Severity.SERIOUS,
    remedy="let artifacts and tagged content stand beside each other, never inside",
)
def artifact_apart(pdf: PdfFile) -> Iterator[Finding]:
    """No artifact stands inside tagged content, nor the other way round."""
    for page in sorted(pdf.survey.artifacts_in_content):
        yield fail("an artifact stands inside tagged content", Spot(page))
    for page in sorted(pdf.survey.content_in_artifacts):
        yield fail("tagged content stands inside an artifact", Spot(page))


@pdf_rule(
    "pdf-forms-once",
    clauses=("ISO 14289-1 7.20", "Matterhorn 1.1 30-002"),
    severity=Severity.SERIOUS,
    remedy="draw a form XObject with tagged content once only",
)
def forms_once(pdf: PdfFile) -> Iterator[Finding]:
    """A drawing that holds tagged content is drawn once."""
    for page in sorted(pdf.survey.forms_again):
        yield fail("a form XObject with tagged content is drawn again", Spot(page))


@pdf_rule(
    "pdf-reference-xobject",
    clauses=(
        "ISO 14289-1 7.20",
        "ISO 19005-3 6.2.9",
        "ISO 19005-4 6.2.8.2",
        "Matterhorn 1.1 30-001",
    ),
    severity=Severity.SERIOUS,
    remedy="put the page into the file itself",
)
def reference_xobject(pdf: PdfFile) -> Iterator[Finding]:
    """No page shows a part of another file."""
    for _, found in pdf.dictionaries:
        if "/Ref" in found and objects.name(found.get("/Subtype")) == "Form":
            yield fail("a form XObject shows a page of another file (/Ref)")
