"""What of a house file took effect on the PDF of one release: all that it cannot be made without.

Each thing that a house says is taken away, and what is presented compared: if it is the same, the
thing had no effect. What acts elsewhere than in `present` is judged by the stage that it acts in;
a key that nobody here knows stays.
"""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pressconv import model as m
from pressconv.house import House, HouseDisclaimer, PdfSource, Profile
from pressconv.languages import NO_CHOICES, Choices, language
from pressconv.languages.tags import fallback_chain
from pressconv.options import Abbreviations, TextOptions
from pressconv.pdf.page import page_size
from pressconv.present import present
from pressconv.present.dating import in_house_time
from pressconv.themes import DEFAULT_THEME, choices_of, find_theme, shipped_themes
from pressconv.toml_writing import default
from pressconv.transforms import apply_abbreviations
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.presentation import Presentation
    from pressconv.themes import ThemeChoices

Path: TypeAlias = "tuple[str | int, ...]"
"""Where something stands in a house: a field, then keys of tables or the number of one."""

PRESENTED: Final = (
    "base_url",
    "default_language",
    "drafts",
    "disclaimer_position",
    "letterhead",
    "capitals",
    "original",
    "accessibility",
    "issuer",
    "genres",
    "distributions",
    "disclaimers",
)
"""The keys that act in `present` and nowhere else."""


def in_effect(release: m.Release, house: House) -> House:
    """Return *house* with nothing but what took effect; twice, it changes nothing more.

    Fonts of the house are no part of it: they are in folders of somebody's disk.
    """
    size = house.page_size
    theme, themes = _theme_in_effect(house)
    kept = replace(
        house,
        timezone=_zone_in_effect(release, house),
        typography=_choices_in_effect(release, house.typography),
        abbreviations=_abbreviations_in_effect(release, house),
        theme=theme,
        themes=themes,
        page_size=None if size is page_size(release.lang) else size,
        pdf_profile=None if house.pdf_profile is Profile.UA1 else house.pdf_profile,
        pdf_source=None if house.pdf_source is PdfSource.PUBLISHED else house.pdf_source,
        text=TextOptions(),
        fonts_dirs=(),
    )
    return _without_the_idle(release, kept)


def _without_the_idle(release: m.Release, house: House) -> House:
    """Take away what the presentation is the same without; how its text is set does not matter."""
    expected = _shown(release, house)
    near = {None, *fallback_chain(release.lang)}
    far = [path for path in _paths(house) if _lang(house, path) not in near]
    local = _without(house, far)
    if far and _shown(release, local) == expected:
        house = local
    is_smaller = True
    while is_smaller:  # what goes may be what another had an effect by
        is_smaller = False
        for path in reversed(_paths(house)):
            smaller = _less(house, path)
            if smaller != house and _shown(release, smaller) == expected:
                house, is_smaller = smaller, True
    return house


def _shown(release: m.Release, house: House) -> Presentation:
    """Present *release*, less what only a page on the web says of itself."""
    shown = present(release, house=house)
    metadata = replace(shown.metadata, address="", default="", accessibility=())
    return replace(shown, metadata=metadata, remarks=())


def _choices_in_effect(release: m.Release, choices: Choices) -> Choices:
    """Return the choices that a language of *release* offers, alone or with the others."""
    tags = {getattr(one, "lang", None) for one in descendants(release)} - {None}
    tags |= {release.lang, *(one.hreflang for one in release.head.editions)}

    def is_idle(key: str, value: str) -> bool:
        alone, others = Choices(**{key: value}), replace(choices, **{key: ""})
        return all(
            language(tag, alone) == language(tag)
            and language(tag, choices) == language(tag, others)
            for tag in tags
        )

    made = {key: value for key, value in choices.made() if not is_idle(key, value)}
    return replace(NO_CHOICES, **made)


def _abbreviations_in_effect(release: m.Release, house: House) -> Abbreviations | None:
    choice = house.abbreviations or Abbreviations.EXPAND
    is_idle = apply_abbreviations(release, choice) == apply_abbreviations(release)
    return None if is_idle else choice


def _zone_in_effect(release: m.Release, house: House) -> str:
    """Return the time zone if a moment is shown by its clocks, and perhaps with its name.

    A moment equals itself in every zone: only what is written of it tells the difference.
    """
    there = in_house_time(release, house)
    return house.timezone if repr(there) != repr(release) else ""


def _theme_in_effect(house: House) -> tuple[str, dict[str, ThemeChoices]]:
    """Return the name of the theme, and what the house says of it where it does not ship so."""
    theme = find_theme(house.theme, house.themes)
    if replace(theme, name=DEFAULT_THEME) == find_theme():
        return DEFAULT_THEME, {}
    if theme.name in shipped_themes() and theme == find_theme(theme.name):
        return theme.name, {}
    return theme.name, {theme.name: choices_of(theme)}


# ---- the parts of a house ----------------------------------------------------------------------


def _paths(house: House) -> list[Path]:
    return [
        path
        for field in dataclasses.fields(house)
        if field.name in PRESENTED and getattr(house, field.name) != default(field)
        for path in _paths_in(getattr(house, field.name), (field.name,))
    ]


def _paths_in(value: Any, path: Path) -> Iterator[Path]:  # noqa: ANN401 - whatever a house holds
    """Yield what can be taken away: *value*, then what is in it."""
    yield path
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _paths_in(one, (*path, key))
    elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
        for number, one in enumerate(value):
            yield from _paths_in(one, (*path, number))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if default(field) not in (dataclasses.MISSING, getattr(value, field.name)):
                yield from _paths_in(getattr(value, field.name), (*path, field.name))


def _lang(house: House, path: Path) -> m.LangTag | None:
    """Return the language that a part is for, where it is for one."""
    value: Any = house
    for step in path:
        if isinstance(value, dict):
            return str(step)
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, str(step))
        if isinstance(value, HouseDisclaimer):
            return value.lang
    return None


def _without(house: House, paths: list[Path]) -> House:
    for path in reversed(paths):  # what is in a thing before the thing, the last of many first
        house = _less(house, path)
    return house


def _less(value: Any, path: Path) -> Any:  # noqa: ANN401
    """Return *value* without what stands at *path*; a table that it leaves empty goes too."""
    step, rest = path[0], path[1:]
    if isinstance(value, dict):
        inner = _less(value[step], rest) if rest and step in value else None
        changed = {key: inner if key == step else one for key, one in value.items()}
        return {key: one for key, one in changed.items() if one}
    if isinstance(value, tuple):
        changed_items = (
            (_less(one, rest) if rest else None) if number == step else one
            for number, one in enumerate(value)
        )
        return tuple(one for one in changed_items if one is not None)
    (field,) = (one for one in dataclasses.fields(value) if one.name == step)
    inner = _less(getattr(value, field.name), rest) if rest else default(field)
    return replace(value, **{field.name: inner})
