"""Word → draft: one thing that Word writes after another."""

from __future__ import annotations

from typing import Any

import pytest
from word import (
    BULLETS,
    DECIMALS,
    Parts,
    W,
    call,
    coded,
    docx,
    heading,
    item,
    lang,
    level,
    link,
    members,
    numbering,
    p,
    picture,
    png,
    r,
    style,
    tbl,
    tc,
    tr,
)

from pressconv import model as m
from pressconv.draft import Heading, Region
from pressconv.readers.docx import read_docx as read_typed

ARABIC = "\u0627\u0641\u062a\u062a\u062d \u0627\u0644\u0648\u0632\u064a\u0631"
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
MIXED = item("a") + p("b ", r("c", "<w:b/>"), style="Heading1") + tbl(tr(tc("d"), tc("e")))
CHINESE = "\u90e8\u9577\u8a2a\u554f\u65b0\u6a4b"
FRENCH = (
    "Le ministre a inaugur\u00e9 mardi le pont qui relie les deux rives, attendu depuis dix ans "
    "par les habitants de la ville et par ceux des communes voisines."
)


def read_docx(*blocks: str, **options: Any) -> Any:
    """Read a document of *blocks*; tests look into its blocks without asking of which kind."""
    return read_typed(docx(*blocks, **options), name="a.docx")


def contents(*blocks, **options):
    return tuple(block.content for block in read_docx(*blocks, **options).blocks)


def only(*blocks, **options):
    (content,) = contents(*blocks, **options)
    return content


def line(*runs, **options):
    return only(p(*runs), **options).children


def text(*words):
    return tuple(m.Text(word) for word in words)


def codes(*blocks, **options):
    return [note.code for note in read_docx(*blocks, **options).notes]


def simple(*words):
    return tuple(m.Item(m.Running(text(word))) for word in words)


# ---- runs --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("props", "expected"),
    [
        ("<w:b/>", m.Strong(text("a"))),
        ('<w:b w:val="1"/>', m.Strong(text("a"))),
        ("<w:i/>", m.Emphasis(text("a"))),
        ('<w:vertAlign w:val="superscript"/>', m.Superscript(text("a"))),
        ('<w:vertAlign w:val="subscript"/>', m.Subscript(text("a"))),
        ('<w:rStyle w:val="Strong"/>', m.Strong(text("a"))),
        (lang("fr-FR"), m.Span(text("a"), lang="fr")),
    ],
)
def test_a_run_is_what_its_properties_say(props, expected):
    before = "words of the main language "
    assert line(before, r("a", props), " y") == (m.Text(before), expected, m.Text(" y"))


@pytest.mark.parametrize(
    "props", ['<w:b w:val="0"/>', '<w:b w:val="false"/>', "<w:caps/>", "<w:u/>"]
)
def test_what_is_only_looks_or_turned_off_means_nothing(props):
    assert line("x ", r("a", props)) == text("x a")


def test_runs_that_are_alike_are_one():
    assert line(r("a", "<w:b/>"), r("b ", "<w:b/>"), r("c", "<w:b/><w:i/>")) == (
        m.Strong((m.Text("ab "), m.Emphasis(text("c")))),
    )


def test_signs_of_word_are_characters():
    inner = "a|noBreakHyphen|b|tab|c|br|d".split("|")
    parts = (f"<w:t>{one}</w:t>" if len(one) == 1 else f"<w:{one}/>" for one in inner)
    assert line(f"<w:r>{''.join(parts)}</w:r>") == (
        m.Text("a\u2011b c"),
        m.LineBreak(),
        m.Text("d"),
    )


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ('<w:sym w:font="Wingdings" w:char="F04A"/>', "\u263a"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "\u03b1"),
    ],
)
def test_a_sign_of_a_font_is_the_character_it_shows(sign, expected):
    assert line("a ", f"<w:r>{sign}</w:r>") == text(f"a {expected}")


def test_letters_in_a_font_of_signs_are_the_characters_they_show():
    run = '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf061</w:t></w:r>'
    assert line("a ", run) == text("a \u03b1")


