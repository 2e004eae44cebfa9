"""The press release as data: the one type readers make and writers take.

Nodes are frozen and hold tuples, so a tree can be shared, hashed and compared. Text is NFC and
its white space is collapsed. What nobody knows yet is a gap: `None`, or `Undescribed`; nothing
is filled in. Fields that hold nodes stand in reading order. No node knows XML, HTML or PDF.
Names are those of ``schema/release.rnc``.
"""

from __future__ import annotations

from pressconv.frozen import dataclass
from pressconv.model.blocks import (
    Block,
    Blocks,
    Content,
    Definition,
    Definitions,
    Entry,
    Figure,
    Flow,
    Item,
    Line,
    List,
    ListKind,
    Media,
    MediaKind,
    Numbering,
    Paragraph,
    Quote,
    Remark,
    RemarkKind,
    Running,
    Section,
    Separator,
    Speech,
    SpeechKind,
    Term,
    Verse,
)
from pressconv.model.foot import (
    Audience,
    Boilerplate,
    BoilerplateKind,
    Channel,
    ChannelKind,
    Contact,
    Foot,
    Related,
    Subscribe,
)
from pressconv.model.head import (
    Correction,
    Dateline,
    DatelinePlace,
    DatelineTime,
    Distribution,
    DistributionKey,
    Edition,
    Feed,
    Genre,
    GenreKey,
    Head,
    Issuer,
    Method,
    Status,
    Subject,
    Translation,
    Wording,
)
from pressconv.model.images import Alternative, Decorative, Image, Undescribed
from pressconv.model.marks import Direction, LangTag, Marked, When
from pressconv.model.running import (
    Abbreviation,
    Cite,
    Code,
    Emphasis,
    Expansion,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Name,
    NameKind,
    Number,
    Original,
    Quotation,
    Reference,
    Ruby,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Time,
)
from pressconv.model.tables import Align, Cell, HeaderCell, Row, Scope, Table

__all__ = [
    "Abbreviation",
    "Align",
    "Alternative",
    "Audience",
    "Block",
    "Blocks",
    "Body",
    "Boilerplate",
    "BoilerplateKind",
    "Cell",
    "Channel",
    "ChannelKind",
    "Cite",
    "Code",
    "Contact",
    "Content",
    "Correction",
    "Dateline",
    "DatelinePlace",
    "DatelineTime",
    "Decorative",
    "Definition",
    "Definitions",
    "Direction",
    "Distribution",
    "DistributionKey",
    "Edition",
    "Emphasis",
    "Entry",
    "Expansion",
    "Feed",
    "Figure",
    "Flow",
    "Foot",
    "Footnote",
    "Genre",
    "GenreKey",
    "Head",
    "HeaderCell",
    "Image",
    "Inline",
    "Inlines",
    "Issuer",
    "Item",
    "LangTag",
    "Line",
    "LineBreak",
    "Link",
    "List",
    "ListKind",
    "Marked",
    "Media",
    "MediaKind",
    "Method",
    "Name",
    "NameKind",
    "Number",
    "Numbering",
    "Original",
    "Paragraph",
    "Quotation",
    "Quote",
    "Reference",
    "Related",
    "Release",
    "Remark",
    "RemarkKind",
    "Row",
    "Ruby",
    "Running",
    "Scope",
    "Section",
    "Separator",
    "Span",
    "Speech",
    "SpeechKind",
    "Status",
    "Strong",
    "Subject",
    "Subscribe",
    "Subscript",
    "Superscript",
    "Table",
    "Term",
    "Text",
    "Time",
    "Translation",
    "Undescribed",
    "Verse",
    "When",
    "Wording",
]


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
