"""A line for sinks that only set sign after sign: shaped, ordered, mirrored, and read back."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressconv import bidi
from pressconv.linebreak import Drawing, cells, line_spans
from pressconv.model import Direction
from pressconv.text import NOTHING
from pressconv.visual import can_draw, read_back, seen, signs, visual_line

LTR, RTL = Direction.LTR, Direction.RTL
UNSHOWN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
ARABIC = (
    "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 (NATO) \u0625\u0646 "
    "\u00ab\u0627\u0644\u0625\u0633\u0644\u0627\u0645 \u0648\u0627\u0644\u0623\u0645\u0646\u00bb "
    "\u0648\u0627\u0644\u0633\u0644\u0627\u0645\u060c \u0648\u0627\u0644\u0644\u0647 \u0641\u064a "
    "\u20662018-06-26\u2069. "
)
LINES = st.text(
    st.sampled_from(
        "ab1 .,:-%()[]\u00ab\u00bb"
        "\u05d0\u05d1\u05b0\u0627\u0627\u0644\u0644\u0644\u0647\u0623\u0628"
        "\u062f\u06cc\u06d5\u0661\u06f1\u064e\u0651\u0654\u0670\u0301\u060c\u0640中"
        "\u200c\u200d\u00ad\u200e\u200f\u2066\u2067\u2069\u202a\u202b\u202e\u202c"
    )
)
BASE = st.sampled_from([LTR, RTL, None])


@given(LINES, BASE)
def test_the_text_is_read_back_from_the_signs(text, base):
    line = visual_line(text, base)
    read = read_back(line)
    assert len(read) == len(line.logical)
    assert "".join(read) == UNSHOWN.sub("", line.logical)


@given(LINES, BASE)
def test_each_sign_has_a_place_of_its_own(text, base):
    line = visual_line(text, base)
    assert len(line.places) == len(line.text) == len(set(line.places))
    drawn = {*line.places, *(place for place, _ in line.drawn_within)}
    unshown = {one.start() for one in UNSHOWN.finditer(line.logical)}
    assert sorted(drawn | unshown) == list(range(len(line.logical)))


@given(LINES, BASE)
def test_nothing_that_only_steers_is_shown(text, base):
    assert not UNSHOWN.search(visual_line(text, base).text)


@given(LINES, BASE)
def test_order_is_that_of_the_logical_text(text, base):
    line = visual_line(text, base)
    without_marks = [
        place for place in line.places if unicodedata.category(line.logical[place]) != "Mn"
    ]
    assert without_marks == [
        place for place in bidi.order(line.logical, base) if place in set(without_marks)
    ]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\u0633\u0644\u0627\u0645!", "!\ufee1\ufefc\ufeb3"),
        (
            "\u062d\u064e\u0645\u0651\u064e\u062f\u0629",
            "\ufe93\ufeaa\ufee4\u064e\u0651\ufea3\u064e",
        ),
        ("\u0644\u064e\u0627 (\u0623)", "(\ufe83) \ufefb\u064e"),
        ("\u0644\u064e\u0627\u064b \u0628", "\ufe8f \ufefb\u064e\u064b"),
        ("\u0645\u06cc\u200c\u0634\u0648\u062f", "\ufea9\ufeee\ufeb7\ufbfd\ufee3"),
        ("\u0647\u200d (\u0647\u0640)", "(\u0640\ufeeb) \ufeeb"),
        ("\u05d0\u05b0\u05d1\u05b0\u05bc (ab)", "(ab) \u05d1\u05b0\u05bc\u05d0\u05b0"),
        ("\u0627 \u2066+1 202\u2069 b\u00ad\u0301", "b\u0301 +1 202 \ufe8d"),
        ("\u0628\u06d5 [5-10] \u066a\u0665", "\u0665\u066a [10-5] \u06d5\ufe91"),
    ],
)
def test_a_leftward_line_is_seen(text, seen):
    assert visual_line(text, RTL).text == seen


def test_a_line_says_where_its_signs_come_from():
    line = visual_line("a \u0628\u0644\u064e\u0627", LTR)
    assert line.text == "a \ufefc\u064e\ufe91"
    assert line.places == (0, 1, 3, 4, 2)
    assert line.drawn_within == ((5, 3),)
    assert line.directions == b"\0\0\1\1\1\1"
    assert read_back(line) == list(line.logical)


def test_letters_are_measured_as_they_are_drawn():
    text = "\u0627\u0644\u0625\u0633\u0644\u0627\u0645 \u0648\u0627\u0644\u0633\u0644\u0627\u0645"
    drawn = signs(text)
    assert cells(drawn.replace(NOTHING, "")) == len(text) - 3
    assert line_spans(text, width=len(text) - 3, locale="ar", drawing=Drawing(drawn)) == [
        (0, len(text))
    ]
    assert line_spans(text, width=len(text) - 4, locale="ar", drawing=Drawing(drawn)) == [
        (0, 7),
        (8, 15),
    ]


@pytest.mark.parametrize("width", [0, 12, 20, 33, 72])
def test_wrapped_lines_are_the_text_and_fit(width):
    spans = line_spans(ARABIC * 5, width=width, locale="ar", drawing=Drawing(signs(ARABIC * 5)))
    assert "".join((ARABIC * 5)[start:end] for start, end in spans).replace(" ", "") == (
        ARABIC * 5
    ).replace(" ", "")
    lines = [visual_line((ARABIC * 5)[start:end], RTL) for start, end in spans]
    assert not width or max(cells(line.text) for line in lines) <= width
    read = " ".join("".join(read_back(line)) for line in lines)
    assert read == UNSHOWN.sub("", ARABIC * 5).strip()


@given(LINES, BASE)
def test_what_is_seen_of_a_text_is_what_is_read_back(text, base):
    line = visual_line(text, base)
    assert "".join(read_back(line)) == seen(line.logical)


def test_a_charset_draws_a_letter_in_the_form_that_it_has():
    assert signs("\u0645\u062d\u0645\u062f", "cp864") == "\ufee3\ufea3\ufee3\ufea9"
    assert signs("\u0628\u0644\u0627", "cp1256") == "\u0628\u0644\u0627"
    # It has lam and alef as one sign, but the name of God as four.
    assert signs("\u0644\u0627", "cp864") == f"\ufefb{NOTHING}"
    assert signs("\u0627\u0644\u0644\u0647", "cp864") == "\ufe8d\ufedf\ufedf\ufee9"
    assert can_draw("\u0645\u062d\u0645\u062f", "cp864")
    assert can_draw("\u0637", "cp864")  # it has the isolated form only
    assert signs("\u062a\u0637\u0644", "cp864") == "\ufe97\ufec1\ufedd"
    assert not can_draw("\u0645\u062d\u0645\u062f\u06af", "cp864")
    assert not can_draw("\u0645", "latin1")


@given(LINES, BASE, st.sampled_from(["cp864", "cp1256", "iso8859-8"]))
def test_the_text_is_read_back_from_the_forms_of_a_charset(text, base, charset):
    line = visual_line(text, base, signs(text, charset))
    assert "".join(read_back(line)) == seen(text)
