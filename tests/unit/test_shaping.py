"""Arabic letters take the forms that join them, and none is lost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata

import arabic_reshaper
import pytest
import unicode_tables
from arabic_reshaper.letters import LETTERS_ARABIC
from hypothesis import given
from hypothesis import strategies as st

from pressconv import shaping
from pressconv.shaping import glyphs, letters, normal, shape

# Constructed, so that no environment variable can change what we compare with.
RESHAPER = arabic_reshaper.ArabicReshaper({"delete_harakat": False})

# What it has otherwise than Unicode: two letters have no initial form; a joiner shifts ligatures.
KNOWN = sorted(set(LETTERS_ARABIC) - {"\u06ba", "\u0677", "\u200d"})
MARKS = "\u0610\u064b\u064e\u0651\u0653\u0654\u0655\u0670\u06d6\u06dc\u06df\u06ed"
FORMATS = "\u00ad\u061c\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069"
OFTEN = "\u0627\u0644\u0647\u0623" * 5
WORDS = st.text(st.sampled_from([*KNOWN, *OFTEN, *" \u200ca1\u0661\u064e\u0651"]))
LINES = st.text(
    st.sampled_from(
        [*sorted(shaping._LETTERS), *OFTEN, *MARKS, *FORMATS, *" \u200c\u200d\u0640a1\u06dd\ufefb"]
    )
)


def joining_types():
    lines = unicode_tables.read_kept("ArabicShaping.txt").splitlines()
    records = [[field.strip() for field in line.split(";")] for line in lines if line[:1].isalnum()]
    return {chr(int(code, 16)): kind for code, _, kind, _ in records if len(code) == 4}


ARABIC = {one: kind for one, kind in joining_types().items() if "\u0620" <= one <= "\u06ff"}


# What stands for a form that a letter has not: noon ghunna has no medial, high hamza u no final.
NEXT_BEST = {"medial": "final", "initial": "isolated", "final": "isolated"}


def form(letter, kind):
    """Return the presentation form of a letter, or the letter if it has none."""
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        if unicodedata.decomposition(chr(code)) == f"<{kind}> {ord(letter):04X}":
            return chr(code)
    return form(letter, NEXT_BEST[kind]) if kind in NEXT_BEST else letter


@given(WORDS)
def test_what_arabic_reshaper_knows_it_shapes_alike(text):
    composed = unicodedata.normalize("NFC", text)
    assert shape(text) == unicodedata.normalize("NFC", RESHAPER.reshape(composed))


@given(LINES)
def test_shaping_twice_changes_nothing(text):
    once = shape(text)
    assert shape(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(LINES)
def test_no_letter_and_no_mark_is_lost(text):
    drawn = "".join(map(letters, shape(text)))
    kept = "".join(map(letters, normal(text))).replace("\u200d", "")
    assert sorted(unicodedata.normalize("NFD", drawn)) == sorted(unicodedata.normalize("NFD", kept))


@given(LINES)
def test_every_character_has_one_sign_or_none(text):
    signs = glyphs(normal(text))
    assert len(signs) == len(normal(text))
    assert {len(sign) for sign in signs} <= {0, 1}


@given(st.text())
def test_text_without_arabic_letters_stays_as_it_is(text):
    plain = re.sub("[\u0600-\u08ff\u200d]", "", text)
    assert shape(plain) == unicodedata.normalize("NFC", plain)


@pytest.mark.parametrize("letter", sorted(ARABIC), ids=lambda one: f"U+{ord(one):04X}")
def test_every_letter_joins_its_neighbours_as_unicode_says(letter):
    before, behind = {"D": (1, 1), "R": (1, 0), "C": (1, 1), "U": (0, 0)}[ARABIC[letter]]
    kind = {(1, 1): "medial", (1, 0): "final", (0, 0): "isolated"}[before, behind]
    assert shape(f"\u0628{letter}\u062f") == (
        form("\u0628", "initial" if before else "isolated")
        + form(letter, kind)
        + form("\u062f", "final" if behind else "isolated")
    )


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("\u0633\u0644\u0627\u0645", "\ufeb3\ufefc\ufee1"),
        ("\u0644\u0622 \u0644\u0623 \u0644\u0625", "\ufef5 \ufef7 \ufef9"),
        ("\u0628\u0644\u0622\u0628\u0644\u0623", "\ufe91\ufef6\ufe91\ufef8"),
        ("\u0644\u064e\u0651\u0627\u064b", "\ufefb\u064b\u064e\u0651"),
        ("\u0644\u200c\u0627", "\ufedd\u200c\ufe8d"),
        ("\u0627\u0644\u0644\u0647", "\ufdf2"),
        ("\u0648\u0627\u0644\u0644\u0647", "\ufeed\ufdf2"),
        ("\u0627\u0644\u0644\u0651\u064e\u0647\u0650", "\ufdf2\u064e\u0650\u0651"),
        ("\u0628\u0627\u0644\u0644\u0647", "\ufe91\ufe8e\ufedf\ufee0\ufeea"),
        ("\u0627\u0644\u0644\u0647\u0645", "\ufe8d\ufedf\ufee0\ufeec\ufee2"),
    ],
)
def test_ligatures(text, shaped):
    assert shape(text) == shaped


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        # A hamza above composes with yeh; elsewhere it is the ezafe of Persian and Urdu.
        ("\u0634\u064a\u0654", "\ufeb7\ufe8a"),
        ("\u062e\u0627\u0646\u0647\u0654", "\ufea7\ufe8e\ufee7\ufeea\u0654"),
        ("\u0648\u06cc\u0654\u06d2", "\ufeed\ufbfe\u0654\ufbaf"),
        ("\u0647\u0670\u0630\u0627", "\ufeeb\u0670\ufeac\ufe8d"),
        # Kurdish, Urdu and Pashto letters without presentation forms join all the same.
        ("\u0628\u06d5\u0628", "\ufe91\u06d5\ufe8f"),
        ("\u0648\u06ce\u0628", "\ufeed\u06ce\ufe90"),
        ("\u062f\u06b5\u06b5\u0628", "\ufea9\u06b5\u06b5\ufe90"),
        ("\u062e\u06c2\u0628", "\ufea7\u06c2\ufe90"),
        ("\u067e\u069a\u062a\u0648", "\ufb58\u069a\ufe98\ufeee"),
        ("\u0628\u06d0\u0628", "\ufe91\ufbe7\ufe90"),
    ],
)
def test_letters_of_other_languages_and_their_marks(text, shaped):
    assert shape(text) == shaped


def test_marks_of_the_quran_are_kept_and_do_not_part():
    marks = "".join(
        chr(code) for code in range(0x6D6, 0x6EE) if unicodedata.category(chr(code)) == "Mn"
    )
    assert len(marks) == 19
    for mark in marks:
        assert shape(f"\u0628{mark}\u0628") == f"\ufe91{mark}\ufe90"


@pytest.mark.parametrize("control", FORMATS, ids=lambda one: f"U+{ord(one):04X}")
def test_format_characters_in_a_word_do_not_part(control):
    assert shape(f"\u0628{control}\u0628") == f"\ufe91{control}\ufe90"
    assert shape(f"\u0644{control}\u0627") == f"\ufefb{control}"


def test_a_non_joiner_parts_and_is_kept():
    assert shape("\u0645\u06cc\u200c\u062e\u0648") == "\ufee3\ufbfd\u200c\ufea7\ufeee"


def test_a_joiner_joins_and_is_taken_out():
    assert shape("\u0647\u200d") == "\ufeeb"
    assert shape("\u200d\u0647\u200d") == "\ufeec"
    assert shape("\u200d\u0647") == "\ufeea"
    assert shape("\u0627\u200d") == "\ufe8d"
    assert shape("\u06d5\u200d\u0654") == "\ufba4"


def test_a_tatweel_is_kept_and_joins():
    assert shape("\u0628\u0640\u0640\u0628") == "\ufe91\u0640\u0640\ufe90"


def test_digits_signs_and_other_letters_part():
    for parting in ("1", "\u0661", "\u060c", "a", " ", "\u06dd", "\u06d4"):
        assert shape(f"\u0628{parting}\u0628") == f"\ufe8f{parting}\ufe8f"


def test_a_broken_setting_of_the_package_is_named(tmp_path):
    environment = {**os.environ, "PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE": str(tmp_path / "no")}
    done = subprocess.run(
        [sys.executable, "-c", "import pressconv.shaping"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    last = done.stderr.strip().splitlines()[-2:]
    assert last[0].startswith("pressconv.errors.ConfigError: arabic-reshaper cannot be loaded: ")
    assert "unset PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE" in last[1]


def test_a_long_word_is_shaped_as_a_short_one():
    assert shape("\u0628" * 100) == "\ufe91" + "\ufe92" * 98 + "\ufe90"
