"""Blocks → lines: headings underlined, lists hung, quotations and remarks behind a prefix."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, assert_never

from pressconv import model as m
from pressconv.languages import language
from pressconv.languages.tags import LAST_FALLBACK
from pressconv.reading import verse_text
from pressconv.writers.text.flowed import QUOTED
from pressconv.writers.text.lines import BLANK, Piece, centred, flow, prefixed, stacked, underlined
from pressconv.writers.text.numerals import numeral
from pressconv.writers.text.running import Running
from pressconv.writers.text.tables import table_lines

if TYPE_CHECKING:
    from pressconv.languages import Labels
    from pressconv.presentation import Part
    from pressconv.writers.text.lines import Lines, Pieces, Room

INDENT: Final = "    "
_BESIDE: Final = "| "
_ATTRIBUTED: Final = "\N{EM DASH}\N{NO-BREAK SPACE}"
_UNDERLINES: Final = {1: "=", 2: "-", 3: "~"}
_DEEPER: Final = "."
_CARRIED: Final = 2
_COLONS: Final = (":", "\N{FULLWIDTH COLON}")


@dataclass(slots=True)
class Blocks:
    """Lays out the blocks of one release, taken in reading order.

    ``labels`` and ``numerals``, the numbering system, are those of the release, whose language is
    ``lang``.
    """

    labels: Labels
    lang: m.LangTag = LAST_FALLBACK
    numerals: str = "latn"
    running: Running = field(default_factory=Running)

    def words(self, children: m.Inlines, room: Room, hang: int = 0) -> Lines:
        """Lay out running text as a paragraph."""
        return flow(self.running.words(children, room.dir), room, hang)

    def heading(self, title: m.Inlines, level: int, room: Room) -> Lines:
        """Lay out a heading; its level shows in the line under it."""
        return underlined(self.words(title, room), _UNDERLINES.get(level, _DEEPER), room)

    def part(self, part: Part, room: Room) -> Lines:
        """Lay out a part of the release: its title and its content."""
        room = room.speaking(part.lang, part.dir)
        title = self.heading(part.title, 2, room)
        return stacked([title, self.content(part.content, room, 3 if title else 2)])

    def lined_part(self, part: Part, room: Room, *, n_paragraphs: int = 0) -> Lines:
        """Lay out a part whose blocks are lines, as of an address; what goes on is indented.

        The first *n_paragraphs* blocks are paragraphs all the same.
        """
        room = room.speaking(part.lang, part.dir)
        title = self.heading(part.title, 2, room)
        inner = room.inside(_CARRIED)
        paragraphs = self.content(part.content[:n_paragraphs], room)
        lines = [
            prefixed(self.block(block, inner), room, " " * _CARRIED, first="")
            for block in part.content[n_paragraphs:]
        ]
        return stacked([title, paragraphs, stacked(lines, 0)])

    def content(self, content: m.Content, room: Room, level: int = 2, *, n_blank: int = 1) -> Lines:
        """Lay out blocks; *level* is that of the sections among them."""
        return stacked((self.block(block, room, level) for block in content), n_blank)

    def flow(self, content: m.Flow, room: Room) -> Lines:
        """Lay out running text or blocks."""
        if isinstance(content, m.Running):
            return self.words(content.children, room)
        return self.content(content, room, n_blank=0 if _is_tight(content) else 1)

    def block(self, block: m.Block | m.Section, room: Room, level: int = 2) -> Lines:
        """Lay out one block."""
        if isinstance(block, m.Marked):
            room = room.of(block)
        match block:
            case m.Section(title, blocks):
                heading = self.heading(title, level, room)
                return stacked([heading, self.content(blocks, room, level + 1)])
            case m.Paragraph(children):
                return self.words(children, room)
            case m.List():
                return self._list(block, room)
            case m.Definitions(entries):
                return stacked(self._entry(entry, room) for entry in entries)
            case m.Table():
                return table_lines(block, room, self)
            case m.Figure():
                return self._figure(block, room)
            case m.Media():
                return self._media(block, room)
            case m.Quote():
                return self._quote(block, room)
            case m.Speech(speaker, blocks):
                said = flow(self.labelled(speaker, room), room)
                return [*said, *self._indented(blocks, room)]
            case m.Remark(title, blocks):
                inner = room.inside(len(_BESIDE))
                lines = stacked([self.words(title, inner), self.content(blocks, inner)])
                return prefixed(lines, room, _BESIDE)
            case m.Verse(lines):
                inner = room.inside(len(INDENT))
                verse = self.words(verse_text(lines), inner, hang=len(INDENT))
                return prefixed(verse, room, INDENT)
            case m.Separator():
                return [centred("* * *", room)]
            case _:
                assert_never(block)

    def colon(self, room: Room) -> str:
        """Return what stands between a label and its value, with the spaces of the language."""
        is_own = room.locale == self.lang
        pattern = (self.labels if is_own else language(room.locale).labels).label_value
        return pattern.partition("{label}")[2].partition("{value}")[0] or ": "

    def labelled(self, children: m.Inlines, room: Room) -> Pieces:
        """Return running text with a colon behind it, unless it has one."""
        pieces = self.running.words(children, room.dir)
        text = "".join(piece.text for piece in pieces)
        if not text or text.endswith(_COLONS):
            return pieces
        return (*pieces, Piece(self.colon(room).rstrip(" ")))

    def image(self, image: m.Image, room: Room) -> Lines:
        """Lay out an image: its alternative text in brackets."""
        if not isinstance(image.alt, m.Alternative):
            return []
        room = room.of(image).of(image.alt)
        pieces = self.running.words(image.alt.children, room.dir)
        return flow((Piece("["), *pieces, Piece("]")), room) if pieces else []

    def _indented(self, content: m.Content, room: Room) -> Lines:
        return prefixed(self.content(content, room.inside(len(INDENT))), room, INDENT)

    def _list(self, block: m.List, room: Room) -> Lines:
        is_ordered = block.kind is m.ListKind.ORDERED
        numbers = count(block.start)
        own = self.numerals if room.locale == self.lang else None
        numerals = own or language(room.locale).numerals
        markers = [
            f"{numeral(next(numbers), block.numbering, numerals)}." if is_ordered else "-"
            for _ in block.items
        ]
        width = max(map(len, markers)) + 1
        inner = room.inside(width)
        items = [
            prefixed(
                self.flow(item.content, inner.of(item)) or [BLANK],
                room,
                " " * width,
                first=marker.rjust(width - 1) + " ",
            )
            for marker, item in zip(markers, block.items, strict=True)
        ]
        is_loose = any(not _is_tight(item.content) for item in block.items)
        return stacked(items, 1 if is_loose else 0)

    def _entry(self, entry: m.Entry, room: Room) -> Lines:
        inner = room.inside(len(INDENT))
        terms = [self.words(term.children, room.of(term)) for term in entry.terms]
        definitions = [self.flow(one.content, inner.of(one)) for one in entry.definitions]
        is_loose = any(not _is_tight(one.content) for one in entry.definitions)
        explained = prefixed(stacked(definitions, 1 if is_loose else 0), room, INDENT)
        return stacked([*terms, explained], n_blank=0)

    def _figure(self, figure: m.Figure, room: Room) -> Lines:
        inner = room.inside(len(INDENT))
        shown = [
            self.image(figure.image, inner),
            self.words(figure.caption, inner),
            self.words(figure.credit, inner),
        ]
        lines = stacked([stacked(shown, 0), self.content(figure.description, inner)])
        return prefixed(lines, room, INDENT)

    def _media(self, media: m.Media, room: Room) -> Lines:
        inner = room.inside(len(INDENT))
        title = self.words(media.title, inner)
        poster = self.image(media.poster, inner) if media.poster else []
        transcript: Lines = []
        if isinstance(media.transcript, tuple):
            transcript = self.content(media.transcript, inner)
        credit = self.words(media.credit, inner)
        lines = stacked([stacked([title, poster], 0), transcript, credit])
        return prefixed(lines, room, INDENT)

    def _quote(self, quote: m.Quote, room: Room) -> Lines:
        inner = room.inside(len(QUOTED))
        quoted = self.content(quote.blocks, inner)
        pieces = self.running.words(quote.attribution, room.dir)
        who = flow((Piece(_ATTRIBUTED), *pieces), inner, hang=_CARRIED) if pieces else []
        return prefixed(stacked([quoted, who]), room, QUOTED)


def _is_tight(content: m.Flow) -> bool:
    """Say whether nothing in *content* needs a blank line: a paragraph, then lists."""
    if isinstance(content, m.Running):
        return True
    lists = content[1:] if content and isinstance(content[0], m.Paragraph) else content
    return all(
        isinstance(block, m.List) and all(_is_tight(item.content) for item in block.items)
        for block in lists
    )
