"""Blocks and sections under the laws: none empty, tables that are rectangles, or lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pressconv import model as m
from pressconv.grid import GridError, place_cells
from pressconv.notes import note
from pressconv.recognition.lawful.words import DEEPEST, Words
from pressconv.text import inline_text, is_blank
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.errors import Place


class Blocks(Words):
    """Brings blocks under the laws. A table without a caption is called *table_caption*."""

    def __init__(self, table_caption: str) -> None:
        super().__init__()
        self.table_caption = table_caption

    # ---- blocks --------------------------------------------------------------------------------

    def content(self, content: Iterable[m.Block | m.Section]) -> m.Content:
        """Return blocks and sections that hold something."""
        return tuple(made for node in content for made in self._content(node))

    def blocks(self, content: Iterable[m.Block]) -> m.Blocks:
        """Return blocks that hold something."""
        return tuple(made for node in content for made in self._block(node, 0))

    def _content(self, node: m.Block | m.Section) -> Iterator[m.Block | m.Section]:
        if not isinstance(node, m.Section):
            yield from self._block(node, 0)
            return
        marks = self.marks(node)
        title, inner = self.inlines(node.title), self.content(node.blocks)
        if is_blank(inline_text(title)):
            yield from inner
        elif inner:
            yield replace(node, title=title, blocks=inner, **marks)
        else:
            yield m.Paragraph((m.Strong(title),), place=node.place)

    def _block(self, node: m.Block, depth: int) -> Iterator[m.Block]:
        match node:
            case m.Separator():
                yield node
            case m.Paragraph(children):
                marks = self.marks(node)
                words = self.inlines(children)
                if not is_blank(inline_text(words)):
                    yield replace(node, children=words, **marks)
            case _ if depth > DEEPEST:
                text = self.text(" ".join(_texts(node)))
                yield from (m.Paragraph((m.Text(text),)),) if not is_blank(text) else ()
            case _:
                yield from self._larger(node, depth + 1)

    def _larger(self, node: m.Block, depth: int) -> Iterator[m.Block]:
        marks = self.marks(node) if isinstance(node, m.Marked) else {}
        match node:
            case m.List(items):
                kept = tuple(one for item in items for one in self._item(item, depth))
                if kept:
                    yield replace(node, items=kept, **marks)
            case m.Quote(blocks, attribution, cite):
                inner, words = self._blocks(blocks, depth), self._words(attribution)
                if inner:
                    address = self.address(cite, node.place)
                    yield replace(node, blocks=inner, attribution=words, cite=address, **marks)
                elif words:
                    yield m.Paragraph(words)
            case m.Speech() | m.Remark() | m.Verse():
                yield from self._titled(node, depth, marks)
            case m.Table():
                yield from self._table(node, depth, marks)
            case m.Definitions():
                yield from self._definitions(node, depth, marks)
            case m.Figure():
                yield from self._figure(node, depth, marks)
            case m.Media():
                yield from self._media(node, depth, marks)
            case _:
                pass

    def _titled(
        self, node: m.Speech | m.Remark | m.Verse, depth: int, marks: dict[str, Any]
    ) -> Iterator[m.Block]:
        match node:
            case m.Speech(speaker, blocks):
                words, inner = self._words(speaker), self._blocks(blocks, depth)
                if words and inner:
                    key = self.text(node.key) or None
                    yield replace(node, speaker=words, blocks=inner, key=key, **marks)
                else:
                    yield from (m.Paragraph((m.Strong(words),)),) if words else inner
            case m.Remark(title, blocks):
                words, inner = self._words(title), self._blocks(blocks, depth)
                if inner:
                    yield replace(node, title=words, blocks=inner, **marks)
                elif words:
                    yield m.Paragraph(words)
            case m.Verse(lines):
                kept_lines = tuple(
                    m.Line(words, place=line.place)
                    for line in lines
                    if (words := self._words(line.children))
                )
                if kept_lines:
                    yield replace(node, lines=kept_lines, **marks)

    def _blocks(self, blocks: Iterable[m.Block], depth: int) -> m.Blocks:
        return tuple(made for node in blocks for made in self._block(node, depth))

    def _words(self, children: m.Inlines, *, plain: bool = False) -> m.Inlines:
        words = self.inlines(children, plain=plain)
        return () if is_blank(inline_text(words)) else words

    def _flow(self, flow: m.Flow, depth: int) -> m.Flow:
        if isinstance(flow, m.Running):
            return m.Running(self._words(flow.children))
        inner = self._blocks(flow, depth)
        return inner or m.Running(())

    def _item(self, item: m.Item, depth: int) -> Iterator[m.Item]:
        marks = self.marks(item)
        flow = self._flow(item.content, depth)
        if flow != m.Running(()):
            yield replace(item, content=flow, **marks)

    def _definitions(
        self, node: m.Definitions, depth: int, marks: dict[str, Any]
    ) -> Iterator[m.Block]:
        entries: list[m.Entry] = []
        loose: list[m.Block] = []
        for entry in node.entries:
            terms = tuple(m.Term(w) for one in entry.terms if (w := self._words(one.children)))
            flows = [self._flow(one.content, depth) for one in entry.definitions]
            kept = tuple(m.Definition(flow) for flow in flows if flow != m.Running(()))
            if terms and kept:
                entries.append(m.Entry(terms, kept))
            else:
                loose += [m.Paragraph(term.children) for term in terms]
                for one in kept:
                    flow = one.content
                    if isinstance(flow, m.Running):
                        loose.append(m.Paragraph(flow.children))
                    else:
                        loose += flow
        if entries:
            yield replace(node, entries=tuple(entries), **marks)
        yield from loose

    def _table(self, node: m.Table, depth: int, marks: dict[str, Any]) -> Iterator[m.Block]:
        groups = [self._rows(group, depth) for group in (node.head, *node.bodies, node.foot)]
        head, *bodies, foot = groups
        bodies = [body for body in bodies if body]
        if not bodies:
            bodies = [head] if head else []
            head = ()
        caption, words = self._words(node.caption), self._words(node.note)
        if not bodies or not _fills(head, *bodies, foot):
            yield from (m.Paragraph(one) for one in (caption,) if one)
            yield from self._as_lines((head, *bodies, foot), node.place)
            yield from (m.Paragraph(one) for one in (words,) if one)
            return
        if not caption:
            caption = (m.Text(self.table_caption),)
            self.notes.append(note("import-caption", node.place, caption=self.table_caption))
        yield replace(
            node, caption=caption, head=head, bodies=tuple(bodies), foot=foot, note=words, **marks
        )

    def _as_lines(
        self, groups: Iterable[tuple[m.Row, ...]], place: Place | None
    ) -> Iterator[m.Block]:
        self.notes.append(note("import-grid", place))
        for row in (row for group in groups for row in group):
            texts = [self.text(" ".join(_texts(cell))) for cell in row.cells]
            line = "\u2003".join(filter(None, texts))
            if not is_blank(line):
                yield m.Paragraph((m.Text(line),), place=row.place)

    def _rows(self, rows: tuple[m.Row, ...], depth: int) -> tuple[m.Row, ...]:
        return tuple(
            m.Row(tuple(self._cell(cell, depth) for cell in row.cells), place=row.place)
            for row in rows
            if row.cells
        )

    def _cell(self, cell: m.Cell | m.HeaderCell, depth: int) -> m.Cell | m.HeaderCell:
        marks = self.marks(cell)
        flow = self._flow(cell.content, depth)
        if isinstance(cell, m.HeaderCell) and flow == m.Running(()):
            return m.Cell(flow, cell.column_span, cell.row_span, cell.align, place=cell.place)
        return replace(cell, content=flow, **marks)

    def _figure(self, node: m.Figure, depth: int, marks: dict[str, Any]) -> Iterator[m.Block]:
        image = self.image(node.image)
        caption, credit = self._words(node.caption), self._words(node.credit)
        description = self._blocks(node.description, depth)
        if image is None:
            yield from (m.Paragraph(words) for words in (caption, credit) if words)
            yield from description
            return
        yield replace(
            node, image=image, caption=caption, credit=credit, description=description, **marks
        )

    def image(self, image: m.Image) -> m.Image | None:
        """Return an image with an address; an alternative text that is blank is none."""
        source = self.address(image.src, image.place)
        if source is None:
            return None
        alt = image.alt
        if isinstance(alt, m.Alternative):
            words = [one for one in self.inlines(alt.children) if isinstance(one, m.Text | m.Span)]
            is_empty = is_blank(inline_text(words))
            flat = tuple(
                replace(one, children=(m.Text(inline_text(one.children)),), id=None)
                if isinstance(one, m.Span)
                else one
                for one in words
            )
            alt = m.Undescribed() if is_empty else replace(alt, children=flat, **self.marks(alt))
        identity = self.marks(image).get("id", image.id)
        return replace(image, src=source, alt=alt, id=identity, lang=None, dir=None)

    def _media(self, node: m.Media, depth: int, marks: dict[str, Any]) -> Iterator[m.Block]:
        href = self.address(node.href, node.place)
        title, credit = self._words(node.title, plain=True), self._words(node.credit)
        transcript = node.transcript
        if isinstance(transcript, str):
            transcript = self.address(transcript, node.place)
        elif transcript:
            transcript = self._blocks(transcript, depth) or None
        if href is None:
            yield from (m.Paragraph(words) for words in (title, credit) if words)
            yield from transcript if isinstance(transcript, tuple) else ()
            return
        poster = self.image(node.poster) if node.poster else None
        yield replace(
            node,
            href=href,
            title=title,
            credit=credit,
            transcript=transcript,
            poster=poster,
            **marks,
        )


def _fills(*groups: tuple[m.Row, ...]) -> bool:
    """Say whether every group of rows fills a rectangle, all equally wide."""
    try:
        widths = {place_cells(group).n_columns for group in groups if group}
    except GridError:
        return False
    return len(widths) == 1


def _texts(node: object) -> Iterator[str]:
    """Yield the texts of *node*, in order."""
    for child in descendants(node):
        if isinstance(child, m.Text):
            yield child.value
        elif isinstance(child, m.Code | m.Number | m.Abbreviation):
            yield child.text
