"""How the benchmark of extraction counts what a reader found."""

from __future__ import annotations

import pytest
from extraction_scores import bare, count, distance_within, total
from hypothesis import given
from hypothesis import strategies as st


def slowly(wanted, text):
    """Return the same distance by the book: a row of the table for each character wanted."""
    row = [0] * (len(text) + 1)
    for number, character in enumerate(wanted, start=1):
        above, row = row, [number]
        for at, other in enumerate(text, start=1):
            row.append(min(above[at] + 1, row[-1] + 1, above[at - 1] + (character != other)))
    return min(row)


@given(st.text("abc", min_size=1, max_size=9), st.text("abc", max_size=20))
def test_the_distance_is_that_of_the_book(wanted, text):
    assert distance_within(wanted, text) == slowly(wanted, text)


@pytest.mark.parametrize(
    ("block", "found", "characters", "words"),
    [
        ("one two", "zero one two three", 100, 100),
        ("one two", "on e two", 100 - 100 / 7, 50),
        ("one two", "two one", 300 / 7, 100),
        ("one two", "", 0, 0),
        ("\u4e2d\u6587", "\u4e2d \u6587", 50, 100),
        ("a\u00adb", "\u202aab\u202c", 100, 100),
    ],
)
def test_a_text_is_right_by_its_characters_and_words(block, found, characters, words):
    score = total([count([block], found)])
    assert score.characters == pytest.approx(characters)
    assert score.words == pytest.approx(words)


def test_vocalised_words_are_counted_apart():
    voiced, plain = "\u0643\u064f\u0644\u0651", "\u0643\u0644"
    assert total([count([f"{voiced} {plain}"], plain)]).vocalised == 0
    assert total([count([f"{voiced} {plain}"], voiced)]).vocalised == 100
    assert total([count([plain], plain)]).vocalised is None


def test_what_is_not_seen_is_not_compared():
    assert bare(" a\n b\u200f\u00ad\ufffe ") == "a b"
