"""Laws of what the pieces of a block stand for, however it was cut into lines and elements."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressconv.pdf.alignment import align
from pressconv.text import normal

WORDS = st.text("aabé-\u2010\u00ad\u0645\u064b\u200c\u4e2d1\u00a0", min_size=1, max_size=6)
SILENT = "\u00ad"


@st.composite
def cut_texts(draw):
    """Return a text, the pieces that an engine would draw of it, and what each stands for."""
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=8)))
    places = draw(st.lists(st.integers(0, len(text)), max_size=6))
    edges = [0, *sorted(set(places) - {0, len(text)}), len(text)]
    said = [text[start:end] for start, end in pairwise(edges)]
    pieces = [draw(_drawn(part)) for part in said]
    return text, pieces, said


@st.composite
def _drawn(draw, part):
    ends_line = draw(st.booleans())
    shown = part.rstrip(" ").removesuffix(SILENT) if ends_line else part
    shown += draw(st.sampled_from(["", "-", "\u2010"])) if ends_line else ""
    return draw(st.sampled_from(["{}", "\u202e{}\u202c", "\u202d{}"])).format(shown)


@given(cut_texts())
def test_the_answers_put_together_are_the_text(cut):
    text, pieces, _ = cut
    found = align(text, pieces)
    assert found is not None
    assert "".join(found) == text
    assert len(found) == len(pieces)


@given(cut_texts())
def test_without_hyphens_of_its_own_a_piece_stands_for_just_what_it_was_cut_from(cut):
    text, pieces, said = cut
    if not set(text) & set("-\u2010"):
        found = align(text, pieces)
        assert found is not None
        assert [normal(part) for part in found] == [normal(part) for part in said]


@given(st.text(), st.lists(st.text(max_size=5), max_size=5))
def test_any_pieces_of_any_text_get_an_answer(text, pieces):
    found = align(text, pieces)
    assert found is None or "".join(found) == text


@pytest.mark.parametrize("text", ["\u200e", "\u00ad", " ", "a"])
def test_without_pieces_there_is_nothing_that_could_carry_a_text(text):
    assert align(text, ()) is None
    assert align("", ()) == ()
