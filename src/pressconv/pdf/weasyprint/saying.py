"""A cluster → which of its glyphs says what, and which say nothing.

Most readers take glyphs in the order of the stream, each on the line that it stands on. From left
to right one character a glyph is right for all of them. From right to left a mark that is raised
or moved takes its word apart: so the letter is drawn and its marks are said by glyphs without ink,
on the line and before it, where readers that turn the line around put them behind it. What the
marks look like is drawn when the line is done, and says nothing. So is a letter of Nastaliq, which
stands at a height of its own: a space of its width says it on the line.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.pdf.weasyprint.clusters import is_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING: Final = "\u200b"
"""What a glyph says that says nothing, inside a word: readers take an empty text for none."""

SILENT: Final = " "
"""What a glyph says that is drawn late: a space between words that nobody tells from two."""


class Saying(NamedTuple):
    """What the glyphs of a cluster say, by place; one that is not there is drawn late, silently.

    ``marks`` are said by glyphs without ink, before the glyph at ``carrier``. Where a glyph cannot
    say what it stands for, the cluster ``is_replaced``: an ActualText says it.
    """

    texts: dict[int, str]
    carrier: int = -1
    marks: str = ""
    is_replaced: bool = False


def say(text: str, places: Sequence[int], advancing: Sequence[int], *, is_rtl: bool) -> Saying:
    """Share *text* among the glyphs at *places*, in logical order.

    *advancing* are those of them that move the pen. Marks of a line from right to left are told
    apart only if *is_rtl*.
    """
    if not is_rtl:
        return _in_turn(text, places, advancing)
    carriers = list(advancing) or [places[0]]
    end = len(text)
    while end > 1 and is_mark(text[end - 1]):
        end -= 1
    said = _in_turn(text[:end], carriers, carriers)
    return said._replace(carrier=carriers[0], marks=text[end:])


def _in_turn(text: str, places: Sequence[int], advancing: Sequence[int]) -> Saying:
    """Give each glyph one character, and the last one the rest."""
    if len(text) < len(places):
        # Of a vowel in two parts, each part says one (U+09CB is U+09C7 and U+09BE).
        text = unicodedata.normalize("NFD", text)
    n_silent = max(len(places) - len(text), 0)
    moving = set(advancing)
    silent = [place for place in places if place not in moving][:n_silent]
    speaking = [place for place in places if place not in silent]
    *heads, last = speaking
    texts = dict(zip(heads, text, strict=False))
    texts[last] = text[len(heads) :] or NOTHING
    return Saying(dict.fromkeys(speaking, NOTHING) | texts, is_replaced=len(silent) < n_silent)
