"""Images: what they show has to be decided."""

from __future__ import annotations

from pressconv.frozen import dataclass
from pressconv.model.marks import Marked
from pressconv.model.running import Span, Text


@dataclass(frozen=True, slots=True)
class Decorative:
    """Says that an image carries no meaning; unlike a forgotten alternative text."""


@dataclass(frozen=True, slots=True)
class Undescribed:
    """A gap: nobody has said yet what the image shows; `convert` refuses it."""


@dataclass(frozen=True, slots=True)
class Alternative(Marked):
    """The text that stands for an image; its parts may name their language."""

    children: tuple[Text | Span, ...]


@dataclass(frozen=True, slots=True)
class Image(Marked):
    """An image. There is no default for ``alt``: someone has to decide."""

    src: str
    alt: Alternative | Decorative | Undescribed
