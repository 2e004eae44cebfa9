"""Typography: the laws, and what no case of the case file shows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressconv.languages import language, shipped
from pressconv.languages.numbers import ZEROS
from pressconv.typography import typeset
from pressconv.typography.flow import Flow

TAGS = [*shipped()]

# What texts are made of that rules look at, one kind a line, so that each kind is as likely.
MARKS = [*"\"'“”«»‹›„‚‘’「」『』`", "''", "<<", ">>", ",,", "``", *"()[]{}"]
STOPS = [*",.;:!?…،؛؟۔।。，：、", "...", ". . .", "?!", "!!!", ":-)", ";)"]
DASHES = [*"-–—―−", "--", "---", " - ", " – ", " — "]
SPACES = [*" \u00a0\u202f\u2009\u2003", "  ", "\u200c", "\n"]
SIGNS = [*"%٪‰$€£₽₹§№°&/#@+=*_\\", "°C", "°F", "US$", "R$", "n°", "¿", "¡"]
NUMBERS = "0 1 5 12 30 100 000 1,234 5,5 3.8 1.234.567 2018 XIX IV ۱۲ ٣ ১২ १२ 1er 2nd".split()
LATIN = "a b z mot Word US ÉTAT Mme M. J. J.-P. km kg million z. B. d'été it's '90s o'".split()
OTHER = [
    *"в г. слово США и С.В. سلام می ها خانه ای NATO و 你好 世界 かな と".split(),
    *"한국 שלום צה ה हिन्दी ไทย ሰላም".split(),
]
LITERALS = """https://example.org/a?b=1;c a@b.org 10:30 3:1 @press #COP21 +1 202-555-0100 F-16 v1.2
    2018-06-26 01 43 12 22 22 C++ report.pdf A/RES/71/256""".split()


@st.composite
def texts(draw, tag):
    """Draw a text that is full of what the rules of a language look at."""
    typography = language(tag).typography
    own = [
        *language(tag).quotes,
        *language(tag).nested_quotes,
        *typography.before_name[:9],
        *typography.before_number[:9],
        *typography.after_number[:9],
        *typography.after_roman[:3],
        *typography.abbreviations[:9],
        *typography.one_letter[:3],
        *typography.letters,
        *typography.marks,
        *typography.joiner_prefixes,
        *typography.joiner_suffixes,
        *language(tag).dates.months[:4],
    ]
    kinds = [MARKS, STOPS, DASHES, SPACES, SPACES, SIGNS, NUMBERS, LATIN, OTHER, LITERALS, own]
    piece = st.sampled_from(kinds).flatmap(st.sampled_from)
    return draw(st.sampled_from(["", "", " "])).join(draw(st.lists(piece, max_size=16)))


TAGGED = st.sampled_from(TAGS).flatmap(lambda tag: st.tuples(st.just(tag), texts(tag)))


def letters_and_digits(text: str, tag: str) -> str:
    """Return what typography may not change: decimal digits by value, letters by the file's map."""
    table = {ord(old): new for old, new in language(tag).typography.letters.items()}
    table |= {ord(zero) + value: str(value) for zero in ZEROS.values() for value in range(10)}
    normal = unicodedata.normalize("NFC", text).translate(table)
    return "".join(one for one in normal if one.isalnum() or unicodedata.combining(one))


@settings(max_examples=600)
@given(TAGGED)
def test_letters_and_digits_survive(tagged):
    tag, text = tagged
    assert letters_and_digits(typeset(text, lang=tag), tag) == letters_and_digits(text, tag)


@settings(max_examples=600)
@given(TAGGED)
def test_what_is_set_stays_as_it_is(tagged):
    tag, text = tagged
    once = typeset(text, lang=tag)
    assert typeset(once, lang=tag) == once


@settings(max_examples=300)
@given(st.sampled_from(TAGS), st.text(max_size=30))
def test_any_text_at_all_keeps_its_letters_and_is_set_once(tag, text):
    once = typeset(text, lang=tag)
    assert letters_and_digits(once, tag) == letters_and_digits(text, tag)
    assert typeset(once, lang=tag) == once


def test_edits_out_of_order_lose_no_text():
    flow = Flow()
    flow.add("20 °C et 5 %")
    flow.change([(10, 11, "_"), (2, 3, "_"), (2, 4, "?")])
    assert flow.text == "20_°C et 5_%"


# What no rule touches, in no language.
LITERAL_TEXTS = [
    *"https://www.example.org/a--b/?c=1;d=2 www.example.org/a:b ftp://ftp.example.org/x".split(),
    *"https://en.wikipedia.org/wiki/Foo_(bar) http://example.org:8080/?q=a;b&c=d!e".split(),
    *"press@example.org first.last+tag@sub.example.co.uk mailto:a@b.org example.org".split(),
    *"10:30 10:30:15 3:1 16:9 2018-06-26 2018-06".split(),
    *["+1 202-555-0100", "+33 1 43 12 22 22", "+7 (495) 728-50-00", "+49 30 8305-0"],
    *["(202) 555-0100", "202-555-0100", "01 43 12 22 22", "0800 123 4567", "02-622-7230"],
    *["DE89 3704 0044 0532 0130 00", "FR76 3000 6000 0112 3456 7890 189"],
    *"@press_office #COP21 #hash_tag2018 v1.2.3 v2.0 192.168.1.1".split(),
    *r"report.pdf report_v2.pdf video.mp4 C:\temp\file.txt A/RES/71/256 S/2018/123".split(),
    *"C++ F-16 COVID-19 S-400 AT&T UTF-8 ISO-8859-1 H2O A4 5G Wi-Fi .NET Node.js x86_64".split(),
    *["***", "# # #", "###", "ISBN 978-3-16-148410-0"],
]
FACES = [":-)", ";-)", ":)", ":("]


@pytest.mark.parametrize("tag", TAGS)
def test_no_language_touches_what_is_no_language(tag):
    for literal in LITERAL_TEXTS:
        assert typeset(literal, lang=tag) == literal
        for around in ("a {} b", "a ({}), b", "{}.", "سلام {} سلام", "да {} да", "“{}”"):
            assert literal in typeset(around.format(literal), lang=tag), literal


@pytest.mark.parametrize("tag", TAGS)
def test_a_face_keeps_its_shape_and_its_distance(tag):
    for face in FACES:
        for around in ("a {} b", "a {}", "سلام {} سلام", "a {} {}"):
            text = around.format(face, face)
            assert typeset(text, lang=tag) == text


@pytest.mark.parametrize("tag", TAGS)
def test_a_rule_of_hyphens_stays(tag):
    assert typeset("---", lang=tag) == "---"
    assert typeset("a\n---\nb", lang=tag) == "a\n---\nb"
