"""Items → their links: menus and rows of other news are made of little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.recognition.inlines import links
from pressconv.text import inline_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.recognition.items import Item


def is_row_of_links(rest: Sequence[Item]) -> bool:
    """Say whether nothing long comes any more: only links and short lines."""
    return not any(item.is_body and not are_links(item) for item in rest[:3])


def lines_of(item: Item) -> list[m.Inlines]:
    """Return the running text of a paragraph, or of each item of a list."""
    content = item.block.content
    if isinstance(content, m.List):
        flows = [one.content for one in content.items]
        return [flow.children for flow in flows if isinstance(flow, m.Running)]
    return [getattr(content, "children", ())]


def links_of(item: Item) -> list[m.Link]:
    """Return the links of a paragraph, or of the items of a list."""
    return [link for children in lines_of(item) for link in links(children)]


def are_links(item: Item) -> bool:
    """Say whether most words of a block are links."""
    n_linked = sum(len(inline_text(link.children)) for link in links_of(item))
    return n_linked > 0.7 * len(item.text)
