"""Word → draft: runs, links, fields and notes."""

from __future__ import annotations

import pytest
from word import call, coded, lang, link, p, r, style
from word_drafts import codes, contents, line, read_docx, text

from pressconv import model as m

CHINESE = "\u90e8\u9577\u8a2a\u554f\u65b0\u6a4b"


# ---- runs ----------------------------------------------------------------------------------------


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


# ---- links, fields, notes ------------------------------------------------------------------------


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


@pytest.mark.parametrize(
    "dated",
    [
        coded(' DATE \\@ "d MMMM yyyy" ', r("26 June 2018")),
        f"<w:fldSimple w:instr='DATE'>{r('26 June 2018')}</w:fldSimple>",
    ],
)
def test_a_date_that_word_sets_anew_is_a_note(dated):
    draft = read_docx(p("Geneva, ", dated))
    assert draft.blocks[0].text == "Geneva, 26 June 2018"
    assert [note.code for note in draft.notes] == ["import-date-field"]


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
