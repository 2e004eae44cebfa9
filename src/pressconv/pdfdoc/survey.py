"""What the pages of a PDF draw: with which fonts, and whether it is marked as content or artifact.

Source: ISO 32000-2, 14.8.2.2 (artifacts), 14.6 (marked content).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TypeAlias

Key: TypeAlias = tuple[int, int, int]
"""Page from 1, object number of the form XObject that counts its own MCIDs or 0, MCID."""


@dataclass(slots=True)
class Shown:
    """A font dictionary, and the strings that are shown with it, visibly or at all."""

    font: object
    visible: list[bytes] = field(default_factory=list)
    hidden: list[bytes] = field(default_factory=list)


@dataclass(slots=True)
class Survey:
    """What was met while the pages were read.

    ``painted`` are the marked-content sequences that show something, ``langs`` the languages that
    they say themselves; ``unmarked`` counts by page what stands outside any.
    """

    fonts: dict[int, Shown] = field(default_factory=dict)
    painted: set[Key] = field(default_factory=set)
    langs: dict[Key, str] = field(default_factory=dict)
    unmarked: defaultdict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    artifacts_in_content: set[int] = field(default_factory=set)  # pages
    content_in_artifacts: set[int] = field(default_factory=set)  # pages
    device_colours: set[str] = field(default_factory=set)  # names of colour spaces
    forms_again: set[int] = field(default_factory=set)  # pages; of forms with MCIDs of their own

    def add_font(self, font: object) -> int:
        """Return a number for a font dictionary."""
        number = len(self.fonts) + 1
        self.fonts[number] = Shown(font)
        return number

    def show(self, number: int, data: bytes, *, is_invisible: bool) -> None:
        """Take note of a string that is shown."""
        shown = self.fonts.get(number)
        if shown:
            (shown.hidden if is_invisible else shown.visible).append(data)

    def paint(self, page: int, key: Key | None, what: str) -> None:
        """Take note of something that is drawn, and is no artifact."""
        if key is None:
            self.unmarked[page][what] += 1
        else:
            self.painted.add(key)
