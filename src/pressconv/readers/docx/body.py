"""One part of a Word document → its paragraphs and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.readers.docx import drawings
from pressconv.readers.docx.numbering import Numbering
from pressconv.readers.docx.oxml import child, get, is_on, name, value, whole
from pressconv.readers.docx.runs import DELETED, INSERTED, SILENT, Context, Runs, content_of
from pressconv.readers.docx.story import (
    Block,
    Cell,
    Paragraph,
    Piece,
    PieceKind,
    Row,
    Table,
    Where,
    joined,
)
from pressconv.readers.docx.styles import Properties, heading_level, read_properties

if TYPE_CHECKING:
    from lxml import etree

    from pressconv.readers.docx.relations import Relation

MAX_PIECES: Final = 12_000
_MAX_COLUMNS: Final = 100
_MAX_NESTED: Final = 8
# What a style that has a use says of its letters is how it looks, not a stress.
_LOOKS: Final = ("b", "i")
_INLINE: Final = frozenset({"w:r", "w:hyperlink", "w:fldSimple"})


class Body:
    """Reads the blocks of one part."""

    def __init__(
        self,
        context: Context,
        numbering: Numbering,
        links: dict[str, Relation],
        where: Where = Where.TEXT,
    ) -> None:
        self.context = context
        self.numbering = numbering
        self.runs = Runs(context, links)
        self.where = where
        self.carried: list[Piece] = []
        self.has_contents = False
        self.last = ""
        self.depth = 0

    def read(self, element: etree._Element) -> tuple[Block, ...]:
        """Read the blocks in *element*."""
        marks = (one for one in element.iter() if name(one) == "w:fldChar")
        self.runs.fields.enter([get(one, "w:fldCharType") or "" for one in marks])
        blocks = self._blocks(list(element))
        if self.carried:  # the mark of the last paragraph was deleted
            blocks.append(Paragraph(tuple(self.carried), self.context.number, where=self.where))
            self.carried = []
        if self.has_contents:
            self.context.note("import-contents")
        return tuple(blocks)

    def _blocks(self, elements: list[etree._Element]) -> list[Block]:
        made: list[Block] = []
        for one in elements:
            made.extend(self._block(one))
        return made

    def _block(self, element: etree._Element) -> list[Block]:
        tag = name(element)
        if tag in SILENT:
            return []
        if tag in DELETED:
            self.context.n_tracked += 1
            return []
        if tag in _INLINE:
            return self._paragraph([element], {}, is_joined=False)
        match tag:
            case "w:p":
                return self._whole_paragraph(element)
            case "w:tbl":
                return self._table(element)
            case "w:sdt":
                return self._blocks(content_of(element, self.context))
            case "mc:AlternateContent":
                return self._blocks(drawings.alternatives(element))
            case "w:altChunk":
                self.context.note("embed-dropped", what="a document in the document")
                return []
            case _:
                self.context.n_tracked += tag in INSERTED
                return self._blocks(list(element))

    # ---- paragraphs ----------------------------------------------------------------------------

    def _whole_paragraph(self, element: etree._Element) -> list[Block]:
        if self.where is Where.TEXT:
            self.context.number += 1
        properties = child(element, "w:pPr")
        mark = child(properties, "w:rPr")
        is_joined = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
        self.context.n_tracked += is_joined or child(mark, "w:ins") is not None
        # A big first letter is a paragraph of its own.
        is_joined |= get(child(properties, "w:framePr"), "w:dropCap") in {"drop", "margin"}
        return self._paragraph(list(element), read_properties(properties), is_joined=is_joined)

    def _paragraph(
        self, elements: list[etree._Element], own: Properties, *, is_joined: bool
    ) -> list[Block]:
        styles = self.context.styles
        style = styles.of(own.get("pStyle"), is_paragraph=True)
        role = style.get("role", "")
        holds = {**styles.defaults, **style, **own}
        base = {key: one for key, one in holds.items() if key != "role"}
        level = heading_level(holds)
        if level or heading_level(style) or role:
            base = {key: one for key, one in base.items() if key not in _LOOKS}
        pieces = [*self.carried, *self.runs.read(elements, base)]
        self.carried = []
        if is_joined:
            self.carried = pieces
            return self._boxes()
        self.runs.end()
        item = self.numbering.item(holds)
        if item and (item.says_more or (level and item.counter)):
            self.context.n_numbers += 1
        if role == "contents":
            self.has_contents = True
            return self._boxes()
        pieces = joined(pieces)
        self._count(len(pieces) + 1)
        made = Paragraph(
            tuple(pieces),
            self.context.number if self.where is Where.TEXT else 0,
            "subtitle" if role == self.last == "title" else role,
            level if role != "title" else None,
            None if level else item,
            is_rtl=holds.get("bidi") == "1",
            where=self.where,
        )
        if not _shows(pieces):
            return self._boxes()
        self.last = role
        return [made, *self._boxes()]

    def _count(self, number: int) -> None:
        """Count what was read: to make HTML of more than that would take long."""
        self.context.n_pieces += number
        if self.context.n_pieces > MAX_PIECES:
            message = f"the document has more than {MAX_PIECES:,} paragraphs and runs"
            hint = "import the part that is the release"
            raise self.context.package.error("too-large", message, hint)

    def _boxes(self) -> list[Block]:
        """Read the text boxes of a paragraph: they stand after it."""
        found, self.runs.boxes = self.runs.boxes, []
        return [block for one in found for block in self._blocks(list(one))]

    # ---- tables --------------------------------------------------------------------------------

    def _table(self, element: etree._Element) -> list[Block]:
        self.depth += 1
        rows = tuple(row for row in map(self._row, _inner(element, "w:tr")) if row.cells)
        self.depth -= 1
        if self.depth >= _MAX_NESTED:
            return [block for row in rows for cell in row.cells for block in cell.blocks]
        return [Table(rows)] if rows else []

    def _row(self, element: etree._Element) -> Row:
        properties = child(element, "w:trPr")
        if child(properties, "w:del") is not None:
            self.context.n_tracked += 1
            return Row(())
        self.context.n_tracked += child(properties, "w:ins") is not None
        cells = [self._cell(one) for one in _inner(element, "w:tc")]
        for side, at in (("w:gridBefore", 0), ("w:gridAfter", len(cells))):
            n_empty = whole(value(properties, side)) or 0
            if 0 < n_empty <= _MAX_COLUMNS:
                cells.insert(at, Cell((), n_empty))
        return Row(tuple(cells), is_on(child(properties, "w:tblHeader")))

    def _cell(self, element: etree._Element) -> Cell:
        properties = child(element, "w:tcPr")
        n_columns = whole(value(properties, "w:gridSpan")) or 1
        merge = child(properties, "w:vMerge")
        continues = merge is not None and get(merge, "w:val") in {None, "continue"}
        blocks = tuple(self._blocks(list(element)))
        return Cell(blocks, min(max(n_columns, 1), _MAX_COLUMNS), continues)


def _inner(element: etree._Element, wanted: str) -> list[etree._Element]:
    """Return rows of a table or cells of a row, those in content controls and changes too."""
    found: list[etree._Element] = []
    for one in element:
        tag = name(one)
        if tag == wanted:
            found.append(one)
        elif tag not in SILENT and tag not in DELETED and tag not in {"w:tbl", "w:p"}:
            found.extend(_inner(one, wanted))
    return found


def _shows(pieces: list[Piece]) -> bool:
    return any(one.kind is not PieceKind.TEXT or one.value.strip() for one in pieces)
