"""What speaks against each block of a page → which blocks are kept, with their neighbours in view.

An element is judged by itself; a gallery, a list in the middle of the text, the lead between title
and text, a heading over nothing are seen only beside the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.readers.html.article.measure import Measured
    from pressconv.readers.html.article.page_parts import Parts
    from pressconv.readers.html.tree import Node

_SHORT_LINE: Final = 40
_LEAD: Final = 60
_FEW_LINKS: Final = 0.3
# An address of mail, or more digits than a date has.
_REACH: Final = re.compile(r"\w@\w|(?:\d[\s\u00a0().-]*){9}")


def trimmed(parts: Parts, reasons: Sequence[str], title: str) -> list[bool]:
    """Return for each block whether it is kept. *title* is what the page says it is called."""
    left = _without_galleries(parts, reasons)
    kept = [not reason for reason in _without_lists(parts, left)]
    _keep_lead(parts, left, kept, title)
    _drop_empty_headings(parts, kept)
    _drop_tail(parts, kept)
    # A page without any prose is taken whole, less what is surely none.
    return kept if any(kept) else [reason in {"", "outside"} for reason in left]


def reaches(text: str) -> bool:
    """Say whether a line tells how to reach somebody."""
    return _REACH.search(text) is not None


def _without_galleries(parts: Parts, reasons: Sequence[str]) -> list[str]:
    """Take captions for text where they hold most of it."""
    prose = {"": 0.0, "caption": 0.0}
    for amount, reason in zip(parts.prose, reasons, strict=True):
        if reason in prose:
            prose[reason] += amount
    is_gallery = prose["caption"] > prose[""]
    return ["" if is_gallery and reason == "caption" else reason for reason in reasons]


def _without_lists(parts: Parts, reasons: Sequence[str]) -> list[str]:
    """Take a list of links for text where text stands before and after it in the same element."""
    last: dict[Node | None, int] = {}
    for index, (block, prose) in enumerate(zip(parts.blocks, parts.prose, strict=True)):
        if prose and not reasons[index]:
            last[block.found.node.parent] = index
    left = list(reasons)
    for index in range(1, len(reasons)):
        block, parent = parts.blocks[index], parts.blocks[index].found.node.parent
        is_list = reasons[index] == "links" and isinstance(block.found.content, m.List)
        follows = not left[index - 1] and parts.blocks[index - 1].found.node.parent is parent
        if is_list and follows and last.get(parent, 0) > index:
            left[index] = ""
    return left


def _keep_lead(parts: Parts, reasons: Sequence[str], kept: list[bool], title: str) -> None:
    """Keep the sentences between the title of the article and its text: they are its lead."""
    first = kept.index(True) if True in kept else 0
    lead: list[int] = []
    for index in range(first - 1, -1, -1):
        block = parts.blocks[index]
        content = block.found.content
        if isinstance(content, Heading):
            if content.level == 1 or (title and block.text.casefold() == title.casefold()):
                break
        elif reasons[index] in {"outside", "lead"} and _may_be_lead(block, parts):
            lead.append(index)
    else:
        return
    for index in lead:
        kept[index] = True


def _may_be_lead(block: Measured, parts: Parts) -> bool:
    node = block.found.node
    kinds = [*parts.by_node[node].kinds, *(parts.by_node[node.parent].kinds if node.parent else ())]
    is_lead = block.is_sentence or any(kind.name == "lead" for kind in kinds)
    is_text = block.size >= _LEAD and block.linked < _FEW_LINKS
    return is_lead and is_text and isinstance(block.found.content, m.Paragraph)


def _drop_empty_headings(parts: Parts, kept: list[bool]) -> None:
    """Drop headings over nothing but what was dropped: "More news" over a row of links."""
    level: int | None = 0  # of the heading that comes next, `None` where text does
    is_empty = False
    for index in range(len(kept) - 1, -1, -1):
        content = parts.blocks[index].found.content
        if not kept[index]:
            is_empty = True
        elif not isinstance(content, Heading):
            level, is_empty = None, False
        elif is_empty and level is not None and level <= content.level:
            kept[index] = False
        else:
            level, is_empty = content.level, False


def _drop_tail(parts: Parts, kept: list[bool]) -> None:
    """Drop headings and short lines behind the last text of the article."""
    for index in range(len(kept) - 1, -1, -1):
        if not kept[index]:
            continue
        block = parts.blocks[index]
        content = block.found.content
        is_line = block.size < _SHORT_LINE and not parts.prose[index]
        is_more = isinstance(content, m.List | m.Table | m.Quote) or reaches(block.text)
        if not isinstance(content, Heading) and not (is_line and not is_more):
            return
        kept[index] = False
