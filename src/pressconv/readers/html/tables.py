"""Tables → tables of the model, whose cells fill a rectangle; one that lays out a page is opened.

The rows of a scraped table may be of any length, and spans may leave it. Missing cells are empty
ones, and a span ends where the table ends or another cell begins; both are a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv import model as m
from pressconv.readers.html.flow import Flow, Found, is_void
from pressconv.readers.html.inlines import marks
from pressconv.readers.html.tree import Node
from pressconv.readers.xml import values
from pressconv.text import is_blank

if TYPE_CHECKING:
    from pressconv.readers.html.inlines import Around

Rows: TypeAlias = tuple[m.Row, ...]

_MAX_CELLS: Final = 20_000
# What stands in a table that lays out a page, and hardly ever in the cells of others.
_PARTS: Final = frozenset(
    "table h1 h2 h3 h4 h5 h6 article section form main nav header footer aside blockquote "
    "hr".split()
)
_SCOPES: Final = {
    "col": m.Scope.COLUMN,
    "row": m.Scope.ROW,
    "colgroup": m.Scope.COLUMN_GROUP,
    "rowgroup": m.Scope.ROW_GROUP,
}
_MAX_MEAN: Final = 300


def table(flow: Flow, node: Node, around: Around) -> list[Found]:
    """Read a table."""
    rows = _rows(node)
    if not rows or _is_layout(node, rows):
        return flow.read(node, around)
    groups = [_Group(flow, part, around).read() for part in _grouped(rows)]
    width = max(group.width for group in groups)
    if sum(len(group.rows) for group in groups) * width > _MAX_CELLS:
        return flow.read(node, around)
    head, bodies, foot = _parts(groups, width)
    source = _caption_of(node)
    caption, _ = flow.line(source) if source else ((), [])
    if any(group.is_mended for group in groups):
        flow.page.note("table-mended", node)
    made = m.Table(caption, head, bodies, foot, place=flow.page.place(node))
    return [flow.found(made, node)]


def _parts(groups: list[_Group], width: int) -> tuple[Rows, tuple[Rows, ...], Rows]:
    """Return head, bodies and foot; a table of one group has neither head nor foot."""
    rows = [group.filled(width) for group in groups]
    has_head = groups[0].is_head and len(groups) > 1
    has_foot = _tag(groups[-1].sources) == "tfoot" and len(groups) > 1 + has_head
    head = rows[0] if has_head else ()
    foot = rows[-1] if has_foot else ()
    return head, tuple(rows[has_head : len(rows) - has_foot]), foot


def _rows(node: Node) -> list[Node]:
    """Return the rows of this table, without those of tables in it, and without empty ones."""
    rows: list[Node] = []
    for child in node.elements():
        inner = child.elements() if child.tag in {"thead", "tbody", "tfoot"} else [child]
        rows.extend(row for row in inner if row.tag == "tr" and _cells(row))
    return rows


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.elements() if cell.tag in {"td", "th"}]


def _is_layout(node: Node, rows: list[Node]) -> bool:
    """Say whether a table lays out a page: by its role, its size, and what stands in it."""
    if node.get("role") in {"presentation", "none"}:
        return True
    cells = [cell for row in rows for cell in _cells(row)]
    filled = [cell for cell in cells if not is_blank(cell.text())]
    if len(rows) == 1 or max(len(_cells(row)) for row in rows) == 1 or len(filled) < 2:
        return True
    inside = {inner.tag for cell in cells for inner in cell.walk()} - {"td", "th"}
    if inside & _PARTS:
        return True
    if any(cell.tag == "th" for cell in cells) or _caption_of(node):
        return False
    return sum(len(cell.text()) for cell in filled) > _MAX_MEAN * len(filled)


def _caption_of(node: Node) -> Node | None:
    return next((one for one in node.elements() if one.tag == "caption"), None)


def _grouped(rows: list[Node]) -> list[list[Node]]:
    """Part rows by the group they stand in; rows of headers at the top are a head."""
    groups: list[list[Node]] = []
    for row in rows:
        if groups and groups[-1][-1].parent is row.parent:
            groups[-1].append(row)
        else:
            groups.append([row])
    first = groups[0]
    n_head = next((n for n, row in enumerate(first) if not _is_head(row)), len(first))
    if _tag(first) != "thead" and 0 < n_head < len(first) and not _reaches(first[:n_head]):
        return [first[:n_head], first[n_head:], *groups[1:]]
    return groups


def _is_head(row: Node) -> bool:
    return all(cell.tag == "th" for cell in _cells(row))


def _reaches(rows: list[Node]) -> bool:
    """Say whether a cell of these rows spans rows below them."""
    return any(
        index + _span(cell, "rowspan") > len(rows)
        for index, row in enumerate(rows)
        for cell in _cells(row)
    )


def _tag(rows: list[Node]) -> str:
    return rows[0].parent.tag if rows[0].parent else ""


def _span(cell: Node, name: str) -> int:
    try:
        return values.span(cell.get(name) or "1")
    except ValueError:
        return 1


class _Group:
    """Reads a group of rows, each cell in its place."""

    def __init__(self, flow: Flow, rows: list[Node], around: Around) -> None:
        self.flow = flow
        self.sources = rows
        self.around = around
        self.is_head = _tag(rows) == "thead" or all(map(_is_head, rows))
        self.rows: list[dict[int, m.Cell | m.HeaderCell]] = [{} for _ in rows]
        self.taken: set[tuple[int, int]] = set()
        self.width = 0
        self.is_mended = False

    def read(self) -> _Group:
        for index, row in enumerate(self.sources):
            column = 0
            for cell in _cells(row):
                while (index, column) in self.taken:
                    column += 1
                column += self._place(cell, index, column)
        return self

    def _place(self, cell: Node, row: int, column: int) -> int:
        wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
        n_columns = next((n for n in range(1, wide) if (row, column + n) in self.taken), wide)
        n_rows = min(high, len(self.rows) - row)
        while n_columns * n_rows + len(self.taken) > _MAX_CELLS and n_rows * n_columns > 1:
            n_columns, n_rows = max(1, n_columns // 2), max(1, n_rows // 2)
        self.is_mended |= (n_columns, n_rows) != (wide, high)
        self.taken.update(
            (row + down, column + along) for down in range(n_rows) for along in range(n_columns)
        )
        self.rows[row][column] = self._cell(cell, n_columns, n_rows)
        self.width = max(self.width, column + n_columns)
        return n_columns

    def _cell(self, cell: Node, n_columns: int, n_rows: int) -> m.Cell | m.HeaderCell:
        content = self.flow.content(cell, self.around)
        is_header = cell.tag == "th" or _tag(self.sources) == "thead"
        if is_header and not is_void(content):
            scope = _SCOPES.get(cell.get("scope").lower())
            return m.HeaderCell(content, scope, n_columns, n_rows, **marks(cell))
        return m.Cell(content, n_columns, n_rows, **marks(cell))

    def filled(self, width: int) -> tuple[m.Row, ...]:
        """Return the rows, *width* columns wide, with empty cells where none was."""
        made = []
        for index, cells in enumerate(self.rows):
            holes = [column for column in range(width) if (index, column) not in self.taken]
            self.is_mended |= bool(holes)
            whole = {**cells, **{hole: m.Cell(m.Running(())) for hole in holes}}
            in_order = tuple(whole[column] for column in sorted(whole))
            made.append(m.Row(in_order))
        return tuple(made)
