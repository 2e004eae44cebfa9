"""A first line that holds a date and the headline → two lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.languages.reading import find_dates
from pressconv.recognition.inlines import without_start
from pressconv.recognition.items import Item, Kind
from pressconv.recognition.lines import LineFacts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.model import LangTag

_FIRST: Final = 3
_SHORTEST: Final = 20
_LONGEST: Final = 330


def split_leading_date(items: Sequence[Item], lang: LangTag) -> list[Item]:
    """Part a date from the words after it, in the first lines of a text that lost its line ends.

    A sentence that begins with a date goes on in small letters; a headline begins anew.
    """
    made = list(items)
    for at, item in enumerate(items[:_FIRST]):
        content = item.block.content
        if item.kind is not Kind.TEXT or not isinstance(content, m.Paragraph):
            continue
        date = next(find_dates(item.text[:_LONGEST], lang), None)
        if date is None or date.start > 0 or len(item.text) > _LONGEST:
            continue
        gap = re.match(r"[\s,.:|–—-]*", item.text[date.end :])
        start = date.end + (gap.end() if gap else 0)
        rest = item.text[start:]
        children = without_start(content.children, start)
        if len(rest) < _SHORTEST or rest[0].islower() or children is None:
            continue
        first = replace(
            item.block, text=item.text[:start].strip(),
            content=replace(content, children=(m.Text(item.text[:start].strip()),)),
        )  # fmt: skip
        second = replace(item.block, text=rest, content=replace(content, children=children))
        facts = LineFacts(issued=replace(date))
        made[at : at + 1] = [Item(first, Kind.LETTERHEAD, facts), Item(second, Kind.TEXT)]
        break
    return made
