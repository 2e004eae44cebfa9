"""Files within a PDF: what it was made from, and what else it takes to make it again."""

from __future__ import annotations

from enum import StrEnum

from pressconv.frozen import dataclass


class Relation(StrEnum):
    """What an attached file is to the document."""

    SOURCE = "Source"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to attach, by its ``name``; ``description`` says in words what it is."""

    name: str
    data: bytes
    media_type: str
    relation: Relation
    description: str
