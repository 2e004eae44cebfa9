"""A story → a Word document as mammoth likes it, and what its HTML cannot say, by marks in it.

Mammoth makes HTML of runs, links, notes and tables; it knows neither languages nor directions,
lists of another language than its own, nor what a style is for. So a bookmark opens each paragraph
and stands for each image, and a style bears what holds of a run: `marks` puts it into the HTML.
Everything in the document is written here: nothing of the original reaches mammoth unchecked.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

from lxml import etree

from pressconv.frozen import dataclass
from pressconv.languages.tags import direction
from pressconv.model import Direction
from pressconv.readers.docx.oxml import RELATIONSHIPS, R, W
from pressconv.readers.docx.story import Cell, Paragraph, Piece, PieceKind, Table, paragraphs
from pressconv.text import first_strong

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.model import LangTag
    from pressconv.readers.docx.story import Block, Story
    from pressconv.readers.docx.tongues import Tongues

PARAGRAPH: Final = "p-"
IMAGE: Final = "i-"
RUN: Final = "r"
MAX_RUN_MARKS: Final = 200
"""Mammoth compares each run with each style: a hostile document could have thousands."""

_HYPERLINK: Final = f"{R}/hyperlink"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_TAGS: Final = {PieceKind.FOOTNOTE: "footnoteReference", PieceKind.ENDNOTE: "endnoteReference"}


@dataclass(frozen=True, slots=True)
class ParagraphMark:
    """What the HTML of a paragraph does not say."""

    paragraph: Paragraph
    lang: LangTag | None
    dir: Direction | None


@dataclass(frozen=True, slots=True)
class RunMark:
    """What the HTML of a run does not say."""

    lang: LangTag | None = None
    dir: Direction | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class ImageMark:
    """The file of an image, and its alternative text."""

    name: str
    alt: str | None


class Writer:
    """Writes the document. ``paragraphs``, ``images`` and ``runs`` are the marks by number."""

    def __init__(self, tongues: Tongues) -> None:
        self.tongues = tongues
        self.paragraphs: list[ParagraphMark] = []
        self.images: list[ImageMark] = []
        self.runs: dict[RunMark, int] = {}
        self._links: dict[str, int] = {}

    def write(self, story: Story) -> bytes:
        """Return the document as bytes."""
        body = _element("body", *self._blocks(story.blocks))
        parts = {"document": _element("document", body)}
        for kind, notes in (("footnote", story.footnotes), ("endnote", story.endnotes)):
            parts[f"{kind}s"] = _element(
                f"{kind}s",
                *(_element(kind, *self._blocks(one), id=key) for key, one in notes.items()),
            )
        links = self._relations()
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part, root in parts.items():
                for name, tree in ((f"{part}.xml", root), (f"_rels/{part}.xml.rels", links)):
                    entry = zipfile.ZipInfo(f"word/{name}", _EPOCH)
                    archive.writestr(entry, etree.tostring(tree, encoding="utf-8"))
        return out.getvalue()

    def _relations(self) -> etree._Element:
        root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships")
        for href, number in self._links.items():
            etree.SubElement(
                root,
                f"{{{RELATIONSHIPS}}}Relationship",
                {"Id": f"l{number}", "Type": _HYPERLINK, "Target": href, "TargetMode": "External"},
            )
        return root

    # ---- blocks --------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[Block]) -> list[etree._Element]:
        return [
            self._paragraph(one) if isinstance(one, Paragraph) else self._table(one)
            for one in blocks
        ]

    def _table(self, table: Table) -> etree._Element:
        made = _element("tbl")
        for row in table.rows:
            properties = _element("trPr", *([_element("tblHeader")] if row.is_header else []))
            made.append(_element("tr", properties, *map(self._cell, row.cells)))
        return made

    def _cell(self, cell: Cell) -> etree._Element:
        span = _element("gridSpan", val=str(cell.n_columns))
        # mammoth reads no "restart": a merge without a value goes on, all others begin one.
        merge = [_element("vMerge")] if cell.continues else []
        return _element("tc", _element("tcPr", span, *merge), *self._blocks(cell.blocks))

    def _paragraph(self, paragraph: Paragraph) -> etree._Element:
        lang = self.tongues.of_paragraph(paragraph)
        mark = ParagraphMark(paragraph, lang, _side(paragraph, lang))
        self.paragraphs.append(mark)
        made = _element("p", _bookmark(PARAGRAPH, len(self.paragraphs) - 1))
        link: etree._Element | None = None
        langs = self.tongues.of_pieces(paragraph)
        for piece, tag in zip(paragraph.pieces, langs, strict=True):
            if piece.kind is PieceKind.IMAGE:
                self.images.append(ImageMark(piece.value, piece.alt))
                made.append(_bookmark(IMAGE, len(self.images) - 1))
                link = None
                continue
            run = self._run(piece, self._run_mark(piece, tag, mark))
            if not piece.href:
                made.append(run)
                link = None
                continue
            key = f"l{self._links.setdefault(piece.href, len(self._links))}"
            if link is None or link.get(f"{{{R}}}id") != key:
                link = etree.SubElement(made, f"{{{W}}}hyperlink", {f"{{{R}}}id": key})
            link.append(run)
        return made

    # ---- runs ----------------------------------------------------------------------------------

    def _run_mark(self, piece: Piece, tag: LangTag | None, outer: ParagraphMark) -> RunMark:
        if piece.kind is not PieceKind.TEXT:
            return RunMark()
        own = outer.lang or self.tongues.main
        lang = None if tag == own else tag
        side = None
        is_rtl = piece.properties.get("rtl") == "1"
        if is_rtl and first_strong(piece.value) is Direction.RTL:
            around = outer.dir or (direction(own) if own else None)
            inner = direction(lang) if lang else around
            side = None if inner is Direction.RTL else Direction.RTL
        return RunMark(lang, side, piece.reading)

    def _run(self, piece: Piece, mark: RunMark) -> etree._Element:
        said = piece.properties
        properties = _element("rPr")
        if mark != RunMark() and (mark in self.runs or len(self.runs) < MAX_RUN_MARKS):
            number = self.runs.setdefault(mark, len(self.runs))
            properties.append(_element("rStyle", val=f"{RUN}{number}"))
        properties.extend(_element(one) for one in ("b", "i") if said.get(one) == "1")
        if said.get("strike") == "1" or said.get("dstrike") == "1":
            properties.append(_element("strike"))
        if said.get("vertAlign") in {"superscript", "subscript"}:
            properties.append(_element("vertAlign", val=said["vertAlign"]))
        return _element("r", properties, _content(piece))


def _content(piece: Piece) -> etree._Element:
    match piece.kind:
        case PieceKind.TEXT:
            made = _element("t")
            made.text = piece.value
            return made
        case PieceKind.BREAK:
            return _element("br")
        case PieceKind.SYMBOL:
            return _element("sym", font=piece.properties.get("font", ""), char=piece.value)
        case _:
            return _element(_TAGS[piece.kind], id=piece.value)


def _side(paragraph: Paragraph, lang: LangTag | None) -> Direction | None:
    """Return the direction of a paragraph where it is not that of its language."""
    if paragraph.is_rtl:
        side = Direction.RTL
    elif first_strong(paragraph.text) is Direction.LTR:
        side = Direction.LTR
    else:
        # Words from right to left in a paragraph nobody has turned: by oversight, as a rule.
        return None
    return None if lang and direction(lang) is side else side


def _bookmark(kind: str, number: int) -> etree._Element:
    return _element("bookmarkStart", name=f"{kind}{number}")


def _element(tag: str, *inner: etree._Element, **attributes: str) -> etree._Element:
    made = etree.Element(f"{{{W}}}{tag}", {f"{{{W}}}{key}": one for key, one in attributes.items()})
    made.extend(inner)
    return made


def story_paragraphs(story: Story) -> list[Paragraph]:
    """Return all paragraphs of a story, those of its notes too."""
    notes = [*story.footnotes.values(), *story.endnotes.values()]
    return [one for blocks in (story.blocks, *notes) for one in paragraphs(blocks)]
