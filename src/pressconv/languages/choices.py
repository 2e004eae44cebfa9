"""What a house chooses where a language has more than one good way."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Choices:
    """House choices; an empty one leaves the language's own way.

    ``profile`` names a set of spacing rules, ``level`` how strictly words are bound, ``style`` how
    dates look. ``ca`` and ``nu`` are a calendar and a numbering system, with the names of the
    Unicode locale extension (UTS #35, section 3.6.1). ``charset`` is what plain text may hold.
    """

    profile: str = ""
    level: str = ""
    style: str = ""
    ca: str = ""
    nu: str = ""
    charset: str = ""

    def made(self) -> Iterator[tuple[str, str]]:
        """Yield the choices that were made, as key and value."""
        for field in fields(self):
            value = getattr(self, field.name)
            if value:
                yield field.name, value


NO_CHOICES = Choices()
