"""Hyphens that stand for dashes → the language's dash, with its spaces."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

_NO_BREAK: Final = "\u00a0"
_SENTENCE_END: Final = re.compile(r"[.!?\u2026][\u00a0\u202f\u00bb\u201d]*[ ]")


def dashes(text: str, rules: Language) -> Iterator[Edit]:
    """Set the dash for a hyphen between spaces and for two hyphens; ranges stay as they are."""
    typography = rules.typography
    if not typography.dash:
        return
    start = 0
    if typography.dialogue and (spoken := _SPEECH.match(text)):
        start = spoken.end()
        yield 0, start, typography.dialogue
    last, n_in_sentence = start, 0
    for match in _pattern(typography.dash_signs).finditer(text, start):
        before, after = text[match.start() - 1], text[match.end()]
        if after.isdigit() and not before.isalpha():
            continue  # a range, a subtraction, a sign
        if _SENTENCE_END.search(text, last, match.start()):
            n_in_sentence = 0
        last, n_in_sentence = match.end(), n_in_sentence + 1
        yield match.start(), match.end(), _dash(rules, is_first=n_in_sentence % 2 == 1)


def _dash(rules: Language, *, is_first: bool) -> str:
    """Return the dash; of a pair, each has its no-break space on the inner side."""
    dash = rules.typography.dash
    if not rules.typography.paired_dash:
        return dash
    sign = dash.strip()
    return f" {sign}{_NO_BREAK}" if is_first else f"{_NO_BREAK}{sign} "


_SPEECH: Final = re.compile("[\u2013\u2014][ \u00a0\u202f]*(?=\\S)")


@cache
def _pattern(signs: str) -> re.Pattern[str]:
    spaces = "[ \u00a0\u202f]+"
    return re.compile(
        rf"(?<=\S)(?:{spaces}(?:--+|[{re.escape(signs)}]){spaces}(?=\S)|(?<=\w)--+(?=\w))"
    )
