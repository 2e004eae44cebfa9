"""`Presentation` → plain text, with a map of what is content.

In logical order it reads as well copied into an e-mail as in a terminal, and no character shows a
direction unless isolates are wanted; in visual order it is for displays that neither order nor join
letters. docs/text.md shows each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.languages import language
from pressconv.model import Direction
from pressconv.options import Bidi, Newline, TextOptions
from pressconv.writers.text.document import document_lines
from pressconv.writers.text.flowed import dropping_space, needs_other_breaks, write_flowed
from pressconv.writers.text.mapped import Drawn, Span, Text
from pressconv.writers.text.page import Page
from pressconv.writers.text.sink import sink_for
from pressconv.writers.text.written import write_logical

if TYPE_CHECKING:
    from pressconv.presentation import Presentation
    from pressconv.writers.text.lines import Lines
    from pressconv.writers.text.sink import Sink

__all__ = [
    "Bidi",
    "Drawn",
    "Newline",
    "Span",
    "Text",
    "TextOptions",
    "assembled",
    "readable",
    "write_text",
]


def write_text(presentation: Presentation, options: TextOptions | None = None) -> Text:
    """Write *presentation* as plain text that ends with a line end.

    Its remarks have each character that the charset lacks, where it stood first, and how often;
    and what a message has to say of flowed text beyond "format=flowed".
    """
    wide = language(presentation.lang).layout.wide_ambiguous
    sink = sink_for(options or TextOptions(), presentation.dir, wide=wide)
    name = f"{presentation.id}.{presentation.lang}.txt"
    lines = document_lines(presentation, sink)
    if sink.flowed and needs_other_breaks(lines, sink):
        sink = dropping_space(sink)
        lines = document_lines(presentation, sink)
    return assembled(lines, sink, name)


def readable(block: str, options: TextOptions | None = None) -> str:
    """Return what a file with these *options* says of a *block* of reading text.

    That is the block itself, but for what the charset changes, and for joiners in visual order.
    """
    return sink_for(options or TextOptions(), Direction.LTR).readable(block)


def assembled(lines: Lines, sink: Sink, name: str = "") -> Text:
    """Write *lines* as a file, which its notes call *name*."""
    page = Page(sink)
    if sink.is_visual:
        from pressconv.writers.text.drawn import write_visual  # noqa: PLC0415 - arabic-reshaper

        write_visual(lines, page)
    elif sink.flowed:
        write_flowed(lines, page)
    else:
        write_logical(lines, page)
    return page.text(name)