@pytest.mark.parametrize("char", ["zz", "", "F0", "E999"])
def test_a_sign_that_nobody_knows_is_a_note(char):
    sign = f'<w:r><w:sym w:font="Odd" w:char="{char}"/></w:r>'
    assert codes(p("a ", sign)) == ["import-symbol"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:dir w:val="rtl">{}</w:dir>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<w:unheardOf>{}</w:unheardOf>",
        "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice></mc:AlternateContent>",
    ],
)
def test_words_in_anything_around_them_stay(wrapped):
    assert line("a ", wrapped.format(r("b"))) == text("a b")


@pytest.mark.parametrize(
    ("gone", "code"),
    [
        ("<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "import-tracked"),
        (f"<w:moveFrom>{r('b')}</w:moveFrom>", "import-tracked"),
        (r("b", "<w:vanish/>"), "import-hidden"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "import-comments"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{r('Click here')}</w:sdtContent></w:sdt>",
            "import-placeholder",
        ),
    ],
)
def test_what_does_not_show_is_left_out_with_a_note(gone, code):
    draft = read_docx(p("a", gone))
    assert draft.blocks[0].content == m.Paragraph(text("a"))
    assert [note.code for note in draft.notes] == [code]


def test_hidden_text_is_hidden_by_its_style_too():
    styles = style("Ghost", "Ghost", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    assert line("a", r("b", '<w:rStyle w:val="Ghost"/>'), styles=styles) == text("a")


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert contents(p("a ", props=deleted), p("b")) == (m.Paragraph(text("a b")),)
    assert contents(p("a", props=deleted)) == (m.Paragraph(text("a")),)


def test_a_formula_is_a_line_of_characters_with_a_note():
    power = "<m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e></m:sSup>"
    formula = f"<m:oMath><m:r><m:t>E=m</m:t></m:r>{power}</m:oMath>"
    draft = read_docx(p("a ", formula))
    assert (draft.blocks[0].text, draft.notes[0].code) == ("a E=mc", "import-formula")


def test_a_reading_above_words_is_kept():
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('shin')}</w:rt><w:rubyBase>{r(CHINESE[-2])}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    assert line("a ", ruby) == (m.Text("a "), m.Ruby(text(CHINESE[-2]), "shin"))


# ---- links, fields, notes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "linked",
    [
        link("a", r("b")),
        link("a", r("b", "<w:rtl/>")),
        coded('HYPERLINK "https://e.org/"', r("b")),
        coded('HYPERLINK "https://e.org/" \\o "a tip"', r("b")),
        coded(' HYPERLINK \\t "_blank" "https://e.org/"', r("b")),
        coded("HYPERLINK https://e.org/", r("b")),
        f"<w:fldSimple w:instr=' HYPERLINK \"https://e.org/\" '>{r('b')}</w:fldSimple>",
    ],
)
def test_a_link_leads_where_it_does_however_it_is_written(linked):
    assert line("x ", linked, " y", links={"a": "https://e.org/"}) == (
        m.Text("x "),
        m.Link("https://e.org/", text("b")),
        m.Text(" y"),
    )


def test_a_link_keeps_its_place_in_the_page():
    (_, made) = line("x ", coded('HYPERLINK "https://e.org/" \\l "p2"', r("b")))
    assert made.href == "https://e.org/#p2"


@pytest.mark.parametrize(
    "inner",
    [
        f'<w:hyperlink w:anchor="here">{r("b")}</w:hyperlink>',
        f'<w:hyperlink r:id="none">{r("b")}</w:hyperlink>',
        coded('HYPERLINK \\l "here"', r("b")),
        coded("REF here \\h", r("b")),
    ],
)
def test_a_link_within_the_document_is_its_words(inner):
    assert line("x ", inner) == text("x b")


def test_a_link_that_may_not_be_is_its_words_and_a_note():
    draft = read_docx(p("x ", link("a", r("b"))), links={"a": "javascript:alert(1)"})
    assert draft.blocks[0].content == m.Paragraph(text("x b"))
    assert [note.code for note in draft.notes] == ["link-dropped"]


