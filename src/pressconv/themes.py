"""How a release looks, as data: colours on a light and on a dark page, faces, the rule at its head.

Two themes ship as files; a house changes them, or makes others of them. A theme whose text cannot
be read has no object: its colours are held against what they stand on when it is made.
"""

from __future__ import annotations

from dataclasses import field, fields, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pressconv.colours import contrast, is_colour, nearest_passing
from pressconv.errors import ConfigError, Place, Problem, suggestion
from pressconv.frozen import dataclass
from pressconv.resources import data_dir
from pressconv.strict import build, parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEFAULT_THEME: Final = "ministry"

MIN_CONTRAST: Final = 4.5
"""Of text with what it stands on. Source: WCAG 2.2 SC 1.4.3."""

MORE_CONTRAST: Final = 7.0
"""The same, for a reader who asks for more. Source: WCAG 2.2 SC 1.4.6."""

TEXTS: Final = ("ink", "muted", "accent")
GROUNDS: Final = ("paper", "tint")
"""Text has each colour of `TEXTS` on each of `GROUNDS`, and no other. Rules that mean something,
and the outline of what has the focus, have colours of `TEXTS` too: 3:1 is more than kept."""

_BLACK, _WHITE, _GREY = "#000000", "#ffffff", "#333333"


class Faces(StrEnum):
    """Faces with or without serifs, where the script of a language has both."""

    SERIF = "serif"
    SANS = "sans"


