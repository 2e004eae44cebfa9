"""The head of a release: what is said about it."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from pressconv.frozen import dataclass
from pressconv.model.blocks import Blocks
from pressconv.model.images import Image
from pressconv.model.marks import LangTag, Marked, When
from pressconv.model.running import Inlines

if TYPE_CHECKING:
    from pressconv.errors import Place


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