def test_the_code_of_a_field_is_no_text_even_over_paragraphs():
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "z</w:instrText></w:r>'
    )
    end = '<w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert contents(p("a", begin), p(end, "b")) == (m.Paragraph(text("a")), m.Paragraph(text("b")))


def test_a_field_that_never_ends_hides_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert contents(p("a", begin, "b"), p("c")) == (
        m.Paragraph(text("ab")),
        m.Paragraph(text("c")),
    )


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_at_its_call(kind):
    notes = {f"{kind}s": {2: p(f"<w:r><w:{kind}Ref/></w:r>", " b ", r("c", "<w:i/>"))}}
    assert line("a", call(2, kind), " d", **notes) == (
        m.Text("a"),
        m.Footnote((m.Text("b "), m.Emphasis(text("c")))),
        m.Text(" d"),
    )


def test_a_second_call_of_a_note_is_nothing():
    made = line("a", call(2), "b", call(2), footnotes={2: p("c", style="Heading1")})
    assert made == (m.Text("a"), m.Footnote(text("c")), m.Text("b"))


def test_a_call_without_its_note_is_nothing():
    assert line("a", call(7), footnotes={2: p("b")}) == text("a")


# ---- paragraphs and their styles ---------------------------------------------------------------


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


def test_an_empty_paragraph_is_none():
    assert contents(p("a"), p(), p(" "), "<w:p/>", p("b")) == (
        m.Paragraph(text("a")),
        m.Paragraph(text("b")),
    )


def test_a_style_that_is_based_on_itself_ends():
    styles = style("A", "a", based_on="B") + style("B", "b", based_on="A")
    assert only(p("a", style="A"), styles=styles) == m.Paragraph(text("a"))


# ---- lists -------------------------------------------------------------------------------------


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


# ---- tables ------------------------------------------------------------------------------------


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


# ---- images ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("drawn", "alt"),
    [
        (picture("i", "b"), m.Alternative(text("b"))),
        (picture("i"), m.Undescribed()),
        (picture("i", "  "), m.Undescribed()),
        (
            picture("i", "b", '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'),
            m.Decorative(),
        ),
        (
            '<w:r><w:pict><v:shape alt="b"><v:imagedata r:id="i"/></v:shape></w:pict></w:r>',
            m.Alternative(text("b")),
        ),
    ],
)
def test_an_image_is_a_file_and_says_what_it_shows_or_that_nobody_did(drawn, alt):
    draft = read_docx(p(drawn), images={"i": png()})
    assert draft.blocks[0].content.image.src == "image-1.png"
    assert draft.blocks[0].content.image.alt == alt
    assert draft.images["image-1.png"].startswith(b"\x89PNG")


def test_an_image_has_its_caption():
    made = only(p(picture("i", "b")), p("t", style="Caption"), images={"i": png()})
    assert made.caption == text("t")


def test_one_image_in_two_places_is_one_file():
    draft = read_docx(p(picture("i", "a")), p(picture("i", "b")), images={"i": png()})
    assert [block.content.image.src for block in draft.blocks] == ["image-1.png"] * 2


def test_a_drawing_that_is_kept_twice_is_one_image():
    newer, older = picture("i", "b"), '<w:pict><v:shape><v:imagedata r:id="i"/></v:shape></w:pict>'
    inner = newer.removeprefix("<w:r>").removesuffix("</w:r>")
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wpg'>{inner}</mc:Choice>"
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert len(read_docx(p(both), images={"i": png()}).blocks) == 1


def test_an_image_is_looked_for_in_the_document_only():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    climbing = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="i" Type="{kind}" Target="../../../../etc/hostname"/></Relationships>'
    )
    more = {"word/_rels/document.xml.rels": climbing.encode()}
    draft = read_docx(p("a", picture("i", "b")), more=more)
    assert draft.notes[0].message == "left out the image 'b': it is missing"


