"""Typography: the laws, and what no case of the case file shows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressconv.languages import language, shipped
from pressconv.languages.numbers import ZEROS
from pressconv.typography import typeset

TAGS = [*shipped()]

# What texts are made of that rules look at: words, numbers, marks, spaces, and what is literal.
PIECES = st.sampled_from(
    [
        *"abz mot Mme M. J. w в г. № § n° 12 1 234 5,5 12% 26 juin июня 2018 km million".split(),
        *"\" ' “ ” « » ‹ › „ ‘ ’ 「 」 ( ) [ ] , . ; : ! ? … - – — -- ... ¿ ¡ % € $ / ° °C".split(),
        *"سلام می ها کتاب ۱۲ ٣ ، ؟ 你好 世界 かな 한국 שלום צה हिन्दी । ไทย".split(),
        *"https://example.org/a?b=1 a@b.org 10:30 3:1 @press +1 202-555-0100 F-16".split(),
        " ",
        "  ",
        "\u00a0",
        "\u202f",
        "\u200c",
        "\n",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join)


def letters_and_digits(text: str, tag: str) -> str:
    """Return what typography may not change: decimal digits by value, letters by the file's map."""
    table = {ord(old): new for old, new in language(tag).typography.letters.items()}
    table |= {ord(zero) + value: str(value) for zero in ZEROS.values() for value in range(10)}
    normal = unicodedata.normalize("NFC", text).translate(table)
    return "".join(one for one in normal if one.isalnum() or unicodedata.combining(one))


@settings(max_examples=400)
@given(st.sampled_from(TAGS), TEXTS)
def test_letters_and_digits_survive(tag, text):
    assert letters_and_digits(typeset(text, lang=tag), tag) == letters_and_digits(text, tag)


@settings(max_examples=400)
@given(st.sampled_from(TAGS), TEXTS)
def test_what_is_set_stays_as_it_is(tag, text):
    once = typeset(text, lang=tag)
    assert typeset(once, lang=tag) == once


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(
    "literal",
    [
        "https://www.example.org/a--b/?c=1;d=2",
        "www.example.org/a:b",
        "press@example.org",
        "example.org",
        "10:30",
        "3:1",
        "2018-06-26",
        "+1 202-555-0100",
        "@press_office",
    ],
)
def test_no_language_touches_what_is_no_language(tag, literal):
    assert typeset(literal, lang=tag) == literal
    assert literal in typeset(f"a {literal} b", lang=tag)
