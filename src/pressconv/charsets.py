"""A text → the same text in the characters that a charset has.

Each character that the charset lacks is replaced by the nearest one that it has: a no-break space
for a narrow one, three full stops for an ellipsis, the bare letter for an accented one.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import cache
from typing import Final

from pressconv.errors import ConfigError

LOST: Final = "?"
"""Stands for a character without any likeness in the charset."""

_NEAREST: Final = {
    "\u202f": "\u00a0 ",
    "\u00a0": " ",
    "\u2009": "\u00a0 ",
    "\u2007": "\u00a0 ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "\u2013-",
    "\u2015": "\u2014-",
    "\u2212": "-",
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u02bc": "\u2019'",
    "\u05f3": "'",
    "\u2032": "'",
    "\u2039": "'",
    "\u203a": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\u05f4": '"',
    "\u2033": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2022": "\u00b7*",
    "\u00b7": ".",
    "\u2044": "/",
    "\u00a1": "",
    "\u00bf": "",
}
"""Character → characters that may stand for it, the best first; none: it is left out."""

_SPELLED: Final = {
    "\u2026": "...",
    "\u20ac": "EUR",
    "\u00a3": "GBP",
    "\u00a9": "(c)",
    "\u00ae": "(R)",
    "\u2122": "(TM)",
    "\u2190": "<-",
    "\u2192": "->",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u00d7": "x",
    "\u00b0": " deg ",
    "\u2116": "No.",
    "\u00a7": "Sec.",
    "\u0153": "oe",
    "\u0152": "OE",
    "\u00e6": "ae",
    "\u00c6": "AE",
    "\u00df": "ss",
    "\u1e9e": "SS",
    "\u00f8": "o",
    "\u00d8": "O",
    "\u0111": "d",
    "\u0110": "D",
    "\u00f0": "d",
    "\u00d0": "D",
    "\u00fe": "th",
    "\u00de": "Th",
    "\u0142": "l",
    "\u0141": "L",
    "\u0131": "i",
}
"""Character → how it is spelled without it."""

_INSIDE_GUILLEMETS: Final = re.compile(
    "(?<=[\u00ab\u2039])[\u00a0\u202f]|[\u00a0\u202f](?=[\u00bb\u203a])"
)
"""Spaces that belong to guillemets, and to no mark that stands for them."""

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"


def codec(charset: str) -> str:
    """Return Python's name of *charset*: "latin1" is "iso8859-1".

    Raises:
        ConfigError: there is no such charset.
    """
    try:
        "".encode(charset)  # refuses codecs that are none of text
        return codecs.lookup(charset).name
    except LookupError as error:
        hint = "use a name such as utf-8, latin1, cp1252, koi8-r or ascii"
        raise ConfigError(f"unknown charset {charset!r}", hint=hint) from error


def in_charset(text: str, charset: str) -> str:
    """Return *text* in the characters of *charset*.

    Raises:
        ConfigError: there is no such charset.
    """
    name = codec(charset)
    if _fits(text, name):
        return text
    if not _fits("\u00ab", name):
        text = _INSIDE_GUILLEMETS.sub("", text)
    return "".join(_nearest(character, name) for character in text)


@cache
def _nearest(character: str, charset: str) -> str:
    """Return what stands for a character: itself, a likeness, its letter without marks, or "?"."""
    if _fits(character, charset):
        return character
    if character in _NEAREST:
        likely = (one for one in _NEAREST[character] if _fits(one, charset))
        return next(likely, "")
    if character in _SPELLED:
        return _SPELLED[character]
    if character in _INVISIBLE or unicodedata.combining(character):
        return ""
    plain = unicodedata.normalize("NFKD", character)
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return bare if bare != character and _fits(bare, charset) else LOST


def _fits(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
