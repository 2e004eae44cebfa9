"""Lines → a file for e-mail as format=flowed has it: its reader joins the lines of a paragraph.

A space at the end of a line says that the paragraph goes on. Text with words that no space parts
(Chinese, Thai) is broken between them; then that space is one more, which the reader drops (DelSp).

Source: RFC 3676, section 4.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pressconv.options import MAX_FLOWED
from pressconv.patterns import pattern
from pressconv.writers.text.written import Writer, has_text

if TYPE_CHECKING:
    from pressconv.writers.text.lines import Line, Lines
    from pressconv.writers.text.page import Page
    from pressconv.writers.text.sink import Sink

QUOTED: Final = "> "
SIGNATURE: Final = "-- "
_STUFFED: Final = (" ", ">", "From ")

# Letters of scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, Han and kana.
_UNSPACED: Final = pattern(
    "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff01-\uff60"
    "\U00020000-\U0003ffff]"
)


def dropping_space(sink: Sink) -> Sink:
    """Return *sink* for a reader that drops the space at the end of a line: it takes one more."""
    return replace(sink, drops_space=True, width=min(sink.width, MAX_FLOWED - 1))


def needs_other_breaks(lines: Lines, sink: Sink) -> bool:
    """Say whether a line is too long because its words have no spaces between."""
    texts = ((text_of(line), line.width) for line in lines)
    return any(
        max(len(text), sink.cells(text)) > width for text, width in texts if _UNSPACED.search(text)
    )


def write_flowed(lines: Lines, page: Page) -> None:
    """Write each line; one that a paragraph goes on in has no margin but marks of quotation.

    Every part that is isolated ends with its line: programs that do not join lines show each by
    itself.
    """
    writer = Writer(page)
    goes_on = False
    for line in lines:
        texts = [margin.text for margin in line.margins]
        indent = "" if goes_on else "".join(text for text in texts if text != QUOTED)
        start = indent + text_of(line)
        if not has_text(line):
            start = indent = indent.rstrip(" ")
        depth = texts.count(QUOTED)
        is_stuffed = start and (depth or page.sink.kept(start).startswith(_STUFFED))
        page.add(">" * depth + " " * bool(is_stuffed))
        page.add(page.kept(indent))
        block = writer.boxes(line, trimmed=start != SIGNATURE)
        writer.turn_to(())
        page.add(line.soft, block)
        page.end_line(block)
        goes_on = bool(line.soft)


def text_of(line: Line) -> str:
    """Return the text of the first box of *line*, from where the line starts."""
    box = line.boxes[0] if line.boxes else None
    return " " * box.start + "".join(piece.text for piece in box.pieces) if box else ""
