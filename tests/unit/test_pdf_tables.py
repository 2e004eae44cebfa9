"""Tables of a PDF, however wide: every column stands on the page, in type that can be read."""

from __future__ import annotations

import pytest
from laid_pages import boxes, edges, laid_pages
from weasyprint.formatting_structure.boxes import LineBox, TableBox, TextBox

from pressconv.errors import RenderError

ADDRESS = "northern.district.office.press.and.information@regional-administration.example"
CODE = "<code>https://data.example.org/datasets/water-quality/2026/province/monthly</code>"
SMALLEST = 6.5 / 0.75  # pt in px of CSS


def row(name, cells):
    return f"<row>{''.join(f'<{name}>{cell}</{name}>' for cell in cells)}</row>"


def release(folder, *tables, lang="en"):
    written = "".join(
        f"<section><title>Figures</title><table><caption>c</caption><head>{row('header', head)}"
        f"</head><rows>{''.join(row('cell', cells) for cells in rows)}</rows><note>n</note></table>"
        "</section>"
        for head, *rows in tables
    )
    path = folder / "r.xml"
    path.write_text(
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>h</headline><issuer><organization>Office</organization></issuer>"
        f'<issued when="2026-03-12"/></head><body><p>before</p>\n{written}<section><title>s</title>'
        f"<p>after</p></section></body></release>",
        encoding="utf-8",
    )
    return path


def numbers(n_columns, head):
    return [head] * n_columns, *([str(number * 1111) for number in range(n_columns)],) * 3


def is_across(page):
    return page.width > page.height


def out_of_page(page):
    """Return the text that stands outside what the margins of a page leave."""
    start, end = page.content_box_x() - 1, page.content_box_x() + page.width + 1
    return [
        one.text
        for one, _ in boxes(page)
        if isinstance(one, TextBox)
        if one.position_x < start or one.position_x + one.width > end
    ]


def type_of(pages):
    return {
        one.style["font_size"]
        for page in pages
        for one, around in boxes(page)
        if isinstance(one, TextBox) and any(isinstance(box, TableBox) for box in around)
    }


def words(page):
    return [
        "".join(one.text for one in line.children if isinstance(one, TextBox))
        for line, _ in boxes(page)
        if isinstance(line, LineBox)
    ]


FIVE = ["Office", "E-mail", "Telephone", "Address", "Remarks"]
TABLES = {
    "an address": (FIVE, ["North", ADDRESS, "+44 20 7946 0000", "12 Long Street", "weekdays"]),
    "code": (["Site", "Link", "Note"], ["A", CODE, "Updated by the authority"]),
    "one long word": (["a", "b"], ["x" * 200, "y" * 30]),
    "ten columns": numbers(10, "Quarterly result"),
    "twelve columns": numbers(12, "Quarterly result"),
    "fourteen columns": numbers(14, "Quartalsergebnis vorläufig"),
    "twenty numbers": numbers(20, "Year"),
}


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_column_of_a_table_leaves_the_page(table, lang, tmp_path, monkeypatch):
    pages = laid_pages(release(tmp_path, table, lang=lang), monkeypatch)
    assert [out_of_page(page) for page in pages] == [[]] * len(pages)
    assert min(type_of(pages)) >= SMALLEST


def test_a_table_that_fits_keeps_its_words_and_its_type_beside_one_that_does_not(
    tmp_path, monkeypatch
):
    fits = (["Landkreis", "Donaudampfschifffahrt"], ["a", "b"])
    plain = laid_pages(release(tmp_path, fits), monkeypatch)
    (size,) = type_of(plain)
    both = laid_pages(release(tmp_path, fits, TABLES["ten columns"]), monkeypatch)
    assert max(type_of(both)) == size
    assert "Donaudampfschifffahrt" in words(both[0])


