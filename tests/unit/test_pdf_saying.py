"""Which glyph of a cluster says what."""

from __future__ import annotations

import pytest

from pressconv.pdf.weasyprint.saying import NOTHING, Saying, say

FATHA, SHADDA = "\u064e", "\u0651"
BEH, LAM, ALEF = "\u0628", "\u0644", "\u0627"


@pytest.mark.parametrize(
    ("text", "places", "advancing", "said"),
    [
        ("ffi", [0], [0], Saying({0: "ffi"})),
        ("e\u0301", [0, 1], [0], Saying({0: "e", 1: "\u0301"})),
        (
            "\u0915\u094d\u0937\u093f",
            [0, 1],
            [0, 1],
            Saying({0: "\u0915", 1: "\u094d\u0937\u093f"}),
        ),
        # KA and the vowel sign O, which stands on both sides of it
        (
            "\u0995\u09cb",
            [0, 1, 2],
            [0, 1, 2],
            Saying({0: "\u0995", 1: "\u09c7", 2: "\u09be"}),
        ),
        # NO NU and SARA AM, of which the ring is a glyph of its own
        ("\u0e19\u0e33", [0, 1, 2], [0, 2], Saying({0: "\u0e19", 2: "\u0e33"})),
        ("a", [0, 1], [0, 1], Saying({0: "a", 1: NOTHING}, is_replaced=True)),
    ],
)
def test_from_left_to_right_each_glyph_says_a_character(text, places, advancing, said):
    assert say(text, places, advancing, is_rtl=False) == said


@pytest.mark.parametrize(
    ("text", "places", "advancing", "said"),
    [
        (BEH, [0], [0], Saying({0: BEH}, 0)),
        (LAM + ALEF, [0], [0], Saying({0: LAM + ALEF}, 0)),
        # The letter is at 1, right of its mark.
        (BEH + FATHA, [1, 0], [1], Saying({1: BEH}, 1, FATHA)),
        (BEH + SHADDA + FATHA, [2, 1, 0], [2], Saying({2: BEH}, 2, SHADDA + FATHA)),
        # A ligature with a mark within keeps it.
        (LAM + FATHA + ALEF, [1, 0], [1], Saying({1: LAM + FATHA + ALEF}, 1)),
        # Nastaliq draws the dots of a letter apart.
        (BEH, [1, 0], [1], Saying({1: BEH}, 1)),
        (FATHA, [0], [], Saying({0: FATHA}, 0)),
    ],
)
def test_from_right_to_left_marks_are_said_apart_and_drawn_late(text, places, advancing, said):
    assert say(text, places, advancing, is_rtl=True) == said
