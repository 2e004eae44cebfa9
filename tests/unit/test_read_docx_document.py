"""Word → draft: languages and directions, and what holds of the whole document."""

from __future__ import annotations

import pytest
from word import Parts, W, coded, docx, item, lang, members, p, picture, png, r, tbl, tc, tr
from word_drafts import contents, line, read_docx, text

from pressconv import model as m
from pressconv.draft import Region
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


# ---- languages and directions --------------------------------------------------------------------


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


# ---- the document --------------------------------------------------------------------------------


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
