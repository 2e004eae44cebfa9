"""Hyphens that stand for dashes → the language's dash, with its spaces."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern
from pressconv.typography.signs import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

_DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_SENTENCE_END: Final = pattern(rf"(?<!\b\w)[.!?\u2026][\u00bb\u201d{SPACES}]*[{SPACES}]")
"""No full stop of a single letter: it is an initial, or "M."."""


def dashes(text: str, rules: Language) -> Iterator[Edit]:
    """Set the dash for a hyphen between spaces and for two hyphens; ranges stay as they are."""
    typography = rules.typography
    if "-" not in text and not any(sign in text for sign in typography.dash_signs + _SPEECH_DASHES):
        return
    start = 0
    if typography.dialogue and (spoken := _SPEECH.match(text)):
        start = spoken.end()
        yield 0, start, typography.dialogue
    found = [
        match
        for match in _matches(text, start, typography.dash_signs)
        if (text[match.start() - 1].isalpha() or not text[match.end()].isdigit())
        and not {text[match.start() - 1], text[match.end()]} & _DASHES
    ]  # left alone: a range, a subtraction, a sign, a row of dashes
    for match, is_first in zip(found, _openings(text, found), strict=True):
        # The other space of an opening dash would bind it to what it opens, but UAX #14 (LB12a)
        # lets a line end between a dash and a no-break space, and start with that space.
        is_plain = is_first and typography.paired_dash
        dash = f" {typography.dash.strip()} " if is_plain else typography.dash
        yield match.start(), match.end(), dash


def _openings(text: str, dashes: list[re.Match[str]]) -> list[bool]:
    """Say of each dash whether it is the first of a pair in its sentence."""
    opens: list[bool] = []
    previous = 0
    is_open = False
    for dash in dashes:
        if is_open and _SENTENCE_END.search(text, previous, dash.start()):
            is_open, opens[-1] = False, False  # it was alone
        is_open = not is_open
        opens.append(is_open)
        previous = dash.end()
    if is_open:
        opens[-1] = False
    return opens


_SPEECH_DASHES: Final = "\u2013\u2014"
_SPEECH: Final = pattern(f"[{_SPEECH_DASHES}][ \u00a0\u202f]*(?=\\S)")


_CLOSING: Final = "\u00bb\u203a\u201c\u201d\u2019\u2018\u300d\u300f\"')\\].,!?\u2026\ufdd1"
_OPENING: Final = "\u00ab\u2039\u201c\u201d\u201e\u2018\u201a\u300c\u300e\"'(\\[\u00bf\u00a1\ufdd0"


_CLOSE: Final = pattern(
    rf"(?<=\w)--+(?=[\w{_OPENING}])"
    rf"|(?<=[{_CLOSING}])--+(?=\w)"
    rf"|(?<=[\w{_CLOSING}][{_CLOSING}])--+(?=[{_OPENING}][{SPACES}]*\w)"
)


def _matches(text: str, start: int, signs: str) -> list[re.Match[str]]:
    """Return the hyphens that stand for a dash, with the spaces around them, in order."""
    spaced = [
        match
        for match in _spaced(signs).finditer(text, start)
        if match.start() and text[match.start() - 1] != "\n"
    ]
    close = _CLOSE.finditer(text, start) if "--" in text else ()
    return sorted((*spaced, *close), key=lambda match: match.start())


@cache
def _spaced(signs: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![{SPACES}])[{SPACES}]+(?:--+|[{re.escape(signs)}])[{SPACES}]+(?=\S)")
