"""Reading canonical XML: places, messages, hostile files."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from xml_inputs import codes, errors, notes, problems, release, value

from pressconv import model as m
from pressconv.errors import ReadError
from pressconv.readers.xml import NAMESPACE, read
from pressconv.readers.xml.problems import MAX_LISTED

# ---- places ------------------------------------------------------------------------------------


def test_a_bad_attribute_is_placed_at_its_start_tag():
    assert problems(release('<p\n  xml:lang="fr"\n  other="x">x</p>')) == ["3:7 unknown-attribute"]


def test_bad_text_is_placed_at_its_first_character():
    assert problems(release("<p>x</p>\n \té\u00a0oops")) == ["4:3 misplaced-text"]


def test_columns_count_characters_not_bytes():
    body = "<p>é漢\U0001f600\u0645<qq/></p>"
    assert problems(release(body)) == ["3:14 unknown-element"]


def test_a_reference_to_a_character_counts_as_it_is_written():
    assert problems(release("<p>&#xA0;&amp;<qq/></p>")) == ["3:21 unknown-element"]


def test_carriage_returns_end_lines():
    source = release("<p>x</p>\r\n<p>x</p>\r<qq/>")
    assert problems(source) == ["5:1 unknown-element"]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("windows-1251", "Коалиция"),
        ("Shift_JIS", "新聞発表"),
        ("GB18030", "新闻稿\U00020000"),
        ("EUC-JP", "新聞"),
        ("Big5", "新聞稿"),
        ("ISO-8859-1", "Émoi"),
        ("ISO-2022-JP", "新聞"),
    ],
)
def test_a_declared_encoding_is_read_with_exact_places(encoding, words):
    good = f'<?xml version="1.0" encoding="{encoding}"?>\n' + release(f"<p>{words}</p>")
    read_back = read(good.encode(encoding)).value.body.content[0]
    assert read_back == m.Paragraph((m.Text(words),))
    bad = good.replace("</p>", "<qq/></p>")
    assert problems(bad.encode(encoding)) == [f"4:{10 + len(words)} unknown-element"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_an_encoding_is_known_by_its_first_bytes(encoding):
    assert problems(release("<p>é<qq/></p>").encode(encoding)) == ["3:11 unknown-element"]


def test_a_byte_outside_the_encoding_is_placed():
    (problem,) = errors(release("<p>\né@</p>").encode().replace(b"@", b"\xe9"))
    assert str(problem) == (
        "r.xml:4:2: the byte 0xE9 is not utf-8\n"
        "  hint: save the file as UTF-8, or declare the encoding it has"
    )


@pytest.mark.parametrize("declared", ["utf-16", "cp037", "klingon"])
def test_an_encoding_that_the_file_does_not_have_is_refused(declared):
    source = f'<?xml version="1.0" encoding="{declared}"?>' + release()
    assert {one.code for one in errors(source)} == {"encoding"}


def test_a_part_knows_where_it_was_read():
    block = value("\n  <p>x</p>").body.content[0]
    assert str(block.place) == "release:4:3"


# ---- all errors at once ------------------------------------------------------------------------


def test_all_errors_come_at_once_in_the_order_of_the_file():
    source = release(
        '<p qq="x">a<qq/></p>\n<list/>\n<section><p>x</p></section>', head='<issued when="now"/>'
    )
    assert problems(source) == [
        *("2:29 bad-value", "3:7 unknown-attribute", "3:18 unknown-element"),
        *("4:1 missing-element", "5:1 missing-element"),
    ]


def test_no_more_problems_are_listed_than_a_person_reads():
    found = errors(release("<qq/>" * 5000))
    assert len(found) == MAX_LISTED + 1
    assert found[-1].code == "too-many"
    assert found[-1].message == f"{5000 - MAX_LISTED:,} more problems from here on"


def test_the_order_of_messages_is_always_the_same():
    first = [str(one) for one in errors(release('<p a="1" b="2" c="3" dir="x">x</p>'))]
    assert first == [str(one) for one in errors(release('<p a="1" b="2" c="3" dir="x">x</p>'))]
    assert [one.split("\n")[0].partition(": ")[2] for one in first] == [
        "dir='x' on p: expected one of ltr, rtl",
        "unknown attribute 'a' on p",
        "unknown attribute 'b' on p",
        "unknown attribute 'c' on p",
    ]


@pytest.mark.parametrize(
    ("body", "message", "hint"),
    [
        ("<p>a<qq/></p>", "unknown element 'qq' in p", "did you mean 'q'?"),
        ("<pp>a</pp>", "unknown element 'pp' in body", "did you mean 'p'?"),
        ('<p>a<em lng="fr">b</em></p>', "unknown attribute 'lng' on em",
         "did you mean 'xml:lang'?"),
        ("<separator>a</separator>", "the text 'a' in separator, where only elements may stand",
         "put it into an element"),
        ("<p>a<p>b</p></p>", "p cannot stand in p", "expected one of: em, strong, "),
        ('<p xml:id="b">a<ref to="a1">x</ref></p><p xml:id="a">b</p>',
         "no part has the xml:id 'a1'", "did you mean 'a'?"),
    ],
)  # fmt: skip
def test_a_problem_names_what_is_wrong_and_what_was_meant(body, message, hint):
    (problem,) = errors(release(body))
    assert problem.message == message
    assert hint in problem.hint


def test_a_long_value_is_shortened_in_its_message():
    (problem,) = errors(release(f'<p dir="{"x" * 1000}">x</p>'))
    assert len(problem.message) < 120


def test_an_element_of_another_namespace_is_unknown():
    assert codes('<p xmlns="urn:x">x</p>') == ["unknown-element"]
    (problem,) = errors(release('<p xmlns="">x</p>'))
    assert problem.message == "the element 'p' in body has no namespace"


@pytest.mark.parametrize("root", ["<release/>", '<release xmlns="urn:x"/>', "<p/>"])
def test_another_root_is_refused_with_the_start_of_a_release(root):
    (problem,) = errors(root)
    assert problem.code == "wrong-namespace"
    assert NAMESPACE in problem.hint


# ---- gaps and other notes ----------------------------------------------------------------------


def test_gaps_are_notes_with_their_places():
    found = read(
        release(
            '<figure><image src="a.png"/></figure>\n<p>a<a href="b"/></p>'
            '<table><caption>c</caption><rows><row><cell>d</cell></row></rows></table>\n'
            '<media kind="audio" href="e.mp3"/>',
            head='<translation from="en" authoritative="en" method="unknown"/>',
        ).encode()
    ).notes  # fmt: skip
    assert [f"{one.place} {one.code}".removeprefix("release:") for one in found] == [
        *("2:1 gap-issued", "2:1 gap-issuer", "2:1 gap-distribution", "2:1 gap-method"),
        *("3:15 gap-alt", "4:5 gap-link-text", "4:22 gap-table-headers", "5:1 gap-description"),
    ]


def test_a_placeholder_is_noted_at_its_first_character_once_a_line():
    body = "<p>Le [[jour]] et [[l’heure]]</p>\n<p><em>a</em>[[…]]</p><p>[[b]]</p>"
    head = "\n<number>[[]]</number>"
    assert notes(body, head=head) == ["3:9 gap-text", "4:13 gap-text", "5:14 gap-text"]
    found = read(release(body).encode()).notes[-2]
    assert found.message == "the placeholder '[[jour]]' is left to be written"


@pytest.mark.parametrize("inner", ["[a]", "a[[b", "[[a", "[[a]b]]", "<code>[[ -f a ]]</code>"])
def test_other_brackets_are_no_placeholder(inner):
    assert notes(f"<p>x{inner}</p>") == []


def test_a_decorative_image_is_no_gap():
    assert notes('<figure><image src="a.png" decorative="true"/></figure>') == []


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("FR", "fr"), ("zh-hant-tw", "zh-Hant-TW"), ("PT-br", "pt-BR"), (" en\n", "en")],
)
def test_a_language_tag_gets_its_usual_case(written, read_as):
    assert value(f'<p xml:lang="{written}">x</p>').body.content[0].lang == read_as


@pytest.mark.parametrize(
    "tag", ["", "fr_FR", "english!", "en-", "i-klingon", "a", "toolonglanguage"]
)
def test_a_malformed_language_tag_is_refused(tag):
    assert codes(f'<p xml:lang="{tag}">x</p>') == ["bad-language-tag"]


def test_a_language_that_nobody_knows_is_a_note():
    assert notes('<p xml:lang="xx">x</p>') == ["3:7 language-unknown"]
    assert notes(head='<edition hreflang="xx"/>') == ["2:29 language-unknown"]


# ---- hostile XML -------------------------------------------------------------------------------


def test_a_document_type_is_refused_before_any_entity():
    bomb = '<!DOCTYPE r [<!ENTITY a "x">]>\n' + release("<p>&a;</p>")
    assert problems(bomb) == ["1:1 doctype"]


def test_an_entity_is_refused_with_what_to_write():
    (problem,) = errors(release("<p>a&nbsp;b</p>"))
    assert (problem.place.line, problem.place.column) == (3, 11)
    assert "&#xA0;" in problem.hint


def test_an_open_element_is_named():
    (problem,) = errors(release("<p>a<em>b</p>"))
    assert problem.hint == "<em> of line 3 is still open"


def test_a_hundred_elements_deep_is_read_and_one_more_is_not():
    assert value(f"<p>{'<em>' * 97}x{'</em>' * 97}</p>")
    assert codes(f"<p>{'<em>' * 98}x{'</em>' * 98}</p>") == ["too-deep"]
    assert codes(f"<p>{'<em>' * 100_000}") == ["too-deep"]


def test_a_file_that_is_too_large_is_not_parsed():
    assert [one.code for one in errors(b" " * (16 * 2**20 + 1))] == ["too-large"]


@pytest.mark.parametrize("source", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(source):
    assert [one.code for one in errors(source)] == ["empty-file"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>x{}</p>".format("<em> </em>" * 20_000),
        "<p>x{}</p>".format("\u2067\u2069" * 20_000),
        "<p>x{}</p>".format("\u2069" * 50_000),
        "<p>x{}</p>".format("<name>a<original xml:lang='en'>b</original></name>" * 10_000),
        "<qq/>" * 50_000,
        "<p qq='x'/>" * 50_000,
        "<table><caption>c</caption><rows><row>{}</row></rows></table>".format(
            "<cell column-span='1000'/>" * 10_000
        ),
    ],
    ids=["empty parts", "isolates", "lone marks", "names", "unknown", "attributes", "spans"],
)
def test_a_hostile_file_takes_no_more_time_than_its_length(body):
    start = time.process_time()
    with suppress(ReadError):
        read(release(body).encode())
    assert time.process_time() - start < 4


# ---- more than a release can be --------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (release("<p/>" * 1_000_000), "too-large"),
        (release(f"<p>{'a ' * 2_200_000}</p>"), "too-large"),
        (release(f"<p>{'a ' * 25_000_000}</p>"), "too-large"),
        (release(f"<p>{chr(0x2067)}</p>" * 100_001), "too-large"),
        (release("<section>" * 10_000), "too-deep"),
        (release(f"<p>a{chr(0x301)}{chr(0x316) * 2000}</p>"), "stacked-marks"),
        (release(f"<p>a{'&#x301;&#x316;' * 1000}</p>"), "stacked-marks"),
        (
            release(f'<figure><image src="data:image/png;base64,{"A" * 10**6}"/></figure>'),
            "link-scheme",
        ),
    ],
    ids=["elements", "characters", "bytes", "isolates", "deep", "marks", "references", "data"],
)
def test_what_is_more_than_a_release_can_be_is_refused_at_once(source, expected):
    start = time.process_time()
    found = errors(source)
    assert [one.code for one in found] == [expected]
    assert found[0].place.line or expected == "too-large"
    assert found[0].hint or "save the image" in found[0].message
    assert time.process_time() - start < 4


def test_of_very_many_notes_the_first_are_kept():
    made = read(release(f"<p>{(chr(0x200F) + 'a') * 50_000}</p>").encode())
    assert [one.code for one in made.notes].count("bidi-control-removed") == 999
    assert [one.code for one in made.notes].count("notes-many") == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><html></html>", "r.xml:1:1: this is a web page, not a release"),
        (b"<!-- a -->\n<HTML lang='en'>", "r.xml:1:1: this is a web page, not a release"),
        (b"PRESS RELEASE\nMore", "r.xml:1:1: this is plain text, not XML"),
        (b"MZ is no program", "r.xml:1:1: this is plain text, not XML"),
        (b"%PDF-1.7\n%", "r.xml: this is a PDF file, not XML"),
        (b"PK\x03\x04\x14\0", "r.xml: this is a Word file or another archive, not XML"),
        (b"\x89PNG\r\n\x1a\n\0", "r.xml: this is a PNG image, not XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "r.xml: this is an old Word file, not XML"),
        (b"\1\2\3\4", "r.xml: this is no text, so no XML"),
    ],
)
def test_a_file_in_another_format_is_told_what_it_is(data, expected):
    (found,) = errors(data)
    assert found.code == "other-format"
    assert str(found).splitlines()[0] == expected
    is_taken = any(word in expected for word in ("page", "plain text", "Word"))
    assert ("pressconv import" in found.hint) == is_taken
