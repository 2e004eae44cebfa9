"""Lines of the page end where `pressconv.linebreak` lets them, and not where Pango does.

Pango parts Korean syllables, starts lines with small kana, and knows Thai words only where it was
built with libthai. So the places are ours, for a paragraph as a whole, across its elements; Pango
measures how many characters fit. WeasyPrint 70 asks in three places: within a box of text,
between two boxes, and for the narrowest width of a cell. The functions that ask are replaced
while a page is laid out. Nothing is put into the text: what is copied stays clean.

Drop when WeasyPrint knows `word-break: keep-all` and `line-break: strict`, and Pango has a
dictionary for Thai on every system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import inline, preferred
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import Layout, strut

from pressconv.languages import language
from pressconv.languages.tags import LAST_FALLBACK
from pressconv.linebreak import breaks
from pressconv.pdf.weasyprint.filling import Rest
from pressconv.pdf.weasyprint.hooks import replacing
from pressconv.pdf.weasyprint.narrowing import narrowest
from pressconv.pdf.weasyprint.paragraphs import locale, mark
from pressconv.pdf.weasyprint.punctuation import close_holes
from pressconv.pdf.weasyprint.spread import spread
from pressconv.pdf.weasyprint.trailing import close_up

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from weasyprint.css import ComputedStyle
    from weasyprint.formatting_structure.boxes import Box, LineBox
    from weasyprint.layout import LayoutContext


# A face of this height in lines is taller than any but those of Nastaliq, which has 2.5 em.
_TALL: Final = 1.25

_get_next_linebox = inline.get_next_linebox
_split_inline_level = inline.split_inline_level
_split_first_line = preferred.split_first_line
_justify_line = inline.justify_line
_set_text_of_layout = Layout.set_text


def own_lines() -> AbstractContextManager[None]:
    """Let the engine ask us where lines end."""
    return replacing(
        (inline, "get_next_linebox", _next_line),
        (inline, "split_inline_level", _split),
        (inline, "remove_last_whitespace", close_up),
        (inline, "can_break_text", _has_break),
        (preferred, "can_break_text", _has_break),
        (preferred, "split_first_line", _narrowest),
        (inline, "justify_line", _justify),
        (Layout, "set_text", _set_text),
    )


# ---- a paragraph ---------------------------------------------------------------------------


def _next_line(  # noqa: PLR0913, PLR0917 - the engine's signature
    context: LayoutContext,
    paragraph: LineBox,
    y: float,
    bottom_space: float,
    skip_stack: object,
    container: Box,
    *rest: object,
) -> tuple[LineBox | None, object]:
    """Lay out the next line of a *paragraph*, which is one box; the first time, mark its breaks.

    A line knows its ``paragraph``, and whether it ``is_first`` of it.
    """
    if not hasattr(paragraph, "paragraph"):
        paragraph.paragraph = paragraph
        mark(context, paragraph, container.width)
    line, resume_at = _get_next_linebox(
        context, paragraph, y, bottom_space, skip_stack, container, *rest
    )
    if line is not None:
        line.is_first = skip_stack is None
    return line, resume_at


# ---- a box of text -------------------------------------------------------------------------


def _split(  # noqa: PLR0913, PLR0917 - the engine's signature
    context: LayoutContext,
    box: Box,
    x: float,
    max_x: float,
    bottom_space: float,
    skip_stack: dict[int, None] | None,
    container: Box,
    *rest: object,
) -> tuple[object, ...]:
    """Take from *box* what fits between *x* and *max_x*."""
    *_, line_children, _, first_line_style = rest
    if first_line_style or not (isinstance(box, TextBox) and hasattr(box, "ends") and _wraps(box)):
        found = list(
            _split_inline_level(context, box, x, max_x, bottom_space, skip_stack, container, *rest)
        )
        if hasattr(box, "may_start") and found[3] is not None:
            found[3] = box.may_start
        if isinstance(found[0], TextBox):
            _keep_distance(found[0])
        return tuple(found)
    resolve_percentages(box, container)
    box.position_x = x
    skip = next(iter(skip_stack)) if skip_stack else 0
    start = len(box.text.encode()[:skip].decode())
    if start == len(box.text):
        return None, None, False, None, None, {"left": 0, "right": 0}
    hyphens = box.style["hyphens"] == "auto" and not _is_last(context, box, bottom_space)
    left = Rest(context, box, start, max_x - x, container.width, not line_children, hyphens)
    line, end = left.fill()
    if line:
        _keep_distance(line)
    # At the end of a box the engine goes on to the next, unless something is left: here, nothing.
    is_done = end == len(box.text) and not box.ends_line
    after = None if is_done else {len(box.text[:end].encode()): None}
    return line, after, False, box.may_start, box.text[end - 1], {"left": 0, "right": 0}


def _is_last(context: LayoutContext, box: TextBox, bottom_space: float) -> bool:
    """Say whether the next line is on another page: a page does not end within a word."""
    end_of_next = box.position_y + 2 * strut(box.style)[0]
    return bool(context.overflows_page(bottom_space, end_of_next))


def _keep_distance(text: TextBox) -> None:
    """Let *text* stand in its line as the first face of its style would, whatever face it has.

    WeasyPrint 70 measures by the faces that draw, so a line grows with a bracket or a digit that is
    in no first face, where browsers keep it (CSS Inline 3, section 5.1). A face that is taller than
    the line, as those of Nastaliq are, pushes the lines apart all the same.
    """
    if text.style["line_height"] != "normal":
        height, baseline = strut(text.style)
        if text.height <= height * _TALL:
            text.baseline = baseline


def _wraps(box: TextBox) -> bool:
    """Say whether the lines of *box* end where they are full, and nowhere else."""
    return bool(box.style["white_space"] == "normal" and box.style["font_size"])


# ---- a line --------------------------------------------------------------------------------


def _set_text(layout: Layout, text: str, justify: bool = False) -> None:
    _set_text_of_layout(layout, text, justify)
    if language(locale(layout.style)).layout.justify:
        close_holes(layout)


def _justify(context: LayoutContext, line: LineBox, extra: float) -> None:
    """Widen *line* by *extra*, between its words or its characters."""
    widen = spread if language(locale(line.style)).layout.justify else _justify_line
    widen(context, line, extra)


# ---- without a paragraph -------------------------------------------------------------------


def _has_break(text: str, lang: str | None) -> bool:
    """Say whether a line may end within *text*."""
    return len(breaks(text, lang or LAST_FALLBACK)) > 1


def _narrowest(
    text: str,
    style: ComputedStyle,
    context: LayoutContext,
    max_width: float | None,
    spacing: float,
    **how: bool,
) -> object:
    """Measure the first word of *text*, where the engine asks for the narrowest line."""
    if max_width is None or style["white_space"] != "normal" or not text:
        return _split_first_line(text, style, context, max_width, spacing, **how)
    n_nearby = 100
    end = breaks(text[:n_nearby], locale(style))[0]
    if end == n_nearby:
        end = breaks(text, locale(style))[0]
    shown = text[:end].rstrip(" ") or text[:end]
    layout, length, _, width, *sizes = _split_first_line(shown, style, context, None, spacing)
    width = narrowest(context, shown, style, width)
    return layout, length, None if end == len(text) else len(text[:end].encode()), width, *sizes