def test_an_image_that_is_only_linked_is_not_fetched():
    draft = read_docx(p("a", picture("i", "b")), links={"i": "https://example.org/a.png"})
    assert (
        draft.notes[0].message == "left out the image 'b': it is not in the document, only linked"
    )


@pytest.mark.parametrize("data", [b"\x01\0\0\0EMF", b"<svg onload='x()'/>", b"", b"GIF89a"])
def test_an_image_that_cannot_be_shown_is_left_out_with_what_it_shows(data):
    draft = read_docx(p("a", picture("i", "b")), images={"i": data})
    assert draft.notes[0].message.startswith("left out the image 'b': ")
    assert draft.images == {}


def test_a_cropped_image_is_a_note():
    cut = '<a:srcRect l="10000"/>'
    assert codes(p(picture("i", "b", crop=cut)), images={"i": png()}) == ["import-image-cropped"]


def test_words_in_a_text_box_stand_after_the_paragraph():
    box = (
        "<w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        f"{p('b')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></w:r>"
    )
    assert contents(p("a ", box, "c"), p("d")) == (
        m.Paragraph(text("a c")),
        m.Paragraph(text("b")),
        m.Paragraph(text("d")),
    )


@pytest.mark.parametrize(
    ("drawn", "what"),
    [
        (
            "<w:drawing><wp:inline><wp:docPr descr='Turnout'/><a:graphic><a:graphicData uri="
            "'http://schemas.openxmlformats.org/drawingml/2006/chart'/></a:graphic></wp:inline></w:drawing>",
            "chart Turnout",
        ),
        ("<w:object/>", "embedded object"),
    ],
)
def test_a_chart_or_an_object_is_left_out_with_a_note(drawn, what):
    draft = read_docx(p("a", f"<w:r>{drawn}</w:r>"))
    assert [note.message for note in draft.notes] == [
        f"left out {what}: a release holds no other page"
    ]


# ---- languages and directions ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("defaults", "words", "expected"),
    [
        (lang("fr-FR"), "mots", "fr"),
        (lang("en-US"), "words", "en"),
        (lang("en-GB"), "words", "en-GB"),
        (lang("fr-CA"), "mots", "fr-CA"),
        (lang("pt-BR"), "palavras", "pt-BR"),
        (lang("zh-TW", "eastAsia"), CHINESE, "zh-Hant"),
        (lang("zh-CN", "eastAsia"), CHINESE, "zh-Hans"),
        (lang("en-US") + lang("ar-SA", "bidi"), ARABIC, "ar"),
        (lang("en-US") + lang("he-IL", "bidi"), HEBREW, "he"),
        (lang("en-US"), ARABIC, None),
        (lang("no such tag"), "words", None),
        ("", "words", None),
    ],
)
def test_the_language_is_the_one_declared_for_the_script_of_the_words(defaults, words, expected):
    assert read_docx(p(words), defaults=defaults).lang == expected


def test_a_country_that_a_run_names_is_kept():
    draft = read_docx(p(r(ARABIC, "<w:rtl/>" + lang("ar-MA", "bidi"))))
    assert draft.lang == "ar-MA"


def test_a_paragraph_in_another_language_says_so():
    _, made, _ = contents(
        p("English words, and many of them"), p(r("mots", lang("fr-FR"))), p("More English words")
    )
    assert made == m.Paragraph(text("mots"), lang="fr")


def test_words_in_another_script_say_their_language_and_need_no_direction():
    made = line("The minister said ", r(ARABIC, "<w:rtl/>"), r(" today"))
    assert made[1] == m.Span(text(ARABIC), lang="ar")


def test_words_from_right_to_left_of_no_known_language_have_their_direction():
    made = line("The minister said ", r(ARABIC, "<w:rtl/>"), defaults=lang("en-US"))
    assert made[1] == m.Span(text(ARABIC), dir=m.Direction.RTL)


def test_an_arabic_document_is_arabic_and_its_french_paragraph_is_not():
    bidi = "<w:bidi/>"
    arabic = p(r(f"{ARABIC} {ARABIC}", "<w:rtl/>"), props=bidi)
    draft = read_docx(arabic, p(r("Le pont", lang("fr-FR"))), arabic)
    assert (draft.lang, draft.dir) == ("ar", None)
    marks = [(block.content.lang, block.content.dir) for block in draft.blocks]
    assert marks == [(None, None), ("fr", None), (None, None)]


