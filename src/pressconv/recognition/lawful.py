"""Any release → a release that the XML reader takes: ``read(write_xml(release)).value == release``.

Readers of raw documents do their best, and documents do their worst. What breaks a law is brought
under it with its words kept: an address that is none is taken off its words, a table whose cells
fill no rectangle becomes lines, an empty part goes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from pressconv import model as m
from pressconv.grid import GridError, place_cells
from pressconv.languages.tags import canonical_case, is_well_formed
from pressconv.notes import Note, note
from pressconv.readers.text.characters import cleaned, one_line
from pressconv.readers.xml import values
from pressconv.readers.xml.characters import joined, squeezed_inlines, trimmed_end
from pressconv.text import inline_text, is_blank
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.errors import Place

_DEEPEST: Final = 30
"""Parts may nest deeper in a release, but no writer means it."""

_UNSAFE: Final = re.compile(
    '[\\s\\x00-\\x20\\x7f-\\x9f"<>\\\\^`{|}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]'
)


class Lawful:
    """Brings the parts of one release under the laws, and notes what changed."""

    def __init__(self, table_caption: str) -> None:
        self.table_caption = table_caption
        self.notes: list[Note] = []
        self.ids: set[str] = set()
        self.targets: set[str] = set()

    def release(self, release: m.Release) -> m.Release:
        """Return *release* under the laws. Its headline and body must hold something."""
        self.targets = {
            node.id
            for node in descendants(release)
            if isinstance(node, m.Marked) and node.id and not isinstance(node, m.Reference)
        }
        head = self.head(release.head)
        body = m.Body(self.content(release.body.content))
        return replace(release, head=head, body=body, foot=self.foot(release.foot))

    # ---- values --------------------------------------------------------------------------------

    def text(self, text: str | None) -> str:
        """Return clean text in one line."""
        return one_line(cleaned(text or "")[0])

    def address(self, href: str | None, place: Place | None = None) -> str | None:
        """Return an address that can be followed, percent-encoded; nothing where there is none."""
        if not href:
            return None
        encoded = _UNSAFE.sub(lambda found: quote(found[0], errors="replace"), href.strip())
        encoded = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", encoded)
        try:
            return values.address(encoded)
        except ValueError:
            self.notes.append(note("import-address", place, href=href[:200]))
            return None

    def marks(self, node: Any) -> dict[str, Any]:  # noqa: ANN401 - any marked node
        """Return the marks of *node*: an id that is free and a name, a tag that is one."""
        lang = node.lang if node.lang and is_well_formed(node.lang) else None
        identity = node.id
        if identity is not None:
            try:
                identity = values.name(identity)
            except ValueError:
                identity = None
        if identity in self.ids:
            identity = None
        if identity:
            self.ids.add(identity)
        found = {"id": identity, "lang": canonical_case(lang) if lang else None, "dir": node.dir}
        return {key: value for key, value in found.items() if getattr(node, key) != value}

    # ---- running text --------------------------------------------------------------------------

    def inlines(self, children: m.Inlines, *, plain: bool = False, notes: bool = True) -> m.Inlines:
        """Return a block of running text; *plain* allows no link, *notes* footnotes."""
        made = joined(self._inlines(children, 0, "" if not plain else "a", notes=notes))
        return squeezed_inlines(made)

    def _inlines(
        self, children: m.Inlines, depth: int, inside: str, *, notes: bool
    ) -> Iterator[m.Inline]:
        for child in children:
            yield from self._inline(child, depth, inside, notes=notes)

    def _inline(
        self, node: m.Inline, depth: int, inside: str, *, notes: bool
    ) -> Iterator[m.Inline]:
        match node:
            case m.Text(value):
                if text := cleaned(value)[0].replace("\f", " "):
                    yield m.Text(text)
            case m.LineBreak():
                yield node
            case m.Code() | m.Number() | m.Abbreviation():
                yield from self._literal(node)
            case m.Link() | m.Reference() | m.Footnote():
                yield from self._link(node, depth, inside, notes=notes)
            case _:
                inner = joined(self._inlines(node.children, depth + 1, inside, notes=notes))
                if not inner or depth > _DEEPEST:
                    yield from inner
                else:
                    yield self._wrapped(node, inner)

    def _literal(self, node: m.Code | m.Number | m.Abbreviation) -> Iterator[m.Inline]:
        text = cleaned(node.text)[0].replace("\f", " ")
        if is_blank(text) or (isinstance(node, m.Number) and node.value is None):
            if text:
                yield m.Text(text)
            return
        if isinstance(node, m.Abbreviation):
            expansion = node.expansion
            words = self.text(expansion.text) if expansion else ""
            if expansion is None or is_blank(words):
                yield m.Text(text)
                return
            expansion = replace(expansion, text=words, **self.marks(expansion))
            yield replace(node, text=text.rstrip(" \t\n"), expansion=expansion, **self.marks(node))
            return
        yield replace(node, text=text, **self.marks(node))

    def _link(
        self,
        node: m.Link | m.Reference | m.Footnote,
        depth: int,
        inside: str,
        *,
        notes: bool,
    ) -> Iterator[m.Inline]:
        inner = joined(self._inlines(node.children, depth + 1, "a", notes=notes))
        is_empty = is_blank(inline_text(inner))
        match node:
            case m.Footnote() if not is_empty and not inside and notes:
                yield replace(node, children=squeezed_inlines(inner), **self.marks(node))
            case m.Reference(to=to) if not is_empty and not inside and to in self.targets:
                yield replace(node, children=inner, id=None, lang=None, dir=None)
            case m.Link(href=href) if not inside and not is_empty:
                address = self.address(href, node.place)
                hreflang = (
                    node.hreflang if node.hreflang and is_well_formed(node.hreflang) else None
                )
                if address is None:
                    yield from inner
                else:
                    tag = canonical_case(hreflang) if hreflang else None
                    marks = self.marks(node)
                    yield replace(node, href=address, children=inner, hreflang=tag, **marks)
            case _:
                yield from inner

    def _wrapped(self, node: Any, inner: m.Inlines) -> m.Inline:  # noqa: ANN401 - any wrapper
        marks = self.marks(node)
        if isinstance(node, m.Ruby):
            reading = self.text(node.reading)
            if is_blank(reading) or is_blank(inline_text(inner)):
                return m.Span(inner)
            return replace(node, children=trimmed_end(inner), reading=reading, **marks)
        if isinstance(node, m.Name) and node.original:
            original = self.text(node.original.text)
            if is_blank(original):
                return replace(node, children=inner, original=None, **marks)
            named = replace(node.original, text=original)
            return replace(node, children=trimmed_end(inner), original=named, **marks)
        made: m.Inline = replace(node, children=inner, **marks)
        return made

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
            case _ if depth > _DEEPEST:
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
        entries, loose = [], []
        for entry in node.entries:
            terms = tuple(m.Term(w) for one in entry.terms if (w := self._words(one.children)))
            flows = [self._flow(one.content, depth) for one in entry.definitions]
            kept = tuple(m.Definition(flow) for flow in flows if flow != m.Running(()))
            if terms and kept:
                entries.append(m.Entry(terms, kept))
            else:
                loose += [m.Paragraph(term.children) for term in terms]
                for one in kept:
                    is_running = isinstance(one.content, m.Running)
                    loose += [m.Paragraph(one.content.children)] if is_running else one.content  # type: ignore[union-attr, operator]
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

    # ---- head and foot -------------------------------------------------------------------------

    def head(self, head: m.Head) -> m.Head:
        """Return a head whose parts hold something."""

        def words(children: m.Inlines, *, plain: bool = False) -> m.Inlines:
            made = self.inlines(children, plain=plain, notes=False)
            return () if is_blank(inline_text(made)) else made

        issuers = []
        for one in head.issuers:
            units = tuple(unit for unit in map(words, one.units) if unit)
            name = words(one.organization)
            if name:
                issuers.append(replace(one, organization=name, units=units))
        return replace(
            head,
            headline=words(head.headline),
            subheadline=words(head.subheadline),
            issuers=tuple(issuers),
            genre=head.genre and replace(head.genre, text=self.text(head.genre.text)),
            distribution=head.distribution
            and replace(head.distribution, text=self.text(head.distribution.text)),
            number=self.text(head.number) or None,
            byline=words(head.byline),
            attribution=words(head.attribution),
            subjects=tuple(replace(one, text=self.text(one.text)) for one in head.subjects),
            feeds=tuple(m.Feed(self.text(one.text), self.address(one.href)) for one in head.feeds),
            editions=tuple(self._editions(head.editions)),
            translation=head.translation and self._translation(head.translation),
        )

    def _editions(self, editions: Iterable[m.Edition]) -> Iterator[m.Edition]:
        for one in editions:
            if is_well_formed(one.hreflang):
                tag = canonical_case(one.hreflang)
                yield m.Edition(tag, self.address(one.href), self.text(one.title))

    def _translation(self, translation: m.Translation) -> m.Translation:
        wording = translation.wording
        if wording:
            children = self.inlines(wording.children, notes=False)
            wording = (
                None if is_blank(inline_text(children)) else replace(wording, children=children)
            )
        return replace(translation, wording=wording, source=self.address(translation.source))

    def foot(self, foot: m.Foot) -> m.Foot:
        """Return a foot whose parts hold something."""
        boilerplates = []
        for one in foot.boilerplates:
            marks = self.marks(one)
            title, inner = self._words(one.title), self.blocks(one.blocks)
            if inner:
                boilerplates.append(replace(one, title=title, blocks=inner, **marks))
        related = []
        for link in foot.related:
            words, href = self._words(link.children, plain=True), self.address(link.href)
            if words and href:
                related.append(replace(link, children=words, href=href))
        return replace(
            foot,
            boilerplates=tuple(boilerplates),
            contacts=tuple(self._contact(one) for one in foot.contacts),
            related=tuple(related),
            endmark=self.text(foot.endmark) or None,
        )

    def _contact(self, contact: m.Contact) -> m.Contact:
        channels = []
        for one in contact.channels:
            words = self._words(one.children)
            is_address = one.kind in {m.ChannelKind.ADDRESS, m.ChannelKind.HOURS}
            if words and not is_address:
                words = (m.Text(self.text(inline_text(words))),)
            if words:
                channels.append(m.Channel(one.kind, words))
        return replace(
            contact,
            channels=tuple(channels),
            name=self.text(contact.name) or None,
            role=self._words(contact.role),
            organization=self._words(contact.organization),
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
