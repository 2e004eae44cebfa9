"""What a page is, apart from its text: paper by region, running foot in the language's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.house import PageSize
from pressconv.languages import language
from pressconv.languages.tags import subtags
from pressconv.model import Image
from pressconv.presentation import LineKind
from pressconv.text import inline_text, normal
from pressconv.writers.html.styles import COUNTER_STYLES

if TYPE_CHECKING:
    from pressconv.model import LangTag
    from pressconv.presentation import Presentation

# Territories that print on US Letter; all others on A4. Source: CLDR 47, supplemental
# measurementData, paperSize.
_LETTER: Final = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())

_HEAD_LINES: Final = (LineKind.STATUS, LineKind.EMBARGO)

_FOOT_FACE: Final = "Noto Sans"  # of its Latin letters and digits, in every language


def page_size(lang: LangTag) -> PageSize:
    """Return the paper of the likely territory of *lang*."""
    return PageSize.LETTER if subtags(lang)[2] in _LETTER else PageSize.A4


def page_sheet(presentation: Presentation, size: PageSize) -> str:
    """Return the style sheet of the page box, its running foot, and its head where it has one.

    They are the one place where text is generated: artifacts of the page, no content. The head
    says on every page why the release may not be used, or not yet.
    """
    rules = language(presentation.lang)
    counter = COUNTER_STYLES.get(rules.numerals, "decimal")
    slots = {"page": f"\0counter(page, {counter})", "pages": f"\0counter(pages, {counter})"}
    pattern = presentation.labels.page_of
    for name, value in slots.items():
        pattern = pattern.replace(f"{{{name}}}", f"{value}\0")
    pieces = [
        piece if piece.startswith("counter(") else _quoted(piece)
        for piece in pattern.split("\0")
        if piece
    ]
    foot = " ".join(pieces)
    faces = ", ".join(map(_quoted, dict.fromkeys((_FOOT_FACE, *rules.layout.heading_fonts))))
    style = f"direction: {presentation.dir}; font-family: {faces}"
    head = _head(presentation)
    top = f"@top-center {{ {style}; content: {_quoted(head)} }}" if head else ""
    return f"@page {{ size: {size}; {top} @bottom-center {{ {style}; content: {foot} }} }}\n"


def _head(presentation: Presentation) -> str:
    lines = (line for line in presentation.letterhead if line.kind in _HEAD_LINES)
    words = (inline_text(one.content) for one in lines if not isinstance(one.content, Image))
    return " · ".join(map(normal, words))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
