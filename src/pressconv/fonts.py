"""fonts.toml, or a folder of fonts → families, with the file of each face."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.errors import ConfigError, Place, ReadError
from pressconv.files import hold_regular
from pressconv.frozen import dataclass
from pressconv.resources import data_dir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SUFFIXES: Final = frozenset({".otf", ".ttf", ".ttc", ".otc"})
_ITALIC: Final = 1  # OS/2 fsSelection, bit 0


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
        ConfigError: one of them is not there, or has something in it that is no file.
    """
    found = {data_dir("fonts").resolve(): None}
    for folder in folders:
        if not folder.is_dir():
            hint = "fonts_dirs and --fonts-dir name folders with .ttf, .otf or .ttc files"
            raise ConfigError("there is no such folder", place=Place(str(folder)), hint=hint)
        _hold_files(folder)
        found[folder.resolve()] = None
    return tuple(found)


def _hold_files(folder: Path) -> None:
    """Refuse pipes and devices: whoever reads all of a folder would wait for them."""
    try:
        for path in folder.rglob("*"):
            if path.exists() and not path.is_dir():
                hold_regular(path)
    except ReadError as error:
        raise ConfigError(error.message, place=error.place, hint="take it away") from error
    except OSError as error:
        message = f"cannot read it: {error.strerror}"
        raise ConfigError(message, place=Place(str(folder))) from error


@cache
def folder_families(folders: tuple[Path, ...]) -> tuple[Family, ...]:
    """Return the families in *folders* and the folders in them.

    Raises:
        ConfigError: a folder is not there, or a font cannot be read.
    """
    found: dict[str, list[Face]] = {}
    for folder in font_folders(folders)[1:]:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _SUFFIXES:
                for name, face in _faces(path):
                    found.setdefault(name, []).append(face)
    return tuple(Family(name, tuple(faces)) for name, faces in found.items())


def _faces(path: Path) -> Iterator[tuple[str, Face]]:
    from fontTools.ttLib import TTCollection, TTFont, TTLibError  # noqa: PLC0415 - heavy, seldom

    try:
        is_collection = path.suffix.lower() in {".ttc", ".otc"}
        with TTCollection(path, lazy=True) if is_collection else TTFont(path, lazy=True) as file:
            for index, font in enumerate(file if is_collection else [file]):
                style = font["OS/2"]
                is_italic = bool(style.fsSelection & _ITALIC)
                name = font["name"].getBestFamilyName()
                yield name, Face(path, index, style.usWeightClass, is_italic)
    except (TTLibError, KeyError, OSError) as error:
        raise ConfigError(f"the font cannot be read: {error}", place=Place(str(path))) from error
