"""HTML of anybody → `Draft`: all blocks of the page, each with whether it is the article.

Nothing is fetched, no script runs, and no page can make the reader crash or wait: what is too
large or too deep is refused.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urljoin

from pressconv.draft import Draft, DraftBlock, Region
from pressconv.readers.encoding import decode
from pressconv.readers.html.article import standings
from pressconv.readers.html.article.measure import measured
from pressconv.readers.html.blocks import READERS
from pressconv.readers.html.charset import declared_encoding
from pressconv.readers.html.facts import read_facts
from pressconv.readers.html.flow import Flow, with_marks
from pressconv.readers.html.footnotes import find_footnotes
from pressconv.readers.html.page import Page
from pressconv.readers.html.paste import cleaned
from pressconv.readers.html.tree import grow, parse
from pressconv.readers.html.visible import keep_visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from pressconv.draft import Facts
    from pressconv.notes import Note
    from pressconv.readers.html.article import Standing
    from pressconv.readers.html.article.measure import Measured
    from pressconv.readers.html.tree import Node

T = TypeVar("T")


def read_html(
    data: bytes | str, *, name: str = "", url: str = "", encoding: str | None = None
) -> Draft:
    """Read a web page, or HTML pasted from anywhere.

    *name* is the file's, for messages; *url* is where the page was, for its relative links.

    Raises:
        ReadError: the bytes are no text, or the page is empty, too large or too deep.
    """
    file = name or "page"
    text, notes = _characters(data, file, encoding)
    source = parse(text, file)
    page = Page(file, _base(source, url))
    facts, said = read_facts(source, page)
    root = grow(source)
    cleaned(root, page)
    keep_visible(root)
    n_sure = len(page.notes)
    blocks = blocks_of(root, page)
    where = standings(root, blocks, facts.title)
    article = [block for block, one in zip(blocks, where, strict=True) if _is_of_it(one)]
    lang = commonest((block.found.node.lang, block.size) for block in article) or said
    side = commonest((block.found.node.dir, block.size) for block in article)
    return Draft(
        blocks=tuple(
            DraftBlock(
                with_marks(block.found, lang, side),
                block.text,
                one.region,
                one.hints,
                page.place(block.found.node),
            )
            for block, one in zip(blocks, where, strict=True)
        ),
        facts=_dated(facts, article),
        lang=lang,
        dir=side,
        notes=(*notes, *_notes(page, blocks, where, n_sure)),
        images=page.pictures.files,
    )


def blocks_of(root: Node, page: Page) -> list[Measured]:
    """Read the blocks of a tree; what there is to note goes to *page*."""
    found = Flow(page, find_footnotes(root), READERS).read(root)
    return [measured(one) for one in found]


def _characters(data: bytes | str, file: str, encoding: str | None) -> tuple[str, tuple[Note, ...]]:
    if isinstance(data, str):
        return data.removeprefix("\ufeff"), ()
    decoded = decode(data, file=file, encoding=encoding, declared=declared_encoding(data))
    return decoded.text, decoded.notes


def _base(root: etree._Element, url: str) -> str:
    """Return the address that the relative links of a page start from."""
    written = next((one.get("href", "") for one in root.iter("base") if one.get("href")), "")
    try:
        return urljoin(url, written.strip())
    except ValueError:
        return url


def _is_of_it(standing: Standing) -> bool:
    return standing.region in {Region.ARTICLE, Region.BEFORE}


def commonest(values: Iterable[tuple[T | None, int]]) -> T | None:
    """Return the value that holds for most of the text."""
    sizes: Counter[T | None] = Counter()
    for value, size in values:
        sizes[value] += size
    return sizes.most_common(1)[0][0] if sizes else None


def _dated(facts: Facts, article: Sequence[Measured]) -> Facts:
    """Take the date from the article itself where the head of the page has none."""
    if facts.issued:
        return facts
    # Many blocks may stand in one element: each is looked through once.
    holders = dict.fromkeys(block.found.node for block in article)
    nodes = (node for holder in holders for node in holder.walk())
    times = (node.get("datetime") for node in nodes if node.tag == "time")
    return replace(facts, issued=next(filter(None, times), ""))


def _notes(
    page: Page, blocks: Sequence[Measured], where: Sequence[Standing], n_sure: int
) -> tuple[Note, ...]:
    """Return what was noted of blocks that may be the article's, each note once.

    The first *n_sure* are of the page as a whole.
    """
    notes = page.notes[:n_sure]
    start = n_sure
    for block, one in zip(blocks, where, strict=True):
        if one.region is not Region.FURNITURE:
            notes += page.notes[start : block.found.n_notes]
        start = block.found.n_notes
    if where and where[-1].region is not Region.FURNITURE:
        notes += page.notes[start:]  # of what stands behind the last block, and made none
    return tuple({(note.code, note.message): note for note in reversed(notes)}.values())[::-1]
