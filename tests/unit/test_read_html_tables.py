"""Tables of HTML → tables whose cells fill a rectangle, or what a table of layout holds."""

from __future__ import annotations

from typing import Any

import pytest

from pressconv import model as m
from pressconv.grid import place_cells
from pressconv.readers.html import read_html as read_typed


def read_html(source: Any, **options: Any) -> Any:
    """Read a page; tests look into its blocks without asking of which kind each is."""
    return read_typed(source, **options)


def content(source):
    return tuple(block.content for block in read_html(source).blocks)


def words(cell):
    return cell.content.children[0].value if cell.content.children else ""


def shown(rows):
    return [[words(cell) for cell in row.cells] for row in rows]


def test_head_body_and_foot_are_kept():
    (made,) = content(
        "<table><caption>T</caption><thead><tr><th>a<th scope=col>b<tfoot><tr><td>e<td>f"
        "<tbody><tr><th scope=row>c<td>d</table>"
    )
    assert made.caption == (m.Text("T"),)
    assert shown(made.head) == [["a", "b"]]
    assert made.head[0].cells[1].scope is m.Scope.COLUMN
    assert isinstance(made.bodies[-1][0].cells[0], m.HeaderCell)


def test_rows_of_header_cells_at_the_top_are_the_head():
    (made,) = content("<table><tr><th>a<th>b<tr><td>c<td>d</table>")
    assert (shown(made.head), shown(made.bodies[0])) == ([["a", "b"]], [["c", "d"]])


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>a<tr><td>b<td>c",
        "<tr><td rowspan=9>a<td>b<tr><td>c",
        "<tr><td>a<td rowspan=2>b<tr><td colspan=3>c",
        "<tr><td colspan=0>a<td>b<tr><td rowspan=x>c",
    ],
)
def test_a_table_that_is_no_rectangle_is_mended_with_a_note(rows):
    draft = read_html(f"<table>{rows}</table>")
    (made,) = (block.content for block in draft.blocks)
    place_cells(made.bodies[0])
    assert "table-mended" in [note.code for note in draft.notes] or "colspan=0" in rows


@pytest.mark.parametrize(
    "source",
    [
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td>a<td>b</table>",
        "<table><tr><td>a<tr><td>b</table>",
        "<table><tr><td>a<td><table><tr><td>b<td>c</table><tr><td>d<td>e</table>",
        "<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>",
    ],
)
def test_a_table_that_lays_out_a_page_is_opened(source):
    assert not any(isinstance(one, m.Table) for one in content(source))
