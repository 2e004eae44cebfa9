"""A release → what of it may leave the office within its PDF.

What a reader or a machine gets of the outputs is published. What no output shows is the office's
own: the desk's name of the release, who translated it, a notice that was found on an imported page,
and in which folders the images are kept. docs/format.md tells it to the office.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from pressconv import model as m
from pressconv.attached import distinct, safe_name
from pressconv.walk import descendants, map_children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pressconv.assets import Asset, Assets


def published(release: m.Release) -> m.Release:
    """Return *release* without what an office keeps to itself; twice, it changes nothing more."""
    head = release.head
    translation = head.translation
    if translation:
        translation = replace(translation, translator=None, wording=None)
    return replace(release, head=replace(head, slugline=None, translation=translation))


def gathered(
    release: m.Release, assets: Assets, taken: Iterable[str] = ()
) -> tuple[m.Release, dict[str, Asset]]:
    """Return *release* with all its images in one folder, and the images by their names there.

    No name is one of *taken*, and an image that is shown under two names is one file. Gathered
    twice, it changes nothing more.
    """
    sources = dict.fromkeys(one.src for one in descendants(release) if isinstance(one, m.Image))
    first: dict[Asset, str] = {}
    for source in sources:
        first.setdefault(assets[source], source)
    own = distinct((safe_name(unquote(one)) for one in first.values()), taken)
    names = dict(zip(first, own, strict=True))
    renamed = {source: _reference(names[assets[source]]) for source in sources}
    return _renamed(release, renamed), {name: one for one, name in names.items()}


def _renamed(node: Any, names: dict[str, str]) -> Any:  # noqa: ANN401 - any node
    if isinstance(node, m.Image):
        return replace(node, src=names[node.src])
    return map_children(node, partial(_renamed, names=names))


def _reference(name: str) -> str:
    """Return the address of a file beside the release."""
    return "".join(one if ord(one) > 127 else quote(one, safe="") for one in name)
