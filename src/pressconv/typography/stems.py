"""A word as it is written → the words that it may be looked up as.

Articles, prepositions and suffixes are written onto words: what binds a word has to see past them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_APOSTROPHE: Final = "\u2019"
_PREFIX: Final = pattern(r"([^\W\d_]+)[-\u05be]?(?=\d+$)")
_SUFFIXED: Final = pattern(
    r"[^\W\d_]{2,}(?=\u2019)|[A-Za-z\u00b5/\u00b2\u00b3]+(?=[^\W\d_\x00-\u036f])"
)

# Thai, Lao, Burmese and Khmer letters.
_UNSPACED: Final = pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def bare(word: str) -> str:
    """Return *word* without an elided word before it, or a preposition written onto a number.

    "l\u2019art." is looked up as "art.", and "\u05d1-26" as "26"; "F-16" is no number.
    """
    if _APOSTROPHE in word:
        elided, _, rest = word.rpartition(_APOSTROPHE)
        if rest and elided[-1:].isalpha():
            return rest
    if word[-1:].isdigit() and (prefix := _PREFIX.match(word)):
        letters = prefix[1]
        if letters.upper() == letters.lower():  # a script without capitals
            return word[prefix.end() :]
    return word


def stems(word: str) -> Iterator[str]:
    """Yield *word*, and what it is without its full stop or a suffix: "km\u2019den", "mm\uc758"."""
    yield word
    yield word.rstrip(".")
    suffixed = _SUFFIXED.match(word)
    if suffixed:
        yield suffixed[0]


def at_start(words: Iterable[str]) -> re.Pattern[str]:
    """Match those of *words* that stand without spaces, at the start of what they stand in."""
    unspaced = (re.escape(word) for word in words if _UNSPACED.search(word))
    return re.compile("|".join(unspaced) or "(?!)")
