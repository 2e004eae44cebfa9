"""What every part of the reader needs of the page around it: its address, its notes, its places."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin, urlsplit

from pressconv.errors import Place
from pressconv.notes import note
from pressconv.readers.html.pieces import without_isolates
from pressconv.readers.pictures import Pictures
from pressconv.readers.xml import values
from pressconv.text import normal

if TYPE_CHECKING:
    from pressconv.notes import Note
    from pressconv.readers.html.tree import Node

# What steers the display and spells nothing, and what no XML can hold.
_STEERING: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\ufeff]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_ODD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\ufeff\ufffe\uffff]"
)
_UNSAFE: Final = re.compile(
    '[\\s\\x00-\\x20\\x7f-\\x9f"<>\\\\^`{|}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'
    "\ud800-\udfff\ufffe\uffff]|%(?![0-9A-Fa-f]{2})"
)
_MAX_SHOWN: Final = 80


class Page:
    """The page that is read. ``base`` is the address that relative ones start from, or "".

    ``pictures`` are the images that stand in the page itself.
    """

    def __init__(self, file: str, base: str) -> None:
        self.file = file
        self.base = base
        self.notes: list[Note] = []
        self.pictures = Pictures()

    def place(self, node: Node) -> Place:
        """Return where *node* starts; a page is read by lines."""
        return Place(self.file, node.line, 1) if node.line else Place(self.file)

    def note(self, code: str, node: Node, **filling: object) -> None:
        """Keep a note."""
        self.notes.append(note(code, self.place(node), **filling))

    def clean(self, text: str, node: Node) -> str:
        """Return *text* without control characters and marks that steer the display, noted."""
        if not _ODD.search(text):
            return text
        for mark in sorted(set(_STEERING.findall(text))):
            self.note("bidi-control-removed", node, name=f"U+{ord(mark):04X} {_name(mark)}")
        for control in sorted(set(_CONTROLS.findall(text))):
            self.note("control-removed", node, name=f"U+{ord(control):04X}")
        return _CONTROLS.sub("", _STEERING.sub("", _LINE_ENDS.sub(" ", text)))

    def without_controls(self, text: str) -> str:
        """Return *text* that stands nowhere in the page, without controls."""
        return without_isolates(_CONTROLS.sub("", _STEERING.sub("", _LINE_ENDS.sub(" ", text))))

    def plain(self, text: str, node: Node) -> str:
        """Return *text* as one line without any control."""
        return normal(without_isolates(self.clean(text, node)))

    def link(self, node: Node, written: str) -> str | None:
        """Return the address that *written* means, `None` where it is none that may be linked."""
        href = self.address(written)
        if href is None:
            if written and not written.startswith("#"):
                self.note("link-dropped", node, href=shown(written))
            return None
        if not urlsplit(href).scheme:
            self.note("link-relative", node, href=shown(href))
        return href

    def address(self, written: str) -> str | None:
        """Return *written* as an absolute address where that is known, of an allowed scheme."""
        href = _UNSAFE.sub(_escaped, re.sub("[\t\r\n]", "", written.strip()))
        if not href or href.startswith("#"):
            return None
        try:
            return values.address(urljoin(self.base, href) if self.base else href)
        except ValueError:
            return None


def _escaped(found: re.Match[str]) -> str:
    return quote(found[0], safe="", errors="replace")


def _name(mark: str) -> str:
    return unicodedata.name(mark)


def shown(text: str) -> str:
    """Return *text* short enough for a message."""
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"
