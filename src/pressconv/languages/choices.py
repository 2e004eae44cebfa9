"""What a house chooses where a language has more than one good way."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from pressconv.errors import ConfigError, suggestion
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

    def under(self, other: Choices) -> Choices:
        """Return these choices with those of *other* laid over them."""
        return replace(self, **dict(other.made()))

    def made(self) -> Iterator[tuple[str, str]]:
        """Yield the choices that were made, as key and value."""
        for field in fields(self):
            value = getattr(self, field.name)
            if value:
                yield field.name, value


NO_CHOICES = Choices()


def parse_choices(text: str) -> Choices:
    """Read choices as the command line gives them: "level=strict,nu=latn".

    Raises:
        ConfigError: a part is no pair, or its key is unknown.
    """
    keys = [field.name for field in fields(Choices)]
    made: dict[str, str] = {}
    for part in filter(None, text.split(",")):
        key, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals or not value:
            raise ConfigError(f"{part!r} is no choice", hint="say key=value, as in level=strict")
        if key not in keys:
            raise ConfigError(f"unknown choice {key!r}", hint=suggestion(key, keys))
        made[key] = value
    return Choices(**made)
