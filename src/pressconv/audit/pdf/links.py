"""Rules for links, form fields and other annotations: each in its tag, with a description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_ua, pdf_rule, spot
from pressconv.audit.rule import Finding, Severity, Spot, fail
from pressconv.pdfdoc import objects
from pressconv.pdfdoc.file import is_silent, text_below

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import Annotation, PdfFile

_LINK_TAGS: Final = frozenset({"Link", "Reference"})
_INVISIBLE, _NO_VIEW, _TOGGLES = 1, 32, 256  # flags (ISO 32000-2, table 167)
_OWN_RULES: Final = frozenset({"Link", "Widget", "PrinterMark", "Popup", "TrapNet"})


def _seen(pdf: PdfFile) -> Iterator[Annotation]:
    """Yield the annotations that somebody sees: not hidden, and not beside the page."""
    for one in pdf.annotations:
        if not one.is_hidden and _is_on_page(pdf, one):
            yield one


def _is_on_page(pdf: PdfFile, one: Annotation) -> bool:
    page = pdf.page_box(one.page)
    box = [objects.number(side) for side in objects.array(one.values.get("/Rect"))]
    if len(page) != len(box) or len(box) != 4:
        return True
    left, right = sorted((box[0], box[2]))
    bottom, top = sorted((box[1], box[3]))
    return left < page[2] and right > page[0] and bottom < page[3] and top > page[1]


def _place(pdf: PdfFile, one: Annotation) -> Spot:
    owner = pdf.owners.get(one.key)
    return Spot(one.page, owner.path, text_below(owner.node).strip()) if owner else Spot(one.page)


@pdf_rule(
    "pdf-link-tag",
    clauses=(
        "ISO 14289-1 7.18.5",
        "ISO 14289-2 8.2.5.20",
        "WTPDF 1.0 8.2.5.20",
        "Matterhorn 1.1 28-011",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.CRITICAL,
    remedy="put the annotation of the link into its Link tag (OBJR)",
)
def link_tag(pdf: PdfFile) -> Iterator[Finding]:
    """Every link that can be pressed stands in a tag of a link."""
    allowed = _LINK_TAGS if claimed_ua(pdf) == "2" else {"Link"}
    for one in _seen(pdf):
        owner = pdf.owners.get(one.key)
        if one.kind == "Link" and (owner is None or owner.kind not in allowed):
            found = f"stands in {owner.kind}" if owner else "stands in no tag"
            yield fail(f"the annotation of a link {found}", _place(pdf, one))


@pdf_rule(
    "pdf-link-target",
    clauses=("ISO 14289-2 8.2.5.20", "WTPDF 1.0 8.2.5.20", "WCAG 2.2 SC 2.4.4"),
    severity=Severity.SERIOUS,
    remedy="let every Link tag hold the text and the annotation of one target",
)
def link_target(pdf: PdfFile) -> Iterator[Finding]:
    """What is tagged as a link has a text and leads somewhere, to one place."""
    annotations = {one.key: one for one in pdf.annotations if one.key}
    for tag in pdf.tags:
        if tag.kind != "Link":
            continue
        own = [annotations[key] for key in tag.node.objects if key in annotations]
        if not own and not tag.node.refs:
            yield fail("what is tagged as a link leads nowhere", spot(tag))
        if len({_target(one) for one in own}) > 1:
            yield fail("the link leads to several places", spot(tag))
        described = any(_says(objects.text(one.values.get("/Contents"))) for one in own)
        if own and is_silent(tag.node) and not described:
            yield fail("the link has no text", spot(tag))


def _target(one: Annotation) -> str:
    return repr(objects.resolve(one.values.get("/A")) or objects.resolve(one.values.get("/Dest")))


def _says(text: str | None) -> bool:
    return bool(text and text.strip())


@pdf_rule(
    "pdf-link-contents",
    clauses=("ISO 14289-1 7.18.5", "Matterhorn 1.1 28-012", "WCAG 2.2 SC 2.4.4"),
    severity=Severity.SERIOUS,
    remedy="say in the /Contents of the annotation what the link is called",
)
def link_contents(pdf: PdfFile) -> Iterator[Finding]:
    """Every link that can be pressed has a description."""
    for one in _seen(pdf) if claimed_ua(pdf) != "2" else ():
        if one.kind == "Link" and not _says(objects.text(one.values.get("/Contents"))):
            yield fail("the annotation of the link says nothing (/Contents)", _place(pdf, one))


@pdf_rule(
    "pdf-annotation-tag",
    clauses=(
        "ISO 14289-1 7.18.1",
        "ISO 14289-1 7.18.4",
        "ISO 14289-2 8.9.2.3",
        "ISO 14289-2 8.10.1",
        "WTPDF 1.0 8.9.2.3",
        "WTPDF 1.0 8.10.1",
        "Matterhorn 1.1 28-002",
        "Matterhorn 1.1 28-006",
        "Matterhorn 1.1 28-010",
    ),
    severity=Severity.SERIOUS,
    remedy="put every annotation into an Annot tag, and every field into a Form tag",
)
def annotation_tag(pdf: PdfFile) -> Iterator[Finding]:
    """Every annotation stands in the tag for its type."""
    for one in _seen(pdf):
        owner = pdf.owners.get(one.key)
        kind = owner.kind if owner else "no tag"
        if one.kind == "Widget" and kind != "Form":
            yield fail(f"a form field stands in {kind}, not in Form", _place(pdf, one))
        elif one.kind not in _OWN_RULES and kind != "Annot":
            yield fail(f"an annotation stands in {kind}, not in Annot", _place(pdf, one))
    widgets = {one.key for one in pdf.annotations if one.kind == "Widget" and one.key}
    for tag in pdf.tags:
        if tag.kind == "Form" and len(widgets & set(tag.node.objects)) > 1:
            yield fail("one Form holds several fields", spot(tag))


@pdf_rule(
    "pdf-annotation-alt",
    clauses=(
        "ISO 14289-1 7.18.1",
        "ISO 14289-2 8.10.2.3",
        "WTPDF 1.0 8.10.2.3",
        "Matterhorn 1.1 28-004",
        "Matterhorn 1.1 28-005",
        "WCAG 2.2 SC 1.1.1",
    ),
    severity=Severity.SERIOUS,
    remedy="describe the annotation in /Contents, the field in /TU, or either in /Alt of its tag",
)
def annotation_alt(pdf: PdfFile) -> Iterator[Finding]:
    """Every annotation and field has a description."""
    for one in _seen(pdf):
        owner = pdf.owners.get(one.key)
        if one.kind in _OWN_RULES - {"Widget"} or (owner and _says(owner.node.alt)):
            continue
        field = objects.dictionary(one.values.get("/Parent"))
        key = "/TU" if one.kind == "Widget" else "/Contents"
        said = objects.text(one.values.get(key)) or (key == "/TU" and objects.text(field.get(key)))
        if not said:
            yield fail(f"nothing describes the annotation ({one.kind}, {key})", _place(pdf, one))


@pdf_rule(
    "pdf-annotation-kinds",
    clauses=(
        "ISO 14289-1 7.18.2",
        "ISO 14289-1 7.18.8",
        "ISO 14289-2 8.9.2.2",
        "ISO 14289-2 8.9.2.4.14",
        "ISO 14289-2 8.9.2.4.15",
        "WTPDF 1.0 8.9.2.2",
        "WTPDF 1.0 8.9.2.4.14",
        "WTPDF 1.0 8.9.2.4.15",
        "Matterhorn 1.1 28-007",
        "Matterhorn 1.1 28-017",
    ),
    severity=Severity.MINOR,
    remedy="take out what is only for a printing press, and leave its marks out of the tags",
)
def annotation_kinds(pdf: PdfFile) -> Iterator[Finding]:
    """Nothing that nobody sees, or a printing press only, is read."""
    for one in _seen(pdf):
        if one.kind == "TrapNet":
            yield fail("there is an annotation for a printing press (TrapNet)", Spot(one.page))
        elif one.kind == "PrinterMark" and one.key in pdf.owners:
            yield fail("a printer's mark is tagged as content", Spot(one.page))
    for one in pdf.annotations if claimed_ua(pdf) == "2" else ():
        flags = objects.integer(one.values.get("/F")) or 0
        is_unseen = flags & _INVISIBLE or flags & (_NO_VIEW | _TOGGLES) == _NO_VIEW
        if is_unseen and one.key in pdf.owners:
            yield fail(f"an annotation that nobody sees is tagged as content ({one.kind})")


@pdf_rule(
    "pdf-media",
    clauses=("ISO 14289-1 7.18.6.2", "Matterhorn 1.1 28-014", "Matterhorn 1.1 28-015"),
    severity=Severity.SERIOUS,
    remedy="give the recording its media type (/CT) and a description (/Alt)",
)
def media(pdf: PdfFile) -> Iterator[Finding]:
    """Every recording has a type and a description."""
    for _, found in pdf.dictionaries:
        if objects.name(found.get("/S")) != "MCD":
            continue
        if "/CT" not in found:
            yield fail("a recording says no media type (/CT)")
        said = objects.array(found.get("/Alt"))
        if len(said) < 2 or not any(map(objects.text, said[1::2])):
            yield fail("nothing describes a recording (/Alt)")
