"""Visual order: a line of a paragraph is ordered as the paragraph has it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pressconv import model as m
from pressconv.bidi import directions
from pressconv.options import Bidi, TextOptions
from pressconv.present import present
from pressconv.writers.text import Text, write_text

VISUAL = TextOptions(bidi=Bidi.VISUAL, width=20)
WORDS = st.lists(
    st.sampled_from(
        "\u0642\u0627\u0644 \u0639\u0627\u0645 \u05e9\u05dc\u05d5\u05dd NATO, Plan Ab: "
        "\u00ab12 34. 2010-2019 50% +5 \u06f1\u06f2 $7 \u2013 \u060c \u0644\u0627! x\u0301".split()
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


def written(text: str, lang: str) -> Text:
    body = m.Body((m.Paragraph((m.Text("=" + text),)),))
    head = m.Head(headline=(m.Text("T"),))
    return write_text(present(m.Release(id="r", lang=lang, head=head, body=body)), VISUAL)


@given(WORDS, st.sampled_from(["ar", "he", "en"]))
@example(
    "\u0642\u0627\u0644 \u0639\u0627\u0645 \u0642\u0627\u0644 \u0639\u0627\u0645 2010-2019", "ar"
)
def test_a_line_has_the_directions_of_its_paragraph(text, lang):
    side = m.Direction.LTR if lang == "en" else m.Direction.RTL
    whole, at = directions("=" + text, side), 0
    for drawn in written(text, lang).drawn:
        if not any(one.block == 1 for one in drawn.owned):
            continue
        start = 0
        for stop, block, _ in drawn.owned:
            if block == 1:
                assert drawn.line.directions[start:stop] == whole[at : at + stop - start]
                at += stop - start + 1
            start = stop
    assert at == len(text) + 2


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "\u0642\u0627\u0644 \u0639\u0627\u0645 \u0642\u0627\u0644 \u0639\u0627\u0645 2010-2019",
            "2019-2010",
        ),
        ("\u05e9\u05dc \u05e9\u05dc \u05e9\u05dc \u05e9\u05dc \u05e9\u05dc 2010-2019", "2010-2019"),
    ],
)
def test_a_number_at_the_start_of_a_line_knows_the_letter_before_it(text, last):
    lang = "ar" if text.startswith("\u0642") else "he"
    assert written(text, lang).value.splitlines()[-1].strip() == last
