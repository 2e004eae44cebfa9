"""Characters that a charset lacks: what stands for them, and what is lost."""

from __future__ import annotations

import pytest

from pressconv.charsets import in_charset, stand_ins
from pressconv.errors import ConfigError


@pytest.mark.parametrize(
    ("text", "charset", "kept"),
    [
        ("10\u202f000\u00a0€ – «\u00a0oui\u00a0»", "ascii", '10 000 EUR - "oui"'),
        ("10⁶ m²", "ascii", "10^6 m2"),
        ("Œuvre", "latin1", "OEuvre"),
        ("Ploërn, Łódź", "latin1", "Ploërn, Lódz"),
        ("Việt Nam", "cp1258", "Việt Nam".replace("ệ", "ê\u0323")),
        ("1½", "ascii", "1 1/2"),
        ("می\u200cشود ۱۴۰۴", "cp1256", "مي\u200cشود 1404"),
        ("ای", "ascii", "??"),
        ("१२", "latin1", "12"),
        ("12%", "cp864", "12٪"),
        ("？", "latin1", "?"),
    ],
)
def test_a_character_gives_way_to_the_nearest_one(text, charset, kept):
    assert in_charset(text, charset) == kept


@pytest.mark.parametrize("character", ["\u0e33", "㈱", "国", "\u1e9e\u0e33"])
def test_what_is_lost_in_part_is_lost_once(character):
    assert stand_ins(character, "latin1")[-1] == "?"


@pytest.mark.parametrize("name", ["utf-9", "", "utf-7", "base64", "idna", "a\0b"])
def test_a_name_that_is_no_charset_is_refused_with_names_that_are(name):
    with pytest.raises(ConfigError, match="unknown charset") as error:
        in_charset("a", name)
    assert "latin1" in error.value.hint
