"""Text → the scripts that its letters are of, and what may be written in them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from babel.core import get_global

# First word of a letter's name in Unicode → its script by ISO 15924.
_NAMES: Final = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "HEBREW": "Hebr",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru", "GUJARATI": "Gujr",
    "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym", "ORIYA": "Orya",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "KHMER": "Khmr", "MYANMAR": "Mymr",
    "TIBETAN": "Tibt", "MONGOLIAN": "Mong", "GEORGIAN": "Geor", "ARMENIAN": "Armn",
    "ETHIOPIC": "Ethi", "THAANA": "Thaa", "SYRIAC": "Syrc", "CJK": "Hani", "HANGUL": "Hang",
    "HIRAGANA": "Kana", "KATAKANA": "Kana", "TIFINAGH": "Tfng", "CHEROKEE": "Cher",
}  # fmt: skip
_EAST: Final = ("Hani", "Kana", "Hang")
_KANA_SHARE: Final = 0.05
_HANGUL_SHARE: Final = 0.2

# What is written in several scripts at once: the script that tells it → all that it may be called.
_MIXED: Final = {
    "Hani": frozenset({"Hans", "Hant"}),
    "Kana": frozenset({"Jpan"}),
    "Hang": frozenset({"Kore"}),
}


@cache
def script(character: str) -> str:
    """Return the script of a letter, "" for what is none or of no listed script."""
    if unicodedata.category(character)[0] != "L":
        return ""
    return _NAMES.get(unicodedata.name(character, "").split(" ", 1)[0], "")


def scripts(text: str) -> Counter[str]:
    """Count the letters of *text* by script."""
    counts: Counter[str] = Counter()
    for character, number in Counter(text).items():
        if name := script(character):
            counts[name] += number
    return counts


def main_script(counts: Counter[str]) -> str:
    """Return the script that tells the language; kana and hangul tell it among Han characters.

    A character of Han, kana or hangul counts as three letters: it says as much.
    """
    east = {name: 3 * counts[name] for name in _EAST}
    others = {name: number for name, number in counts.items() if name not in east}
    name, number = max(others.items(), key=lambda pair: pair[1], default=("", 0))
    if sum(east.values()) <= number:
        return name
    if east["Kana"] > _KANA_SHARE * sum(east.values()):
        return "Kana"
    return "Hang" if east["Hang"] > _HANGUL_SHARE * sum(east.values()) else "Hani"


def written_in(name: str) -> frozenset[str]:
    """Return the scripts of BCP 47 whose texts are told by the script *name*."""
    return _MIXED.get(name, frozenset({name}))


def scripts_with(name: str) -> frozenset[str]:
    """Return the scripts whose letters stand in a text that the script *name* tells."""
    return frozenset(_EAST) if name in _EAST else frozenset({name})


def likely_language(name: str) -> str:
    """Return the language that the script *name* is likely to be of, "" where CLDR has none."""
    (first, *_) = sorted(written_in(name))
    found: str = get_global("likely_subtags").get(f"und_{first}", "")
    return found.partition("_")[0]
