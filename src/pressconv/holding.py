"""What holds an output back: a gap, an image that is missing, a text that is not the release's."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from pressconv.errors import Place, Problem, RefusedError
from pressconv.gaps import shutting_gaps
from pressconv.model import Image
from pressconv.text import BREAKING
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressconv.assets import Assets
    from pressconv.model import Release


def hold_gaps(release: Release) -> None:
    """Refuse gaps that would shut a reader out.

    Raises:
        RefusedError: there are some.
    """
    problems = list(shutting_gaps(release))
    if problems:
        message = "not converted: parts of it would be closed to some readers"
        raise RefusedError(message, problems=problems)


def hold_assets(release: Release, assets: Assets) -> None:
    """Refuse images that nobody has loaded: a page must need nothing but itself.

    Raises:
        RefusedError: there are some.
    """
    problems = [
        Problem("image-missing", f"image {node.src!r}: it was not loaded", place)
        for node in descendants(release)
        if isinstance(node, Image) and node.src not in assets
        for place in [node.place or Place(release.id)]
    ]
    if problems:
        hint = "give convert the images: assets=load_assets(release, folder)"
        raise RefusedError("not converted: images are missing", problems=problems, hint=hint)


def hold_equal(name: str, expected: Sequence[str], found: Sequence[str]) -> None:
    """Compare block by block; the first difference names what should stand there.

    Raises:
        RefusedError: there is one.
    """
    pairs = zip_longest(expected, found, fillvalue="nothing more")
    for number, (wanted, given) in enumerate(pairs, start=1):
        if wanted != given:
            raise lost(name, f"block {number} reads {given[:80]!r} instead of {wanted[:80]!r}")


def lost(name: str, message: str) -> RefusedError:
    """Return the error of an output *name* that is not what it was made of."""
    problem = Problem("text-differs", message, Place(name))
    hint = "this is a defect of pressconv: please report it with the release"
    return RefusedError(
        f"the text of the {name} is not the release's", problems=[problem], hint=hint
    )


def unspaced(blocks: Sequence[str]) -> list[str]:
    """Take breaking spaces out: wrapped lines cannot be told apart from broken ones."""
    return [BREAKING.sub("", block) for block in blocks]
