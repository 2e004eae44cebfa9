"""Rules that PDF/UA-2 and WTPDF add, for files that claim them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_ua, pdf_rule, spot
from pressconv.audit.rule import Finding, Severity, Spot, fail, review
from pressconv.pdf.nesting import NO_CONTENT, TRANSPARENT, may_hold, too_many
from pressconv.pdfdoc import Content, TagNode, objects, xmp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import PdfFile, Tag

_NAMESPACE: Final = "http://iso.org/pdf2/ssn"
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NOTE_TYPES: Final = frozenset({"Footnote", "Endnote", "None"})


@pdf_rule(
    "pdf-document-root",
    clauses=("ISO 14289-2 8.2.5.2", "WTPDF 1.0 8.2.5.2"),
    severity=Severity.MODERATE,
    remedy="put all tags into one Document of the namespace of PDF 2.0",
)
def document_root(pdf: PdfFile) -> Iterator[Finding]:
    """One Document of PDF 2.0 holds all tags."""
    if claimed_ua(pdf) != "2":
        return
    roots = [tag for tag in pdf.tags if tag.parent is None]
    if len(roots) != 1 or roots[0].kind != "Document":
        yield fail("the tags do not begin with one Document")
    elif roots[0].node.namespace != _NAMESPACE:
        yield fail("the Document is not of the namespace of PDF 2.0", spot(roots[0]))


@pdf_rule(
    "pdf-tag-nesting",
    clauses=("ISO 14289-2 8.2.4", "WTPDF 1.0 8.2.4", "ISO/TS 32005 table 5"),
    severity=Severity.MODERATE,
    remedy="put the tag where its kind may stand, or a Sect around it",
)
def tag_nesting(pdf: PdfFile) -> Iterator[Finding]:
    """Every tag stands where its kind may stand, and holds what its kind may hold."""
    for tag in pdf.tags if claimed_ua(pdf) == "2" else ():
        around = next((one.kind for one in tag.above() if one.kind not in TRANSPARENT), "")
        if not may_hold(around, tag.kind):
            yield fail(f"{tag.kind} stands in {around}", spot(tag))
        yield from _misfilled(tag)


def _misfilled(tag: Tag) -> Iterator[Finding]:
    children = tag.node.children
    if tag.kind in NO_CONTENT and any(isinstance(one, Content) for one in children):
        yield fail(f"{tag.kind} holds content beside elements", spot(tag))
    inside = (one.standard_type for one in children if isinstance(one, TagNode))
    for kind in too_many(tag.kind, inside):
        yield fail(f"{tag.kind} holds more than one {kind}", spot(tag))


@pdf_rule(
    "pdf-destinations",
    clauses=("ISO 14289-2 8.8", "WTPDF 1.0 8.8"),
    severity=Severity.MODERATE,
    remedy="lead to a tag (/SD), not to a place on a page",
)
def destinations(pdf: PdfFile) -> Iterator[Finding]:
    """Links and bookmarks within the document lead to a tag."""
    if claimed_ua(pdf) != "2":
        return
    for key, found in pdf.dictionaries:
        is_going = key == "/A" and objects.name(found.get("/S")) == "GoTo"
        leads = "/Dest" in found and ("/Title" in found or "/Rect" in found)
        if (is_going and "/SD" not in found) or leads:
            yield fail("a link or bookmark leads to a place on a page, not to a tag")


@pdf_rule(
    "pdf-notes",
    clauses=("ISO 14289-2 8.2.5.14", "WTPDF 1.0 8.2.5.14"),
    severity=Severity.SERIOUS,
    remedy="use FENote, and let note and call refer to each other (/Ref)",
)
def notes(pdf: PdfFile) -> Iterator[Finding]:
    """Notes and their calls refer to each other."""
    if claimed_ua(pdf) != "2":
        return
    by_key = {tag.node.key: tag for tag in pdf.tags if tag.node.key}
    for tag in pdf.tags:
        if tag.kind == "Note":
            yield fail("the note is none of PDF 2.0 (FENote)", spot(tag))
        if tag.kind != "FENote":
            continue
        kind = tag.node.attributes.get("NoteType", "None")
        if kind not in _NOTE_TYPES:
            yield fail(f"there is no kind of note {kind!r}", spot(tag))
        for key in tag.node.refs:
            if key in by_key and tag.node.key not in by_key[key].node.refs:
                yield fail("the note refers to its call, and not the other way round", spot(tag))
    for tag in pdf.tags:
        for key in tag.node.refs if tag.kind != "FENote" else ():
            target = by_key.get(key)
            if target and target.kind == "FENote" and tag.node.key not in target.node.refs:
                yield fail("a call refers to this note, and not the other way round", spot(target))


@pdf_rule(
    "pdf-private-use",
    clauses=(
        "ISO 14289-2 8.4.3",
        "ISO 14289-2 8.6",
        "ISO 19005-3 6.2.11.7.3",
        "ISO 19005-4 6.2.10.8",
        "WTPDF 1.0 8.4.3",
        "WTPDF 1.0 8.6",
    ),
    severity=Severity.SERIOUS,
    remedy="say with ActualText what the sign stands for",
)
def private_use(pdf: PdfFile) -> Iterator[Finding]:
    """No text has characters that mean something to its writer only."""
    level = (pdf.xmp and pdf.xmp.first(xmp.PDF_A, "conformance")) or ""
    say = fail if claimed_ua(pdf) == "2" or level == "A" else review
    for tag in pdf.tags:
        node = tag.node
        said = "".join(filter(None, (node.alt, node.actual_text, node.expansion, node.lang)))
        if _PRIVATE.search(said):
            yield say("what stands for this has private characters", spot(tag))
        if any(one.node.actual_text is not None or one.node.alt for one in (tag, *tag.above())):
            continue
        shown = "".join(one.text for one in node.children if isinstance(one, Content))
        if _PRIVATE.search(shown):
            yield say("the text has private characters, and nothing stands for it", spot(tag))


@pdf_rule(
    "pdf-attachment-descriptions",
    clauses=("ISO 14289-2 8.14.1", "WTPDF 1.0 8.14.1"),
    severity=Severity.MODERATE,
    remedy="describe every attached file (/Desc)",
)
def attachment_descriptions(pdf: PdfFile) -> Iterator[Finding]:
    """Every attached file is described."""
    for _, found in pdf.dictionaries if claimed_ua(pdf) == "2" else ():
        if "/EF" in found and not objects.text(found.get("/Desc")):
            yield fail("an attached file is not described (/Desc)", Spot())
