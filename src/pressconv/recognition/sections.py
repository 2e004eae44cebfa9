"""Blocks and headings in a row → nested sections, no level skipped, five deep at most."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pressconv import model as m
from pressconv.draft import DraftBlock, Heading
from pressconv.recognition.speeches import as_heading, is_pseudo_heading

_DEEPEST: Final = 5
_LINE: Final = 100


def with_headings(blocks: Sequence[DraftBlock]) -> tuple[list[DraftBlock], list[DraftBlock]]:
    """Make headings of bold lines before text; return all blocks, and those that became some."""
    levels = [block.content.level for block in blocks if isinstance(block.content, Heading)]
    level = max(levels, default=1) + 1
    made, changed = [], []
    for index, block in enumerate(blocks):
        following = blocks[index + 1 : index + 2]
        is_title = is_pseudo_heading(block) and bool(following) and not _is_title(following[0])
        if is_title:
            block = as_heading(block, level)  # noqa: PLW2901 - it takes the block's place
            changed.append(block)
        made.append(block)
    return made, changed


def _is_title(block: DraftBlock) -> bool:
    return isinstance(block.content, Heading) or is_pseudo_heading(block)


def with_verses(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Make a verse of short lines that stood together: joined, they would be another text."""
    made: list[DraftBlock] = []
    run: list[DraftBlock] = []
    for block in blocks:
        if _is_line(block) and (not run or _follows(run[-1], block)):
            run.append(block)
            continue
        made += _verse(run)
        run = [block] if _is_line(block) else []
        made += [] if run else [block]
    return made + _verse(run)


def _is_line(block: DraftBlock) -> bool:
    is_short = len(block.text) <= _LINE and block.text[-1:] not in set(".!?…。！？।॥؟۔።")
    return isinstance(block.content, m.Paragraph) and "line" in block.hints and is_short


def _follows(one: DraftBlock, other: DraftBlock) -> bool:
    return _rank(other) == _rank(one) + 1


def _rank(block: DraftBlock) -> int:
    ranks = (hint.removeprefix("line-") for hint in block.hints if hint.startswith("line-"))
    return next((int(rank) for rank in ranks if rank.isdigit()), 0)


def _verse(run: list[DraftBlock]) -> list[DraftBlock]:
    if len(run) < 2:
        return run
    lines = tuple(
        m.Line(block.content.children) for block in run if isinstance(block.content, m.Paragraph)
    )
    text = " ".join(block.text for block in run)
    return [replace(run[0], content=m.Verse(lines, place=run[0].place), text=text)]


def nested(blocks: Sequence[DraftBlock]) -> m.Content:
    """Nest *blocks* under their headings. A heading with nothing under it is a bold paragraph."""
    return _section(deque(blocks), 0, 0)


def _section(blocks: deque[DraftBlock], above: int, depth: int) -> m.Content:
    """Take what stands under a heading of level *above*, *depth* sections deep."""
    made: list[m.Block | m.Section] = []
    while blocks:
        content = blocks[0].content
        if not isinstance(content, Heading):
            made.append(content)
        elif content.level <= above:
            break
        else:
            blocks.popleft()
            made.append(_made(content, _under(blocks, content.level, depth)))
            continue
        blocks.popleft()
    return tuple(made)


def _under(blocks: deque[DraftBlock], level: int, depth: int) -> m.Content:
    if depth + 1 < _DEEPEST:
        return _section(blocks, level, depth + 1)
    # Deeper headings stand in one row at the deepest level.
    inner: list[m.Block] = []
    while blocks:
        content = blocks[0].content
        if isinstance(content, Heading):
            break
        inner.append(content)
        blocks.popleft()
    return tuple(inner)


def _made(heading: Heading, inner: m.Content) -> m.Block | m.Section:
    marks = {"id": heading.id, "lang": heading.lang, "dir": heading.dir, "place": heading.place}
    if inner:
        return m.Section(heading.children, inner, **marks)  # type: ignore[arg-type]
    return m.Paragraph((m.Strong(heading.children),), **marks)  # type: ignore[arg-type]