class Rule(StrEnum):
    """What stands over the headline and over the foot."""

    BAR = "bar"
    DOUBLE = "double"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours, each as "#rrggbb".

    ``accent`` is that of links, headings and the focus, ``muted`` that of what is said aside;
    ``line`` parts, and says nothing; ``tint`` is the ground of what stands in a box.
    """

    ink: str
    paper: str
    accent: str
    muted: str
    line: str
    tint: str


@dataclass(frozen=True, slots=True)
class Theme(Palette):
    """A whole theme; its own colours are those of a light page.

    ``labels`` are letterhead, tables, captions and foot.

    Raises:
        ConfigError: a colour is none, or text would be hard to read; all at once.
    """

    name: str
    text: Faces
    headings: Faces
    labels: Faces
    rule: Rule
    dark: Palette

    def __post_init__(self) -> None:
        _hold_colours(self)
        _hold_colours(self.dark, "dark.")
        problems = [*_faults(self, ""), *_faults(self.dark, "dark.")]
        if problems:
            place = Place(f"theme {self.name}")
            placed = [Problem("theme-contrast", key, place, hint) for key, hint in problems]
            message = f"the theme {self.name!r} would be hard to read"
            raise ConfigError(message, problems=placed)


@dataclass(frozen=True, slots=True)
class PaletteChoices:
    """What a house says of a palette."""

    ink: str | None = None
    paper: str | None = None
    accent: str | None = None
    muted: str | None = None
    line: str | None = None
    tint: str | None = None

    def __post_init__(self) -> None:
        _hold_colours(self)


@dataclass(frozen=True, slots=True)
class ThemeChoices(PaletteChoices):
    """What a house says of a theme; the rest is as in ``like``, a theme that ships."""

    like: str = ""
    text: Faces | None = None
    headings: Faces | None = None
    labels: Faces | None = None
    rule: Rule | None = None
    dark: PaletteChoices = field(default_factory=PaletteChoices)


@cache
def shipped_themes() -> tuple[str, ...]:
    """Return the names of the themes that ship, the default first."""
    names = sorted(path.stem for path in (data_dir("styles") / "themes").glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != DEFAULT_THEME))


def find_theme(name: str = DEFAULT_THEME, own: Mapping[str, ThemeChoices] | None = None) -> Theme:
    """Return the theme of this *name*; *own* are those of a house, by name.

    A dark accent that nobody has said is the light one, as much lighter as it has to be.

    Raises:
        ConfigError: there is no such theme, or its text would be hard to read.
    """
    own = own or {}
    if name not in own:
        return _shipped(name, [*shipped_themes(), *own])
    choices = own[name]
    like = choices.like or (name if name in shipped_themes() else DEFAULT_THEME)
    below = _shipped(like, shipped_themes())
    dark = replace(below.dark, **_said(choices.dark))
    if choices.accent and not choices.dark.accent:
        accent = nearest_passing(choices.accent, (dark.paper, dark.tint), MIN_CONTRAST)
        dark = replace(dark, accent=accent or dark.accent)
    said = {key: value for key, value in _said(choices).items() if key not in {"like", "dark"}}
    return replace(below, **said, name=name, dark=dark)


def choices_of(theme: Theme) -> ThemeChoices:
    """Return all of *theme* as a house would say it."""
    dark = PaletteChoices(**_colours(theme.dark))
    faces = {"text": theme.text, "headings": theme.headings, "labels": theme.labels}
    return ThemeChoices(**_colours(theme), **faces, rule=theme.rule, dark=dark)


def on_paper(theme: Theme) -> Palette:
    """Return the colours of *theme* in print: black on white, its accent where it can be read."""
    tint = theme.tint if contrast(_GREY, theme.tint) >= MIN_CONTRAST else _WHITE
    accent = nearest_passing(theme.accent, (_WHITE, tint), MIN_CONTRAST) or _BLACK
    return Palette(_BLACK, _WHITE, accent, _GREY, theme.line, tint)


def starkest(palette: Palette) -> Palette:
    """Return *palette* for a reader who asks for more contrast: black and white, and the accent."""
    is_dark = contrast(palette.paper, _WHITE) > contrast(palette.paper, _BLACK)
    ink, paper = (_WHITE, _BLACK) if is_dark else (_BLACK, _WHITE)
    accent = nearest_passing(palette.accent, (paper,), MORE_CONTRAST) or ink
    return Palette(ink, paper, accent, ink, ink, paper)


@cache
def _shipped_theme(name: str) -> Theme:
    path = data_dir("styles") / "themes" / f"{name}.toml"
    return build(Theme, parse_toml(path.read_bytes(), file=path.name), file=path.name)


def _shipped(name: str, known: list[str] | tuple[str, ...]) -> Theme:
    if name in shipped_themes():
        return _shipped_theme(name)
    near = suggestion(name, known)
    listed = f"the themes are: {', '.join(dict.fromkeys(known))}"
    hint = f"{near} {listed}" if near.endswith("?") else listed
    raise ConfigError(f"unknown theme {name!r}", hint=hint)


def _said(choices: PaletteChoices) -> dict[str, Any]:
    found = {one.name: getattr(choices, one.name) for one in fields(choices)}
    return {name: value for name, value in found.items() if value is not None}


def _colours(palette: Palette | PaletteChoices) -> dict[str, Any]:
    return {one.name: getattr(palette, one.name) for one in fields(Palette)}


def _hold_colours(palette: Palette | PaletteChoices, prefix: str = "") -> None:
    found = _colours(palette)
    wrong = [
        f"{prefix}{name} = {value!r}"
        for name, value in found.items()
        if value is not None and not is_colour(value)
    ]
    if wrong:
        hint = "expected a colour as '#rrggbb', such as '#0b456e'"
        raise ConfigError(", ".join(wrong), hint=hint)


def _faults(palette: Palette, prefix: str) -> Iterator[tuple[str, str]]:
    """Yield what is hard to read, each text colour once, and what would be better."""
    grounds = {name: getattr(palette, name) for name in GROUNDS}
    for name in TEXTS:
        colour = getattr(palette, name)
        ratios = {ground: contrast(colour, value) for ground, value in grounds.items()}
        low = [
            f"{int(ratio * 100) / 100:.2f}:1 on {ground} {grounds[ground]!r}"
            for ground, ratio in ratios.items()
            if ratio < MIN_CONTRAST
        ]
        if low:
            message = f"{prefix}{name} = {colour!r}: its contrast is {' and '.join(low)}"
            nearest = nearest_passing(colour, grounds.values(), MIN_CONTRAST)
            needed = f"{MIN_CONTRAST}:1 is needed (WCAG 2.2 SC 1.4.3); the nearest that has it is"
            none = f"no colour has {MIN_CONTRAST}:1 on both: bring paper and tint together"
            yield message, f"{needed} {nearest!r}" if nearest else none
