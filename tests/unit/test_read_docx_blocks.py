"""Word → draft: paragraphs by their styles, lists, tables."""

from __future__ import annotations

import pytest
from word import (
    BULLETS,
    DECIMALS,
    heading,
    item,
    level,
    numbering,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)
from word_drafts import codes, contents, only, read_docx, simple, text

from pressconv import model as m
from pressconv.draft import Heading

# ---- paragraphs and their styles -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "styles"),
    [
        ("Heading2", heading("Heading2", "heading 2", 2)),
        ("berschrift2", heading("berschrift2", "heading 2", 2)),
        ("2", style("2", "heading 2")),
        ("Heading_20_2", style("Heading_20_2", "Heading 2")),
        ("Intertitre", heading("Intertitre", "Intertitre", 2)),
        ("Mine", heading("H", "\u6807\u9898 2", 2) + style("Mine", "Mine", based_on="H")),
    ],
)
def test_a_heading_is_told_by_its_level_in_any_language(key, styles):
    assert only(p("a", style=key), styles=styles) == Heading(text("a"), 2)


def test_a_paragraph_may_be_a_heading_by_itself_or_not_in_spite_of_its_style():
    own, plain = '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="9"/>'
    assert contents(p("a", props=own), p("b", style="Heading1", props=plain)) == (
        Heading(text("a"), 1),
        m.Paragraph(text("b")),
    )


def test_a_title_stands_above_the_headings():
    assert contents(p("a", style="Title"), p("b", style="Heading1")) == (
        Heading(text("a"), 1),
        Heading(text("b"), 2),
    )


def test_a_title_that_is_a_heading_too_is_a_title():
    styles = heading("Title", "Title", 1)
    assert contents(p("a", style="Title"), p("b"), styles=styles)[0] == Heading(text("a"), 1)


def test_a_heading_has_no_stress_of_its_style_and_keeps_that_of_a_word():
    assert only(p("a ", r("b", "<w:i/>"), style="Heading1")).children == (
        m.Text("a "),
        m.Emphasis(text("b")),
    )


def test_a_style_of_the_user_that_is_bold_is_bold():
    assert only(p("a", style="Lead")) == m.Paragraph((m.Strong(text("a")),))


def test_quoted_paragraphs_are_one_quotation():
    made = contents(p("x"), p("a", style="Quote"), p("b", style="Quote"), p("y"))
    assert made[1] == m.Quote((m.Paragraph(text("a")), m.Paragraph(text("b"))))


def test_a_subtitle_says_so():
    draft = read_docx(p("a", style="Title"), p("b", style="Subtitle"))
    assert "subtitle" in draft.blocks[1].hints


def test_a_table_of_contents_is_left_out_with_a_note():
    draft = read_docx(p("a"), p("b .... 3", style="TOC1"))
    assert [block.text for block in draft.blocks] == ["a"]
    assert [note.code for note in draft.notes] == ["import-contents"]


def test_a_big_first_letter_belongs_to_its_word():
    made = contents(p("T", props='<w:framePr w:dropCap="drop" w:lines="3"/>'), p("he minister"))
    assert made == (m.Paragraph(text("The minister")),)


def test_an_empty_paragraph_is_none():
    assert contents(p("a"), p(), p(" "), "<w:p/>", p("b")) == (
        m.Paragraph(text("a")),
        m.Paragraph(text("b")),
    )


def test_a_style_that_is_based_on_itself_ends():
    styles = style("A", "a", based_on="B") + style("B", "b", based_on="A")
    assert only(p("a", style="A"), styles=styles) == m.Paragraph(text("a"))


# ---- lists ---------------------------------------------------------------------------------------


def test_lists_are_nested_and_of_their_kind():
    assert contents(item("a"), item("b", level=1), item("c"), item("d", 2)) == (
        m.List(
            (m.Item((m.Paragraph(text("a")), m.List(simple("b")))), *simple("c")),
        ),
        m.List(simple("d"), m.ListKind.ORDERED),
    )


def test_a_list_that_a_paragraph_parts_counts_on():
    first, _, second = contents(item("a", 2), item("b", 2), p("x"), item("c", 2))
    assert (first.start, second.start) == (1, 3)


def test_a_paragraph_set_like_an_item_without_a_number_is_more_of_the_item_before():
    made = only(item("a"), p("b", style="ListParagraph"), item("c"))
    assert made == m.List((m.Item((m.Paragraph(text("a")), m.Paragraph(text("b")))), *simple("c")))


def test_a_paragraph_set_like_an_item_after_no_list_is_a_paragraph():
    assert only(p("b", style="ListParagraph")) == m.Paragraph(text("b"))


def test_a_deeper_level_counts_anew_under_each_item():
    blocks = [item("a", 2), item("b", 2, 1), item("c", 2), item("d", 2, 1)]
    made = only(*blocks)
    assert [one.content[1].start for one in made.items] == [1, 1]
    assert made.items[0].content[1].numbering is m.Numbering.ALPHA


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("upperRoman", m.Numbering.ROMAN),
        ("upperLetter", m.Numbering.ALPHA),
        ("decimalZero", m.Numbering.DECIMAL),
        ("hindiNumbers", m.Numbering.NATIVE),
        ("chineseCounting", m.Numbering.NATIVE),
    ],
)
def test_a_list_has_its_numerals_and_its_first_number(fmt, expected):
    made = only(item("a"), numbering=numbering(level(0, fmt, "%1.", start=4)))
    assert made == m.List(simple("a"), m.ListKind.ORDERED, 4, expected)


