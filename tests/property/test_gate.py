"""No release that is not refused before makes a PDF with tags, fonts or metadata that are wrong."""

from __future__ import annotations

import pytest
from audit_faults import SQUARE
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from strategies import releases

import pressconv
from pressconv import Format
from pressconv import model as m
from pressconv.errors import Problem, RefusedError, RenderError
from pressconv.text import inline_text, is_blank
from pressconv.walk import descendants

pytestmark = pytest.mark.slow

SOME = settings(
    max_examples=80,
    phases=(Phase.explicit, Phase.generate),
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
# The text of the PDF has properties of its own.
TEXT = {"edition-text"}


@SOME
@given(releases(), st.sampled_from(pressconv.pdf.Profile))
def test_the_gate_finds_nothing_but_what_an_author_left_open(release, profile):
    nodes = list(descendants(release))
    assume(not any(isinstance(n, m.Ruby) and is_blank(inline_text(n.children)) for n in nodes))
    square = pressconv.make_asset(SQUARE)
    problems: tuple[Problem, ...] = ()
    try:
        pressconv.convert_all(
            release,
            to=[Format.PDF],
            options=pressconv.Options(pdf=pressconv.PdfOptions(profile=profile)),
            assets={node.src: square for node in nodes if isinstance(node, m.Image)},
        )
    except RenderError:
        assume(False)
    except RefusedError as error:
        problems = error.problems
    codes = {one.code for one in problems} - TEXT
    assert {code for code in codes if not code.startswith("gap-")} == set(), problems
