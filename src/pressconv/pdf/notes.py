"""A tag tree → the same with each note behind the block that calls it.

On the page the notes stand together at its end; who listens to it needs them where they are called
(ISO 14289-1, 7.9; ISO 14289-2, 8.2.5.14).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pressconv.pdf.tags import Tag

_HOLD_BLOCKS: Final = frozenset(
    "Document Art Sect Nav Div Aside BlockQuote LBody TD TH Caption".split()
)
INLINE: Final = frozenset(
    "Span Em Strong Code Subscript Superscript Quote Link Reference Lbl Ruby RB".split()
)


def with_notes(document: Tag, notes: Mapping[str, Tag]) -> Tag:
    """Put each of *notes*, by id, into *document*; one that nobody calls stands at its end."""
    waiting = dict(notes)
    placed, called = _placed(document, waiting)
    return replace(placed, children=(*placed.children, *called, *waiting.values()))


def _placed(tag: Tag, waiting: dict[str, Tag]) -> tuple[Tag, list[Tag]]:
    """Return *tag* with the notes that can stand in it, and those that must stand behind it."""
    called = [waiting.pop(one) for one in tag.refs if one in waiting]
    children: list[Tag] = []
    holds = tag.kind in _HOLD_BLOCKS
    for child in tag.children:
        is_block = holds and child.kind not in INLINE
        if is_block:  # the running text before it has ended
            children += called
            called = []
        shown, behind = _placed(child, waiting)
        if tag.kind == "LI" and child.kind == "Lbl":  # of a term: no note can stand behind it
            shown, behind = replace(shown, children=(*shown.children, *behind)), []
        children.append(shown)
        called += behind
        if is_block:
            children += called
            called = []
    if holds and tag.kind != "Document":
        children += called
        called = []
    return replace(tag, children=tuple(children)) if tag.children else tag, called
