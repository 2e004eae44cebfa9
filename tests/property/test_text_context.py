"""Laws of a line that is ordered alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressconv.bidi import directions, order
from pressconv.model import Direction
from pressconv.writers.text.context import marks_around

# No brackets: a pair may be parted by a line end (rule N0). No Arabic-Indic digits: behind a Latin
# letter they are of one direction for signs and of another for numbers (rules N1, W7).
SIGNS = "abאבجد12-/%$:,."


@pytest.mark.parametrize("base", list(Direction))
@given(words=st.lists(st.text(SIGNS, min_size=1, max_size=6), min_size=2), data=st.data())
def test_a_line_with_its_marks_stands_as_in_its_paragraph(base, words, data):
    text = " ".join(words)
    ends = [at for at, sign in enumerate(text) if sign == " "]
    start = data.draw(st.sampled_from([0, *(at + 1 for at in ends)]))
    end = data.draw(st.sampled_from([at for at in [*ends, len(text)] if at > start]))
    before, after = marks_around(text, start, end, base)
    line = before + text[start:end] + after
    own = range(len(before), len(before) + end - start)
    shown = [line[at] for at in order(line, base) if at in own]
    assert shown == [text[at] for at in order(text, base) if start <= at < end]
    ways = directions(line, base)
    assert [ways[at] for at in own] == list(directions(text, base)[start:end])
