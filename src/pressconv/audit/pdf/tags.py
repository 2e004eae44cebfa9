"""Rules for the tags as such: their types, their keys, headings, lists, contents, ruby."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.registry import claimed_ua, pdf_rule, spot
from pressconv.audit.rule import Finding, Severity, fail, review
from pressconv.pdfdoc import TagNode, objects
from pressconv.pdfdoc.file import is_silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.pdfdoc import PdfFile, Tag

_HEADINGS: Final = {f"H{level}": level for level in range(1, 7)}
# Source: ISO 32000-1, 14.8.4.
_STANDARD_1_7: Final = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4"
    " H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry"
    " Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
# Source: ISO 32000-2, 14.8.4; headings may be of any level there.
_ADDED_2_0: Final = frozenset("DocumentFragment Title FENote Sub Em Strong Aside Artifact".split())
_NAMESPACE_2_0: Final = "http://iso.org/pdf2/ssn"
_MAX_ROLES: Final = 20

# What may stand just inside. Source: ISO 32000-1, tables 333, 336 and 338.
_KIDS: Final = {
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
    "Ruby": frozenset({"RB", "RT", "RP"}),
    "Warichu": frozenset({"WT", "WP"}),
}
_PARENTS: Final = {
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
    "RB": frozenset({"Ruby"}),
    "RT": frozenset({"Ruby"}),
    "WT": frozenset({"Warichu"}),
}
_CAPTION_FIRST: Final = frozenset({"L", "TOC"})


def _kinds(node: TagNode) -> list[str]:
    return [one.standard_type for one in node.children if isinstance(one, TagNode)]


def _misplaced(pdf: PdfFile, kinds: frozenset[str]) -> Iterator[Finding]:
    for tag in pdf.tags:
        if tag.kind not in kinds:
            continue
        allowed, inside = _KIDS.get(tag.kind), _kinds(tag.node)
        for kind in inside if allowed else ():
            if allowed and kind not in allowed:
                yield fail(f"{kind} stands just inside {tag.kind}", spot(tag))
        if tag.kind in _CAPTION_FIRST and "Caption" in inside[1:]:
            yield fail(f"the caption of {tag.kind} is not its first element", spot(tag))
        around = tag.parent.kind if tag.parent else "the document"
        if around not in _PARENTS.get(tag.kind, {around}):
            yield fail(f"{tag.kind} stands in {around}", spot(tag))


@pdf_rule(
    "pdf-tag-types",
    clauses=(
        "ISO 14289-1 7.1",
        "ISO 14289-2 8.2.4",
        "ISO 19005-3 6.7.3.4",
        "WTPDF 1.0 8.2.4",
        "Matterhorn 1.1 02-001",
        "Matterhorn 1.1 02-003",
        "Matterhorn 1.1 02-004",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.SERIOUS,
    remedy="use a standard type, or map the type to one in the /RoleMap",
)
def tag_types(pdf: PdfFile) -> Iterator[Finding]:
    """Every type of tag is a standard one, or mapped to one."""
    roles = objects.dictionary(pdf.tree_root.get("/RoleMap"))
    names = {key.removeprefix("/"): objects.name(value) for key, value in roles.items()}
    for kind, target in names.items():
        if kind in _STANDARD_1_7:
            yield fail(f"the standard type {kind} is mapped to {target}")
        if _is_circle(kind, names):
            yield fail(f"the type {kind} is mapped in a circle")
    yield from _mapped_within(pdf)
    for tag in pdf.tags:
        is_named = bool(tag.node.namespace) and tag.node.namespace != _NAMESPACE_2_0
        if not _is_standard(tag) and not is_named:
            yield fail(f"{tag.kind} is no standard type, and is mapped to none", spot(tag))


def _mapped_within(pdf: PdfFile) -> Iterator[Finding]:
    """Find types of PDF 2.0 that are mapped to others of their own namespace."""
    for reference in objects.array(pdf.tree_root.get("/Namespaces")):
        roles = objects.dictionary(objects.dictionary(reference).get("/RoleMapNS"))
        for kind, target in roles.items():
            found = objects.array(target)
            if len(found) > 1 and objects.object_key(found[1]) == objects.object_key(reference):
                yield fail(f"the type {kind} is mapped to one of its own namespace")


def _is_circle(kind: str, names: dict[str, str]) -> bool:
    seen = {kind}
    while kind in names:
        kind = names[kind]
        if kind in seen:
            return True
        seen.add(kind)
    return False


def _is_standard(tag: Tag) -> bool:
    kind = tag.kind
    if kind in _STANDARD_1_7:
        return True
    if not tag.node.namespace and tag.node.type == kind:
        return False
    return kind in _ADDED_2_0 or (kind[:1] == "H" and kind[1:].isdecimal())


@pdf_rule(
    "pdf-tag-ids",
    clauses=("ISO 14289-1 7.9", "Matterhorn 1.1 19-003", "Matterhorn 1.1 19-004"),
    severity=Severity.MODERATE,
    remedy="give every note an /ID of its own",
)
def tag_ids(pdf: PdfFile) -> Iterator[Finding]:
    """Every note has an ID, and no two elements have the same."""
    counts = Counter(tag.node.id for tag in pdf.tags if tag.node.id)
    for tag in pdf.tags:
        if tag.kind == "Note" and not tag.node.id:
            yield fail("the note has no ID", spot(tag))
        elif tag.node.id and counts[tag.node.id] > 1:
            yield fail(f"the ID {tag.node.id!r} is not the only one", spot(tag))


@pdf_rule(
    "pdf-heading-levels",
    clauses=(
        "ISO 14289-1 7.4.2",
        "Matterhorn 1.1 14-002",
        "Matterhorn 1.1 14-003",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.SERIOUS,
    remedy="begin with H1, and go down one level at a time",
)
def heading_levels(pdf: PdfFile) -> Iterator[Finding]:
    """Headings begin at level 1, and none skips a level."""
    before = 0
    for tag in pdf.tags:
        level = _HEADINGS.get(tag.kind)
        if level is None:
            continue
        if level > before + 1:
            message = f"H{level} follows H{before}" if before else f"the first heading is H{level}"
            yield fail(message, spot(tag))
        before = level


@pdf_rule(
    "pdf-heading-kinds",
    clauses=(
        "ISO 14289-1 7.4.4",
        "ISO 14289-2 8.2.5.12",
        "WTPDF 1.0 8.2.5.12",
        "Matterhorn 1.1 14-006",
        "Matterhorn 1.1 14-007",
    ),
    severity=Severity.SERIOUS,
    remedy="use headings with levels (H1, H2 \u2026) throughout",
)
def heading_kinds(pdf: PdfFile) -> Iterator[Finding]:
    """Headings with levels and headings without are not mixed."""
    plain = [tag for tag in pdf.tags if tag.kind == "H"]
    if plain and any(tag.kind in _HEADINGS for tag in pdf.tags):
        yield fail("there are headings with levels, and this one without", spot(plain[0]))
    if plain and claimed_ua(pdf) == "2":
        yield fail("PDF/UA-2 has no headings without a level", spot(plain[0]))
    for tag in pdf.tags if plain else ():
        if _kinds(tag.node).count("H") > 1:
            yield fail("two headings H stand in one element", spot(tag))


@pdf_rule(
    "pdf-heading-text",
    clauses=("WCAG 2.2 SC 1.3.1", "WCAG 2.2 SC 2.4.6"),
    severity=Severity.MODERATE,
    remedy="give the heading its text, or tag it as something else",
)
def heading_text(pdf: PdfFile) -> Iterator[Finding]:
    """Every heading has a text."""
    for tag in pdf.tags:
        if (tag.kind in _HEADINGS or tag.kind == "H") and is_silent(tag.node):
            yield fail(f"{tag.kind} is empty", spot(tag))


@pdf_rule(
    "pdf-list-parts",
    clauses=(
        "ISO 14289-1 7.2",
        "ISO 14289-2 8.2.5.25",
        "WTPDF 1.0 8.2.5.25",
        "Matterhorn 1.1 09-005",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.SERIOUS,
    remedy="build lists of L, LI, Lbl and LBody",
)
def list_parts(pdf: PdfFile) -> Iterator[Finding]:
    """Lists are built of items with labels and bodies."""
    yield from _misplaced(pdf, frozenset({"L", "LI", "LBody"}))


@pdf_rule(
    "pdf-list-numbering",
    clauses=(
        "ISO 14289-1 7.6",
        "ISO 14289-2 8.2.5.25",
        "WTPDF 1.0 8.2.5.25",
        "Matterhorn 1.1 16-001",
    ),
    severity=Severity.MODERATE,
    remedy="say how the items are labelled: ListNumbering",
)
def list_numbering(pdf: PdfFile) -> Iterator[Finding]:
    """A list whose items have labels says how it is numbered."""
    is_second = claimed_ua(pdf) == "2"
    say, silent = (fail, {None, "None"}) if is_second else (review, {None})
    for tag in pdf.tags:
        if tag.kind != "L" or tag.node.numbering not in silent:
            continue
        items = (one for one in tag.node.children if isinstance(one, TagNode))
        if any("Lbl" in _kinds(item) for item in items):
            yield say("the items have labels, but nothing says how they are numbered", spot(tag))


@pdf_rule(
    "pdf-contents-parts",
    clauses=("ISO 14289-1 7.2", "Matterhorn 1.1 09-006"),
    severity=Severity.MODERATE,
    remedy="build tables of contents of TOC and TOCI",
)
def contents_parts(pdf: PdfFile) -> Iterator[Finding]:
    """Tables of contents are built of their entries."""
    yield from _misplaced(pdf, frozenset({"TOC", "TOCI"}))


@pdf_rule(
    "pdf-ruby-parts",
    clauses=(
        "ISO 14289-1 7.2",
        "ISO 14289-2 8.2.5.23",
        "WTPDF 1.0 8.2.5.23",
        "Matterhorn 1.1 09-007",
        "Matterhorn 1.1 09-008",
    ),
    severity=Severity.MODERATE,
    remedy="build ruby of RB and RT, and warichu of WP and WT",
)
def ruby_parts(pdf: PdfFile) -> Iterator[Finding]:
    """Readings above characters are built of a base and a reading."""
    yield from _misplaced(pdf, frozenset({"Ruby", "RB", "RT", "Warichu", "WT"}))
    for tag in pdf.tags:
        if tag.kind == "Ruby" and not {"RB", "RT"} <= set(_kinds(tag.node)):
            yield fail("the ruby lacks its base or its reading", spot(tag))
