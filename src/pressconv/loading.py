"""Files beside a release: its images and its house file, read from the disk and nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pressconv import model as m
from pressconv.assets import MAX_BYTES, Asset, AssetError, make_asset
from pressconv.errors import ConfigError, InputError, Place, Problem, ReadError
from pressconv.house import House, read_house
from pressconv.walk import descendants

if TYPE_CHECKING:
    from pathlib import Path

HOUSE_FILE = "pressconv.toml"


def load_assets(release: m.Release, folder: Path) -> dict[str, Asset]:
    """Load the images that *release* shows, from *folder* and its subfolders only.

    Raises:
        ReadError: an image is missing, outside the folder, or cannot be published; all at once.
    """
    assets: dict[str, Asset] = {}
    problems: list[Problem] = []
    for node in descendants(release):
        if isinstance(node, m.Image) and node.src not in assets:
            try:
                assets[node.src] = _load(node.src, folder)
            except AssetError as error:
                place = node.place or Place(release.id)
                message = f"image {node.src!r}: {error.message}"
                problems.append(Problem(error.code, message, place, error.hint))
    if problems:
        raise ReadError(problems)
    return assets


def find_house(folder: Path) -> House:
    """Read the nearest house file from *folder* upwards; a house without facts if there is none.

    Raises:
        ConfigError: the file cannot be read, or something in it is wrong.
    """
    for candidate in (folder.resolve(), *folder.resolve().parents):
        if (candidate / HOUSE_FILE).is_file():
            return load_house(candidate / HOUSE_FILE)
    return House()


def load_house(path: Path) -> House:
    """Read the house file at *path*.

    Raises:
        ConfigError: the file cannot be read, or something in it is wrong.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot read it: {error.strerror}", place=Place(str(path))) from error
    house = read_house(data, name=str(path))
    return replace(house, fonts_dirs=tuple(str(path.parent / one) for one in house.fonts_dirs))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file.

    Raises:
        InputError: it is not there, no file, or not readable.
    """
    try:
        if not path.exists():
            raise InputError("there is no such file", place=Place(str(path)))
        if not path.is_file():
            raise InputError("it is not a file", place=Place(str(path)))
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read it: {error.strerror}", place=Place(str(path))) from error


def _load(source: str, folder: Path) -> Asset:
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|\\", source):
        message = "it is not a relative path"
        raise AssetError("image-outside", message, "put the image beside the release")
    inside = folder.resolve()
    path = (inside / unquote(source)).resolve()
    if not path.is_relative_to(inside):
        message = "it lies outside the release's folder"
        raise AssetError("image-outside", message, "put the image beside the release")
    if not path.is_file():
        raise AssetError("image-missing", "there is no such file")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise AssetError("image-too-large", f"it has more than {MAX_BYTES:,} bytes")
        return make_asset(path.read_bytes())
    except OSError as error:
        raise AssetError("image-missing", f"cannot read it: {error.strerror}") from error
