"""The press release as data: the one type readers make and writers take.

Nodes are frozen and hold tuples, so a tree can be shared, hashed and compared. Text is NFC and
its white space is collapsed. What nobody knows yet is a gap: `None`, or `Undescribed`; nothing
is filled in. Fields that hold nodes stand in reading order. No node knows XML, HTML or PDF.
Names are those of ``schema/release.rnc``.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

    from pressconv.errors import Place

LangTag: TypeAlias = str
"""A BCP 47 tag in canonical case: "en", "ar", "zh-Hant", "pt-BR"."""

When: TypeAlias = date | datetime
"""A day, or a moment (without offset where the source gives none)."""


class Direction(StrEnum):
    """The direction of a text (HTML ``dir``)."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What every part may say of itself: a name, a language, a direction.

    ``lang`` and ``dir`` are `None` where the parent's hold. ``place`` is where the part was read,
    for messages; two parts are equal wherever they stood.
    """

    id: str | None = None
    lang: LangTag | None = None
    dir: Direction | None = None
    place: Place | None = field(default=None, compare=False, repr=False)


# ---- running text -------------------------------------------------------------------------


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


# ---- images -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decorative:
    """Says that an image carries no meaning; unlike a forgotten alternative text."""


@dataclass(frozen=True, slots=True)
class Undescribed:
    """A gap: nobody has said yet what the image shows; `convert` refuses it."""


@dataclass(frozen=True, slots=True)
class Alternative(Marked):
    """The text that stands for an image; its parts may name their language."""

    children: tuple[Text | Span, ...]


@dataclass(frozen=True, slots=True)
class Image(Marked):
    """An image. There is no default for ``alt``: someone has to decide."""

    src: str
    alt: Alternative | Decorative | Undescribed


# ---- blocks -------------------------------------------------------------------------------


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


class Scope(StrEnum):
    """Which cells a header cell is for."""

    COLUMN = "column"
    ROW = "row"
    COLUMN_GROUP = "column-group"
    ROW_GROUP = "row-group"


class Align(StrEnum):
    """How a cell's content stands; ``number`` aligns digits."""

    START = "start"
    END = "end"
    CENTER = "center"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Cell(Marked):
    """A cell; its content may be empty. Spans count columns and rows from 1."""

    content: Flow
    column_span: int = 1
    row_span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class HeaderCell(Marked):
    """A header cell; without ``scope`` its place in the grid decides."""

    content: Flow
    scope: Scope | None = None
    column_span: int = 1
    row_span: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row(Marked):
    """A row of cells, one or more."""

    cells: tuple[Cell | HeaderCell, ...]


@dataclass(frozen=True, slots=True)
class Table(Marked):
    """A table whose cells fill a rectangle. ``bodies`` are its groups of rows, one or more."""

    caption: Inlines
    head: tuple[Row, ...]
    bodies: tuple[tuple[Row, ...], ...]
    foot: tuple[Row, ...] = ()
    note: Inlines = ()


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
    """A note beside the text (``note`` in the XML)."""

    title: Inlines
    blocks: Blocks
    kind: RemarkKind | None = None


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


# ---- head ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Issuer(Marked):
    """An organization that issues the release, and its units from the larger to the smaller."""

    organization: Inlines
    units: tuple[Inlines, ...] = ()
    logo: Image | None = None


class GenreKey(StrEnum):
    """The kinds of release (after IPTC genre); each has a label in every language."""

    PRESS_RELEASE = "press-release"
    STATEMENT = "statement"
    REMARKS = "remarks"
    TRANSCRIPT = "transcript"
    READOUT = "readout"
    FACT_SHEET = "fact-sheet"
    MEDIA_NOTE = "media-note"
    MEDIA_ADVISORY = "media-advisory"
    EXCERPTS = "excerpts"
    NOTICE = "notice"
    LETTER = "letter"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Genre:
    """The kind of release; ``text`` overrides the language's label."""

    key: GenreKey
    text: str = ""


