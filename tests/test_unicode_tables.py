"""The shipped tables are those of the Unicode files, and Python agrees with them."""

from __future__ import annotations

import inspect
import unicodedata

import unicode_tables

import pressconv.unicode_tables
from pressconv.bidi import MIRRORED


def test_the_tables_are_what_the_tool_makes_of_the_unicode_files():
    mirroring = unicode_tables.read_kept("BidiMirroring.txt")
    shaping = unicode_tables.read_kept("ArabicShaping.txt")
    made = unicode_tables.module(mirroring, shaping)
    assert inspect.getsource(pressconv.unicode_tables) == made


def test_each_of_the_428_mirrored_characters_is_the_image_of_its_image():
    lines = unicode_tables.read_kept("BidiMirroring.txt").splitlines()
    listed = [line.partition("#")[0].split(";") for line in lines if line[:1] not in {"", "#"}]
    assert {int(one, 16): int(other, 16) for one, other in listed} == MIRRORED
    assert len(MIRRORED) == 428
    assert all(MIRRORED[other] == one for one, other in MIRRORED.items())


def test_python_knows_each_of_them_as_mirrored():
    assert all(unicodedata.mirrored(chr(code)) for code in MIRRORED)
