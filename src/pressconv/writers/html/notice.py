"""Why a release may not be used, or not yet → the head of every page that is printed of it.

A margin of a page is no content: nothing there is heard twice, copied or read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from pressconv.languages import language
from pressconv.languages.dates import moment
from pressconv.model import DistributionKey, Image
from pressconv.presentation import LineKind
from pressconv.text import inline_text, normal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pressconv.presentation import Presentation

_NOTICES: Final = frozenset({LineKind.STATUS, LineKind.EMBARGO})

HEAD_MM: Final = 22  # what print.css leaves above the text of following pages, for their head

_LONGEST: Final = 120  # letters of two lines of the head: a third would be cut off on most printers


def notice(presentation: Presentation) -> str:
    """Return what the head of every page says, "" where the release may be used.

    Of an embargo that is worded at length it says that there is one, and until when: the full words
    stand in the letterhead.
    """
    words = " · ".join(line_words(presentation, _NOTICES))
    if _length(words) <= _LONGEST:
        return words
    return " · ".join((*line_words(presentation, {LineKind.STATUS}), *_embargo(presentation)))


def shortened(words: str, longest: int = _LONGEST) -> str:
    """Return *words* that take no more room than *longest* letters, cut behind a word."""
    if _length(words) <= longest:
        return words
    cut = words
    while _length(cut) >= longest:
        cut = cut[:-1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;") + "…"


def _embargo(presentation: Presentation) -> Iterator[str]:
    """Yield the language's words for the embargo of a release, if there is one."""
    rules, facts = language(presentation.labels_lang or presentation.lang), presentation.metadata
    if facts.embargoed_until:
        until = moment(facts.embargoed_until, rules)
        yield normal(rules.labels.embargoed_until.replace("{until}", until))
    elif facts.is_embargoed:
        yield rules.distributions[DistributionKey.EMBARGOED]


def _length(words: str) -> int:
    return sum(2 if east_asian_width(one) in {"W", "F"} else 1 for one in words)


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
