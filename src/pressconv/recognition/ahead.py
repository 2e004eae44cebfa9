"""Items → each with what comes after it, without looking at all of it each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.draft import Region
from pressconv.frozen import dataclass
from pressconv.recognition.items import Item, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEAR: Final = 3


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes after an item: the next items, how much text, and whether a heading of it."""

    items: tuple[Item, ...]
    n_body: int
    has_heading: bool

    def stands_under(self, item: Item) -> bool:
        """Say whether anything stands under a label: in a menu there is only the next label."""
        kinds = [one.kind for one in self.items[:2] if one.block.region is item.block.region]
        below = kinds[1:] if kinds[:1] == [Kind.CONTACT] else kinds[:1]
        return bool(set(below) & {Kind.TEXT, Kind.EDITIONS, Kind.BYLINE})


def with_ahead(items: Sequence[Item]) -> Iterator[tuple[Item, Ahead]]:
    """Yield each item with what comes after it. Only the article counts as text."""
    inside = [item.block.region is Region.ARTICLE for item in items]
    n_body = sum(1 for item, within in zip(items, inside, strict=True) if within and item.is_body)
    n_headings = sum(
        1 for item, within in zip(items, inside, strict=True) if within and _is_plain(item)
    )
    for index, item in enumerate(items):
        n_body -= inside[index] and item.is_body
        n_headings -= inside[index] and _is_plain(item)
        near = tuple(items[index + 1 : index + 1 + _NEAR])
        yield item, Ahead(near, n_body, n_headings > 0)


def _is_plain(item: Item) -> bool:
    return item.kind is Kind.HEADING
