"""What stands in running text and is not language: no rule of typography touches it.

Addresses, e-mail, handles and hashtags, times, ratios, dates in digits, telephone numbers, file
names and identifiers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.typography.flow import Span

# An address goes on through letters of any alphabet (an IRI), not through Han or Kana: Chinese
# text may stand right behind it.
_IN_ADDRESS: Final = "[!#-;=?-Z\\\\_a-z~\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u1fff]"
_AT_END: Final = ".,;:!?)]}'\u060c\u061b\u061f\u06d4\u0964\u0965"

_LITERAL: Final = re.compile(
    rf"""
      (?: \b[A-Za-z][A-Za-z0-9+.-]{{1,20}}://? | \bwww\. | \bmailto: | \btel: ) {_IN_ADDRESS}+
    | [A-Za-z0-9._%+-]{{1,64}}@[A-Za-z0-9.-]+
    | [@\#][\w_]+
    | \b(?:[A-Za-z0-9-]{{1,63}}\.)+[A-Za-z]{{2,24}}(?:/{_IN_ADDRESS}*)?(?![\w])
    | (?<![\w.,]) \d{{1,2}}:\d\d (?::\d\d)? (?![\w:])
    | (?<![\w.,]) \d+:\d+ (?!\w)
    | (?<![\w-]) \d{{4}}-\d\d(?:-\d\d)? (?![\w-])
    | (?<![\w-]) \+\d[\d\u00a0\u202f ().-]{{5,20}}\d (?!\w)
    | (?<![\w-]) (?:\(\d{{3}}\)[ ]|\d{{3}}-)\d{{3}}-\d{{4}} (?![\w-])
    """,
    re.VERBOSE,
)
_HINTS: Final = re.compile(r"[:@#+/-]|\.[A-Za-z]")


def literals(text: str) -> Iterator[Span]:
    """Yield where the literals of *text* stand."""
    if not _HINTS.search(text):
        return
    for match in _LITERAL.finditer(text):
        start, end = match.span()
        while end > start and text[end - 1] in _AT_END:
            end -= 1
        yield start, end
