"""A part of the foot that is being filled → the contact or the standing text that it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.draft import Region
from pressconv.recognition.contacts import ContactLine, make_contact

if TYPE_CHECKING:
    from pressconv.errors import Place


@dataclass(slots=True)
class OpenPart:
    """What is known of the part so far; ``lines`` are those of a contact."""

    kind: m.BoilerplateKind | None = None
    title: m.Inlines = ()
    blocks: list[m.Block] = field(default_factory=list)
    lines: list[tuple[str, ContactLine | None]] = field(default_factory=list)
    is_contact: bool = False
    place: Place | None = None
    label: str = ""
    region: Region = Region.ARTICLE

    def contact(self) -> m.Contact | None:
        """Return the contact, where it is one and nothing else."""
        if self.blocks or not self.lines:
            return None
        return make_contact(self.lines, self.place)

    def boilerplate(self) -> m.Boilerplate | None:
        """Return its lines and blocks as they stand, where there are any."""
        lines = [m.Paragraph((m.Text(text),), place=self.place) for text, _ in self.lines]
        blocks = (*lines, *self.blocks)
        if not blocks:
            return None
        kind = self.kind or m.BoilerplateKind.OTHER
        return m.Boilerplate(self.title, blocks, kind, place=self.place)
