"""A theme → the rules that give its colours and faces to the style sheets, as custom properties."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.themes import Palette, Rule, on_paper, starkest

if TYPE_CHECKING:
    from pressconv.themes import Theme

_RULES: Final = {
    Rule.BAR: (".25em", "solid var(--pc-accent)"),
    Rule.DOUBLE: (".3em", "double var(--pc-ink)"),
    Rule.LINE: ("1px", "solid var(--pc-ink)"),
}

_DARK: Final = "(prefers-color-scheme: dark)"
_MORE: Final = "(prefers-contrast: more)"


def look(theme: Theme) -> str:
    """Return what holds everywhere: colours on light, the rule at the head, faces.

    Faces are said wherever a language is, since each language has its own.
    """
    faces = ("text", theme.text), ("heading", theme.headings), ("label", theme.labels)
    declared = ";".join(f"--pc-{name}:var(--pc-{kind})" for name, kind in faces)
    bar, line = _RULES[theme.rule]
    rule = f"--pc-bar:{bar};--pc-rule:{bar} {line}"
    return f":root{{{_colours(theme)};{rule}}}\n[lang]{{{declared}}}\n"


@cache
def look_on_screen(theme: Theme) -> str:
    """Return the colours for readers who ask their systems for dark pages, or more contrast."""
    stark, stark_dark = starkest(theme), starkest(theme.dark)
    return (
        f"@media {_DARK}{{:root{{{_colours(theme.dark)}}}}}\n"
        f"@media {_MORE}{{:root{{{_colours(stark)}}}}}\n"
        f"@media {_MORE} and {_DARK}{{:root{{{_colours(stark_dark)}}}}}\n"
    )


@cache
def look_on_paper(theme: Theme) -> str:
    """Return the colours in print."""
    return f":root{{{_colours(on_paper(theme))}}}\n"


def _colours(palette: Palette) -> str:
    names = (one.name for one in fields(Palette))
    return ";".join(f"--pc-{name}:{getattr(palette, name)}" for name in names)
