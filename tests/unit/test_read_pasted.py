"""HTML pasted from word processors → draft: what each puts on the clipboard, whole and in parts."""

from __future__ import annotations

from typing import Any

import pytest
from sources import ROOT

from pressconv import model as m
from pressconv.draft import Heading
from pressconv.importing import import_html
from pressconv.readers.html import read_html as read_typed
from pressconv.writers.xml import write_xml

PASTE = ROOT / "tests" / "data" / "paste"
WORD = (PASTE / "word.html").read_bytes()
GOOGLE = (PASTE / "google-docs.html").read_bytes()


def read_html(source: Any, **options: Any) -> Any:
    """Read a page; tests look into its blocks without asking of which kind each is."""
    return read_typed(source, **options)


def contents(source):
    return tuple(block.content for block in read_html(source).blocks)


def only(source):
    (content,) = contents(source)
    return content


def text(*words):
    return tuple(m.Text(word) for word in words)


def item(level, mark, words, series="l0"):
    style = f"mso-list:{series} level{level} lfo1"
    ignored = f"<![if !supportLists]><span style='mso-list:Ignore'>{mark}&nbsp; </span><![endif]>"
    return f"<p class=MsoListParagraph style='{style}'>{ignored}{words}<o:p></o:p></p>"


def simple(*words):
    return tuple(m.Item(m.Running(text(word))) for word in words)


@pytest.mark.parametrize(("data", "name"), [(WORD, "word"), (GOOGLE, "google-docs")])
def test_what_a_word_processor_puts_on_the_clipboard_imports_as_reviewed(data, name, golden):
    made = import_html(data, name=f"{name}.html")
    lines = [write_xml(made.value).decode(), *(str(one) for one in made.notes), ""]
    golden(ROOT / "tests" / "golden" / "import" / f"paste-{name}.txt", "\n".join(lines))


@pytest.mark.parametrize(
    ("mark", "kind", "start", "numbering"),
    [
        ("\u00b7", m.ListKind.UNORDERED, 1, m.Numbering.DECIMAL),
        ("o", m.ListKind.UNORDERED, 1, m.Numbering.DECIMAL),
        ("\u2013", m.ListKind.UNORDERED, 1, m.Numbering.DECIMAL),
        ("1.", m.ListKind.ORDERED, 1, m.Numbering.DECIMAL),
        ("(3)", m.ListKind.ORDERED, 3, m.Numbering.DECIMAL),
        ("b)", m.ListKind.ORDERED, 2, m.Numbering.ALPHA),
        ("iv.", m.ListKind.ORDERED, 4, m.Numbering.ROMAN),
        ("XII.", m.ListKind.ORDERED, 12, m.Numbering.ROMAN),
    ],
)
def test_a_list_of_word_is_counted_by_its_first_mark(mark, kind, start, numbering):
    made = only(item(1, mark, "a") + item(1, mark, "b"))
    assert made == m.List(simple("a", "b"), kind, start, numbering)


def test_two_lists_of_word_side_by_side_stay_two():
    first, second = contents(item(1, "1.", "a", "l0") + item(1, "1.", "b", "l1"))
    assert (first.items, second.items) == (simple("a"), simple("b"))


def test_a_level_that_is_left_out_nests_once():
    made = only(item(1, "1.", "a") + item(3, "\u00b7", "b") + item(1, "2.", "c"))
    assert made.items[0].content[1] == m.List(simple("b"))
    assert made.items[1:] == simple("c")


def test_a_paragraph_of_a_list_without_a_mark_is_more_of_the_item_before():
    made = only(item(1, "1.", "a") + "<p class=MsoListParagraph>b</p>" + item(1, "2.", "c"))
    assert made.items[0].content == (m.Paragraph(text("a")), m.Paragraph(text("b")))
    assert made.items[1:] == simple("c")


def test_a_list_of_word_may_begin_on_a_deeper_level():
    assert contents(item(2, "\u00b7", "a") + item(1, "1.", "b")) == (
        m.List(simple("a")),
        m.List(simple("b"), m.ListKind.ORDERED),
    )


