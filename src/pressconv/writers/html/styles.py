"""The style sheets of a page: the shipped ones, and one made from the language files it needs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.languages import Emphasis, Language, language
from pressconv.resources import style_sheet
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.presentation import Presentation

# Lines of a heading stand closer than those of the text. Where a script climbs, as Nastaliq does,
# they would run into each other: they give way less, and a single word of it gets as much room.
_TIGHT: Final = 0.8
_TIGHT_CLIMBING: Final = 0.9
_CLIMBING: Final = 2.0  # em

# Our face first, then good ones that ship with macOS, Windows and Android.
_LATIN: Final = {
    "serif": ("Noto Serif", "Charter", "Cambria", "Georgia"),
    "sans-serif": ("Noto Sans", "Helvetica Neue", "Segoe UI", "Roboto", "Arial"),
}


def sheets(presentation: Presentation) -> tuple[tuple[str, str], ...]:
    """Return pairs of media and style sheet, in the order of the cascade."""
    scripts = language_sheet(presentation.lang, tuple(_languages(presentation)))
    return (
        ("all", _compact("base.css") + scripts),
        ("screen", _compact("screen.css")),
        ("print", _compact("print.css")),
    )


@cache
def language_sheet(base: m.LangTag, tags: tuple[m.LangTag, ...]) -> str:
    """Return what the language files say of faces, sizes, heights and emphasis.

    Sizes are relative to those of *base*, the language of the page.
    """
    own = language(base).layout.scale
    rules = [f"html{{font-size:{own * 100:g}%}}\n"]
    rules += [_language(tag, language(tag), 1.0 if tag == base else own) for tag in tags]
    return "".join(rules)


def _language(tag: m.LangTag, rules: Language, around: float) -> str:
    layout = rules.layout
    text = _stack(layout.fonts, "serif")
    heading = _stack(layout.heading_fonts, "sans-serif")
    size = (
        ""
        if around in {layout.scale, 1.0}
        else (f"span[lang]:lang({tag}){{font-size:{layout.scale / around:.3g}em}}\n")
    )
    emphasis = (
        ""
        if layout.emphasis is Emphasis.SLANT
        else (f":is(em,cite):lang({tag}){{font-style:normal;font-weight:700}}\n")
    )
    height = layout.line_height
    climbs = height > _CLIMBING
    tight = height * (_TIGHT_CLIMBING if climbs else _TIGHT)
    return (
        f"[lang]:lang({tag}){{--pc-text:{text};--pc-heading:{heading};"
        f"--pc-leading:{height:g};--pc-tight:{tight:.3g};--pc-word:{tight if climbs else 1:.3g}}}\n"
        f"{size}{emphasis}"
    )


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
