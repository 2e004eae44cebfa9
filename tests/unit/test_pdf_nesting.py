"""Which tag may stand in which (ISO/TS 32005), and trees in which each may."""

from __future__ import annotations

import pytest

from pressconv.pdf.nesting import fitted, may_hold, too_many
from pressconv.pdf.tags import Tag

MAY = ["Art P", "TD Sect", "Sect BlockQuote", "LI LBody", "L LI", "Ruby RB", "H3 Em", "Caption L"]
MAY_NOT = ["TD BlockQuote", "TH Aside", "Aside Aside", "P H4", "P P", "H1 H2", "Art Span", "L P"]
UNKNOWN = ["Private LBody", "mfrac P", "P mfrac", "L Nav"]


@pytest.mark.parametrize("pair", MAY + UNKNOWN)
def test_what_the_standard_allows_or_does_not_know_may_stand_there(pair):
    assert may_hold(*pair.split())


@pytest.mark.parametrize("pair", MAY_NOT)
def test_what_the_standard_forbids_may_not(pair):
    assert not may_hold(*pair.split())


def test_there_is_one_caption_at_most():
    assert list(too_many("Figure", ["Caption", "P", "Caption"])) == ["Caption"]
    assert list(too_many("Sect", ["P", "P"])) == []


def test_a_group_that_says_nothing_does_not_let_in_what_may_not_stand_around_it():
    quote = Tag("BlockQuote", (), (Tag("P"),))
    cell = Tag("TD", (), (Tag("Div", (), (quote,)),))
    assert fitted(cell) == Tag("TD", (), (Tag("Div", (), (Tag("Sect", (), (quote,)),)),))


def test_a_tree_that_is_right_stays_as_it_is():
    tree = Tag("Document", (), (Tag("Art", (), (Tag("P", (), (Tag("Em"),)),)),))
    assert fitted(tree) == tree
