"""A release → a Word document, as somebody would type it: what a real user imports.

The letterhead is lines, the headline a Title, the rest in Word's own styles.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, assert_never

from word import Parts, call, docx, level, link, numbering, p, picture, png, r, tbl, tr

from pressconv import model as m
from pressconv.languages.tags import direction, subtags
from pressconv.present import present
from pressconv.text import inline_text
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final = {
    m.Numbering.DECIMAL: "decimal",
    m.Numbering.ALPHA: "lowerLetter",
    m.Numbering.ROMAN: "lowerRoman",
    m.Numbering.NATIVE: "chineseCounting",
}
_EAST: Final = frozenset({"Hans", "Hant", "Jpan", "Kore"})


@dataclass(slots=True)
class _Typist:
    """Types blocks, and keeps notes, links, images and lists."""

    lang: m.LangTag
    notes: dict[int, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    lists: list[str] = field(default_factory=list)

    # ---- running text --------------------------------------------------------------------------

    def runs(self, children: m.Inlines, props: str = "", lang: str | None = None) -> list[str]:
        """Type running text."""
        return [run for child in children for run in self._run(child, props, lang)]

    def _run(self, node: m.Inline, props: str, lang: str | None) -> list[str]:
        own = getattr(node, "lang", None) or lang
        match node:
            case m.Text(value):
                return [r(value, props + _marks(own))]
            case m.LineBreak():
                return ["<w:r><w:br/></w:r>"]
            case m.Strong(children):
                return self.runs(children, props + "<w:b/>", own)
            case m.Emphasis(children) | m.Cite(children):
                return self.runs(children, props + "<w:i/>", own)
            case m.Subscript(children):
                return self.runs(children, props + '<w:vertAlign w:val="subscript"/>', own)
            case m.Superscript(children):
                return self.runs(children, props + '<w:vertAlign w:val="superscript"/>', own)
            case m.Link(href, children):
                key = f"link{len(self.links)}"
                self.links[key] = href
                return [link(key, *self.runs(children, props, own))]
            case m.Footnote(children):
                number = len(self.notes) + 1
                self.notes[number] = p(*self.runs(children, "", own))
                return [call(number)]
            case m.Abbreviation(text) | m.Code(text) | m.Number(text):
                return [r(text, props + _marks(own))]
            case _:
                return self.runs(node.children, props, own)

    def paragraph(
        self, node: m.Marked, children: m.Inlines, style: str = "", props: str = ""
    ) -> str:
        """Type a paragraph in the direction of its language."""
        lang = node.lang or self.lang
        bidi = "<w:bidi/>" if direction(lang) is m.Direction.RTL else ""
        return p(*self.runs(children, "", lang), style=style, props=props + bidi)

    # ---- blocks --------------------------------------------------------------------------------

    def blocks(self, content: Iterable[m.Block | m.Section], depth: int = 1) -> list[str]:
        """Type blocks and sections."""
        return [one for node in content for one in self._block(node, depth)]

    def _block(self, node: m.Block | m.Section, depth: int) -> list[str]:
        match node:
            case m.Section(title, content):
                head = self.paragraph(node, title, f"Heading{depth}")
                return [head, *self.blocks(content, depth + 1)]
            case m.Paragraph(children):
                return [self.paragraph(node, children)]
            case m.List():
                return self._list(node, 0)
            case m.Quote(blocks, attribution):
                inner = [self.paragraph(node, _words(one), "Quote") for one in blocks]
                return [*inner, *([self.paragraph(node, attribution)] if attribution else [])]
            case m.Figure(image, caption):
                return self._figure(image, caption, node)
            case m.Table():
                return [self.paragraph(node, node.caption, "Caption"), self._table(node), p()]
            case m.Separator():
                return []
            case _:
                return [self.paragraph(node, words) for words in _lines(node)]

    def _list(self, node: m.List, depth: int) -> list[str]:
        self.lists.append(
            level(depth, "bullet", "o")
            if node.kind is m.ListKind.UNORDERED
            else level(depth, _KINDS[node.numbering], "%1.", node.start)
        )
        number = len(self.lists)
        made: list[str] = []
        for item in node.items:
            blocks = item.content if isinstance(item.content, tuple) else ()
            first = item.content.children if isinstance(item.content, m.Running) else ()
            if blocks:
                first, blocks = _words(blocks[0]), blocks[1:]
            props = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
            made.append(self.paragraph(item, first, "ListParagraph", props))
            for one in blocks:
                if isinstance(one, m.Paragraph):
                    made.append(self.paragraph(one, one.children, "ListParagraph"))
                    continue
                inner = self._list(one, depth + 1) if isinstance(one, m.List) else []
                made.extend(inner or self._block(one, depth))
        return made

    def _figure(self, image: m.Image, caption: m.Inlines, node: m.Marked) -> list[str]:
        key = f"image{len(self.images)}"
        self.images[key] = png(8, 8, len(self.images))
        match image.alt:
            case m.Alternative(children):
                drawn = picture(key, inline_text(children))
            case m.Decorative():
                drawn = picture(key, "", '<adec:decorative val="1"/>')
            case m.Undescribed():
                drawn = picture(key)
            case _:
                assert_never(image.alt)
        return [p(drawn), *([self.paragraph(node, caption, "Caption")] if caption else [])]

    def _table(self, table: m.Table) -> str:
        groups = [(table.head, True), *((one, False) for one in table.bodies), (table.foot, False)]
        return tbl(*(one for rows, is_head in groups for one in self._rows(rows, is_head=is_head)))

    def _rows(self, rows: tuple[m.Row, ...], *, is_head: bool) -> list[str]:
        """Type rows; a cell that spans rows is typed in each of them, merged."""
        open_cells: dict[int, tuple[int, int]] = {}  # column → width, rows to come
        made = []
        for row in rows:
            cells, column, waiting = [], 0, list(row.cells)
            while waiting or column in open_cells:
                if column in open_cells:
                    width, n_rows = open_cells.pop(column)
                    cells.append(_tc(p(), width, "<w:vMerge/>"))
                    if n_rows > 1:
                        open_cells[column] = (width, n_rows - 1)
                        column += width
                        continue
                else:
                    cell = waiting.pop(0)
                    width = cell.column_span
                    merge = '<w:vMerge w:val="restart"/>' if cell.row_span > 1 else ""
                    cells.append(_tc(self.paragraph(cell, _words(cell)), width, merge))
                    if cell.row_span > 1:
                        open_cells[column] = (width, cell.row_span - 1)
                        column += width
                        continue
                column += width
            made.append(tr(*cells, header=is_head))
        return made


def _tc(inner: str, width: int, merge: str) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{width}"/>{merge}</w:tcPr>{inner}</w:tc>'


def _marks(lang: str | None) -> str:
    if lang is None:
        return ""
    if direction(lang) is m.Direction.RTL:
        return f'<w:rtl/><w:lang w:bidi="{lang}"/>'
    kind = "eastAsia" if subtags(lang)[1] in _EAST else "val"
    return f'<w:lang w:{kind}="{lang}"/>'


def _words(node: object) -> m.Inlines:
    """Return the running text of a block that is one paragraph, of others all texts."""
    content = getattr(node, "content", node)
    children = getattr(content, "children", None)
    if children is not None:
        return tuple(children)
    return tuple(one for one in descendants(node) if isinstance(one, m.Text))


def _lines(node: object) -> list[m.Inlines]:
    found = [
        tuple(one.children)
        for one in descendants(node)
        if isinstance(one, m.Paragraph | m.Term | m.Running | m.Line)
    ]
    return [one for one in found if one]


def as_word(release: m.Release) -> bytes:
    """Type *release* in Word."""
    typist = _Typist(release.lang)
    shown = present(release, drafts=True)
    words = [one.content for one in shown.letterhead if not isinstance(one.content, m.Image)]
    plain = m.Paragraph(())
    blocks = [typist.paragraph(plain, one) for one in words]
    blocks.append(typist.paragraph(plain, release.head.headline, "Title"))
    if release.head.subheadline:
        blocks.append(typist.paragraph(plain, release.head.subheadline, "Subtitle"))
    blocks += typist.blocks(release.body.content)
    parts = Parts(
        footnotes=typist.notes,
        links=typist.links,
        images=typist.images,
        numbering=numbering(*typist.lists),
    )
    return docx(*blocks, parts=parts)
