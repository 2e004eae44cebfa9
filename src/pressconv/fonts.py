"""fonts.toml → the families that ship, with the file of each face. No font is opened here."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from pressconv.errors import ConfigError, Place
from pressconv.frozen import dataclass
from pressconv.resources import data_dir

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a family: the one at ``index`` of a file, which may be a collection."""

    path: Path
    index: int
    weight: int
    is_italic: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Faces under one name, the one that CSS knows them by."""

    name: str
    faces: tuple[Face, ...]


@cache
def families() -> tuple[Family, ...]:
    """Return the families that ship, in the order in which a missing glyph is looked for."""
    folder = data_dir("fonts")
    data = tomllib.loads((folder / "fonts.toml").read_text(encoding="utf-8"))
    return tuple(
        Family(
            member["name"],
            tuple(
                Face(
                    folder / family["folder"] / file["name"],
                    member.get("index", 0),
                    file["weight"],
                    file["style"] == "italic",
                )
                for file in family["file"]
            ),
        )
        for family in data["family"]
        for member in family.get("member", (family,))
    )


def font_folders(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folder that ships and then *folders*, each once, as absolute paths.

    Raises:
        ConfigError: one of them is not there.
    """
    found = {data_dir("fonts").resolve(): None}
    for folder in folders:
        if not folder.is_dir():
            hint = "fonts_dirs and --fonts-dir name folders with .ttf, .otf or .ttc files"
            raise ConfigError("there is no such folder", place=Place(str(folder)), hint=hint)
        found[folder.resolve()] = None
    return tuple(found)
