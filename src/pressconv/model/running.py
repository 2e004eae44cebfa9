"""Running text: the words of a block and what is said of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pressconv.frozen import dataclass
from pressconv.model.marks import Marked

if TYPE_CHECKING:
    from decimal import Decimal

    from pressconv.model.marks import LangTag, When


@dataclass(frozen=True, slots=True)
class Text:
    """Characters: never empty, NFC, and never beside another `Text`."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis(Marked):
    """Stress."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong(Marked):
    """Importance."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Span(Marked):
    """A part in another language or direction (WCAG 2.2 SC 3.1.2)."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Link(Marked):
    """A link; holds no other link, reference or footnote."""

    href: str
    children: Inlines
    hreflang: LangTag | None = None

    @property
    def is_inside(self) -> bool:
        """Whether it leads to a part of the release itself."""
        return self.href.startswith("#")


@dataclass(frozen=True, slots=True)
class Quotation(Marked):
    """Quoted words in running text, without their outer marks: the language sets them."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Cite(Marked):
    """The title of a work."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Expansion(Marked):
    """What an abbreviation stands for."""

    text: str


@dataclass(frozen=True, slots=True)
class Abbreviation(Marked):
    """An abbreviation and, where known, what it stands for."""

    text: str
    expansion: Expansion | None = None


@dataclass(frozen=True, slots=True)
class Code(Marked):
    """A literal that typography never touches."""

    text: str


@dataclass(frozen=True, slots=True)
class Time(Marked):
    """A date or time in words, with the day or moment it means."""

    when: When
    children: Inlines


@dataclass(frozen=True, slots=True)
class Number(Marked):
    """A number in words or digits, with its value and unit where they are known."""

    text: str
    value: Decimal | None = None
    unit: str | None = None


class NameKind(StrEnum):
    """Whose name it is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Original(Marked):
    """A name in its own script; ``lang`` is always given."""

    text: str


@dataclass(frozen=True, slots=True)
class Name(Marked):
    """A proper name and, where the text transcribes it, the original."""

    children: Inlines
    kind: NameKind | None = None
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Ruby(Marked):
    """Words with a reading over or beside them."""

    children: Inlines
    reading: str
    reading_lang: LangTag | None = None


@dataclass(frozen=True, slots=True)
class Subscript(Marked):
    """Lowered characters."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Superscript(Marked):
    """Raised characters."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Footnote(Marked):
    """A note at the place of its call. ``number`` is 0 as read; `present` counts from 1."""

    children: Inlines
    number: int = 0


@dataclass(frozen=True, slots=True)
class Reference(Marked):
    """Words that point at another part of the release; ``to`` is that part's id."""

    to: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that carries meaning (an address); reads as a space."""


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Span
    | Link
    | Quotation
    | Cite
    | Abbreviation
    | Code
    | Time
    | Number
    | Name
    | Ruby
    | Subscript
    | Superscript
    | Footnote
    | Reference
    | LineBreak
)
Inlines: TypeAlias = tuple[Inline, ...]
