"""Order, direction and mirroring are those of UAX #9, whatever a line holds."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from unittest import mock

import pytest
import unicode_tables
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st

from pressconv import bidi
from pressconv.bidi import MIRRORED, Run, directions, order, runs, visual, without_controls
from pressconv.model import Direction

LTR, RTL = Direction.LTR, Direction.RTL
BASES = {"0": LTR, "1": RTL, "2": None}

# Of every bidi class some; those that come often in real lines, more often.
LINES = st.text(
    st.sampled_from(
        "ab\u00e9 \u05d0\u05d1\u05b0\u0627\u0644\u0645\u064b\u06ccAZ01\u0661\u06f1"
        " .,:/+-%$\u060c\u061b"
        "()[]\u00ab\u00bb\u2329\u232a!?&@\u0301\u00a0\u202f\u200b\u200c\u00ad\u200e\u200f\u061c"
        "\u2066\u2067\u2068\u2069\u202a\u202b\u202d\u202e\u202c\t\n\u2029\x01\ufffc\U000e0020中😀"
    )
)
BASE = st.sampled_from([LTR, RTL, None])
REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}  # by rule X9


def conformance_cases(step):
    lines = unicode_tables.read_kept("BidiCharacterTest.txt").splitlines()
    cases = [line.split(";") for line in lines if line and not line.startswith("#")]
    assert len(cases) == 91_707
    for codes, base, _, levels, places in cases[::step]:
        text = "".join(chr(int(code, 16)) for code in codes.split())
        yield text, BASES[base], levels.split(), [int(place) for place in places.split()]


def is_as_unicode_says(text, base, levels, places):
    kept = [level != "x" for level in levels]
    odd = [level != "x" and int(level) % 2 for level in levels]
    image = [chr(MIRRORED.get(ord(one), ord(one))) for one in text]
    drawn = "".join(image[place] if odd[place] else text[place] for place in places)
    found = directions(text, base)
    return (
        [place for place in order(text, base) if kept[place]] == places
        and all(found[place] == odd[place] for place in places)
        and "".join(one for one in visual(text, base) if not is_removed(one)) == drawn
    )


def is_removed(character):
    return unicodedata.bidirectional(character) in REMOVED


def test_every_fortieth_line_of_the_conformance_test_is_right():
    assert [case for case in conformance_cases(40) if not is_as_unicode_says(*case)] == []


@pytest.mark.slow
def test_every_line_of_the_conformance_test_is_right():
    assert [case for case in conformance_cases(1) if not is_as_unicode_says(*case)] == []


@given(LINES, BASE)
def test_order_is_a_permutation(text, base):
    assert sorted(order(text, base)) == list(range(len(text)))


@given(st.one_of(LINES, st.text()), BASE)
@example("\u05d0\u202a0 ", LTR)
def test_order_is_that_of_the_engine_asked_without_tags(text, base):
    text = re.sub("[\n\r\x1c-\x1e\x85\u2029\ufffc]", "", text)
    # The object before it keeps the engine from leaving L1 out where all levels are even.
    told = get_display(f"\ufffc{text}", base_dir={LTR: "L", RTL: "R", None: None}[base])
    shown = [text[place] for place in order(text, base)]
    assert [one for one in shown if not is_removed(one)] == [
        one for one in told.replace("\ufffc", "") if not is_removed(one)
    ]


@given(LINES, BASE)
def test_runs_are_the_text_in_pieces_as_long_as_can_be(text, base):
    found = runs(text, base)
    covered = sorted((run.start, run.end) for run in found)
    assert "".join(text[start:end] for start, end in covered) == text
    for run, after in pairwise(found):
        touching = run.start == after.end if run.direction is RTL else run.end == after.start
        assert run.direction is not after.direction or not touching


@given(LINES, BASE)
def test_a_line_is_read_back_from_what_is_seen(text, base):
    odd, places = directions(text, base), order(text, base)
    read = [""] * len(text)
    for sign, place in zip(visual(text, base), places, strict=True):
        read[place] = sign.translate(MIRRORED) if odd[place] else sign
    assert "".join(read) == text


@given(st.text(), BASE)
def test_no_text_at_all_is_too_odd(text, base):
    assert len(visual(text, base)) == len(text)


def test_a_line_of_more_characters_than_there_are_tags_has_an_order():
    words = "(\u05d0) " * 200 + "abc"
    assert order(words, RTL) == [800, 801, 802, *range(799, -1, -1)]


def test_runs_come_in_the_order_of_the_eye():
    found = runs("\u05d0\u05d1 (NATO) \u05d2", RTL)
    assert found == [Run(8, 11, RTL), Run(4, 8, LTR), Run(0, 4, RTL)]
    assert [list(run.places) for run in found] == [[10, 9, 8], [4, 5, 6, 7], [3, 2, 1, 0]]


def test_a_line_without_base_has_the_direction_of_its_first_letter():
    assert visual("\u05d0 a", None) == "a \u05d0"
    assert visual("a \u05d0", None) == "a \u05d0"
    assert visual("a \u05d0", RTL) == "\u05d0 a"


def test_no_text_is_no_run():
    assert runs("", RTL) == []
    assert visual("", None) == ""
    assert directions("", LTR) == b""


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\u05d0 (b) \u00abc\u00bb", "\u00abc\u00bb (b) \u05d0"),
        ("\u05d0 (\u05d1) [\u05d2]", "[\u05d2] (\u05d1) \u05d0"),
        ("\u05d0 \u2264 \u05d1", "\u05d1 \u2265 \u05d0"),
        ("\u0627: +1 202-555", "555-202 1+ :\u0627"),
        ("\u0627: \u2066+1 202-555\u2069", "+1 202-555 :\u0627"),
        ("\u0627 50%", "%50 \u0627"),
        ("\u0627 \u0665\u0660\u066a", "\u066a\u0665\u0660 \u0627"),
        ("\u0627 2018-06-26", "26-06-2018 \u0627"),
        ("\u0627 \u202dab\u05d0\u202c", "ab\u05d0 \u0627"),
        ("\u0627 ab  ", "  ab \u0627"),
        ("ab\tcd", "cd\tab"),
        ("\u202aab\tcd  ", "  cd\tab"),
        ("\u0627\u064b\u0628", "\u0628\u064b\u0627"),
        ("\u0645\u06cc\u200c\u0634\u0648\u062f 12", "12 \u062f\u0648\u0634\u06cc\u0645"),
    ],
)
def test_a_leftward_line_is_seen(text, seen):
    assert without_controls(visual(text, RTL)) == seen


def test_what_steers_order_or_joining_is_taken_out_of_an_ordered_line():
    controls = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert without_controls(f"a{controls}b\u200cc\u200d") == "abc"


@pytest.mark.parametrize(
    ("ranges", "classes"),
    [
        (bidi._ALPHABETS[0][0], {"AL"}),
        (bidi._ALPHABETS[0][1], {"AL", "NSM"}),
        (bidi._ALPHABETS[1][0], {"R"}),
        (bidi._ALPHABETS[1][1], {"NSM"}),
        (bidi._ALPHABETS[2][0], {"L"}),
        (bidi._BETWEEN[1:-2], {"WS", "CS", "ON", "ES"}),
        (bidi._TAGS, {"BN"}),
    ],
)
def test_what_is_asked_as_one_is_of_one_class(ranges, classes):
    members = re.findall(f"[{ranges}]", "".join(map(chr, range(1, 0xD800))))
    found = {unicodedata.bidirectional(one) for one in members}
    assert found - {""} <= classes, "unassigned ones have the class of their block"
    assert not {"(", ")", "[", "]"} & set(members)


@given(
    st.text(
        st.sampled_from(" .,:/+-%$([\u00bb!\u0301\u05b0\u064b\u05d0\u0627\u06ccab01\u06f1\u20ac")
    ),
    BASE,
)
def test_a_line_of_one_direction_needs_no_engine(text, base):
    quick = runs(text, base)
    with mock.patch.object(bidi, "_one_way", return_value=re.compile("(?!)")):
        assert runs(text, base) == quick
