"""The style sheets of a page: the shipped ones, and those of its theme and of its languages."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING, Final, assert_never

from pressconv import model as m
from pressconv.languages import Emphasis, language
from pressconv.resources import style_sheet
from pressconv.walk import descendants
from pressconv.writers.html.look import look, look_on_paper, look_on_screen
from pressconv.writers.html.notice import notice_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Layout
    from pressconv.presentation import Presentation
    from pressconv.themes import Theme

# Lines of a heading stand closer than those of the text. Where a script climbs, as Nastaliq does,
# they would run into each other: they give way less, and a single word of it gets as much room.
# Of the lines that are not too close, the closest that is a whole number of quarters of the body's
# line is taken, for every size of the scale.
_TIGHT: Final = 0.8
_TIGHT_CLIMBING: Final = 0.9
_CLIMBING: Final = 2.0  # em
_LATIN_SPACE: Final = 0.13  # em; what its space, between words that overlap, lacks between digits
_STEP: Final = 1.2  # from a size of the scale to the next
_STEPS: Final = 4  # above the text: third heading and subheadline, second heading, headline twice
_SMALL: Final = 0.9  # of its own leading: three quarters of the body's line, at a step below it

# True in every browser, on screen and paper, and no medium that the PDF engine knows: what it
# cannot do it would report. Drop when WeasyPrint knows these properties.
_BROWSERS: Final = "(min-width: 0)"

_HEADINGS: Final = ":is(h1,h2,h3,h4,h5,h6)"
_INLINE: Final = ":is(span,a,em,strong,cite,abbr,code,time,data)"

# What has no lines of its own, and what base.css gives tighter ones.
_NO_LINES: Final = ".pc-logo,span,a,em,strong,cite,abbr,code,time,data,sub,sup,ruby,rt"
_TIGHT_LINES: Final = ":is(h1,h2,h3,h4,h5,h6,.pc-subheadline,.pc-organization,table)"

COUNTER_STYLES: Final = {
    "arab": "arabic-indic",
    "arabext": "persian",
    "beng": "bengali",
    "deva": "devanagari",
    "thai": "thai",
}
"""Numbering system of CLDR → counter style of CSS, where it is not decimal.

