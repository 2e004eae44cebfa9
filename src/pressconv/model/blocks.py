"""Blocks and sections: what the text of a release is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from pressconv.frozen import dataclass
from pressconv.model.images import Image
from pressconv.model.marks import Marked, When
from pressconv.model.running import Inlines
from pressconv.model.tables import Table


@dataclass(frozen=True, slots=True)
class Paragraph(Marked):
    """A paragraph; never empty."""

    children: Inlines


class ListKind(StrEnum):
    """Whether the order of a list's items matters."""

    UNORDERED = "unordered"
    ORDERED = "ordered"


class Numbering(StrEnum):
    """The numerals of an ordered list; ``native`` are the language's own."""

    DECIMAL = "decimal"
    ALPHA = "alpha"
    ROMAN = "roman"
    NATIVE = "native"


@dataclass(frozen=True, slots=True)
class Item(Marked):
    """An entry of a list: running text, or blocks."""

    content: Flow


@dataclass(frozen=True, slots=True)
class List(Marked):
    """A list of one item or more."""

    items: tuple[Item, ...]
    kind: ListKind = ListKind.UNORDERED
    start: int = 1
    numbering: Numbering = Numbering.DECIMAL


@dataclass(frozen=True, slots=True)
class Term(Marked):
    """A term that is explained."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Definition(Marked):
    """What a term means."""

    content: Flow


@dataclass(frozen=True, slots=True)
class Entry:
    """Terms with their definitions; at least one of each."""

    terms: tuple[Term, ...]
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Definitions(Marked):
    """A list of terms and what they mean."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Figure(Marked):
    """An image with what is said about it; ``description`` is the long one."""

    image: Image
    caption: Inlines = ()
    credit: Inlines = ()
    description: Blocks = ()


class MediaKind(StrEnum):
    """What the reader will see or hear."""

    VIDEO = "video"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Media(Marked):
    """A film or recording. ``transcript`` is its text, the address of its text, or a gap."""

    kind: MediaKind
    href: str
    duration: str | None = None
    title: Inlines = ()
    poster: Image | None = None
    transcript: Blocks | str | None = None
    credit: Inlines = ()


@dataclass(frozen=True, slots=True)
class Quote(Marked):
    """A quotation of one block or more."""

    blocks: Blocks
    attribution: Inlines = ()
    cite: str | None = None


class SpeechKind(StrEnum):
    """What a turn in a transcript is."""

    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Speech(Marked):
    """A turn in a transcript. ``key`` is a short name that is the same for all turns of one."""

    speaker: Inlines
    blocks: Blocks
    key: str | None = None
    kind: SpeechKind | None = None


class RemarkKind(StrEnum):
    """Who remarks, and why."""

    EDITOR = "editor"
    ASIDE = "aside"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Remark(Marked):
    """A note beside the text (``note`` in the XML); ``when`` is the day of a correction."""

    title: Inlines
    blocks: Blocks
    kind: RemarkKind | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Line(Marked):
    """A line of verse."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Verse(Marked):
    """Lines that must not be joined."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Separator:
    """A pause between blocks; no text."""


Block: TypeAlias = (
    Paragraph
    | List
    | Definitions
    | Table
    | Figure
    | Media
    | Quote
    | Speech
    | Remark
    | Verse
    | Separator
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """Running text where blocks could stand: the content of an item, a cell or a definition."""

    children: Inlines


Flow: TypeAlias = Running | Blocks


@dataclass(frozen=True, slots=True)
class Section(Marked):
    """Blocks under a title. Its heading level is its depth, so no level can be skipped."""

    title: Inlines
    blocks: Content


Content: TypeAlias = tuple[Block | Section, ...]
