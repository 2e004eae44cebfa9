"""What to begin with → a file: a release, a translation of one, a house file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pressconv.batch import STANDARD_STREAM, Outcome, read_source
from pressconv.convert import Format
from pressconv.errors import PressconvError
from pressconv.frozen import dataclass
from pressconv.languages import fallback_notes
from pressconv.notes import Note, Result
from pressconv.saving import hold_free, save
from pressconv.skeletons import new_house, new_release, new_translation

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressconv.model import GenreKey, LangTag

UNNAMED = "release"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a file goes ("-": to stdout), and whether it may replace another."""

    output: str
    force: bool = False


def begin_release(lang: LangTag, target: Target, *, id: str | None, genre: GenreKey) -> Outcome:
    """Begin a release in *lang*; without an *id* it is named by its file."""

    def make() -> Result[bytes]:
        name = id or id_of(target.output, lang)
        return Result(new_release(lang, id=name, genre=genre), tuple(fallback_notes([lang])))

    return _made("", Format.XML, target, make)


def begin_translation(source: str, lang: LangTag, target: Target, stdin: bytes = b"") -> Outcome:
    """Begin the edition in *lang* of the release in the file *source* ("-": in *stdin*)."""

    def make() -> Result[bytes]:
        release = read_source(source, stdin).value
        return Result(new_translation(release, lang), tuple(fallback_notes([lang])))

    return _made(source, Format.XML, target, make)


def begin_house(target: Target) -> Outcome:
    """Begin a house file."""
    return _made("", "toml", target, lambda: Result(new_house()))


def id_of(output: str, lang: LangTag) -> str:
    """Return an id for a release in the file *output*: that of the file, else of its folder.

    "2026/Night trains.fr.xml" is "night-trains", and so is "night-trains/fr.xml".
    """
    path = Path(output).absolute()
    names = [] if output == STANDARD_STREAM else [path.stem, path.parent.name]
    for name in names:
        plain = re.sub("[^a-z0-9._-]+", "-", name.lower())
        own = re.sub(rf"(?:^|[._-]){re.escape(lang.lower())}$", "", plain).strip("-._")
        if own:
            return own
    return UNNAMED


def _made(source: str, kind: str, target: Target, make: Callable[[], Result[bytes]]) -> Outcome:
    notes: tuple[Note, ...] = ()
    try:
        made = make()
        notes = made.notes
        if target.output == STANDARD_STREAM:
            return Outcome(source, data={Format.XML: made.value}, notes=notes)
        path = Path(target.output)
        if not target.force:
            hold_free(path, source)
        save({path: made.value})
    except PressconvError as error:
        return Outcome(source, notes=notes, error=error)
    return Outcome(source, written=((kind, path, len(made.value)),), notes=notes)
