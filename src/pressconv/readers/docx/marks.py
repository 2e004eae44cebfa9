"""HTML of mammoth → the same with what `writing` marked: languages, lists, headings, images."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from pressconv.readers.docx.story import Where
from pressconv.readers.docx.writing import IMAGE, PARAGRAPH, RUN

if TYPE_CHECKING:
    from pressconv.readers.docx.story import Paragraph
    from pressconv.readers.docx.writing import ImageMark, ParagraphMark, RunMark, Writer

REGION: Final = "data-where"
LINE: Final = "data-line"
_ANCHOR: Final = re.compile(rf"({PARAGRAPH}|{IMAGE})(\d+)")
_RUN: Final = re.compile(rf"{RUN}(\d+)")
_DEEPEST: Final = 9
# Names of classes that Word uses in its own HTML: what reads that reads this.
_CLASSES: Final = {
    "title": "MsoTitle",
    "subtitle": "subtitle",
    "quote": "MsoQuote",
    "caption": "MsoCaption",
    "list": "MsoListContinue",
}


def put_marks(root: etree._Element, writer: Writer, *, has_title: bool) -> None:
    """Put the marks of *writer* into the page *root* in place of its bookmarks and styles."""
    if writer.tongues.main:
        root.set("lang", writer.tongues.main)
    runs = list(writer.runs)
    for element in list(root.iter("span")):
        found = _RUN.fullmatch(element.get("class", ""))
        if found:
            _mark_run(element, runs[int(found[1])])
    for anchor in list(root.iter("a")):
        found = _ANCHOR.fullmatch(anchor.get("id", ""))
        if not found:
            continue
        if found[1] == IMAGE:
            _put_image(anchor, writer.images[int(found[2])])
            continue
        paragraph = anchor.getparent()
        _unwrap(anchor)
        if paragraph is not None and paragraph.tag == "p":
            _mark_paragraph(paragraph, writer.paragraphs[int(found[2])], has_title=has_title)


def _unwrap(anchor: etree._Element) -> None:
    """Take a bookmark out, and keep what stands in and after it."""
    anchor.tag = "span"
    del anchor.attrib["id"]


def _mark_run(element: etree._Element, mark: RunMark) -> None:
    del element.attrib["class"]
    if len(element) == 1 and not (element.text or element[0].tail or mark.reading):
        element = element[0]  # one part with a meaning of its own: that is what the mark is of
    if mark.lang:
        element.set("lang", mark.lang)
    if mark.dir:
        element.set("dir", mark.dir.value)
    if mark.reading:
        element.tag = "ruby"
        etree.SubElement(element, "rt").text = mark.reading


def _put_image(anchor: etree._Element, mark: ImageMark) -> None:
    anchor.tag = "img"
    del anchor.attrib["id"]
    anchor.set("src", mark.name)
    if mark.alt is not None:
        anchor.set("alt", mark.alt)


def _mark_paragraph(element: etree._Element, mark: ParagraphMark, *, has_title: bool) -> None:
    paragraph = mark.paragraph
    for one in (element, *element.iterancestors()):
        if one.get(LINE) is None:
            one.set(LINE, str(paragraph.number))
    if mark.lang:
        element.set("lang", mark.lang)
    if mark.dir:
        element.set("dir", mark.dir.value)
    if paragraph.where in {Where.HEADER, Where.FOOTER}:
        element.set(REGION, paragraph.where.value)
        return
    if paragraph.where is Where.NOTE:
        return
    if paragraph.role:
        element.set("class", _CLASSES[paragraph.role])
    if paragraph.level:
        level = min(paragraph.level + has_title, _DEEPEST)
        element.tag = f"h{min(level, 6)}"
        element.set("aria-level", str(level))
    elif paragraph.item:
        _mark_item(element, paragraph)


def _mark_item(element: etree._Element, paragraph: Paragraph) -> None:
    """Say of which list a paragraph is an item as Word itself does in HTML."""
    item = paragraph.item
    if item is None:
        return
    counter = item.counter or "disc"
    style = f"mso-list:l{item.series} level{item.level} lfo1;list-style-type:{counter}"
    element.set("style", style)
    element.set("data-number", str(item.number))
