"""Why a release may not be used, or not yet → the head of every page that is printed of it.

A margin of a page is no content: nothing there is heard twice, copied or read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.languages import language
from pressconv.model import Image
from pressconv.presentation import LineKind
from pressconv.text import inline_text, normal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pressconv.presentation import Presentation

_NOTICES: Final = frozenset({LineKind.STATUS, LineKind.EMBARGO})

HEAD_MM: Final = 22  # what print.css leaves above the text of following pages, for their head


def notice(presentation: Presentation) -> str:
    """Return what the head of every page says, "" where the release may be used."""
    return " · ".join(line_words(presentation, _NOTICES))


def line_words(presentation: Presentation, kinds: Collection[LineKind]) -> Iterator[str]:
    """Yield the words of the lines of the letterhead that are of *kinds*."""
    for line in presentation.letterhead:
        if line.kind in kinds and not isinstance(line.content, Image):
            yield normal(inline_text(line.content))


def notice_sheet(presentation: Presentation) -> str:
    """Return the style sheet of a browser's pages, "" where no head is needed.

    The PDF has a head of its own, which this would replace: the engine must not read it. Browsers
    without boxes in the margins leave it out.
    """
    words = notice(presentation)
    if not words:
        return ""
    faces = (*language(presentation.lang).layout.heading_fonts, "sans-serif")
    family = ",".join(face if face == "sans-serif" else quoted(face) for face in faces)
    # The Nu checker (26.9) knows no logical properties in a box of the margin.
    box = (
        f"content:{quoted(words)};direction:{presentation.dir};color:#000000;"
        f"font:700 8.5pt {family};padding:0 0 7mm;text-align:center;vertical-align:bottom"
    )
    return f"@page{{@top-center{{{box}}}}}\n@page :first{{margin-top:{HEAD_MM}mm}}\n"


def quoted(text: str) -> str:
    """Return *text* as a string of a style sheet that may stand in a page."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
    return f'"{escaped}"'
