"""What a page is, apart from its text: paper by region, running head and foot in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.house import PageSize
from pressconv.languages import language
from pressconv.languages.tags import subtags
from pressconv.presentation import LineKind
from pressconv.writers.html.notice import HEAD_MM, line_words, notice, quoted, shortened
from pressconv.writers.html.styles import COUNTER_STYLES

if TYPE_CHECKING:
    from pressconv.model import LangTag
    from pressconv.presentation import Presentation

# Territories that print on US Letter; all others on A4. Source: CLDR 47, supplemental
# measurementData, paperSize.
_LETTER: Final = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())

_WIDTHS_MM: Final = {PageSize.A4: 210, PageSize.LETTER: 215.9}
_HEIGHTS_MM: Final = {PageSize.A4: 297, PageSize.LETTER: 279.4}
_ACROSS_MARGIN_MM: Final = 20  # at the sides of a page for a table that is wider than the text
_TEXT_MM: Final = 11 / 72 * 25.4  # 11 pt, which print.css has too, times the scale of the language

_LONGEST_IN_FOOT: Final = 72  # letters of two lines beside the number of the page

_FACE: Final = "Noto Sans"  # of its Latin letters and digits, in every language

_START_AND_END: Final = {"ltr": ("left", "right"), "rtl": ("right", "left")}


def page_size(lang: LangTag) -> PageSize:
    """Return the paper of the likely territory of *lang*."""
    return PageSize.LETTER if subtags(lang)[2] in _LETTER else PageSize.A4


def page_sheet(presentation: Presentation, size: PageSize) -> str:
    """Return the style sheet of the page box, its running head and foot.

    They are the one place where text is generated: artifacts of the page, no content. The foot has
    the number of the page. From the second page on, whoever finds a sheet alone reads in the head
    whose it is, the first issuer's, and of when. Why a release may not be used, or not yet, stands
    in the head of every page; issuer and date then make room and go into the foot.
    """
    rules = language(presentation.lang)
    faces = ", ".join(map(quoted, dict.fromkeys((_FACE, *rules.layout.heading_fonts))))
    style = f"direction: {presentation.dir}; font-family: {faces}"
    words = notice(presentation)
    edge = "bottom" if words else "top"
    boxes = [("bottom-center", _number(presentation))]
    if words:
        boxes.append(("top-center", quoted(words)))
    start, end = (f"{edge}-{side}" for side in _START_AND_END[presentation.dir])
    issuer, date = (
        next(line_words(presentation, {kind}), "")
        for kind in (LineKind.ORGANIZATION, LineKind.ISSUED)
    )
    name = shortened(issuer, _LONGEST_IN_FOOT) if words else shortened(issuer)
    following = [(start, quoted(name)), (end, f"{quoted(date)}; white-space: nowrap")]
    width = rules.layout.longest_line * rules.layout.scale * _TEXT_MM
    margin_mm = f"{(_WIDTHS_MM[size] - width) / 2:.4g}mm"
    margin = f"margin-left: {margin_mm} !important; margin-right: {margin_mm} !important;"
    first = " ".join(f"@{name} {{ content: none }}" for name, _ in following)
    if words:
        first += f" margin-top: {HEAD_MM}mm !important"
    every = " ".join(f"@{name} {{ {style}; content: {text} }}" for name, text in boxes + following)
    return f"@page {{ size: {size}; {margin} {every} }}\n@page :first {{ {first} }}\n" + _across(
        size, width
    )


def _across(size: PageSize, width_mm: float) -> str:
    """Return the page of a table that is wider than the text, which is *width_mm* wide."""
    margin = f"{_ACROSS_MARGIN_MM}mm !important"
    more = f"{(_HEIGHTS_MM[size] - 2 * _ACROSS_MARGIN_MM - width_mm) / -2:.4g}mm"
    return (
        f"@page pc-across {{ size: {size} landscape; margin-left: {margin}; "
        f"margin-right: {margin} }}\n"
        f".pc-across, :is(h2, h3, h4, h5, h6):has(+ .pc-across) "
        f"{{ margin-inline: {more} !important }}\n"
    )


def _number(presentation: Presentation) -> str:
    """Return what says in the language's words which page of how many this is."""
    counter = COUNTER_STYLES.get(language(presentation.lang).numerals, "decimal")
    slots = {"page": f"\0counter(page, {counter})", "pages": f"\0counter(pages, {counter})"}
    pattern = presentation.labels.page_of
    for name, value in slots.items():
        pattern = pattern.replace(f"{{{name}}}", f"{value}\0")
    return " ".join(
        piece if piece.startswith("counter(") else quoted(piece)
        for piece in pattern.split("\0")
        if piece
    )
