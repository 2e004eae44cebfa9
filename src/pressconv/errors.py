"""Every error pressconv raises on purpose.

    PressconvError            exit code
    ├── RefusedError          1   read, but not let out: the gate, a gap, --strict
    ├── InputError            3   the release cannot be read, or breaks the schema
    │   └── ReadError         3   the same, with all its problems at once
    ├── ConfigError           4   an option, house or language file, theme or style sheet is wrong
    ├── RenderError           5   the PDF engine stopped, or no font has a character
    └── MissingToolError      6   a library or program outside Python is not installed

Any other exception is a bug: ``cli.main``, and only it, turns it into exit code 70.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: lines and columns count characters from 1, 0 means "no line"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __lt__(self, other: Place) -> bool:
        """Order by file, then from the top down."""
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input. ``code`` is permanent and listed in docs/errors.md."""

    code: str
    message: str
    place: Place
    hint: str = ""

    def __str__(self) -> str:
        return _sentence(self.message, self.place, self.hint)


class PressconvError(Exception):
    """Base of all expected failures; carries what a caller needs to act."""

    exit_code: ClassVar[int] = 70

    def __init__(self, message: str, *, place: Place | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.place, self.hint = message, place, hint

    def __str__(self) -> str:
        return _sentence(self.message, self.place, self.hint)


class _ListingError(PressconvError):
    """An error that may have several ``problems``, all of them told at once."""

    def __init__(
        self,
        message: str,
        *,
        problems: Sequence[Problem] = (),
        place: Place | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message, place=place, hint=hint)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), super().__str__()])


class RefusedError(_ListingError):
    """The release was read, but what came of it is not let out; ``problems`` says why."""

    exit_code = 1


class InputError(PressconvError):
    """The input cannot be read."""

    exit_code = 3


class ReadError(InputError):
    """The input breaks the rules of its format; ``problems`` holds all of them, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.message, place=first.place, hint=first.hint)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class ConfigError(_ListingError):
    """An option, a house or language file, a theme or a style sheet is wrong."""

    exit_code = 4


class RenderError(_ListingError):
    """The document could not be laid out or written; ``problems`` are what cannot be shown."""

    exit_code = 5


class MissingToolError(PressconvError):
    """Something that pip does not install is missing, such as Pango."""

    exit_code = 6


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return a hint that names what is meant by *word*, or all that is possible."""
    import difflib  # noqa: PLC0415 - only a mistake needs it

    names = list(dict.fromkeys(known))
    near = difflib.get_close_matches(word, names, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"expected one of: {', '.join(names)}" if names else "nothing may stand here"


def _sentence(message: str, place: Place | None, hint: str) -> str:
    where = f"{place}: " if place else ""
    return f"{where}{message}" + (f"\n  hint: {hint}" if hint else "")
