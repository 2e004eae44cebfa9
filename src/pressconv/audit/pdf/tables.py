"""Rules for tables: their parts, their grid, and the headers of their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.audit.pdf.grids import children_of, grid, headed
from pressconv.audit.pdf.registry import pdf_rule, spot
from pressconv.audit.rule import Finding, Severity, fail, review
from pressconv.pdfdoc import TagNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.audit.pdf.grids import Cell
    from pressconv.pdfdoc import PdfFile, Tag

_GROUPS: Final = frozenset({"THead", "TBody", "TFoot"})
# What may stand just inside, and around. Source: ISO 32000-1, table 337.
_KIDS: Final = {
    "Table": _GROUPS | {"TR", "Caption"},
    "TR": frozenset({"TH", "TD"}),
    **dict.fromkeys(_GROUPS, frozenset({"TR"})),
}
_PARENTS: Final = {
    "TR": _GROUPS | {"Table"},
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    **dict.fromkeys(_GROUPS, frozenset({"Table"})),
}


@pdf_rule(
    "pdf-table-parts",
    clauses=(
        "ISO 14289-1 7.2",
        "Matterhorn 1.1 09-004",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.SERIOUS,
    remedy="build tables of rows of header and data cells, with one head, one foot, one caption",
)
def table_parts(pdf: PdfFile) -> Iterator[Finding]:
    """Tables are built of rows with cells, in groups."""
    for tag in pdf.tags:
        inside = [one.standard_type for one in tag.node.children if isinstance(one, TagNode)]
        allowed = _KIDS.get(tag.kind)
        for kind in inside if allowed else ():
            if allowed and kind not in allowed:
                yield fail(f"{kind} stands just inside {tag.kind}", spot(tag))
        around = tag.parent.kind if tag.parent else "the document"
        if around not in _PARENTS.get(tag.kind, {around}):
            yield fail(f"{tag.kind} stands in {around}", spot(tag))
        if tag.kind == "Table":
            yield from _misbuilt(tag, inside)


def _misbuilt(table: Tag, inside: list[str]) -> Iterator[Finding]:
    for kind in ("THead", "TFoot", "Caption"):
        if inside.count(kind) > 1:
            yield fail(f"the table has more than one {kind}", spot(table))
    if "TBody" not in inside and {"THead", "TFoot"} & set(inside):
        yield fail("the table has a head or a foot, but no TBody", spot(table))
    if "Caption" in inside[1:-1]:
        yield fail("the caption is neither first nor last in the table", spot(table))


@pdf_rule(
    "pdf-table-grid",
    clauses=("ISO 14289-1 7.2", "ISO 14289-2 8.2.5.26", "WTPDF 1.0 8.2.5.26", "WCAG 2.2 SC 1.3.1"),
    severity=Severity.SERIOUS,
    remedy="give every row the same number of cells, counting RowSpan and ColSpan",
)
def table_grid(pdf: PdfFile) -> Iterator[Finding]:
    """The cells of a table fill a rectangle, each place once."""
    children = children_of(pdf.tags)
    for table in pdf.tags:
        if table.kind != "Table":
            continue
        found = grid(table, children)
        for cell in found.overlapping:
            yield fail("the cell covers a place that another one has", spot(cell.tag))
        if found.is_too_long:
            yield fail("a cell spans more rows than there are", spot(table))
        if len(set(found.widths)) > 1:
            numbers = ", ".join(map(str, sorted(set(found.widths))))
            yield fail(f"the rows are not equally long: {numbers} cells", spot(table))


@pdf_rule(
    "pdf-table-headers",
    clauses=(
        "ISO 14289-1 7.5",
        "ISO 14289-2 8.2.5.26",
        "WTPDF 1.0 8.2.5.26",
        "Matterhorn 1.1 15-003",
        "Matterhorn 1.1 15-005",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.SERIOUS,
    remedy="give every header cell a Scope, or every data cell the IDs of its headers",
)
def table_headers(pdf: PdfFile) -> Iterator[Finding]:
    """Of every data cell in a table with headers it can be told which are its own."""
    children = children_of(pdf.tags)
    for table in pdf.tags:
        if table.kind != "Table":
            continue
        cells = grid(table, children).cells
        if any(cell.tag.kind == "TH" for cell in cells):
            yield from _unnamed(cells)


def _unnamed(cells: list[Cell]) -> Iterator[Finding]:
    ids = {cell.tag.node.id for cell in cells}
    told, could_be = headed(cells, with_scope=True), headed(cells, with_scope=False)
    for cell in cells:
        unknown = [one for one in cell.headers if one not in ids]
        is_named = bool(cell.headers) and not unknown
        is_told = cell.tag.kind == "TH" or is_named or told.reaches(cell)
        if not is_told:
            say = fail if could_be.reaches(cell) else review
            yield say("nothing says which headers the cell has", spot(cell.tag))
        if unknown:
            say = review if is_told else fail
            yield say(f"no cell of the table has the ID {unknown[0]!r}", spot(cell.tag))


@pdf_rule(
    "pdf-table-no-headers",
    clauses=(
        "ISO 14289-1 7.5",
        "Matterhorn 1.1 15-001",
        "Matterhorn 1.1 15-002",
        "Matterhorn 1.1 15-004",
        "WCAG 2.2 SC 1.3.1",
    ),
    severity=Severity.SERIOUS,
    remedy="tag the cells that name a row or column as TH; do not use tables for layout",
)
def table_no_headers(pdf: PdfFile) -> Iterator[Finding]:
    """Every table has a header cell."""
    children = children_of(pdf.tags)
    for table in pdf.tags:
        if table.kind != "Table":
            continue
        if all(cell.tag.kind == "TD" for cell in grid(table, children).cells):
            yield review("the table has no header cell: is it a table?", spot(table))
