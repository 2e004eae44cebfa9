"""A text → the same text in the characters that a charset has.

Each character that the charset lacks is replaced by the nearest one that it has: a no-break space
for a narrow one, three full stops for an ellipsis, the bare letter for an accented one. A raised
digit behind a digit becomes "^" and the digit: 10 to the 6th is never 106.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv.errors import ConfigError
from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

Has: TypeAlias = "Callable[[str, str], bool]"
"""Says whether a charset, named second, has what a text, named first, needs."""

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
    "\u2014": "\u2015\u2013-",
    "\u2015": "\u2014-",
    "\u2212": "\uff0d-",
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
    "\u00b7": "\u30fb.",
    "\u30fb": "\u00b7*",
    "\u301c": "\uff5e~",
    "\u2044": "/",
    "\u00a1": "",
    "\u00bf": "",
    "\u02bb": "'",
    "\u02be": "'",
    "\u02bf": "'",
    "\u05be": "-",
    "%": "\u066a",
    "\u066a": "%",
    "\u066b": ",.",
    "\u066c": "'",
    "\u060c": ",",
    "\u061b": ";",
    "\u06d4": ".",
    "\u06cc": "\u064a",
    "\u06a9": "\u0643",
    "\u06be": "\u0647",
    "\u06c1": "\u0647",
    "\u06d5": "\u0647",
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
    "\u00b1": "+/-",
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

_INSIDE_GUILLEMETS: Final = pattern(
    "(?<=[\u00ab\u2039])[\u00a0\u202f]|[\u00a0\u202f](?=[\u00bb\u203a])"
)
"""Spaces that belong to guillemets, and to no mark that stands for them."""

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"
_RAISED: Final = pattern("(?<=[0-9])[\u00b2\u00b3\u00b9\u2070\u2074-\u207f]+")
POWER: Final = "^"
"""Stands before digits that are not raised where they should be: 10^6."""

# Codecs of Python for text that are no charsets: they write characters as sequences of others.
_NO_CHARSETS: Final = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"}
)


@cache
def codec(charset: str) -> str:
    """Return Python's name of *charset*: "latin1" is "iso8859-1".

    Raises:
        ConfigError: there is no such charset.
    """
    try:
        "".encode(charset)  # refuses codecs that are none of text
        name = codecs.lookup(charset).name
        known = name.replace("_", "-") not in _NO_CHARSETS
    except (LookupError, ValueError):
        known = False
    if not known:
        hint = "use a name such as utf-8, latin1, cp1252, koi8-r or ascii"
        raise ConfigError(f"unknown charset {charset!r}", hint=hint)
    return name


@cache
def has_all(charset: str) -> bool:
    """Say whether *charset* has every character of Unicode."""
    return fits("\u0628\u2066\u202f\ufdf2\U0001f600\U000e0020", codec(charset))


def in_charset(text: str, charset: str) -> str:
    """Return *text* in the characters of *charset*.

    Raises:
        ConfigError: there is no such charset.
    """
    parts = stand_ins(text, charset)
    for start in powers(text, charset):
        parts[start] = POWER + parts[start]
    return "".join(parts)


def fits(text: str, charset: str) -> bool:
    """Say whether *charset* has every character of *text*."""
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def stand_ins(text: str, charset: str, has: Has = fits) -> list[str]:
    """Return what stands for each character of *text* in *charset*: itself, where it has it.

    *has* says whether it has a text.

    Raises:
        ConfigError: there is no such charset.
    """
    name = codec(charset)
    if has(text, name):
        return list(text)
    found = [_nearest(character, name, has) for character in text]
    for raised in _RAISED.finditer(text):
        if not has(raised[0], name):
            found[raised.start() : raised.end()] = unicodedata.normalize("NFKD", raised[0])
    if not has("\u00ab", name):
        for space in _INSIDE_GUILLEMETS.finditer(text):
            found[space.start()] = ""
    for place, character in enumerate(text):
        if place and found[place] != character:
            found[place] = _parted(found[place], character, found[place - 1])
    return found


def powers(text: str, charset: str) -> list[int]:
    """Return where digits of *text* start that are raised, behind a number, and will not be.

    `POWER` has to stand there.

    Raises:
        ConfigError: there is no such charset.
    """
    name = codec(charset)
    raised = () if fits(text, name) else _RAISED.finditer(text)
    return [one.start() for one in raised if not fits(one[0], name)]


def _parted(stand_in: str, character: str, before: str) -> str:
    """Part a fraction from the number before it, and set no second space before a word."""
    if "/" in stand_in and character.isnumeric() and before[-1:].isdigit():
        return f" {stand_in}"
    return stand_in.lstrip(" ") if before.endswith(" ") and len(stand_in) > 1 else stand_in


@cache
def _nearest(character: str, charset: str, has: Has) -> str:
    """Return what stands for a character: itself, a likeness, its letter without marks, or "?"."""
    if has(character, charset):
        return character
    if character in _NEAREST:
        likely = (one for one in _NEAREST[character] if has(one, charset))
        return next(likely, LOST if character.isalpha() else "")
    if character in _SPELLED:
        return _SPELLED[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character in _INVISIBLE or unicodedata.combining(character):
        return ""
    return _apart(character, charset, has) or _bare(character, charset, has) or LOST


def _apart(character: str, charset: str, has: Has) -> str:
    """Return an accented letter as a letter and an accent that *charset* has: Vietnamese."""
    letter, *accents = list(unicodedata.normalize("NFD", character))
    for accent in reversed(accents):
        rest = "".join(one for one in accents if one is not accent)
        whole = unicodedata.normalize("NFC", letter + rest) + accent
        if len(whole) == 2 and has(whole, charset):
            return whole
    return ""


def _bare(character: str, charset: str, has: Has) -> str:
    """Return the letter without its accents, or the plain form of a sign; "" if it is lost."""
    plain = unicodedata.normalize("NFKD", character)
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    if bare == character:
        return ""
    likely = [_nearest(one, charset, has) for one in bare]
    is_lost = any(like == LOST != one for one, like in zip(bare, likely, strict=True))
    return "" if is_lost else "".join(likely)
