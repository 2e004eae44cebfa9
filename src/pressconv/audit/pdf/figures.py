"""Rules for figures and formulas: what is said in place of what is seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_ua, pdf_rule, spot
from pressconv.audit.rule import Finding, Severity, fail, review
from pressconv.pdfdoc import TagNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import PdfFile

_FILE_NAME: Final = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|tiff?|bmp|webp|eps|pdf)", re.IGNORECASE)
_BOX: Final = 4


@pdf_rule(
    "pdf-figure-alt",
    clauses=(
        "ISO 14289-1 7.3",
        "ISO 14289-2 8.2.5.28.2",
        "WTPDF 1.0 8.2.5.28.2",
        "Matterhorn 1.1 13-004",
        "WCAG 2.2 SC 1.1.1",
    ),
    severity=Severity.CRITICAL,
    remedy="say in /Alt what the figure tells, or mark it as an artifact if it is decoration",
)
def figure_alt(pdf: PdfFile) -> Iterator[Finding]:
    """Every figure has an alternative text, which is more than the name of a file."""
    for tag in pdf.tags:
        if tag.kind != "Figure" or tag.node.actual_text is not None:
            continue
        alt = (tag.node.alt or "").strip()
        if not alt and not (claimed_ua(pdf) == "2" and _has_caption(tag.node)):
            yield fail("the figure has no alternative text", spot(tag))
        elif _FILE_NAME.fullmatch(alt):
            yield review(f"the alternative text is a file name: {alt!r}", spot(tag))


def _has_caption(node: TagNode) -> bool:
    return any(isinstance(one, TagNode) and one.standard_type == "Caption" for one in node.children)


@pdf_rule(
    "pdf-figure-box",
    clauses=("ISO 32000-1 14.8.5.4.3", "ISO 32000-2 14.8.5.4.3"),
    severity=Severity.MINOR,
    remedy="give the figure a /BBox in the units of the page",
)
def figure_box(pdf: PdfFile) -> Iterator[Finding]:
    """Every figure says where on the page it is."""
    for tag in pdf.tags:
        if tag.kind != "Figure" or any(one.kind == "Figure" for one in tag.above()):
            continue
        box = tag.node.attributes.get("BBox")
        sides = [one for one in box if isinstance(one, float)] if isinstance(box, tuple) else []
        if not sides:
            yield review("nothing says where the figure is (/BBox)", spot(tag))
        elif len(sides) != _BOX or sides[0] >= sides[2] or sides[1] >= sides[3]:
            yield review(f"the place of the figure is no rectangle: {sides}", spot(tag))


@pdf_rule(
    "pdf-formula-alt",
    clauses=(
        "ISO 14289-1 7.7",
        "ISO 14289-2 8.2.5.29",
        "WTPDF 1.0 8.2.5.29",
        "Matterhorn 1.1 17-002",
        "WCAG 2.2 SC 1.1.1",
    ),
    severity=Severity.CRITICAL,
    remedy="say the formula in /Alt",
)
def formula_alt(pdf: PdfFile) -> Iterator[Finding]:
    """Every formula has an alternative text."""
    for tag in pdf.tags:
        is_said = tag.node.alt or tag.node.actual_text is not None
        if tag.kind == "Formula" and not is_said and claimed_ua(pdf) != "2":
            yield fail("the formula has no alternative text", spot(tag))
