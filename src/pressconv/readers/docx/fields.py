"""The fields of a document (links, page numbers), whose code stands beside their result.

Source: ECMA-376-1, 17.16.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LINK: Final = re.compile(r"\s*HYPERLINK\b(?P<rest>.*)", re.DOTALL)
_WORD: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\\S+)|(\S+)')
_PLACE: Final = "\\l"
_WITH_VALUE: Final = frozenset({"\\l", "\\o", "\\t", "\\s"})
_PAGES: Final = frozenset("PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF".split())
_DATES: Final = frozenset({"DATE", "TIME"})
_MAX_CODE: Final = 5000
_MAX_DEPTH: Final = 50


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows_result: bool = False


class Fields:
    """The fields that are open where one is in a text; they may reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._is_trusted = True

    def enter(self, marks: list[str]) -> None:
        """Begin a part with these *marks*: where one lacks its partner, none hides any text."""
        self._open.clear()
        self._is_trusted = marks.count("begin") == marks.count("end")

    def mark(self, kind: str) -> None:
        """Pass the mark that begins, parts or ends a field."""
        if not self._is_trusted:
            return
        if kind == "begin" and len(self._open) < _MAX_DEPTH:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def add(self, code: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and len(self._open[-1].code) < _MAX_CODE:
            self._open[-1].code += code

    @property
    def is_code(self) -> bool:
        """Whether what stands here is code, not text."""
        return any(not one.shows_result for one in self._open)

    @property
    def is_page_number(self) -> bool:
        """Whether what stands here is the number of a page."""
        return any(is_page_number(one.code) for one in self._open)

    @property
    def is_date(self) -> bool:
        """Whether what stands here is a day or hour that Word sets anew."""
        return any(is_date(one.code) for one in self._open)

    @property
    def href(self) -> str:
        """The address of the link that what stands here is in, or ""."""
        return next(filter(None, (href_of(one.code) for one in reversed(self._open))), "")


def href_of(code: str) -> str:
    """Return the address in the code of a link, "" where it leads to a place in the document."""
    found = _LINK.match(code)
    if not found:
        return ""
    address = place = ""
    before = ""
    for quoted, switch, plain in _WORD.findall(found["rest"][:_MAX_CODE]):
        word = quoted.replace("\\\\", "\\") or plain
        if before == _PLACE:
            place = word
        elif not switch and before not in _WITH_VALUE and not address:
            address = word
        before = switch
    return f"{address}#{place}" if address and place else address


def is_page_number(code: str) -> bool:
    """Say whether a code gives the number of a page."""
    return _kind(code) in _PAGES


def is_date(code: str) -> bool:
    """Say whether a code gives the day or hour at which the document is opened."""
    return _kind(code) in _DATES


def _kind(code: str) -> str:
    return next(iter(code.split(maxsplit=1)), "").upper()