def test_a_direction_that_is_not_that_of_the_language_is_said():
    made = contents(p("English words, and more"), p("English", props="<w:bidi/>"))[1]
    assert made.dir is m.Direction.RTL


def test_signs_between_words_of_one_language_are_of_it():
    french = lang("fr-FR")
    made = line(
        "The words in English are more. ", r("mot", french), r(" \u2013 "), r("mot", french)
    )
    assert made[1] == m.Span(text("mot \u2013 mot"), lang="fr")


def test_a_mark_that_is_surely_wrong_is_left_out_with_a_note():
    wrong = r(FRENCH, lang("en-US"))
    draft = read_docx(p(FRENCH), p(wrong), p(FRENCH), defaults=lang("fr-FR"))
    assert [block.content.lang for block in draft.blocks] == [None] * 3
    assert [note.code for note in draft.notes] == ["import-wrong-language"]


def test_thousands_of_languages_take_no_time():
    runs = [r(f"word {n}", lang(f"en-{n:03}")) for n in range(1000)]
    assert read_docx(p(*runs)).blocks[0].text.startswith("word 0word 1")


# ---- the document ------------------------------------------------------------------------------


def test_headers_and_footers_stand_around_the_text():
    pages = p("Page ", coded("PAGE", r("3")))
    draft = read_docx(p("a"), header=p("Ministry"), footer=pages)
    assert [(block.text, block.region) for block in draft.blocks] == [
        ("Ministry", Region.FURNITURE),
        ("a", Region.ARTICLE),
        ("Page", Region.FURNITURE),
    ]


def test_an_image_around_the_text_is_a_note():
    draft = read_docx(p("a"), header=p(picture("i", "Emblem")), images={"i": png()})
    assert [block.text for block in draft.blocks] == ["a"]
    assert draft.notes[0].message == (
        "left out the image 'Emblem': it stands in the header of pages"
    )


def test_short_paragraphs_together_before_the_text_are_lines():
    long = "A sentence of the text that is long enough to be one, and goes on for a while. " * 2
    lines = [p(one) for one in ("Ministry", "Press Office")]
    draft = read_docx(*lines, p(), p("26 June 2018"), p(long), p("short"), p("lines"))
    ranks = [sorted(one for one in block.hints if "line" in one) for block in draft.blocks]
    assert ranks == [["line", "line-0"], ["line", "line-1"], [], [], [], []]


def test_an_address_says_nothing_of_the_language():
    draft = read_docx(
        p(r("\u539f\u59cb\u78bc\uff1a", lang("zh-TW", "eastAsia")), "warning.example.org/code")
    )
    assert draft.lang == "zh-Hant"


def test_paragraphs_are_counted_for_places():
    draft = read_docx(p("a"), p(), tbl(tr(tc("b"), tc("c")), tr(tc("d"), tc("e"))), p("f"))
    assert [str(block.place) for block in draft.blocks] == [
        "a.docx:1:1",
        "a.docx:3:1",
        "a.docx:7:1",
    ]


def test_the_properties_of_a_document_are_facts():
    core = (
        "<dc:title>T</dc:title><dc:creator>A</dc:creator><cp:keywords>x, y;\u060c z</cp:keywords>"
        "<dcterms:created>2018-06-26T10:00:00Z</dcterms:created>"
    )
    facts = read_docx(p("a"), core=core).facts
    assert (facts.title, facts.author, facts.subjects) == ("T", "A", ("x", "y", "z"))
    assert facts.issued == ""


def test_the_strict_dialect_is_read_as_the_other():
    own = Parts()
    strict = {
        name: part.replace(W.encode(), STRICT) for name, part in members((MIXED,), own).items()
    }
    assert read_typed(docx(MIXED, more=strict)).blocks == read_typed(docx(MIXED)).blocks
