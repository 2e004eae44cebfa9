"""Files beside a release: its images and its house file, read from the disk and nowhere else."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pressconv import model as m
from pressconv.assets import MAX_BYTES, Asset, AssetError, make_asset
from pressconv.errors import ConfigError, Place, Problem, ReadError
from pressconv.files import read_file
from pressconv.house import HOUSE_FILE, House, read_house
from pressconv.walk import descendants

if TYPE_CHECKING:
    from pathlib import Path

_BESIDE = "put the image beside the release, and write its name"


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
    for candidate in house_candidates(folder):
        with suppress(
            PermissionError
        ):  # a folder that is not ours to look into is not the office's
            if candidate.is_file():
                return load_house(candidate)
    return House()


def house_candidates(folder: Path) -> tuple[Path, ...]:
    """Return where the house file of *folder* may be, the nearest place first."""
    inside = folder.resolve()
    return tuple(one / HOUSE_FILE for one in (inside, *inside.parents))


def load_house(path: Path) -> House:
    """Read the house file at *path*.

    Raises:
        ConfigError: the file cannot be read, or something in it is wrong.
    """
    try:
        data = read_file(path)
    except ReadError as error:
        raise ConfigError(error.message, place=error.place, hint=error.hint) from error
    house = read_house(data, name=str(path))
    return replace(house, fonts_dirs=tuple(str(path.parent / one) for one in house.fonts_dirs))


def image_path(source: str, folder: Path) -> Path:
    """Return where the image *source* of a release in *folder* is, whether it is there or not.

    Raises:
        AssetError: it would lie outside the folder, or there can be no such file.
    """
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/|\\", source):
        message = "it is not a relative path"
        raise AssetError("image-outside", message, _BESIDE)
    inside = folder.resolve()
    try:
        path = (inside / unquote(source)).resolve()
    except (OSError, ValueError, RuntimeError) as error:  # a NUL in the name, links in a circle
        raise AssetError("image-missing", "there is no such file", _BESIDE) from error
    if not path.is_relative_to(inside):
        message = "it lies outside the release's folder"
        raise AssetError("image-outside", message, _BESIDE)
    return path


def _load(source: str, folder: Path) -> Asset:
    path = image_path(source, folder)
    try:
        data = read_file(path, most=MAX_BYTES)
    except ReadError as error:
        is_large = error.problems[0].code == "too-large"
        code = "image-too-large" if is_large else "image-missing"
        hint = error.hint or ("make it smaller" if is_large else _BESIDE)
        raise AssetError(code, error.message, hint) from error
    return make_asset(data)
