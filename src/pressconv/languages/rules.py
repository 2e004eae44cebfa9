"""What a language file says, as data: its wording, its dates and numbers, how it is recognised."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from pressconv.frozen import dataclass
from pressconv.languages.setting import Layout, Typography
from pressconv.model import DistributionKey, GenreKey, LangTag, Method


class Position(StrEnum):
    """Where the disclaimer stands."""

    BEFORE = "before"
    AFTER = "after"


class LetterheadPart(StrEnum):
    """The parts of a letterhead that a language or a house puts in order."""

    ISSUER = "issuer"
    NUMBER = "number"
    DISTRIBUTION = "distribution"
    GENRE = "genre"
    ISSUED = "issued"


class WordingStatus(StrEnum):
    """How far a wording can be trusted; a draft prints only on demand."""

    ATTESTED = "attested"
    REVIEWED = "reviewed"
    DRAFT = "draft"


class Calendar(StrEnum):
    """A calendar of CLDR that dates are written in."""

    GREGORY = "gregory"
    BUDDHIST = "buddhist"
    PERSIAN = "persian"


@dataclass(frozen=True, slots=True)
class DisclaimerWording:
    """A sentence with slots: ``{authoritative}`` and ``{source}`` are names of languages."""

    text: str
    status: WordingStatus
    source: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Patterns of CLDR with the names of the months, inflected as the patterns need them.

    They stand in the file and not in a library, whose names change with its version. A day
    pattern has the fields d, MMMM and y; ``first_day`` replaces the number 1 of a day. ``moment``
    joins a day and a time, ``moment_one`` a day and one o'clock, where that is in the singular;
    zzzz in ``time`` is the name of the zone. With ``standard_time`` the name says in winter that
    the clocks show standard time, where people say so. ``zone_words`` are words of CLDR's names of
    zones with what stands for them: those of a list, not of a sentence, and slips.
    """

    long: str
    letterhead: str
    time: str
    months: tuple[str, ...]
    moment: str = "{day}, {time}"
    moment_one: str = ""
    first_day: str = ""
    standard_time: bool = False
    zone_words: dict[str, str] = field(default_factory=dict)
    calendar: Calendar = Calendar.GREGORY


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a number is written. Source: the symbols and patterns of CLDR.

    ``sizes`` are those of the groups from the right, the last one repeated: (3, 2) in India.
    Below ``minimum_grouping`` digits before the first separator none is set. ``percent`` and
    ``currency`` are patterns with the slots ``{number}`` and ``{sign}``. ``minus`` comes before the
    digits, with the mark that keeps it on their left in a text that runs to the left.
    """

    decimal: str
    group: str
    percent: str
    currency: str
    sizes: tuple[int, ...] = (3,)
    minimum_grouping: int = 1
    minus: str = "-"


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the furniture. Slots stand in braces."""

    abstract: str
    address: str
    audio: str
    back_to_call: str
    contact: str
    contact_media: str
    contact_public: str
    correction: str
    correction_undated: str
    correction_version: str
    corrections: str
    email: str
    embargoed_until: str
    expires: str
    hours: str
    label_value: str
    languages: str
    note_call: str
    notes: str
    original: str
    page_of: str
    related: str
    skip: str
    status_canceled: str
    status_withheld: str
    subscribe: str
    table: str
    telephone: str
    transcript: str
    transcript_link: str
    translation: str
    updated: str
    url: str
    version: str
    video: str
    withdrawal: str


@dataclass(frozen=True, slots=True)
class FormatWording:
    """The words of a link to the same edition in another format.

    ``label`` names the links. The slots of ``pdf`` and ``text`` are ``{pages}`` and ``{size}``,
    that of the others is ``{number}``. ``pages`` are the forms by CLDR's category of the number,
    ``kilobytes`` and ``megabytes`` CLDR's short forms, of 1,000 and 1,000,000 bytes.
    """

    label: str
    pdf: str
    text: str
    pages: dict[str, str]
    kilobytes: str
    megabytes: str


@dataclass(frozen=True, slots=True)
class AccessibilityWording:
    """What stands at the foot of a release for those who need it in another form.

    ``form`` and ``statement`` are the words of links.
    """

    title: str
    request: str
    form: str
    statement: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What an import knows a release of the language by, besides its labels and names of months.

    ``words`` are the most frequent ones, ``telling`` those that tell a variety from its relatives;
    both are lists in one string. ``months`` are further names, "|" between those of one month;
    ``date_words`` may stand in a date besides them.
    ``genres``, ``distributions`` and ``channels`` hold further labels by key. ``organizations``
    are words that stand in the names of organizations. ``translation`` and ``claims`` are what a
    notice of translation talks of, ``machine`` says how it was made. All others are what stands
    at the start of a line of its kind, or is all of it.
    """

    words: str = ""
    telling: str = ""
    months: tuple[str, ...] = ()
    date_words: str = ""
    genres: dict[str, tuple[str, ...]] = field(default_factory=dict)
    distributions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    channels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    organizations: str = ""
    contact: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    question: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    translation: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    machine: tuple[str, ...] = ()
    original: tuple[str, ...] = ()
    end: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """One language file, with what it inherits and what the house chose.

    ``numerals`` is a numbering system of CLDR ("latn", "arab"). ``hreflang`` is the tag that
    search engines want, where it is another. ``authentic`` is the wording for a translation that
    is itself binding; ``disclaimer_forms`` are sentences found in published translations, by which
    an existing disclaimer is known. ``language_names`` are names in the form that the wordings
    need, where it is not the form that CLDR has. ``conjunction``, for a language that CLDR has no
    words of, stands between the last two of a list; the names then stand in labels too.
    ``reviewed`` names who confirmed the wording, and when. ``uppercase`` holds the letters, or
    groups of them, whose capitals differ from Unicode's. ``choices`` are the house choices that
    the file offers, key and value.

    With ``stands_in`` it is the language of the last fallback, for one that has no file: its
    words are borrowed, its typography is not.
    """

    tag: LangTag
    name: str
    numerals: str
    quotes: tuple[str, str]
    nested_quotes: tuple[str, str]
    gloss: str
    disclaimer_position: Position
    letterhead: tuple[LetterheadPart, ...]
    sources: tuple[str, ...]
    dates: Dates
    numbers: Numbers
    layout: Layout
    labels: Labels
    formats: FormatWording
    accessibility: AccessibilityWording
    genres: dict[GenreKey, str]
    distributions: dict[DistributionKey, str]
    disclaimer: dict[Method, DisclaimerWording]
    authentic: DisclaimerWording
    typography: Typography = field(default_factory=Typography)
    disclaimer_forms: tuple[str, ...] = ()
    hreflang: LangTag = ""
    reviewed: tuple[str, ...] = ()
    language_names: dict[str, str] = field(default_factory=dict)
    conjunction: str = ""
    uppercase: dict[str, str] = field(default_factory=dict)
    choices: tuple[tuple[str, str], ...] = ()
    recognition: Recognition = field(default_factory=Recognition)
    stands_in: bool = False
