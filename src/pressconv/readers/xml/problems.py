"""What is wrong with a file, gathered while it is read, then listed in the order of the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from pressconv.errors import Problem

if TYPE_CHECKING:
    from pressconv.errors import Place

MAX_LISTED: Final = 100
_MAX_KEPT: Final = 10_000
_MAX_SHOWN: Final = 60

Hint: TypeAlias = str | Callable[[], str]
"""A hint, or what finds it: looking for a similar name is slow, and most hints are never read."""


class Problems:
    """The problems of one file."""

    def __init__(self) -> None:
        self._kept: list[tuple[str, Place, str, Hint]] = []
        self._n_found = 0

    def refuse(self, code: str, place: Place, message: str, hint: Hint = "") -> None:
        """Keep a problem."""
        self._n_found += 1
        if self._n_found <= _MAX_KEPT:
            self._kept.append((code, place, message, hint))

    def listed(self) -> list[Problem]:
        """Return the problems in the order of the file; the last one counts those left out."""
        in_order = sorted(self._kept, key=lambda kept: kept[1])
        problems = [
            Problem(code, message, place, hint if isinstance(hint, str) else hint())
            for code, place, message, hint in in_order[:MAX_LISTED]
        ]
        n_more = self._n_found - len(problems)
        if n_more:
            place = in_order[MAX_LISTED][1]
            message = f"{n_more:,} more problems from here on"
            problems.append(Problem("too-many", message, place, "correct those above first"))
        return problems


def shown(value: str) -> str:
    """Return *value* in quotes for a message, shortened where it is long."""
    return repr(value if len(value) <= _MAX_SHOWN else value[: _MAX_SHOWN - 1] + "…")
