"""A table that finds no place on a page where it may break keeps all of its text all the same."""

from __future__ import annotations

import pytest
from laid_pages import boxes, laid_pages
from weasyprint.formatting_structure.boxes import TableCellBox, TextBox

ROW = "<row><header>{0}</header><cell>{1}</cell></row>"
SENTENCE = "The minister announced two night trains along the northern coast from June. "
HIGH = f"<quote><p>{SENTENCE * 22}</p><p>{SENTENCE * 22}</p></quote>"


def release(folder, table, lang="en"):
    path = folder / "r.xml"
    path.write_text(
        '<release xmlns="urn:pressconv:release:1" id="r" '
        f'xml:lang="{lang}"><head><headline>h</headline>'
        "<issuer><organization>Office</organization></issuer><issued when='2026-03-12'/></head>"
        f"<body><table><caption>c</caption>{table}</table></body></release>",
        encoding="utf-8",
    )
    return path


def words(page):
    return " ".join(box.text for box, _ in boxes(page) if isinstance(box, TextBox)).split()


@pytest.mark.parametrize(
    "head", ["", "<head><row><header>Alpha</header><header>Beta</header></row></head>"]
)
def test_groups_of_one_row_that_are_kept_together_break_where_a_page_cannot_hold_them(
    head, tmp_path, monkeypatch
):
    groups = "".join(
        f"<rows>{ROW.format(f'row{number}', SENTENCE * 14)}</rows>" for number in range(9)
    )
    pages = laid_pages(release(tmp_path, head + groups), monkeypatch)
    found = [word for page in pages for word in words(page) if word.startswith("row")]
    assert found == [f"row{number}" for number in range(9)]
    with_rows = [page for page in pages if "row" in " ".join(words(page))]
    assert all(("Alpha" in words(page)) is bool(head) for page in with_rows)


@pytest.mark.parametrize("note", ["", "<footnote>n</footnote>"])
def test_the_head_of_a_table_that_is_higher_than_a_page_stands_once_with_all_its_text(
    note, tmp_path, monkeypatch
):
    head = f"<head><row><header>Alpha{note}</header><header>{HIGH}</header></row></head>"
    table = f"{head}<rows>{ROW.format('row1', 'x')}{ROW.format('row2', 'y')}</rows>"
    pages = laid_pages(release(tmp_path, table), monkeypatch)
    found = [word for page in pages for word in words(page)]
    assert (found.count("Alpha"), found.count("minister")) == (1, 44)
    assert found.index("minister") < found.index("row1") < found.index("row2")


def test_a_column_keeps_its_width_in_a_leftward_table_whose_head_is_higher_than_a_page(
    tmp_path, monkeypatch
):
    head = f"<head><row><header>Alpha</header><header>{HIGH}</header></row></head>"
    path = release(tmp_path, f"{head}<rows>{ROW.format('row1', 'x')}</rows>", "ar")
    pages = laid_pages(path, monkeypatch)
    cells = [box for page in pages for box, _ in boxes(page) if isinstance(box, TableCellBox)]
    names = [cell for cell in cells if {"Alpha", "row1"} & set(words(cell))]
    assert len(names) == 2
    assert abs(names[0].width - names[1].width) < 1
    assert all(cell.width > 2 * names[0].width for cell in cells if "x" in words(cell))
