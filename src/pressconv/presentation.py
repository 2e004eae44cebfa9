"""A release as a reader meets it: what an office decides is decided, nothing is laid out yet.

Every writer takes a `Presentation`, and none of them knows an office's habits. The text of the
parts is in reading order; `pressconv.reading` says what of it counts as the text.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.model import DistributionKey, Status

if TYPE_CHECKING:
    from datetime import datetime

    from pressconv.languages import Labels
    from pressconv.model import (
        Content,
        Direction,
        Feed,
        Footnote,
        Image,
        Inlines,
        LangTag,
        Subject,
        When,
    )
    from pressconv.notes import Note


class LineKind(StrEnum):
    """What a line of the letterhead says."""

    LOGO = "logo"
    ORGANIZATION = "organization"
    UNIT = "unit"
    NUMBER = "number"
    STATUS = "status"
    WITHDRAWAL = "withdrawal"
    EMBARGO = "embargo"
    DISTRIBUTION = "distribution"
    GENRE = "genre"
    ISSUED = "issued"
    UPDATED = "updated"
    VERSION = "version"
    EXPIRES = "expires"
    BYLINE = "byline"
    DATELINE = "dateline"
    ATTRIBUTION = "attribution"


STANDING: Final = frozenset({LineKind.STATUS, LineKind.WITHDRAWAL, LineKind.EMBARGO})
"""The lines that say why a release may not be used, or not yet; they stand first."""


@dataclass(frozen=True, slots=True)
class LetterheadLine:
    """A line of the letterhead: words, or the logo."""

    kind: LineKind
    content: Inlines | Image
    lang: LangTag | None = None


@dataclass(frozen=True, slots=True)
class EditionLink:
    """Another language edition: its language's own name, its title in that language."""

    lang: LangTag
    dir: Direction
    name: str
    title: str
    href: str
    is_absolute: bool


@dataclass(frozen=True, slots=True)
class FormatLink:
    """The same edition in another format; ``words`` say what it is, how long and how large."""

    media_type: str
    words: str
    href: str
    is_absolute: bool
    n_bytes: int


class PartKind(StrEnum):
    """What a part of the release is for."""

    CORRECTIONS = "corrections"
    ABSTRACT = "abstract"
    TRANSLATION = "translation"
    BODY = "body"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"
    RELATED = "related"
    SUBSCRIBE = "subscribe"
    RIGHTS = "rights"
    ACCESSIBILITY = "accessibility"


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks for one purpose, under a title where they have one (a heading of level 2).

    ``label`` names a part without a title to those who cannot see its form; it is no text.
    """

    kind: PartKind
    content: Content
    title: Inlines = ()
    label: str = ""
    id: str | None = None
    lang: LangTag | None = None
    dir: Direction | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The authoritative text of a translation, and where it is; empty where nobody knows.

    ``name`` is its language's, in ours, where there is an address to name.
    """

    lang: LangTag
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts for catalogues and search engines. Addresses are absolute, or empty.

    ``accessibility`` are the channels of those who give out the release in another format, by the
    names that schema.org has for them ("email", "telephone", "url"). ``default`` is the address of
    the edition for readers of none of the languages.
    A release under an embargo without a time is embargoed, until nobody knows when. ``expires`` is
    empty where nobody may use the release at all.
    ``corrections`` are days with what was corrected.
    """

    publisher: str
    description: str
    issued: When | None
    updated: When | None
    expires: When | None
    version: int | None
    status: Status
    distribution: DistributionKey | None
    embargoed_until: datetime | None
    corrections: tuple[tuple[When, str], ...]
    address: str
    original: Original | None
    subjects: tuple[Subject, ...]
    feeds: tuple[Feed, ...]
    accessibility: tuple[tuple[str, str], ...] = ()
    default: str = ""

    @property
    def is_embargoed(self) -> bool:
        """Whether an embargo lies on the release, come its time or not."""
        return self.distribution is DistributionKey.EMBARGOED

    @property
    def is_for_all(self) -> bool:
        """Whether nothing that the release says of itself keeps it from the public."""
        kept = {DistributionKey.EMBARGOED, DistributionKey.RESTRICTED}
        return self.status is Status.USABLE and self.distribution not in kept


@dataclass(frozen=True, slots=True)
class Presentation:
    """What every writer takes.

    ``title`` is the headline without markup. ``notes`` are the footnotes in the order of their
    calls, numbered from 1; ``references`` the addresses outside itself that the text links to,
    each once. ``labels_lang`` is the language of the labels where it is another than the release's.
    ``numerals`` is the numbering system of the edition, as CLDR names it ("latn", "arab").
    ``formats`` are what is made of it beside this output; whoever makes that puts them in.
    ``remarks`` are what there is to say about how it came to be.
    """

    id: str
    lang: LangTag
    dir: Direction
    title: str
    headline: Inlines
    subheadline: Inlines
    letterhead: tuple[LetterheadLine, ...]
    parts: tuple[Part, ...]
    endmark: str
    notes: tuple[Footnote, ...]
    references: tuple[str, ...]
    editions: tuple[EditionLink, ...]
    labels: Labels
    metadata: Metadata
    numerals: str
    labels_lang: LangTag | None = None
    formats: tuple[FormatLink, ...] = ()
    remarks: tuple[Note, ...] = ()
