"""The fonts that ship are the files that fonts.toml names, and have the letters that we need."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "fonts"
FAMILIES = tomllib.loads((FONTS / "fonts.toml").read_text(encoding="utf-8"))["family"]
FILES = [(family, file) for family in FAMILIES for file in family["file"]]


def span(first, last):
    return set(map(chr, range(ord(first), ord(last) + 1)))


def assigned(first, last):
    return {one for one in span(first, last) if unicodedata.category(one) != "Cn"}


PASHTO = set("ټځڅډړږښګڼېۍئ")

# What press releases in each script are written with, punctuation and spaces included.
SAMPLES = {
    "Latn": (
        span(" ", "~")
        | span("\u00c0", "\u017f")  # Latin-1 and Latin Extended-A: every language of the Union
        | set("ȘșȚțẞ«»‹›“”„‘’‚–—…·•§¶°€£¥©®™×÷¼½¾²³¹ªº№‰†‡′″⁄")
        | set("\u00a0\u00ad\u2009\u2010\u2011\u202f\u2060")
        | span("\u1ea0", "\u1ef9")  # Vietnamese, with its horned letters and combining marks
        | set("ƠơƯư₫\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
    ),
    "Cyrl": span("\u0400", "\u045f") | set("ҐґҒғӘәҚқҢңӨөҰұҮүҺһ№₽₴«»„“—\u00a0\u0301"),
    # Coptic letters stand in the middle of the block.
    "Grek": assigned("\u0370", "\u03e1")
    | assigned("\u03f0", "\u03ff")
    | assigned("\u1f00", "\u1fff"),
    "Arab": (
        span("\u0621", "\u063a")
        | span("\u0640", "\u0655")  # tatweel, the rest of the alphabet, vowel signs
        | span("\u0660", "\u066c")  # digits, per cent sign, separators
        | span("\u06f0", "\u06f9")  # digits of Persian and Urdu
        | set("پچژگکیۀہھٹڈڑںےۓٱ\u0670،؛؟۔«»!.: ")
        | set("\u200c\u200d\u200e\u200f\u2010\u2011\u00a0")
        | PASHTO
    ),
    "Aran": (
        set("آأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہۂۃھءیےۓ")
        | span("\u0610", "\u0614")  # honorifics
        | span("\u064b", "\u0655")  # vowel signs
        | span("\u06f0", "\u06f9")
        | set("\u0600\u0601\u0602\u0603\u0656\u0657\u0658\u0670،؛؟۔٪٫٬«»‘’“”()[]!.: 0123456789")
        | set("\u200c\u200d\u200e\u200f\u00a0")
        | PASHTO
    ),
    # Points, accents, geresh and gershayim; the yod triangle (U+05EF) is not of our time.
    "Hebr": assigned("\u0591", "\u05f4") - {"\u05ef"},
    "Deva": assigned("\u0900", "\u097f"),
    "Beng": assigned("\u0980", "\u09fe"),
    "Thai": assigned("\u0e01", "\u0e5b"),
    "Ethi": assigned("\u1200", "\u1399") | assigned("\u2d80", "\u2dde"),
    "Zmth": set("←↑→↓↔⇐⇒⇔−≤≥≠≈±×÷"),
    "Zsym": set("●○■□▪▲▼►◄★☆☐☑☒✓✔✗✉☎"),
}


def glyphs(family, file):
    with TTFont(FONTS / family["folder"] / file["name"], lazy=True) as font:
        return set(map(chr, font.getBestCmap()))


def case_name(case):
    return case[1]["name"]


def test_the_folder_holds_what_fonts_toml_names_and_nothing_else():
    command = [sys.executable, str(FONTS / "build.py"), "--check"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["name"])
def test_a_licence_stands_beside_each_family(family):
    text = (FONTS / family["folder"] / "OFL.txt").read_text(encoding="utf-8")
    assert text.startswith(family["copyright"])
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("case", FILES, ids=case_name)
def test_a_file_is_what_its_entry_says(case):
    family, file = case
    with TTFont(FONTS / family["folder"] / file["name"], lazy=True) as font:
        names = font["name"]
        assert names.getBestFamilyName() == family["name"]
        assert names.getDebugName(0) == family["copyright"]
        assert family["version"] in names.getDebugName(5)
        assert font["OS/2"].usWeightClass == file.get("os2_weight", file["weight"])
        assert bool(font["OS/2"].fsSelection & 1) == (file["style"] == "italic")
        assert font["OS/2"].fsType == 0, "embedding is restricted"


@pytest.mark.parametrize("case", FILES, ids=case_name)
def test_a_face_covers_the_scripts_that_it_declares(case):
    family, file = case
    needed = set().union(*(SAMPLES[script] for script in family["scripts"]))
    lacking = needed - glyphs(family, file)
    assert not lacking, sorted(f"U+{ord(character):04X}" for character in lacking)


@pytest.mark.parametrize("weight", [400, 700])
def test_the_faces_together_cover_every_sample(weight):
    # Fallback faces come in one weight; the engine thickens them where it has to.
    fonts = [case for case in FILES if case[0]["role"] == "fallback" or case[1]["weight"] == weight]
    together = set().union(*(glyphs(*case) for case in fonts))
    assert set().union(*SAMPLES.values()) <= together