def test_a_list_begins_anew_where_it_says_so():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    first = numbering(DECIMALS)
    both = f'{first}<w:num w:numId="2"><w:abstractNumId w:val="0"/>{anew}</w:num>'
    one, other = contents(item("a", 1), item("b", 2), numbering=both)
    assert (one.start, other.start) == (1, 7)


def test_numbers_that_word_sets_with_words_or_before_headings_are_a_note():
    article = numbering(level(0, "decimal", "Article %1."))
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert codes(item("a"), numbering=article) == ["import-numbers"]
    assert codes(p("a", style="Heading1", props=listed), numbering=numbering(DECIMALS)) == [
        "import-numbers"
    ]
    assert codes(p("a", style="Heading1", props=listed), numbering=numbering(BULLETS)) == []


def test_a_style_may_make_an_item():
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    assert only(p("a", style="B"), styles=style("B", "B", listed)) == m.List(simple("a"))


def test_a_style_may_say_the_level_by_its_name():
    listed = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    styles = style("A", "List Bullet", listed.format(1))
    styles += style("B", "List Bullet 2", listed.format(2))
    made = only(
        p("a", style="A"),
        p("b", style="B"),
        p("c", style="A"),
        styles=styles,
        numbering=numbering(BULLETS, BULLETS),
    )
    assert made == m.List((m.Item((m.Paragraph(text("a")), m.List(simple("b")))), *simple("c")))


@pytest.mark.parametrize("number", ["0", "99", "x", ""])
def test_a_paragraph_of_no_list_is_one(number):
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    assert only(p("a", props=listed)) == m.Paragraph(text("a"))


def test_a_list_without_signs_is_paragraphs():
    blank = numbering(level(0, "none", ""))
    assert only(item("a"), numbering=blank) == m.Paragraph(text("a"))


def test_a_style_of_lists_may_stand_for_a_numbering():
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbers = numbering(BULLETS, DECIMALS) + linked
    numbers += '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    styles = style("L", "L", listed, kind="numbering")
    assert only(item("a", 9), numbering=numbers, styles=styles) == m.List(simple("a"))


# ---- tables --------------------------------------------------------------------------------------


def cells(table):
    return [
        [
            (
                type(cell).__name__,
                cell.column_span,
                cell.row_span,
                getattr(cell.content, "children", ()),
            )
            for cell in row.cells
        ]
        for rows in (table.head, *table.bodies)
        for row in rows
    ]


def test_a_table_has_its_headers_and_spans():
    merged = '<w:vMerge w:val="restart"/>'
    made = only(
        tbl(
            tr(tc("a"), tc("b", '<w:gridSpan w:val="2"/>'), header=True),
            tr(tc("c", merged), tc("d"), tc("e")),
            tr(tc("", "<w:vMerge/>"), tc("f"), tc("g")),
        )
    )
    assert cells(made) == [
        [("HeaderCell", 1, 1, text("a")), ("HeaderCell", 2, 1, text("b"))],
        [("Cell", 1, 2, text("c")), ("Cell", 1, 1, text("d")), ("Cell", 1, 1, text("e"))],
        [("Cell", 1, 1, text("f")), ("Cell", 1, 1, text("g"))],
    ]


def test_a_row_that_was_deleted_is_none_and_one_in_a_control_is_one():
    gone = tr(tc("x"), tc("y")).replace("<w:trPr>", "<w:trPr><w:del/>")
    control = f"<w:sdt><w:sdtContent>{tr(tc('c'), tc('d'))}</w:sdtContent></w:sdt>"
    made = only(tbl(tr(tc("a"), tc("b")), gone, control))
    assert [row.cells[0].content.children for row in made.bodies[0]] == [text("a"), text("c")]


def test_a_row_that_begins_further_in_has_an_empty_cell_there():
    late = tr(tc("d")).replace("<w:trPr>", '<w:trPr><w:gridBefore w:val="1"/>')
    made = only(tbl(tr(tc("a"), tc("b")), late))
    assert [cell.content for cell in made.bodies[0][1].cells] == [
        m.Running(()),
        m.Running(text("d")),
    ]


@pytest.mark.parametrize("span", ["0", "-3", "x", "99999999999", "5000"])
def test_a_span_beyond_sense_harms_nobody(span):
    props = f'<w:gridSpan w:val="{span}"/>'
    (made,) = contents(tbl(tr(tc("a", props), tc("b")), tr(tc("c"), tc("d"))))
    assert isinstance(made, m.Table)


def test_a_caption_belongs_to_the_table_beside_it():
    made = only(p("t", style="Caption"), tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d"))))
    assert made.caption == text("t")


def test_tables_in_tables_end():
    inner = p("a")
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>{p()}"
    assert "a" in read_docx(inner).blocks[0].text
