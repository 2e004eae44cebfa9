"""The ids that a page has of its own: of its text, of the calls of notes, of notes without one.

They begin with a hyphen, as no ``xml:id`` can (XML 1.0, production 4), so none is one of the
release; and they stay names for a style sheet or script of a site (CSS Syntax 3, section 4.3.9),
which ids with a colon or a digit in front would not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pressconv.model import Footnote

TEXT: Final = "-pc-text"
"""Where the skip link leads."""


def note_id(note: Footnote) -> str:
    """Return the id of a note on the page: its own, so that references find it, or a made one."""
    return note.id or f"-pc-note-{note.number}"


def call_id(note: Footnote) -> str:
    """Return the id of the place where a note is called."""
    return f"-pc-call-{note.number}"
