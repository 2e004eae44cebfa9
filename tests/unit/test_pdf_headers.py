"""Which headers belong to a cell of a table, by the algorithm of HTML."""

from __future__ import annotations

import cProfile

import pytest
from lxml import html

from pressconv.pdf.headers import cell_facts

C, R = "<th scope='col'>{}</th>", "<th scope='row'>{}</th>"


def headers(rows, *more):
    """Return the words of each cell with those of its headers."""
    groups = "".join(f"<tbody>{group}</tbody>" for group in more)
    table = html.fromstring(f"<table><thead>{rows}</thead>{groups}</table>")
    facts = cell_facts(table, "t")
    words = {fact.key: str(cell.text) for cell, fact in facts.items() if fact.key}
    return {
        str(cell.text): " ".join(words[key] for key in fact.headers) for cell, fact in facts.items()
    }


def row(*cells):
    return f"<tr>{''.join(cells)}</tr>"


def test_a_cell_has_the_headers_of_its_column_and_its_row():
    found = headers(row(C.format("A"), C.format("B")), row(R.format("r"), "<td>1</td>"))
    assert found == {"A": "", "B": "", "r": "A", "1": "B r"}


def test_a_header_over_several_columns_is_for_all_of_them():
    top = row("<th scope='col' rowspan='2'>A</th>", "<th scope='colgroup' colspan='2'>B</th>")
    found = headers(
        top + row(C.format("x"), C.format("y")),
        row(R.format("r"), "<td>1</td>", "<td>2</td>"),
    )
    assert found["x"] == found["y"] == "B"
    assert (found["1"], found["2"]) == ("B x r", "B y r")


def test_a_header_over_several_rows_is_for_all_of_them():
    found = headers(
        row(C.format("A"), C.format("B"), C.format("C")),
        row("<th scope='rowgroup' rowspan='2'>g</th>", R.format("r"), "<td>1</td>")
        + row(R.format("s"), "<td>2</td>"),
        row("<th scope='rowgroup'>h</th>", R.format("t"), "<td>3</td>"),
    )
    assert (found["1"], found["2"], found["3"]) == ("C g r", "C g s", "C h t")


def test_a_row_that_is_a_title_is_for_the_rows_below_it_in_its_group():
    title = "<th scope='rowgroup' colspan='2'>{}</th>"
    found = headers(
        row(C.format("A"), C.format("B")),
        row(title.format("g")) + row(R.format("r"), "<td>1</td>"),
        row(title.format("h")) + row(R.format("s"), "<td>2</td>"),
    )
    assert (found["1"], found["2"]) == ("B g r", "B h s")
    assert (found["g"], found["h"]) == ("", "")


SUBHEADING = "<th scope='{}' colspan='3'>{}</th>"


@pytest.mark.parametrize("scope", ["col", "colgroup", "rowgroup"])
def test_a_row_that_is_a_subheading_is_under_no_other_and_under_no_single_column(scope):
    found = headers(
        row(C.format("A"), C.format("B"), C.format("D")),
        row(SUBHEADING.format(scope, "one"))
        + row(R.format("r"), "<td>1</td>", "<td>2</td>")
        + row(SUBHEADING.format(scope, "two"))
        + row(R.format("s"), "<td>3</td>", "<td>4</td>"),
    )
    assert (found["one"], found["two"]) == ("", "")
    assert {one: set(found[one].split()) for one in "1234"} == {
        "1": {"B", "one", "r"},
        "2": {"D", "one", "r"},
        "3": {"B", "two", "s"},
        "4": {"D", "two", "s"},
    }


def test_a_subheading_behind_data_is_not_under_the_head_of_the_same_width():
    top = row(SUBHEADING.format("colgroup", "Top"))
    found = headers(
        top + row(C.format("A"), "<th scope='colgroup' colspan='2'>BC</th>"),
        row(R.format("r"), "<td>1</td>", "<td>2</td>")
        + row(SUBHEADING.format("col", "Mid"))
        + row(R.format("s"), "<td>3</td>", "<td>4</td>"),
    )
    assert (found["A"], found["BC"], found["Mid"]) == ("Top", "Top", "")
    assert (found["1"], found["3"]) == ("Top BC r", "BC Mid s")


def test_headers_of_the_whole_width_that_follow_each_other_hold_together():
    found = headers(row(C.format("A")) + row(C.format("B")), row("<td>1</td>"))
    assert (found["B"], found["1"]) == ("A", "A B")


def test_a_row_header_behind_data_takes_the_place_of_the_one_before_it():
    found = headers(
        row(*map(C.format, "ABDE")), row(R.format("r"), "<td>1</td>", R.format("s"), "<td>2</td>")
    )
    assert (found["s"], found["2"]) == ("D", "E s")


def test_a_header_of_rows_over_some_columns_is_for_the_cells_beside_it():
    wide = "<th scope='rowgroup' colspan='2'>g</th>"
    found = headers(
        row(C.format("A"), C.format("B"), C.format("D")),
        row(wide, "<td>1</td>") + row(R.format("r"), "<td>2</td>", "<td>3</td>"),
    )
    assert (found["1"], found["2"], found["3"]) == ("D g", "B r", "D r")


def test_behind_data_a_nearer_header_takes_the_place_of_a_farther_one():
    found = headers(
        row(C.format("A"), C.format("B")),
        row(R.format("r"), "<td>1</td>")
        + row(C.format("a"), C.format("b"))
        + row(R.format("s"), "<td>2</td>"),
    )
    assert (found["1"], found["2"]) == ("B r", "b s")


@pytest.mark.parametrize("scope", ["row", "rowgroup"])
def test_headers_that_follow_each_other_hold_together(scope):
    first = f"<th scope='{scope}'>g</th>"
    found = headers(row(C.format("A")), row(first, R.format("r"), "<td>1</td>"))
    assert found["1"] == "g r"


def test_a_span_beyond_the_rows_of_its_group_ends_with_it():
    table = html.fromstring(
        "<table><tbody><tr><th scope='row' rowspan='9'>a</th></tr></tbody></table>"
    )
    (fact,) = cell_facts(table, "t").values()
    assert (fact.row_span, fact.column_span, fact.scope, fact.key) == (1, 1, "Row", "t-1")


def test_the_work_grows_with_the_cells_of_a_table_and_not_with_their_square():
    def n_calls(n_rows):
        head, rows = row(C.format("A"), C.format("B")), row(R.format("r"), "<td>1</td>") * n_rows
        table = html.fromstring(f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>")
        profile = cProfile.Profile()
        profile.runcall(cell_facts, table, "t")
        return sum(one.callcount for one in profile.getstats())

    assert n_calls(400) < 5 * n_calls(100)
