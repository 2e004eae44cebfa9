"""What every part may say of itself."""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from pressconv.errors import Place

LangTag: TypeAlias = str
"""A BCP 47 tag in canonical case: "en", "ar", "zh-Hant", "pt-BR"."""

When: TypeAlias = date | datetime
"""A day, or a moment (without offset where the source gives none)."""


class Direction(StrEnum):
    """The direction of a text (HTML ``dir``)."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What every part may say of itself: a name, a language, a direction.

    ``lang`` and ``dir`` are `None` where the parent's hold. ``place`` is where the part was read,
    for messages; two parts are equal wherever they stood.
    """

    id: str | None = None
    lang: LangTag | None = None
    dir: Direction | None = None
    place: Place | None = field(default=None, compare=False, repr=False)
