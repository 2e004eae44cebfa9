"""Text that no author writes: a run of anything takes a time that grows with its length alone."""

from __future__ import annotations

import time

import pytest

from pressconv.linebreak import line_spans
from pressconv.typography import typeset

# Quadratic time would be half a minute; this is what a busy machine takes for linear time.
SECONDS = 8
N_CHARACTERS = 40_000
UNITS = (
    *("a", "1", "-", ".", " ", "\u00a0", "\u202f", "(", "/", "@", ":", '"', "'", "#", "\u2026"),
    *("a.", "1.", "1,", "1\u00a0", "1 ", "a-", "a@", "a:", "A/", "( ", " ;", ". ", "- ", "1,1 "),
    *("www.", "\u0627\u0644", "\u6f22", "\u201ca ", "a\u2013", "0-", "+1"),
)
# A text is searched for what it may hold only, so something of every kind stands at its end.
EVERY_KIND = " 5 % a.bc b@a.bc x://y www.a 12:30 ISBN 1 2020-01 +1 2345678 0 11 22 -- c/d"


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
@pytest.mark.parametrize("lang", ["fr", "fa"])
def test_a_long_run_is_set_and_broken_into_lines_in_seconds(unit, lang):
    text = (unit * N_CHARACTERS)[:N_CHARACTERS] + EVERY_KIND
    start = time.process_time()
    typeset(text, lang=lang)
    line_spans(text, width=72, locale=lang)
    assert time.process_time() - start < SECONDS


def test_a_heap_of_quotation_marks_stays_as_it_was_typed():
    assert typeset('"' * 3000, lang="fr") == '"' * 3000