def test_an_address_breaks_behind_its_marks_before_type_gets_smaller(tmp_path, monkeypatch):
    fits = laid_pages(release(tmp_path, (FIVE, ["a"] * 5)), monkeypatch)
    (page,) = laid_pages(release(tmp_path, TABLES["an address"]), monkeypatch)
    assert type_of([page]) == type_of(fits)
    parts = [word for word in words(page) if word and word in ADDRESS and len(word) > 1]
    assert "".join(parts) == ADDRESS
    assert all(part[-1] in ".@-" for part in parts[:-1])


def test_numbers_are_never_broken(tmp_path, monkeypatch):
    pages = laid_pages(release(tmp_path, TABLES["twenty numbers"]), monkeypatch)
    found = [word for page in pages for word in words(page)]
    assert [found.count(str(number * 1111)) for number in range(1, 20)] == [3] * 19


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_only_a_table_too_wide_for_small_type_has_a_page_across_with_its_heading_and_note(
    lang, tmp_path, monkeypatch
):
    path = release(tmp_path, TABLES["fourteen columns"], lang=lang)
    first, across, last = laid_pages(path, monkeypatch)
    assert [is_across(page) for page in (first, across, last)] == [False, True, False]
    assert words(across)[0] == "Figures"
    assert words(across)[-1] == "n"
    assert set(edges(across)) == set(edges(last))
    assert (first.margin_left, first.width) == (last.margin_left, last.width)


def test_each_table_across_has_a_page_of_its_own(tmp_path, monkeypatch):
    tables = [TABLES["fourteen columns"]] * 2
    pages = laid_pages(release(tmp_path, *tables), monkeypatch)
    assert [is_across(page) for page in pages] == [False, True, True, False]


def test_a_table_that_no_page_holds_is_refused_with_its_line_and_what_to_do(tmp_path, monkeypatch):
    path = release(tmp_path, TABLES["ten columns"], numbers(60, "Year"))
    with pytest.raises(RenderError) as caught:
        laid_pages(path, monkeypatch)
    (problem,) = caught.value.problems
    assert problem.code == "table-too-wide"
    assert (problem.place.file, problem.place.line) == (str(path), 2)
    assert "text" in problem.hint


def tall(n_rows, n_lines):
    return ["a", "b"], *([str(number), "<p>w</p>" * n_lines] for number in range(n_rows))


def after_text(folder, n_paragraphs, table):
    path = release(folder, table)
    text = "<p>before</p>"
    path.write_text(path.read_text().replace(text, text * n_paragraphs), encoding="utf-8")
    return path


def n_rows(page):
    return sum(box.element_tag == "tr" for box, around in boxes(page) if "tbody" in tags(around))


def tags(around):
    return {box.element_tag for box in around}


def test_a_table_of_few_rows_that_are_high_breaks_with_its_head_on_both_pages(
    tmp_path, monkeypatch
):
    first, second = laid_pages(after_text(tmp_path, 12, tall(8, 4)), monkeypatch)
    assert n_rows(first) + n_rows(second) == 8
    assert min(n_rows(first), n_rows(second)) >= 2
    assert all("thead" in {one.element_tag for one, _ in boxes(page)} for page in (first, second))


def test_a_table_of_few_low_rows_moves_to_the_next_page_whole(tmp_path, monkeypatch):
    first, second = laid_pages(after_text(tmp_path, 24, tall(8, 1)), monkeypatch)
    assert (n_rows(first), n_rows(second)) == (0, 8)
    assert words(second)[0] == "Figures"


@pytest.mark.parametrize("n_words", [150, 700, 1500])
def test_the_heads_of_columns_stand_over_a_row_that_is_longer_than_a_page(
    n_words, tmp_path, monkeypatch
):
    table = (["Alpha", "Beta"], ["r", "word " * n_words], ["s", "t"])
    pages = laid_pages(release(tmp_path, table), monkeypatch)
    with_rows = [page for page in pages if {"r", "s", "word"} & set(" ".join(words(page)).split())]
    assert all("Alpha" in words(page) for page in with_rows)
    assert "word" in " ".join(words(pages[0]))
