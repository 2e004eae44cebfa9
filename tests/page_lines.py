"""What stands on which line of a page: the engine's own boxes, by paragraph, in logical order."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

import weasyprint
from weasyprint.formatting_structure.boxes import LineBox, ParentBox, TextBox

from pressconv.bidi import without_controls
from pressconv.fonts import font_folders
from pressconv.pdf.page import page_sheet, page_size
from pressconv.pdf.weasyprint import lines, paragraphs
from pressconv.pdf.weasyprint.fonts import font_configuration
from pressconv.resources import style_sheet

HYPHEN = "\N{HYPHEN}"


@dataclass
class Paragraph:
    """A paragraph: its text as the engine has it, its language, and its lines on the page."""

    text: str
    locale: str
    lines: list[str] = field(default_factory=list)
    boxes: list[LineBox] = field(default_factory=list)
    room: float = 0

    def starts(self):
        """Return where in the text each line starts; every character must be on one."""
        found, at = [], 0
        for line in self.lines:
            at += len(self.text[at:]) - len(self.text[at:].lstrip(" "))
            said = line.removesuffix(HYPHEN)
            assert self.text.startswith(said, at), (self.text, at, line)
            found.append(at)
            at += len(said)
        assert not self.text[at:].strip(" "), self.text
        return found

    def breaks(self):
        """Return the starts of the lines before which no word is hyphenated."""
        hyphenated = [False, *(line.endswith(HYPHEN) for line in self.lines)]
        return [
            one for one, is_within in zip(self.starts(), hyphenated, strict=False) if not is_within
        ]


def laid_out(page: bytes, sheet: str, monkeypatch) -> list[Paragraph]:
    """Lay out a page with our lines, and return its paragraphs of more than a line."""
    found: list[Paragraph] = []

    def mark(context, paragraph, room):
        leaves = list(paragraphs.leaves(paragraph))
        texts = [leaf.text if isinstance(leaf, TextBox) else "\ufffc" for leaf in leaves]
        found.append(Paragraph("".join(texts), paragraph.style["lang"]))
        for leaf in leaves:
            leaf.paragraph = found[-1]
        paragraphs.mark(context, paragraph, room)

    monkeypatch.setattr(lines, "mark", mark)
    fonts = font_configuration(font_folders(()))
    css = weasyprint.CSS(string=sheet, font_config=fonts)
    with lines.own_lines():
        document = weasyprint.HTML(file_obj=BytesIO(page)).render(
            stylesheets=[css], font_config=fonts
        )
    for one in document.pages:
        for block, line in _lines(one._page_box):
            leaves = list(paragraphs.leaves(line))
            if leaves:
                texts = [leaf.text if isinstance(leaf, TextBox) else "\ufffc" for leaf in leaves]
                leaves[0].paragraph.lines.append(without_controls("".join(texts)))
                leaves[0].paragraph.boxes.append(line)
                leaves[0].paragraph.room = block.width
    return [one for one in found if len(one.lines) > 1]


def edition(html, width_mm, monkeypatch):
    """Lay out an edition on pages of some width."""
    shown = html.presentation
    sides = "margin-left: 25mm !important; margin-right: 25mm !important"
    size = f"@page {{ size: {width_mm}mm 297mm; {sides} }}"
    sheet = style_sheet("pdf.css") + page_sheet(shown, page_size(shown.lang)) + size
    return laid_out(html.data, sheet, monkeypatch)


def _lines(box):
    for child in box.children if isinstance(box, ParentBox) else ():
        if isinstance(child, LineBox):
            yield box, child
        yield from _lines(child)
