"""Languages are data: one TOML file a language, strict keys, every rule with its source.

A file holds its language's own neutral wording. No code compares a tag with a literal; the
only constant is the last fallback, "en".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pressconv.errors import ConfigError, Place, suggestion
from pressconv.languages.choices import NO_CHOICES, Choices, parse_choices
from pressconv.languages.rules import (
    Calendar,
    Dates,
    DisclaimerWording,
    Labels,
    Language,
    LetterheadPart,
    Numbers,
    Position,
    Recognition,
    WordingStatus,
)
from pressconv.languages.setting import Emphasis, Layout, Typography
from pressconv.languages.tags import fallback_chain, subtags
from pressconv.notes import Note, note
from pressconv.strict import build, parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.model import LangTag

__all__ = [
    "NO_CHOICES",
    "Calendar",
    "Choices",
    "Dates",
    "DisclaimerWording",
    "Emphasis",
    "Labels",
    "Language",
    "Layout",
    "LetterheadPart",
    "Numbers",
    "Position",
    "Recognition",
    "Typography",
    "WordingStatus",
    "check_choices",
    "language",
    "offered",
    "parse_choices",
    "shipped",
]

Table: TypeAlias = "dict[str, object]"

_FILES = Path(__file__).parent


@cache
def language(tag: LangTag, choices: Choices = NO_CHOICES) -> Language:
    """Load the language for a BCP 47 *tag*: "ar-EG" falls back to "ar", "zh-HK" to "zh-Hant".

    Every tag has a language: the chain of its fallbacks ends at "en", which then only stands in.
    Of the *choices* those that the language's file offers take effect.

    Raises:
        ConfigError: a file has a missing, unknown or mistyped key.
    """
    for candidate in fallback_chain(tag):
        if _path(candidate).is_file():
            used = _language(candidate, choices)
            is_own = subtags(tag)[0] == subtags(candidate)[0]
            return used if is_own else replace(used, stands_in=True)
    raise AssertionError("the chain ends at a file that ships")


def fallback_notes(tags: Iterable[LangTag]) -> Iterator[Note]:
    """Note each of *tags* that has no language file."""
    for tag in tags:
        used = language(tag)
        if used.stands_in:
            yield note("language-fallback", tag=tag, used=used.tag)


def shipped() -> Iterator[LangTag]:
    """Yield the tags of all language files, in order."""
    yield from sorted(path.stem for path in _FILES.glob("*.toml"))


@cache
def offered() -> frozenset[tuple[str, str]]:
    """Return the choices that any language offers, as key and value."""
    return frozenset(choice for tag in shipped() for choice in language(tag).choices)


def check_choices(choices: Choices) -> None:
    """Refuse a choice that no language offers: it would change nothing.

    Raises:
        ConfigError: it is the name of none.
    """
    for key, value in choices.made():
        values = sorted(other for one, other in offered() if one == key)
        if key != "charset" and value not in values:
            hint = suggestion(value, values)
            raise ConfigError(f"no language offers {key}={value}", hint=hint)


@cache
def _language(tag: LangTag, choices: Choices) -> Language:
    """Build a file's language, the tables of the *choices* laid over its own."""
    name = _path(tag).name
    table = dict(_table(tag))
    overlays = table.pop("choices", {})
    if not isinstance(overlays, dict):
        raise ConfigError("choices must be a table", place=Place(name))
    for key, value in choices.made():
        table = _merged(table, overlays.get(key, {}).get(value, {}))
    table["choices"] = [[key, value] for key in overlays for value in overlays[key]]
    return build(Language, table, file=name)


@cache
def _table(tag: LangTag) -> Table:
    """Return a file's table, laid over that of the file which it inherits."""
    path = _path(tag)
    own = parse_toml(path.read_bytes(), file=path.name)
    parent = own.pop("inherits", None)
    if parent is None:
        return own
    if not isinstance(parent, str) or not _path(parent).is_file():
        raise ConfigError(f"inherits = {parent!r}: there is no such file", place=Place(path.name))
    return _merged(_table(parent), own)


def _merged(below: Table, above: Table) -> Table:
    """Lay a table over another; tables are merged, any other value is replaced."""
    made = dict(below)
    for key, value in above.items():
        under = made.get(key)
        if isinstance(under, dict) and isinstance(value, dict):
            made[key] = _merged(under, value)
        else:
            made[key] = value
    return made


def _path(tag: LangTag) -> Path:
    return _FILES / f"{tag}.toml"
