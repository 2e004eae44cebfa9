"""Anybody's HTML → its reading text, from the bytes alone.

The text is what `pressconv.reading` defines. A note stands at the end of a page: it is put behind
the block that holds its call. Nothing here knows how our own pages are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from pressconv.errors import InputError, Place
from pressconv.text import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

# HTML, section 4: elements that end the line before and after them. "tr" and the like hold none.
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre "
    "search section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT: Final = frozenset(
    "head script style template noscript nav rt rp svg math object iframe video audio canvas "
    "select button input textarea hr".split()
)
_SILENT_ROLES: Final = frozenset({"doc-noteref", "doc-backlink", "navigation", "doc-endnotes"})


def reading_text(data: bytes, *, name: str = "") -> tuple[str, ...]:
    """Return the reading text of a page in UTF-8: of its ``main``, or of its whole body.

    Raises:
        InputError: there is no HTML in the bytes.
    """
    try:
        root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise InputError(f"not HTML: {error.msg}", place=Place(name)) from error
    if root is None:
        raise InputError("not HTML: the page is empty", place=Place(name))
    start = next(root.iter("main"), None)
    return tuple(_Page(root).read(root if start is None else start))


class _Page:
    """Reads one page; ``words`` and ``calls`` belong to the block that is open."""

    def __init__(self, root: etree._Element) -> None:
        self.notes = {
            note.get("id", ""): note for note in root.iter() if note.get("role") == "doc-footnote"
        }
        self.blocks: list[str] = []
        self.words: list[str] = []
        self.calls: list[str] = []

    def read(self, start: etree._Element) -> list[str]:
        self._element(start)
        self._end_block()
        return self.blocks

    def _element(self, element: etree._Element) -> None:
        if not isinstance(element.tag, str) or _is_silent(element):
            if element.get("role") == "doc-noteref":
                self.calls.append(element.get("href", "").removeprefix("#"))
            return
        is_block = element.tag in _BLOCKS
        if is_block:
            self._end_block()
        if element.tag == "img":
            self._end_block()
            self.words.append(element.get("alt", ""))
            self._end_block()
        elif element.tag == "br":
            self.words.append(" ")
        self._content(element)
        if is_block:
            self._end_block()

    def _content(self, element: etree._Element) -> None:
        self.words.append(element.text or "")
        for child in element:
            self._element(child)
            self.words.append(child.tail or "")

    def _end_block(self) -> None:
        text = normal("".join(self.words))
        self.words = []
        if text:
            self.blocks.append(text)
        called, self.calls = self.calls, []
        for note in self._called(called):
            self._content(note)
            self._end_block()

    def _called(self, ids: list[str]) -> Iterator[etree._Element]:
        for identity in ids:
            note = self.notes.pop(identity, None)
            if note is not None:
                yield note


def _is_silent(element: etree._Element) -> bool:
    return (
        element.tag in _SILENT
        or element.get("role") in _SILENT_ROLES
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
    )
