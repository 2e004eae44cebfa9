"""A file → the files that its outputs are made from, and stamps that tell their states apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.assets import AssetError
from pressconv.frozen import dataclass
from pressconv.loading import house_candidates, image_path
from pressconv.walk import descendants

if TYPE_CHECKING:
    from pathlib import Path

    from pressconv.batch import Job


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another. An editor may put a new file in its place."""

    changed_ns: int
    n_bytes: int
    number: int


def stamp(path: Path) -> Stamp | None:
    """Return the stamp of *path* as it is now, or `None` where there is no such file."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # a NUL in the name
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def own_files(path: Path, folder: Path, job: Job) -> tuple[Path, ...]:
    """Return the release at *path*, and every place where a house file is or would be found.

    One that is named is named from *folder*.
    """
    return (path, *((folder / job.house,) if job.house else house_candidates(path.parent)))


def images(release: m.Release, path: Path) -> frozenset[Path]:
    """Return the images that *release* shows, which is at *path*, those that are missing too."""
    paths = set()
    for node in descendants(release):
        if isinstance(node, m.Image):
            try:
                paths.add(image_path(node.src, path.parent))
            except AssetError:  # the conversion says it
                continue
    return frozenset(paths)
