"""Typography: the laws, and what no case of the case file shows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typographic_texts import TAGGED, TAGS, letters_and_digits

from pressconv.typography import typeset
from pressconv.typography.flow import Flow


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
