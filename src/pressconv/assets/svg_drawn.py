"""The parts of an SVG image and what each refers to → how much is drawn in all.

A part that is used twice in a part that is used twice grows without bound, and one that uses
itself never ends: ten lines of SVG can stop a reader for hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.assets.asset import AssetError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

MAX_DRAWN: Final = 50_000
MAX_DEPTH: Final = 100


def hold_drawn(root: etree._Element, references: Mapping[etree._Element, Sequence[str]]) -> None:
    """Refuse an image that draws too much; *references* are the ids that each part refers to.

    Raises:
        AssetError: it does.
    """
    _Counter(root, references).count(root, 1)


class _Counter:
    def __init__(
        self, root: etree._Element, references: Mapping[etree._Element, Sequence[str]]
    ) -> None:
        self.targets = {one.get("id"): one for one in root.iter() if one.get("id")}
        self.references = references
        self.known: dict[etree._Element, tuple[int, int]] = {}
        self.open: set[etree._Element] = set()

    def count(self, part: etree._Element, depth: int) -> tuple[int, int]:
        """Return how many parts are drawn for *part*, and how deep."""
        if part in self.open:
            name = part.get("id") or "?"
            raise _unsafe(f"the part {name!r} of the SVG file draws itself")
        if part not in self.known:
            if depth > MAX_DEPTH:
                raise _unsafe(f"the SVG file is nested more than {MAX_DEPTH} deep")
            self.open.add(part)
            inner = [
                self.count(self.targets[target], depth + 1)
                for target in self.references.get(part, ())
                if target in self.targets
            ]
            inner += [self.count(child, depth + 1) for child in part]
            self.open.discard(part)
            n_drawn = 1 + sum(number for number, _ in inner)
            self.known[part] = n_drawn, 1 + max((height for _, height in inner), default=0)
        n_drawn, height = self.known[part]
        if n_drawn > MAX_DRAWN:
            raise _unsafe(f"the SVG file draws more than {MAX_DRAWN:,} parts")
        if depth + height > MAX_DEPTH + 1:
            raise _unsafe(f"the SVG file is nested more than {MAX_DEPTH} deep")
        return n_drawn, height


def _unsafe(message: str) -> AssetError:
    return AssetError("image-unsafe", message, "simplify the image, or save it as PNG")
