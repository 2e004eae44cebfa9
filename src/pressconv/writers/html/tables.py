"""Tables → HTML, every header cell with its scope, in a box that scrolls on a narrow screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv import model as m
from pressconv.languages import language
from pressconv.writers.html.build import Child, Element, block, group
from pressconv.writers.html.inlines import Scope, inlines, marks

if TYPE_CHECKING:
    from collections.abc import Callable

Flow: TypeAlias = "Callable[[m.Flow, Scope], list[Child]]"

# Columns from which paper, which does not scroll, has smaller type for them, and from which a
# browser prints them across a page: it cannot be asked how wide they are.
_MANY: Final = 8
_MOST: Final = 10

_SCOPES = {
    m.Scope.COLUMN: "col",
    m.Scope.ROW: "row",
    m.Scope.COLUMN_GROUP: "colgroup",
    m.Scope.ROW_GROUP: "rowgroup",
}


def table(node: m.Table, own: dict[str, str | None], scope: Scope, flow: Flow) -> Element:
    """Write a table; *flow* writes the content of a cell.

    The box can be focused, so that the keyboard scrolls it too (WCAG 2.2 SC 2.1.1). It is called a
    table, no more: the caption names the table in it, and would be heard twice. And it is called so
    in the language of the table, as the element is in that one.
    """
    head = [_group("thead", node.head, scope, flow)] if node.head else []
    foot = [_group("tfoot", node.foot, scope, flow)] if node.foot else []
    bodies = [_group("tbody", rows, scope, flow) for rows in node.bodies]
    caption = block("caption", *inlines(node.caption, scope))
    grid = group("table", caption, *head, *bodies, *foot, cls=_size(node))
    note = [block("p", *inlines(node.note, scope), cls="pc-table-note")] if node.note else []
    label = language(scope.lang).labels.table
    box = group("div", grid, cls="pc-scroll", role="group", aria_label=label, tabindex="0")
    return group("div", box, *note, cls="pc-table", **own)


def _size(node: m.Table) -> str | None:
    """Return the class of a table of many columns.

    A style sheet could count them itself, but the PDF engine would count for each cell again.
    """
    first = next(row for group in (node.head, *node.bodies, node.foot) for row in group)
    n_columns = sum(cell.column_span for cell in first.cells)
    if n_columns >= _MOST:
        return "pc-many pc-most"
    return "pc-many" if n_columns >= _MANY else None


def _group(name: str, rows: tuple[m.Row, ...], scope: Scope, flow: Flow) -> Element:
    written = []
    for row in rows:
        cells = [_cell(cell, name, scope, flow) for cell in row.cells]
        written.append(group("tr", *cells, **marks(row, scope)))
    return group(name, *written)


def _cell(cell: m.Cell | m.HeaderCell, where: str, scope: Scope, flow: Flow) -> Element:
    attributes = {
        **marks(cell, scope),
        "colspan": str(cell.column_span) if cell.column_span > 1 else None,
        "rowspan": str(cell.row_span) if cell.row_span > 1 else None,
    }
    cls = f"pc-{cell.align}" if cell.align else ""
    content = flow(cell.content, scope.within(cell))
    if isinstance(cell, m.HeaderCell):
        return block("th", *content, cls=cls, scope=_scope(cell, where), **attributes)
    return block("td", *content, cls=cls, **attributes)


def _scope(cell: m.HeaderCell, where: str) -> str:
    """Return the scope as written; else a header in the head is for columns, elsewhere for rows."""
    if cell.scope:
        return _SCOPES[cell.scope]
    if where == "thead":
        return "colgroup" if cell.column_span > 1 else "col"
    return "rowgroup" if cell.row_span > 1 else "row"
