"""Laws of the order in which the PDF engine sets a piece of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pressconv.bidi import directions, order, runs
from pressconv.model import Direction
from pressconv.pdf.weasyprint.order import forced, within

ISOLATES = "\u2066\u2067\u2069"
SIGNS = "abאבجد12٣٤-/%$(): ," + ISOLATES
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"
MORE = "\ufffc"  # where more follows, rule L1 leaves the spaces alone, as Pango always does


@pytest.mark.parametrize("base", list(Direction))
@given(text=st.text(SIGNS, min_size=1, max_size=16), data=st.data())
def test_a_forced_piece_stands_as_in_its_paragraph(base, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(not set(text[start:end]) & set(ISOLATES))  # elements make them, so a piece holds none
    piece = forced(text[start:end], within(runs(text, base), start, end), base)
    piece += MORE
    places = [at for at, sign in enumerate(piece) if sign not in OVERRIDES + MORE]
    shown = [piece[at] for at in order(piece, base) if at in set(places)]
    assert shown == [text[at] for at in order(text, base) if start <= at < end]
    ways = directions(piece, base)
    assert [ways[at] for at in places] == list(directions(text, base)[start:end])