Source: css-counter-styles-3, section 6.
"""

# Where the dots of emphasis stand in horizontal lines. Source: W3C clreq, 3.5.1; W3C JLReq, 3.3.9.
_DOTS: Final = {Emphasis.DOTS: "over right", Emphasis.DOTS_UNDER: "under right"}

# Our face first, then good ones that ship with macOS, Windows and Android.
_LATIN: Final = {
    "serif": ("Noto Serif", "Charter", "Cambria", "Georgia"),
    "sans-serif": ("Noto Sans", "Helvetica Neue", "Segoe UI", "Roboto", "Arial"),
}


def sheets(presentation: Presentation, theme: Theme) -> tuple[tuple[str, str], ...]:
    """Return pairs of media and style sheet, in the order of the cascade."""
    tags = tuple(_languages(presentation))
    return (
        ("all", _compact("base.css") + look(theme) + language_sheet(presentation.lang, tags)),
        (_BROWSERS, browser_sheet(tags)),
        ("screen", _compact("screen.css") + look_on_screen(theme)),
        ("print", _compact("print.css") + look_on_paper(theme)),
        (f"print and {_BROWSERS}", _compact("browser.css") + notice_sheet(presentation)),
    )


@cache
def language_sheet(base: m.LangTag, tags: tuple[m.LangTag, ...]) -> str:
    """Return what the language files say of faces, sizes, heights, edges and emphasis.

    Sizes are relative to those of *base*, the language of the page.
    """
    page = language(base).layout
    rules = [f"html{{{page_rules(page)}}}\n"]
    for tag in tags:
        rules.append(text_rules(tag))
        if tag != base:
            layout = language(tag).layout
            rules += [_size(tag, layout, page), _foreign_faces(tag, layout, page)]
    return "".join(rules)


def page_rules(layout: Layout) -> str:
    """Return what the language of a page decides for all of it: size, unit and measure."""
    size, measure = layout.scale * 100, f"{layout.longest_line:.4g}em"
    return f"font-size:{size:g}%;--pc-pitch:{pitch(layout):g};--pc-measure:{measure}"


def pitch(layout: Layout) -> float:
    """Return the height of the line that spaces are measured by, in em.

    It is half a line of a script that climbs: such a line has the other half as white of its own.
    """
    return layout.line_height / 2 if layout.line_height > _CLIMBING else layout.line_height


def text_rules(tag: m.LangTag) -> str:
    """Return what the file of a language says of its own text, wherever that stands."""
    own = language(tag)
    rules = [_text(tag, own.layout), _emphasis(tag, own.layout.emphasis)]
    if own.numerals in COUNTER_STYLES:
        rules.append(f"ol.pc-native:lang({tag}){{list-style:{COUNTER_STYLES[own.numerals]}}}\n")
    return "".join(rules)


def browser_sheet(tags: tuple[m.LangTag, ...]) -> str:
    """Return what the language files say of dots and of line ends, for browsers."""
    # A call stands behind its word, whichever way the word runs; the engine sets it so by itself.
    rules = ["html{line-break:strict}.pc-call{unicode-bidi:isolate}\n"]
    for tag in tags:
        layout = language(tag).layout
        if layout.emphasis in _DOTS:
            position = _DOTS[layout.emphasis]
            rules.append(
                f"em:lang({tag}){{text-emphasis:filled dot;text-emphasis-position:{position}}}\n"
            )
        if layout.keep_words:
            rules.append(f"[lang]:lang({tag}){{word-break:keep-all}}\n")
        if layout.justify:
            rules.append(f"{_HEADINGS}:lang({tag}){{word-break:auto-phrase}}\n")
        if layout.line_height > _CLIMBING:
            rules.append(_kept_apart(tag))
    return "".join(rules)


def engine_sheet(presentation: Presentation) -> str:
    """Return what stands in the PDF for what only browsers can do: bold type for dots."""
    return "".join(
        f"em:lang({tag}){{font-weight:700}}\n"
        for tag in _languages(presentation)
        if language(tag).layout.emphasis in _DOTS
    )


def _text(tag: m.LangTag, layout: Layout) -> str:
    height = layout.line_height
    climbs = height > _CLIMBING
    tight = height * (_TIGHT_CLIMBING if climbs else _TIGHT)
    properties = {
        "serif": _stack(layout.fonts, "serif"),
        "sans": _stack(layout.heading_fonts, "sans-serif"),
        "leading": f"{height:g}",
        "small": f"{height * _SMALL:.4g}",
        "tight": f"{tight:.3g}",
        **{f"step-{step}": f"{_line(step, height, tight):.4g}" for step in range(1, _STEPS + 1)},
        "word": f"{tight:.3g}" if climbs else "1",
        "align": "justify" if layout.justify else "start",
        "hyphens": "auto" if layout.hyphenate else "manual",
    }
    if climbs:
        properties["set"] = "1"  # on paper too
        properties["climb"] = "var(--pc-quarter)"
    declared = ";".join(f"--pc-{name}:{value}" for name, value in properties.items())
    features = ",".join(f'"{name}" 0' for name in layout.without_features) or "normal"
    rule = f"[lang]:lang({tag}){{{declared};font-feature-settings:{features}}}\n"
    return rule + (f"[dir=ltr]:lang({tag}){{word-spacing:{_LATIN_SPACE:g}em}}\n" if climbs else "")


def _line(step: int, height: float, tight: float) -> float:
    """Return the height of a line some steps above the text, in em of its size."""
    size = _STEP**step
    quarter = height / 4
    return math.ceil(tight * size / quarter) * quarter / size


def _kept_apart(tag: m.LangTag) -> str:
    """Keep lines of a script that climbs apart where a reader's own sheet sets all to 1.5.

    WCAG 2.2 SC 1.4.12 says "at least": these have more, and would run into each other.
    """
    here = f":lang({tag})"
    cells = f"table :not({_NO_LINES})"
    tight = ",".join(f"{one}{here}" for one in (_TIGHT_LINES, cells, f"{_INLINE}[lang]"))
    return (
        f"{here}:not({_NO_LINES}){{line-height:var(--pc-leading)!important}}\n"
        f"{tight}{{line-height:var(--pc-tight)!important}}\n"
    )


def _emphasis(tag: m.LangTag, emphasis: Emphasis) -> str:
    match emphasis:
        case Emphasis.SLANT:
            return ""
        case Emphasis.BOLD:
            return f":is(em,cite):lang({tag}){{font-style:normal;font-weight:700}}\n"
        case Emphasis.DOTS | Emphasis.DOTS_UNDER:
            return f":is(em,cite):lang({tag}){{font-style:normal}}\n"
        case _:
            assert_never(emphasis)


def _size(tag: m.LangTag, layout: Layout, page: Layout) -> str:
    if page.scale in {layout.scale, 1.0}:
        return ""
    return f"span[lang]:lang({tag}){{font-size:{layout.scale / page.scale:.3g}em}}\n"


def _foreign_faces(tag: m.LangTag, layout: Layout, page: Layout) -> str:
    """Set Latin words as the page sets its own, where it has another Latin face beside its script.

    So a name in Korean, which is set without serifs, has none either.
    """
    latin = {faces[0] for faces in _LATIN.values()}
    if layout.fonts[0] not in latin or page.fonts[-1] not in latin - {layout.fonts[0]}:
        return ""
    serif, sans = _stack(page.fonts, "serif"), _stack(page.heading_fonts, "sans-serif")
    return f"{_INLINE}[lang]:lang({tag}){{--pc-serif:{serif};--pc-sans:{sans}}}\n"


def _stack(faces: tuple[str, ...], generic: str) -> str:
    """Return the faces of a language, then what readers' systems bring along."""
    names = dict.fromkeys((*faces, *_LATIN[generic]))
    return ",".join([*(f'"{name}"' for name in names), generic])


def _languages(presentation: Presentation) -> Iterator[m.LangTag]:
    """Yield the languages of the page, each once, its own first."""
    found = {presentation.lang: None}
    found |= dict.fromkeys(edition.lang for edition in presentation.editions)
    found |= dict.fromkeys(line.lang for line in presentation.letterhead if line.lang)
    roots = [presentation.headline, presentation.subheadline]
    roots += [line.content for line in presentation.letterhead if isinstance(line.content, tuple)]
    nodes: list[object] = [node for root in roots for node in root]
    for part in presentation.parts:
        if part.lang:
            found[part.lang] = None
        nodes += [*part.title, *part.content]
    for root in nodes:
        for node in descendants(root):
            if isinstance(node, m.Marked) and node.lang:
                found[node.lang] = None
    yield from found


@cache
def _compact(name: str) -> str:
    """Return a shipped sheet without its comments: a page should carry no more than it uses."""
    text = re.sub(r"/\*.*?\*/", "", style_sheet(name), flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"
