"""What each piece of a block stands for: spaces, hyphens and controls that the engine changed."""

from __future__ import annotations

import pytest

from pressconv.pdf.alignment import align


@pytest.mark.parametrize(
    ("text", "pieces", "said"),
    [
        ("one two three", ["one two", "three"], ("one two ", "three")),
        ("one two", ["one", " ", "two"], ("one", " ", "two")),
        ("one two", ["one", "", "two"], ("one ", "", "two")),
        ("one two ", ["one", "two"], ("one ", "two ")),
        (" one", ["one"], (" one",)),
        ("one two", ["one two"], ("one two",)),
        ("one\u00a0two", ["one\u00a0two"], ("one\u00a0two",)),
        ("Becker", ["Bec-", "ker"], ("Bec", "ker")),
        ("Becker", ["Bec\u2010", "ker"], ("Bec", "ker")),
        ("well-known", ["well-", "known"], ("well-", "known")),
        ("Bec\u00adker", ["Bec-", "ker"], ("Bec\u00ad", "ker")),
        ("Bec\u00adker", ["Bec\u00adker"], ("Bec\u00adker",)),
        ("a - b", ["a -", "b"], ("a - ", "b")),
        ("a -- b", ["a -", "- b"], ("a -", "- b")),
        ("\u0645 2026-2030", ["\u202e\u0645 \u202d2026-", "\u202d2030"], ("\u0645 2026-", "2030")),
        ("\u2067\u0645\u2069 a", ["\u0645", " a"], ("\u2067\u0645\u2069", " a")),
        ("\u4e2d\u56fd\u4eba", ["\u4e2d\u56fd", "\u4eba"], ("\u4e2d\u56fd", "\u4eba")),
        ("a b", ["a", "\n", "b"], ("a", " ", "b")),
        ("a b", ["a  b"], ("a b",)),
        ("", [], ()),
        (" ", [""], (" ",)),
    ],
)
def test_a_piece_stands_for_its_text_and_the_space_that_follows(text, pieces, said):
    assert align(text, pieces) == said


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("one", ["two"]), ("one two", ["one"]), ("one", []), ("one", ["one", "one"]), ("ab", ["a-b"])],
)
def test_pieces_of_another_text_stand_for_nothing_we_know(text, pieces):
    assert align(text, pieces) is None