class DistributionKey(StrEnum):
    """Who may have the release, and when."""

    IMMEDIATE = "immediate"
    EMBARGOED = "embargoed"
    RESTRICTED = "restricted"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the release goes out; ``text`` overrides the label, ``until`` has an offset."""

    key: DistributionKey
    until: datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class DatelinePlace:
    """A place named in a dateline."""

    text: str
    lang: LangTag | None = None


@dataclass(frozen=True, slots=True)
class DatelineTime:
    """The time named in a dateline."""

    when: When
    text: str


@dataclass(frozen=True, slots=True)
class Dateline(Marked):
    """Where and when the release was written, in the order of its parts."""

    parts: tuple[str | DatelinePlace | DatelineTime, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the release is about, in words or by a code of a scheme."""

    text: str
    scheme: str | None = None
    code: str | None = None
    lang: LangTag | None = None


class Status(StrEnum):
    """Whether the release may be used (NewsML-G2 ``pubStatus``)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected, and when."""

    when: When
    children: Inlines
    to_version: int | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that the release appears in."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """The release in another language; ``title`` is in that language."""

    hreflang: LangTag
    href: str | None = None
    title: str = ""


class Method(StrEnum):
    """How a translation was made; ``unknown`` is a gap."""

    HUMAN = "human"
    MACHINE = "machine"
    MACHINE_REVIEWED = "machine-reviewed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Wording(Marked):
    """The notice of translation as found in an imported page: evidence, never printed."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Translation:
    """That this edition is a translation.

    ``source_lang`` is the language of the text that was translated (it may be a pivot),
    ``authoritative`` the languages of the authentic text, one or more.
    """

    source_lang: LangTag
    authoritative: tuple[LangTag, ...]
    method: Method
    translator: str | None = None
    source: str | None = None
    source_version: int | None = None
    wording: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is said about the release. Only the headline must be there."""

    headline: Inlines
    subheadline: Inlines = ()
    slugline: str | None = None
    number: str | None = None
    issuers: tuple[Issuer, ...] = ()
    genre: Genre | None = None
    distribution: Distribution | None = None
    issued: When | None = None
    updated: When | None = None
    expires: When | None = None
    dateline: Dateline | None = None
    byline: Inlines = ()
    attribution: Inlines = ()
    abstract: Blocks = ()
    subjects: tuple[Subject, ...] = ()
    status: Status | None = None
    corrections: tuple[Correction, ...] = ()
    rights: Inlines = ()
    feeds: tuple[Feed, ...] = ()
    editions: tuple[Edition, ...] = ()
    translation: Translation | None = None
    place: Place | None = field(default=None, compare=False, repr=False)


# ---- foot ---------------------------------------------------------------------------------


class BoilerplateKind(StrEnum):
    """What a standing text is for."""

    ABOUT = "about"
    LEGAL = "legal"
    FORWARD_LOOKING = "forward-looking"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Boilerplate(Marked):
    """A text that the issuer puts under every release."""

    title: Inlines
    blocks: Blocks
    kind: BoilerplateKind | None = None


class Audience(StrEnum):
    """Whom a contact is for."""

    MEDIA = "media"
    PUBLIC = "public"


class ChannelKind(StrEnum):
    """How somebody can be reached."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    URL = "url"
    ADDRESS = "address"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a contact; telephone, e-mail and URL are one `Text`."""

    kind: ChannelKind
    children: Inlines


@dataclass(frozen=True, slots=True)
class Contact(Marked):
    """Somebody to ask."""

    channels: tuple[Channel, ...] = ()
    audience: Audience | None = None
    name: str | None = None
    role: Inlines = ()
    organization: Inlines = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A link to something that belongs to the release."""

    href: str
    children: Inlines
    hreflang: LangTag | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Subscribe:
    """How to get the next releases."""

    title: Inlines = ()
    blocks: Blocks = ()
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands under the text."""

    boilerplates: tuple[Boilerplate, ...] = ()
    contacts: tuple[Contact, ...] = ()
    related: tuple[Related, ...] = ()
    subscribe: Subscribe | None = None
    endmark: str | None = None


@dataclass(frozen=True, slots=True)
class Body(Marked):
    """The text: one block or section at least."""

    content: Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One language edition of a press release; editions of one release share its ``id``."""

    id: str
    lang: LangTag
    head: Head
    body: Body
    foot: Foot = Foot()
    version: int | None = None
    dir: Direction | None = None
