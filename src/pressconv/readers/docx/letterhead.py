"""Blocks of a document → the same, with what stands together before the text called lines.

A letterhead in Word is short paragraphs one under the other; where a paragraph is left empty, or a
heading stands, another group begins. In the text itself short paragraphs mean nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import DraftBlock, Region

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_LINE: Final = 100
_TEXT: Final = 130
"""A paragraph as long as this is text; the lines before it may be a letterhead."""


def with_lines(blocks: Iterable[DraftBlock]) -> tuple[DraftBlock, ...]:
    """Give the lines of each group their rank in it, as hints: "line", "line-0", "line-1"."""
    made: list[DraftBlock] = []
    group: list[DraftBlock] = []
    is_front = True
    for block in blocks:
        is_line = is_front and _is_line(block)
        if group and not (is_line and _follows(group[-1], block)):
            made += _ranked(group)
            group = []
        if is_line:
            group.append(block)
            continue
        made.append(block)
        is_front = is_front and len(block.text) < _TEXT
    return (*made, *_ranked(group))


def _is_line(block: DraftBlock) -> bool:
    is_plain = isinstance(block.content, m.Paragraph) and block.region is Region.ARTICLE
    return is_plain and len(block.text) <= _LONGEST_LINE


def _follows(one: DraftBlock, other: DraftBlock) -> bool:
    """Say whether no empty paragraph stands between two."""
    return bool(one.place and other.place and other.place.line == one.place.line + 1)


def _ranked(group: list[DraftBlock]) -> list[DraftBlock]:
    if len(group) < 2:
        return group
    return [
        replace(block, hints=block.hints | {"line", f"line-{rank}"})
        for rank, block in enumerate(group)
    ]
