"""`Presentation` → its reading text: the text that every output must give back.

One string a block, in reading order, NFC, runs of breaking spaces as one space. A figure's
alternative text is a block of its own, a note is a block after the block that holds its call, a
table is a block a cell, row by row. Not in it: numbers and marks that count, addresses behind
links, readings, expansions, end marks, separators, page furniture. docs/format.md says for every
element what it contributes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from pressconv import model as m
from pressconv.text import inline_text, normal
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.presentation import Presentation


def reading_text(presentation: Presentation) -> tuple[str, ...]:
    """Return the reading text of a release, one string a block; none is empty."""
    return tuple(filter(None, _presentation(presentation)))


def n_characters(blocks: tuple[str, ...]) -> int:
    """Count the characters of a reading text."""
    return sum(map(len, blocks))


def _presentation(presentation: Presentation) -> Iterator[str]:
    yield from _words(presentation.headline)
    yield from _words(presentation.subheadline)
    for line in presentation.letterhead:
        if isinstance(line.content, m.Image):
            yield from _image(line.content)
        else:
            yield from _words(line.content)
    for part in presentation.parts:
        yield from _words(part.title)
        yield from _content(part.content)


def _words(children: m.Inlines) -> Iterator[str]:
    """Yield a block of running text, then the notes that it calls."""
    yield normal(inline_text(children))
    for node in _footnotes(children):
        yield normal(inline_text(node.children))


def _footnotes(nodes: m.Inlines) -> Iterator[m.Footnote]:
    for child in nodes:
        yield from (node for node in descendants(child) if isinstance(node, m.Footnote))


def _content(content: m.Content) -> Iterator[str]:
    for block in content:
        yield from _block(block)


def _block(block: m.Block | m.Section) -> Iterator[str]:
    match block:
        case m.Section(title, blocks) | m.Remark(title, blocks) | m.Speech(title, blocks):
            yield from _words(title)
            yield from _content(blocks)
        case m.Paragraph(children):
            yield from _words(children)
        case m.List(items):
            for item in items:
                yield from _flow(item.content)
        case m.Definitions(entries):
            for entry in entries:
                for term in entry.terms:
                    yield from _words(term.children)
                for definition in entry.definitions:
                    yield from _flow(definition.content)
        case m.Table():
            yield from _table(block)
        case m.Figure(image, caption, credit, description):
            yield from _image(image)
            yield from _words(caption)
            yield from _words(credit)
            yield from _content(description)
        case m.Media():
            yield from _media(block)
        case m.Quote(blocks, attribution):
            yield from _content(blocks)
            yield from _words(attribution)
        case m.Verse(lines):
            yield from _words(verse_text(lines))
        case m.Separator():
            pass
        case _:
            assert_never(block)


def verse_text(lines: tuple[m.Line, ...]) -> m.Inlines:
    """Return the lines of a verse as one block, a line break between them."""
    joined: list[m.Inline] = []
    for line in lines:
        joined += [m.LineBreak(), *line.children] if joined else line.children
    return tuple(joined)


def _flow(content: m.Flow) -> Iterator[str]:
    if isinstance(content, m.Running):
        yield from _words(content.children)
    else:
        yield from _content(content)


def _table(table: m.Table) -> Iterator[str]:
    yield from _words(table.caption)
    for group in (table.head, *table.bodies, table.foot):
        for row in group:
            for cell in row.cells:
                yield from _flow(cell.content)
    yield from _words(table.note)


def _media(media: m.Media) -> Iterator[str]:
    yield from _words(media.title)
    if media.poster:
        yield from _image(media.poster)
    if isinstance(media.transcript, tuple):
        yield from _content(media.transcript)
    yield from _words(media.credit)


def _image(image: m.Image) -> Iterator[str]:
    if isinstance(image.alt, m.Alternative):
        children: tuple[Any, ...] = image.alt.children
        yield normal(inline_text(children))
