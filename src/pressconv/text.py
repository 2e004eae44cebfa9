"""Nodes of running text → their characters, and what is asked of characters everywhere."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

BREAKING: Final = pattern("[ \t\r\n\f\u2028\u2029]+")
"""Runs of spaces that a line may end at; a run reads as one space."""

NOTHING: Final = "\uffff"
"""Stands where nothing is drawn for a character: a code that no text can hold."""

NONCHARACTERS: Final = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""Codes that Unicode gives to no character, for a class of a regular expression (Unicode, 23.7)."""

_UNEVEN: Final = pattern("  |[\t\r\n\f\u2028\u2029]")
_STRONG: Final = {"L": m.Direction.LTR, "R": m.Direction.RTL, "AL": m.Direction.RTL}
_BLANK_CATEGORIES: Final = frozenset({"Zs", "Zl", "Zp", "Cf", "Cc"})


MAX_STACKED: Final = 100
"""Combining marks on one letter. Unicode's own measure is 30 (UAX #15, section 13)."""


_SHORT: Final = 1000
"""A text that takes no time whatever stands in it."""

_LOOKS: Final = 10

_MARKED: Final = (0x300, 0x1F000)  # where the combining characters are


def stacked(text: str) -> re.Match[str] | None:
    """Find a letter with more combining marks than any language has, in a text that is not short.

    To normalize them takes a time that grows with the square of their number.
    """
    if len(text) <= _SHORT or text.isascii() or not _may_be_stacked(text):
        return None
    return _stacked().search(text)


def _may_be_stacked(text: str) -> bool:
    """Look at each tenth character only: so many marks are there at ten such places on end."""
    n_marks = 0
    for character in text[:: MAX_STACKED // _LOOKS]:
        n_marks = n_marks + 1 if unicodedata.combining(character) else 0
        if n_marks == _LOOKS:
            return True
    return False


def nfc(text: str) -> str:
    """Return *text* in NFC; of a letter's marks beyond `MAX_STACKED` nothing is left."""
    if text.isascii():
        return text
    whole = _stacked().sub("", text) if stacked(text) else text
    return unicodedata.normalize("NFC", whole)


@cache
def _stacked() -> re.Pattern[str]:
    marks = "".join(chr(one) for one in range(*_MARKED) if unicodedata.combining(chr(one)))
    return re.compile(rf"(?<=[{marks}]{{{MAX_STACKED}}})[{marks}]+")


def inline_text(children: Iterable[m.Inline]) -> str:
    """Return the characters of *children*, without footnotes, readings and expansions."""
    return "".join(map(_characters, children))


def joined(*parts: m.Inline | str) -> m.Inlines:
    """Make running text of nodes and strings, neighbouring texts joined."""
    made: list[m.Inline] = []
    for part in parts:
        node = m.Text(part) if isinstance(part, str) else part
        if isinstance(node, m.Text) and made and isinstance(made[-1], m.Text):
            made[-1] = m.Text(made[-1].value + node.value)
        elif not isinstance(node, m.Text) or node.value:
            made.append(node)
    return tuple(made)


def normal(text: str) -> str:
    """Return *text* as a block of reading text: NFC, no soft hyphens, runs of spaces as one.

    A soft hyphen (U+00AD) is a wish of the typesetter, not a character of the text.
    """
    text = nfc(text.replace("\u00ad", ""))
    return (BREAKING.sub(" ", text) if _UNEVEN.search(text) else text).strip(" ")


def is_blank(text: str) -> bool:
    """Say whether *text* shows nothing: only spaces, format and control characters."""
    return all(unicodedata.category(character) in _BLANK_CATEGORIES for character in text)


def letters(text: str) -> str:
    """Return what two spellings of words have in common: letters without case and marks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if one.isalnum())


def first_strong(text: str) -> m.Direction | None:
    """Return the direction of the first strong character (UAX #9, rule P2)."""
    found = (_STRONG.get(unicodedata.bidirectional(character)) for character in text)
    return next(filter(None, found), None)


def _characters(node: m.Inline) -> str:
    match node:
        case m.Text(value):
            return value
        case m.LineBreak():
            return " "
        case m.Footnote():
            return ""
        case m.Abbreviation(text=text) | m.Code(text=text) | m.Number(text=text):
            return text
        case _:
            return inline_text(node.children)
