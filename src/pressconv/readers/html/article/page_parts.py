"""Measured blocks → what each element around them holds: prose, text, links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Heading
from pressconv.readers.html.words import kinds_of, names_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.readers.html.article.measure import Measured
    from pressconv.readers.html.tree import Node
    from pressconv.readers.html.words import Kind

_SHORT: Final = 40
_FAIRLY_LONG: Final = 80


@dataclass(slots=True)
class Part:
    """An element of the page. ``prose`` counts characters that look like sentences.

    ``is_titled`` is whether a heading of the first level stands in it.
    """

    kinds: tuple[Kind, ...]
    prose: float = 0.0
    size: float = 0.0
    linked: float = 0.0
    n_blocks: int = 0
    is_titled: bool = False


@dataclass(slots=True)
class Parts:
    """All elements that hold a block, with what they hold."""

    blocks: Sequence[Measured]
    prose: list[float] = field(default_factory=list)
    by_node: dict[Node, Part] = field(default_factory=dict)


def parts_of(blocks: Sequence[Measured]) -> Parts:
    """Add up what stands in each element."""
    parts = Parts(blocks)
    for block in blocks:
        prose = prose_of(block)
        parts.prose.append(prose)
        content = block.found.content
        is_title = isinstance(content, Heading) and content.level == 1
        for node in (block.found.node, *block.found.node.ancestors()):
            part = parts.by_node.get(node)
            if part is None:
                part = parts.by_node[node] = Part(kinds_of(names_of(node)))
            part.prose += prose
            part.size += block.size
            part.linked += block.size * block.linked
            part.n_blocks += 1
            part.is_titled |= is_title
    return parts


def prose_of(block: Measured) -> float:
    """Count the characters of a block that look like sentences of an article.

    Long ones that end like a sentence count fully, links do not, and the short lines of menus
    count nothing.
    """
    content = block.found.content
    if isinstance(content, Heading | m.Figure | m.Media | m.Separator):
        return 0.0
    if block.size < _SHORT and not block.is_sentence:
        return 0.0
    share = (1 - block.linked) ** 2
    if isinstance(content, m.List):
        share *= 0.6
    elif not block.is_sentence and not isinstance(content, m.Table):
        share *= 0.5
    if block.size < _FAIRLY_LONG:
        share *= 0.5
    return block.size * share
