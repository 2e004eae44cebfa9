"""Lines break by UAX #14, are measured in cells, and lose no character."""

import re
from itertools import pairwise

import pytest
import wcwidth

from pressconv import linebreak
from pressconv.linebreak import cells, line_spans, wrap

NARROW_CHARACTERS = [chr(code) for code in range(0x3000) if linebreak._NARROW.fullmatch(chr(code))]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("déjà", 4),
        ("за мир", 6),
        ("国务院", 6),
        ("한국", 4),
        ("سَلَام", 4),
        ("e\u0301", 1),
        ("👩\u200d👩\u200d👧", 2),
        ("a\tb\x07", 2),
        ("\u2066x\u2069", 1),
    ],
)
def test_cells_are_those_of_a_terminal(text, width):
    assert cells(text) == width


def test_every_character_counted_without_wcwidth_takes_one_cell():
    assert NARROW_CHARACTERS
    assert [one for one in NARROW_CHARACTERS if wcwidth.wcwidth(one) != 1] == []


def test_a_line_is_as_full_as_its_width_allows():
    assert wrap("one two three", width=7, locale="en") == ["one two", "three"]
    assert wrap("one two three", width=6, locale="en") == ["one", "two", "three"]


def test_a_width_of_zero_breaks_nothing():
    assert wrap("one two " * 50, width=0, locale="en") == [("one two " * 50).strip()]


def test_no_text_is_no_line():
    assert wrap("", width=10, locale="en") == []


def test_spaces_at_a_break_and_at_the_edges_are_dropped():
    assert wrap("  one   two  ", width=4, locale="en") == ["one", "two"]


def test_a_line_feed_ends_a_line():
    assert wrap("one\ntwo three\n\nfour", width=20, locale="en") == ["one", "two three", "", "four"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2060"])
def test_a_space_that_must_not_break_does_not(space):
    assert wrap(f"aa 10{space}km", width=5, locale="fr") == ["aa", f"10{space}km"]


def test_a_french_sign_never_starts_a_line():
    lines = wrap("Le plan\u00a0: «\u00a0vite\u00a0»\u202f!", width=8, locale="fr")
    assert lines == ["Le", "plan\u00a0:", "«\u00a0vite\u00a0»\u202f!"]


def test_a_soft_hyphen_is_taken_out():
    assert wrap("extra\u00adordinaire", width=6, locale="fr") == ["extraordinaire"]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a/very-long/path?query=x&y=1",
        "www.example-site.org/path",
        "presse@a-long-name.example.org",
        "https://example.org/présentation/é-à",
    ],
)
def test_an_address_is_never_broken(address):
    assert wrap(f"voir {address} ici", width=12, locale="fr") == ["voir", address, "ici"]


def test_chinese_behind_an_address_breaks_as_chinese():
    lines = wrap("见https://example.cn/路径说明如下", width=20, locale="zh-Hans")
    assert lines[0] == "见"
    assert lines[1].startswith("https://example.cn/")
    assert len(lines) > 2


def test_chinese_breaks_between_characters_but_never_before_a_stop():
    assert wrap("国务院发言人，今天", width=12, locale="zh-Hans") == ["国务院发言", "人，今天"]


def test_small_kana_never_start_a_line_whatever_the_locale_of_icu_says():
    assert wrap("キャット", width=2, locale="ja") == ["キャッ", "ト"]


def test_thai_breaks_between_words_of_the_dictionary():
    assert wrap("กระทรวงการต่างประเทศ", width=8, locale="th") == ["กระทรวง", "การต่าง", "ประเทศ"]


def test_characters_beyond_the_basic_plane_keep_their_places():
    text = "😀😀 un deux 😀 trois"
    spans = line_spans(text, width=7, locale="fr")
    assert [text[start:end] for start, end in spans] == ["😀😀 un", "deux 😀", "trois"]
    assert wrap(text, width=7, locale="fr") == ["😀😀 un", "deux 😀", "trois"]


def test_the_first_line_and_the_others_can_have_less_room():
    assert wrap("aa bb cc dd", width=6, locale="en", first=4) == ["aa", "bb cc", "dd"]
    assert wrap("aa bb cc dd", width=6, locale="en", rest=4) == ["aa bb", "cc", "dd"]


def test_nothing_but_spaces_and_line_feeds_is_between_two_lines():
    text = "Le ministre, M.\u00a0Bourita, a dit\u202f: 国务院发言人。 Fin\nsuite"
    spans = line_spans(text, width=9, locale="fr")
    between = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    assert all(re.fullmatch(" *|\n", one) for one in between)
