"""Raw characters → characters that a release may hold, and what was taken away.

What spells nothing goes: control characters, marks that steer the direction, lone surrogates,
characters that XML has none for. Line ends of all kinds become line feeds.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

from pressconv.text import NONCHARACTERS, nfc, stacked

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")

# Line feed, form feed and tab stay; U+FFFC stands for an object that is not there.
_ODD: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffc"
    f"\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff{NONCHARACTERS}]"
)
_HEAP: Final = "a heap of combining marks"
_SPACES: Final = re.compile("[ \t\r\n\f]+")


def cleaned(text: str) -> tuple[str, Counter[str]]:
    """Return *text* in NFC without odd characters, and how often each was taken away."""
    text = _LINE_ENDS.sub("\n", text)
    taken = Counter(map(_name, _ODD.findall(text)))
    plain = _ODD.sub("", text) if taken else text
    if stacked(plain):
        taken[_HEAP] += 1
    return nfc(plain), taken


def one_line(text: str) -> str:
    """Return *text* with its breaking white space collapsed and trimmed."""
    return _SPACES.sub(" ", text).strip(" ")


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