@pytest.mark.parametrize("name", ["MsoQuote", "MsoIntenseQuote"])
def test_quoted_paragraphs_of_word_are_one_quotation(name):
    assert contents(f"<p>x<p class={name}>a</p>\n<p class={name}>b</p><p>y") == (
        m.Paragraph(text("x")),
        m.Quote((m.Paragraph(text("a")), m.Paragraph(text("b")))),
        m.Paragraph(text("y")),
    )


ROWS = "<tr><th>a<th>b<tr><td>c<td>d"


@pytest.mark.parametrize(
    "source",
    [
        f"<p class=MsoCaption>t</p>\n<table>{ROWS}</table>",
        f"<table>{ROWS}</table>\n<p class=MsoCaption>t</p>",
    ],
)
def test_a_caption_of_word_belongs_to_the_table_beside_it(source):
    assert only(source).caption == text("t")


def test_a_caption_of_word_belongs_to_the_image_above_it():
    made = only("<p class=MsoNormal><img src=a.png alt=b></p><p class=MsoCaption>t</p>")
    assert made == m.Figure(m.Image("a.png", m.Alternative(text("b"))), text("t"))


def test_a_caption_of_word_beside_nothing_is_a_paragraph():
    assert contents("<p>x<p class=MsoCaption>t</p><p>y")[1] == m.Paragraph(text("t"))


def test_comments_of_word_are_left_out_and_counted():
    draft = read_html(WORD)
    assert "vérifier" not in " ".join(block.text for block in draft.blocks)
    assert [note.message for note in draft.notes] == ["left out the comments (1)"]


def test_struck_words_are_left_out_however_they_are_struck():
    draft = read_html('<p>a <span style="text-decoration:line-through">b</span>c')
    assert (draft.blocks[0].text, draft.notes[0].code) == ("a c", "struck-dropped")


def test_a_link_that_google_counts_leads_where_it_should():
    (link,) = only(
        '<p><a href="https://www.google.com/url?q=https://e.org/a%3Fb%3Dc&amp;sa=D">x</a>'
    ).children
    assert link.href == "https://e.org/a?b=c"


def test_a_list_of_google_says_its_counter_at_the_items():
    made = only('<ol start=2><li style="list-style-type:lower-roman" aria-level=1><p>a</ol>')
    assert (made.start, made.numbering) == (2, m.Numbering.ROMAN)


def test_a_list_has_the_direction_of_all_its_items():
    made = contents("<p dir=ltr>x y z</p><ul><li dir=rtl>a<li dir=rtl>b</ul><p dir=ltr>x y z")[1]
    assert made == m.List(simple("a", "b"), dir=m.Direction.RTL)


FRENCH = (
    "Le ministre a inaugur\u00e9 mardi le pont qui relie les deux rives, attendu depuis dix ans "
    "par les habitants de la ville et par ceux des communes voisines."
)
ENGLISH = (
    "The minister opened the bridge on Tuesday, and thanked all of those who had built it within "
    "only two years for what they have done."
)


def test_a_mark_of_language_on_words_of_the_language_around_them_is_left_out():
    draft = read_html(
        f"<body lang=FR><p>{FRENCH}</p><p><span lang=EN-US>{FRENCH} <b>O</b></span><p>{FRENCH}"
    )
    assert [block.content.lang for block in draft.blocks] == [None] * 3
    assert draft.blocks[1].content.children[0] == m.Text(FRENCH + " ")
    assert [note.code for note in draft.notes] == ["import-wrong-language"]


def test_a_mark_of_language_that_is_right_stays():
    draft = read_html(
        f"<body lang=FR><p>{FRENCH}</p><p><span lang=EN-US>{ENGLISH}</span></p><p>{FRENCH}"
    )
    assert draft.blocks[1].content.children == (m.Span(text(ENGLISH), lang="en-US"),)
    assert draft.notes == ()


def test_the_title_of_word_is_the_first_heading():
    assert contents("<p class=MsoTitle>a</p><p>b")[0] == Heading(text("a"), 1)
