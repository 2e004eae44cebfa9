"""Quotation marks typed as two characters, as on a typewriter → one mark each.

They are set only where one that opens finds one that closes: "<<" is also an operator, and "''"
are seconds of arc.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern
from pressconv.typography.signs import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

_ONE: Final = {
    "<<": "\u00ab",
    ">>": "\u00bb",
    ",,": "\u201e",
    "``": "\u201c",
    "''": '"',
    "\u2019\u2019": "\u201d",
    "\u2018\u2018": "\u201c",
}
_CLOSES: Final = {
    "<<": (">>",),
    ",,": ("''", "``", "\u2019\u2019", "\u2018\u2018", '"', "\u201c", "\u201d"),
    "``": ("''", "\u2019\u2019", '"', "\u201d"),
    "''": ("''", "\u2019\u2019", '"'),
    "\u2018\u2018": ("''", "\u2019\u2019", '"', "\u201d"),
    "\u2019\u2019": ("''", "\u2019\u2019"),
}
"""Opening mark → marks that close it."""

_TWO: Final = r"<<|>>|,,|``|''|\u2019\u2019|\u2018\u2018"
_TYPED: Final = pattern(
    rf"(?P<open>(?<![\w,.'`<])(?:{_TWO})(?=[{SPACES}]?[\w(\[\u00bf\u00a1\u2026$]))"
    rf"|(?<=[^\s'`,<][{SPACES}])(?:{_TWO})(?![\w'`>])"
    rf"|(?<=[^\s'`,<])(?:{_TWO}|[\"\u201c\u201d])(?![\w'`>])"
)


def typed_quotes(text: str, rules: Language) -> Iterator[Edit]:
    """Replace two characters by the mark that they stand for; in a Hebrew word by gershayim."""
    if not any(two in text for two in _ONE):
        return
    gershayim = rules.typography.gershayim
    if gershayim:
        for match in re.finditer(r"(?<=[^\W\d_])(?:''|\u05f3\u05f3)(?=[^\W\d_])", text):
            yield match.start(), match.end(), gershayim
    opened: list[re.Match[str]] = []
    for match in _TYPED.finditer(text):
        if match["open"]:
            opened.append(match)
        elif opened and match[0] in _CLOSES.get(opened[-1][0], ()):
            for mark in (opened.pop(), match):
                yield mark.start(), mark.end(), _ONE.get(mark[0], mark[0])
