"""Where a word may be hyphenated, and a drawn hyphen that says that it is none of the text's.

What a hyphen at the end of a line is drawn for has to be told apart from one of the word: it says
U+00AD, a soft hyphen (ISO 32000-2, 14.8.2.6.3). So what is copied, or read in tag order, has the
word whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pyphen
from weasyprint.layout.percent import percentage

from pressconv.pdf.weasyprint.paragraphs import locale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.css import ComputedStyle
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.layout import LayoutContext

SOFT_HYPHEN: Final = "\u00ad"
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NOT_SPELT: Final = re.compile("[@/.\u00ad]")  # addresses, and words that the author hyphenated


def hyphen_places(
    context: LayoutContext, box: TextBox, word: slice, spare: float, room: float
) -> Iterator[int]:
    """Yield where a *word* of the text of *box* may be parted, the last place first.

    *spare* is what a line as wide as *room* has left before that word.
    """
    style = box.style
    text = box.text[word]
    if spare > percentage(style["hyphenate_limit_zone"], style, room):
        for place in hyphenations(context, style, text):
            yield word.start + place


def hyphenations(context: LayoutContext, style: ComputedStyle, word: str) -> Iterator[int]:
    """Yield after how many characters a *word* may be parted, the last place first."""
    dictionary = None if _NOT_SPELT.search(word.rstrip(" .")) else _dictionary(context, style)
    if dictionary is None:
        return
    total, *_ = style["hyphenate_limit_chars"]
    for letters in reversed(list(_LETTERS.finditer(word))):
        if len(letters[0]) >= total:
            for place in reversed(dictionary.positions(letters[0])):
                if not place.data:  # no change of spelling
                    yield letters.start() + place


def _dictionary(context: LayoutContext, style: ComputedStyle) -> pyphen.Pyphen | None:
    lang = pyphen.language_fallback(locale(style))
    _, left, right = style["hyphenate_limit_chars"]
    key = (lang, left, right)
    if lang and key not in context.dictionaries:
        context.dictionaries[key] = pyphen.Pyphen(lang=lang, left=left, right=right)
    return context.dictionaries.get(key)


def say_soft_hyphen(line: TextBox) -> None:
    """Let the hyphen at the end of *line* be read as a soft one.

    When a line is drawn, the engine takes from its layout what each glyph says.
    """
    layout = line.pango_layout
    drawn = layout.text
    set_up = layout.reactivate

    def reactivate(style: ComputedStyle) -> None:
        layout.text = drawn
        set_up(style)
        layout.text = drawn.removesuffix(style["hyphenate_character"]) + SOFT_HYPHEN

    layout.reactivate = reactivate
