"""What an office or a user may choose of the text; what nobody says has its default here.

A stage's other options stand beside the stage. These stand below the house file, which says them
too: command line, then house file, then default.
"""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import Final

from pressconv.charsets import codec
from pressconv.errors import ConfigError
from pressconv.frozen import dataclass

DEFAULT_WIDTH: Final = 72
DEFAULT_CHARSET: Final = "utf-8"
MIN_WIDTH: Final = 20
MAX_WIDTH: Final = 1000
MAX_FLOWED: Final = 76
"""RFC 3676, section 4.2: 78 characters, less the space at a soft end and one that is stuffed."""
MAX_FLOWED_ISOLATES: Final = 72
"""The same, less isolates that end with a line and open again on the next one."""


class Abbreviations(StrEnum):
    """Whether the text says in words what an abbreviation stands for, where it is used first.

    ``expand`` puts in the words that the author has not written, ``keep`` adds none.
    """

    EXPAND = "expand"
    KEEP = "keep"


class Bidi(StrEnum):
    """How a text shows that parts of it run in another direction.

    ``logical`` adds nothing, ``isolates`` sets Unicode's isolates around them, ``visual`` writes
    the signs in the order of the eye, for displays that neither order nor join letters.
    """

    LOGICAL = "logical"
    ISOLATES = "isolates"
    VISUAL = "visual"


class Newline(StrEnum):
    """What ends a line."""

    LF = "lf"
    CRLF = "crlf"

    @property
    def characters(self) -> str:
        """The characters themselves."""
        return "\r\n" if self is Newline.CRLF else "\n"


@dataclass(frozen=True, slots=True)
class TextOptions:
    """What plain text leaves open; `None` where nobody has said.

    ``width`` is in cells (72); 0 breaks no line. ``bidi`` is logical, ``charset`` UTF-8.
    ``flowed`` is format=flowed of RFC 3676, for e-mail; lines then end in CR LF, else in LF, unless
    ``newline`` says otherwise.

    Raises:
        ConfigError: nobody could read a text so narrow, there is no such charset, or the choices
            exclude each other.
    """

    width: int | None = None
    bidi: Bidi | None = None
    charset: str | None = None
    newline: Newline | None = None
    flowed: bool | None = None

    def __post_init__(self) -> None:
        if self.charset is not None:
            codec(self.charset)
        width = DEFAULT_WIDTH if self.width is None else self.width
        if width and not MIN_WIDTH <= width <= MAX_WIDTH:
            hint = f"say {MIN_WIDTH} to {MAX_WIDTH} cells, or 0 for lines that are never broken"
            raise ConfigError(f"a text of width {width} cannot be read", hint=hint)
        if self.flowed and not 0 < width <= MAX_FLOWED:
            hint = f"say {MIN_WIDTH} to {MAX_FLOWED} cells: the reader's program breaks them anew"
            raise ConfigError(f"flowed text cannot have lines of width {width}", hint=hint)
        if self.flowed and self.bidi is Bidi.VISUAL:
            hint = "choose one: whoever breaks lines anew needs the order in which they are read"
            raise ConfigError("flowed text cannot be in visual order", hint=hint)

    def over(self, below: TextOptions) -> TextOptions:
        """Return these options, with those of *below* where they say nothing.

        Raises:
            ConfigError: together they exclude each other.
        """
        said = {
            field.name: value
            for field in dataclasses.fields(self)
            if (value := getattr(self, field.name)) is not None
        }
        try:
            return dataclasses.replace(below, **said)
        except ConfigError as error:
            message = f"{error.message} (command line and house file together)"
            raise ConfigError(message, hint=error.hint) from error
