"""The fonts that ship are the files that fonts.toml names, and have the letters that we need."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from pressconv.fonts import families

FONTS = Path(__file__).parents[1] / "fonts"
FAMILIES = tomllib.loads((FONTS / "fonts.toml").read_text(encoding="utf-8"))["family"]
FACES = [
    (family, member, file)
    for family in FAMILIES
    for member in family.get("member", [family])
    for file in family["file"]
]
DATA = Path(__file__).parent / "data"
NAMES = tomllib.loads((DATA / "names.toml").read_text(encoding="utf-8"))


def span(first, last):
    return set(map(chr, range(ord(first), ord(last) + 1)))


def assigned(first, last):
    return {one for one in span(first, last) if unicodedata.category(one) != "Cn"}


def encoded(codec, prefix=b""):
    """Return every character of a double-byte encoding, beside ASCII."""
    pairs = (
        prefix + bytes([first, second])
        for first in range(0x80, 0x100)
        for second in range(0x40, 0x100)
    )
    text = "".join(pair.decode(codec, errors="ignore") for pair in pairs)
    return {character for character in text if character > "\u00a0"}


def is_european(character):
    return unicodedata.name(character, "").startswith(("LATIN", "GREEK", "CYRILLIC", "COMBINING"))


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


# What is written in Chinese, Japanese and Korean, by the lists that say so.
GENERAL_TABLE = set("".join((DATA / "general-table-2013.txt").read_text("utf-8").split("\n")[1:]))
BIG5_HKSCS = encoded("big5hkscs")
JIS_X_0213 = encoded("euc_jis_2004") | encoded("euc_jis_2004", b"\x8f")
SYLLABLES = span("가", "힣")

# The two encodings also hold letters and signs that are no part of the script; these are in Noto
# Serif, Noto Sans or Noto Sans Math, and the last test of this file looks for them there.
NOT_EAST_ASIAN = set("ˆˍˈˌːˑ˘˚˛˝˞˥˦˧˨˩‾‿⅓⅔⅕∼≒⦅⦆")
SAMPLES |= {
    "Hani": GENERAL_TABLE | {c for c in BIG5_HKSCS if not is_european(c)} - NOT_EAST_ASIAN,
    "Jpan": {c for c in JIS_X_0213 if not is_european(c)} - NOT_EAST_ASIAN,
    "Hang": SYLLABLES | span("ㄱ", "ㅣ") | set("·ㆍ「」『』《》〈〉“”‘’₩㈜"),
}


@cache
def glyphs(path, index=0):
    with TTFont(path, lazy=True, fontNumber=index) as font:
        return set(map(chr, font.getBestCmap()))


def face_glyphs(face):
    family, member, file = face
    return glyphs(FONTS / family["folder"] / file["name"], member.get("index", 0))


def together(weight):
    """Return what the faces of a weight have; fallback faces come in one weight only."""
    fitting = [f for f in FACES if f[0]["role"] == "fallback" or f[2]["weight"] == weight]
    return set().union(*map(face_glyphs, fitting))


def face_name(face):
    return f"{face[1]['name']} {face[2]['weight']} {face[2]['style']}"


def codes(characters):
    return sorted(f"U+{ord(character):04X}" for character in characters)


def test_the_folder_holds_what_fonts_toml_names_and_nothing_else():
    command = [sys.executable, str(FONTS / "build.py"), "--check"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["name"])
def test_a_licence_stands_beside_each_family(family):
    text = (FONTS / family["folder"] / "OFL.txt").read_text(encoding="utf-8")
    assert text.startswith(family["copyright"])
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("face", FACES, ids=face_name)
def test_a_file_is_what_its_entry_says(face):
    family, member, file = face
    path = FONTS / family["folder"] / file["name"]
    with TTFont(path, lazy=True, fontNumber=member.get("index", 0)) as font:
        names = font["name"]
        assert names.getBestFamilyName() == member["name"]
        assert names.getDebugName(0) == family["copyright"]
        assert family["version"] in names.getDebugName(5)
        assert font["OS/2"].usWeightClass == file.get("os2_weight", file["weight"])
        assert bool(font["OS/2"].fsSelection & 1) == (file["style"] == "italic")
        assert font["OS/2"].fsType == 0, "embedding is restricted"


@pytest.mark.parametrize("face", FACES, ids=face_name)
def test_a_face_covers_the_scripts_that_it_declares(face):
    needed = set().union(*(SAMPLES[script] for script in face[0]["scripts"]))
    assert codes(needed - face_glyphs(face)) == []


def test_the_lists_of_east_asia_are_whole():
    assert len(GENERAL_TABLE) == 8105
    assert len(BIG5_HKSCS) > 18_000
    assert len(JIS_X_0213) > 11_233
    assert len(SYLLABLES) == 11_172


@pytest.mark.parametrize("weight", [400, 700])
def test_the_faces_together_cover_every_sample(weight):
    needed = set().union(*SAMPLES.values(), BIG5_HKSCS, JIS_X_0213)
    assert codes(needed - together(weight)) == []


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("tag", NAMES)
def test_real_names_have_all_their_letters(tag, weight):
    # A variation selector chooses a form of the letter before it; it has no glyph of its own.
    letters = {one for name in NAMES[tag] for one in name if unicodedata.category(one) != "Mn"}
    assert codes(letters - together(weight)) == []


def test_the_code_knows_every_face():
    known = {(one.name, face.path, face.index) for one in families() for face in one.faces}
    assert len(known) == len(FACES)
    assert all(path.is_file() for _, path, _ in known)
    assert {name for name, _, _ in known} == {member["name"] for _, member, _ in FACES}
