"""Blocks in a page → what can be counted of each: its length, its links, its end, its names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.draft import Heading
from pressconv.text import inline_text, normal
from pressconv.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.readers.html.flow import Found

# Scripts that write no spaces between words, or a syllable with one sign: a character counts twice.
_DENSE: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff]")
# What ends a sentence, perhaps before a closing mark.
_END: Final = re.compile(
    "[.!?:\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u0965\u1362\u104b\u17d4]"
    "[\\s\u00a0\"')\\]\u2019\u201c\u201d\u00bb\u300d\u300f]*$"
)
# Links that lead nowhere else: a contact is no menu.
_REACHING: Final = ("mailto:", "tel:")
_CLAUSE: Final = re.compile("[,;.\u060c\u3001\u3002\uff0c\u055d\u1363]")


@dataclass(slots=True, eq=False)
class Measured:
    """One block: ``size`` is its length in letters of an alphabet, ``linked`` what links hold."""

    found: Found
    text: str
    size: int
    linked: float
    n_clauses: int
    is_sentence: bool


def measured(found: Found) -> Measured:
    """Count what can be counted of a block."""
    texts: list[str] = []
    links: list[str] = []
    _gather(found.content, texts, links)
    text = normal(" ".join(texts))
    size = _size(text)
    linked = min(1.0, sum(map(_size, links)) / size) if size else 0.0
    return Measured(found, text, size, linked, len(_CLAUSE.findall(text)), bool(_END.search(text)))


def _gather(node: object, texts: list[str], links: list[str]) -> None:
    """Add the texts of the blocks in *node*, and those of their links."""
    inner = node.children if isinstance(node, Heading) else children(node)
    line: list[m.Inline] = []
    for part in inner:
        if isinstance(part, m.Inline):
            line.append(part)
            continue
        _end_line(line, texts, links)
        _gather(part, texts, links)
    _end_line(line, texts, links)


def _end_line(line: list[m.Inline], texts: list[str], links: list[str]) -> None:
    if line:
        texts.append(inline_text(line))
        _gather_links(line, links)
        line.clear()


def _gather_links(line: Iterable[m.Inline], links: list[str]) -> None:
    for part in line:
        if isinstance(part, m.Link):
            if not part.href.startswith(_REACHING):
                links.append(inline_text(part.children))
        elif not isinstance(part, m.Text):
            _gather_links(getattr(part, "children", ()), links)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_DENSE.findall(text))
