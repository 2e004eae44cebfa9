"""What stands in running text and is not language: no rule of typography touches it.

Addresses, e-mail, handles and hashtags, times, ratios, dates in digits, telephone and account
numbers, file names and paths, versions, signatures of documents.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.typography.flow import Span

# An address goes on through letters of any alphabet (an IRI), not through Han or Kana: Chinese
# text may stand right behind it. What is not language is written in ASCII, so a letter of another
# script may touch it.
_IN_ADDRESS: Final = "[!#-;=?-Z\\\\_a-z~\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u1fff]"
_AT_END: Final = ".,;:!?)]}'\u060c\u061b\u061f\u06d4\u0964\u0965"
_LEFT: Final = r"(?<![A-Za-z0-9_])"
_RIGHT: Final = r"(?![A-Za-z0-9_])"
_BEFORE: Final = r"(?<![\dA-Za-z_-])"
_AFTER: Final = r"(?![\dA-Za-z_-])"

# What a literal of each kind has in it → the pattern of the kind. A text is searched only for the
# kinds that it may hold: most paragraphs hold none.
_KINDS: Final = {
    r"[a-z]:/|[Ww]{3}\.|mailto:|tel:": (
        rf"{_LEFT}(?:[A-Za-z][A-Za-z0-9+.-]{{1,20}}://?|www\.|mailto:|tel:){_IN_ADDRESS}+"
    ),
    r"@[A-Za-z0-9]": (r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]*"),
    r"[@#]\w": r"[@#]\w+",
    r"[A-Za-z0-9_-]\.[A-Za-z][A-Za-z0-9]": (
        rf"{_LEFT}(?<![A-Za-z0-9_-]\.)"
        rf"(?:[A-Za-z0-9_-]{{1,63}}\.)+[A-Za-z][A-Za-z0-9]{{1,23}}{_RIGHT}"
        rf"(?:/{_IN_ADDRESS}*)?"
    ),
    r"[A-Za-z]:\\": rf"{_LEFT}[A-Za-z]:\\[\w\\.-]*",
    r"[A-Z]/[A-Z0-9]": rf"{_LEFT}[A-Z]{{1,5}}(?:/[A-Z0-9][A-Z0-9.-]*)+{_RIGHT}",
    r"[vV]\d+\.\d": rf"{_LEFT}[vV]\d+(?:\.\d+)+{_RIGHT}",
    r"IS[BS]N": rf"{_LEFT}IS[BS]N[ :]{{0,2}}[\dX-]+",
    r"\d\.\d+\.\d+\.\d": rf"(?<![\dA-Za-z_.,])\d+(?:\.\d+){{3,}}{_RIGHT}",
    r"\d:\d": (
        r"(?<![\dA-Za-z_.,])\d{1,2}:\d\d(?::\d\d)?(?![\dA-Za-z_:])"
        rf"|(?<![\dA-Za-z_.,])\d+:\d+{_RIGHT}"
    ),
    r"\d{4}-\d\d": rf"{_BEFORE}\d{{4}}-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?{_AFTER}",
    r"\+\d": rf"{_BEFORE}\+\d[\d\u00a0\u202f ().-]{{5,20}}\d{_RIGHT}",
    r"\d{3}-\d{4}": rf"{_BEFORE}(?:\(\d{{3}}\) |\d{{3}}-)\d{{3}}-\d{{4}}{_AFTER}",
    r"\b0\d*[ -]\d\d": (
        rf"{_BEFORE}(?=0(?:[ -]?\d){{8,14}}(?![ -]?\d))0\d{{0,4}}(?:[ -]\d{{2,8}}){{1,6}}{_AFTER}"
    ),
    r"[A-Z]{2}\d\d ?[A-Z0-9]{4}": (
        rf"{_LEFT}[A-Z]{{2}}\d\d(?: ?[A-Z0-9]{{4}}){{2,7}}(?: ?[A-Z0-9]{{1,4}})?{_AFTER}"
    ),
}
_SIGNS: Final = ("@", "#", "/", "\\", "+", "ISBN", "ISSN")
_HINTS: Final = tuple(map(pattern, (r":\S", r"\.[A-Za-z]", r"\d[ .-]\d", r"[A-Z]\d\d")))
_EACH_HINT: Final = {pattern(hint): kind for hint, kind in _KINDS.items()}
_FACE: Final = pattern(r"[:;=][\u2019'-]?[()/\\|*DPp](?![\w/\\])")
_PARTNERS: Final = {")": "(", "]": "[", "}": "{", "'": "'"}


def literals(text: str) -> Iterator[Span]:
    """Yield where the literals of *text* stand."""
    if not any(sign in text for sign in _SIGNS) and not any(hint.search(text) for hint in _HINTS):
        return
    kinds = tuple(kind for hint, kind in _EACH_HINT.items() if hint.search(text))
    if not kinds:
        return
    for match in _any_of(kinds).finditer(text):
        start, end = match.span()
        while end > start and text[end - 1] in _AT_END and not _is_closed(text[start:end]):
            end -= 1
        yield start, end


@cache
def _any_of(kinds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(kinds))


def _is_closed(literal: str) -> bool:
    """Say whether a literal closes at its end what it opened."""
    closing = literal[-1]
    opening = _PARTNERS.get(closing)
    if not opening:
        return False
    count = literal.count(opening)
    return count % 2 == 0 if opening == closing else count >= literal.count(closing)


def is_face(text: str, at: int) -> bool:
    """Say whether the mark at *at* is the eyes of a face, ":)" or ";-(": nothing moves it."""
    face = _FACE.match(text, at)
    if not face or face[0][-1] != ")":
        return face is not None
    return text.count("(", 0, at) <= text.count(")", 0, at)


def is_mouth(text: str, end: int) -> bool:
    """Say whether what ends at *end* is the mouth of a face."""
    return any(face.end() == end for face in _FACE.finditer(text, max(0, end - 3)))
