"""What a language file says, as data: its wording, its typography, its dates and its layout."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from pressconv.frozen import dataclass
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


class Emphasis(StrEnum):
    """How stressed words look: slanted, bold, or with a dot over or under each character."""

    SLANT = "slant"
    BOLD = "bold"
    DOTS = "dots"
    DOTS_UNDER = "dots-under"


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
    pattern has the fields d, MMMM and y; ``first_day`` replaces the number 1 of a day.
    """

    long: str
    letterhead: str
    time: str
    months: tuple[str, ...]
    first_day: str = ""
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
class Typography:
    r"""What is set right in running text; what a file leaves out is not touched.

    Letters and marks:
    ``letters`` are replaced wherever they stand (Arabic for Persian letters); ``marks`` are the
    script's own for ASCII punctuation, set beside its letters only; ``convert_digits`` writes
    decimal digits in the language's numerals; ``apostrophe`` stands between letters, and
    ``gershayim`` for a double quote there; ``ellipsis`` for three full stops, two of
    which are left behind one of ``ellipsis_merges_with``.

    Dashes:
    ``dash``, with its spaces, replaces one of ``dash_signs`` between spaces and two hyphens.
    With ``paired_dash`` the first of two in a sentence has plain spaces: it may start a line.
    ``dialogue`` replaces a dash and its space at the start of a block.

    Spaces:
    ``space_before`` maps sets of marks to the space that belongs before them (none: ""). Before
    those of ``bound_marks`` a space that stands there is made no-break. No space stands before
    ``no_space_before`` and after ``no_space_after``; one is set after ``space_after`` where a
    letter follows.

    With ``percent_as_typed`` no space is set before a per cent that has none: it is an adjective.

    Words kept with their neighbour by a no-break space: ``before_name`` (honorifics and
    abbreviations before a capital letter), ``before_number``, ``after_number`` (units of the
    language; those of the SI are known, but for ``unit_words``, which the language has as words),
    ``after_roman`` (centuries), ``abbreviations`` (their inner spaces), ``one_letter`` (words of
    one letter with the next word), ``bind_dates`` (day and month where they are neighbours).
    ``joined_initials`` says that initials without a space ("А.С.") are two initials, and no
    abbreviation ("U.S.").

    ZWNJ, where the spelling is certain: between one of ``joiner_prefixes`` and the next word,
    and between a word and one of ``joiner_suffixes``. ``joiner_suffixes_behind`` are words that are
    such suffixes where the word before ends in a certain letter, parted by spaces.

    A quotation mark right before one of ``closes_before`` closes (the particles of Japanese), and
    one behind letters of ``quote_prefixes`` opens if it finds its partner (those that Hebrew
    writes onto the next word), though it could be the ``gershayim`` of an acronym. ``elisions`` are
    words that an apostrophe begins or ends ("'tis", "po'"): it quotes only where nothing else can.
    """

    letters: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    convert_digits: bool = False
    apostrophe: str = "\u2019"
    gershayim: str = ""
    ellipsis: str = "\u2026"
    ellipsis_merges_with: str = ""
    dash: str = ""
    dash_signs: str = "-"
    paired_dash: bool = False
    dialogue: str = ""
    space_before: dict[str, str] = field(default_factory=dict)
    bound_marks: str = ""
    no_space_before: str = ",.;:!?\u2026)]}"
    no_space_after: str = "([{\u00a1\u00bf"
    space_after: str = ""
    before_name: tuple[str, ...] = ()
    before_number: tuple[str, ...] = ()
    after_number: tuple[str, ...] = ()
    unit_words: tuple[str, ...] = ()
    after_roman: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    one_letter: str = ""
    bind_dates: bool = False
    joined_initials: bool = False
    percent_as_typed: bool = False
    joiner_prefixes: tuple[str, ...] = ()
    joiner_suffixes: tuple[str, ...] = ()
    joiner_suffixes_behind: dict[str, str] = field(default_factory=dict)
    closes_before: tuple[str, ...] = ()
    quote_prefixes: str = ""
    elisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How the script is set: faces in order, line height in em, size relative to Latin.

    ``keep_words`` breaks lines at spaces only where the algorithm would break between syllables
    (Korean); ``justify`` sets both edges flush, for scripts without spaces between words. In its
    terminals ``wide_ambiguous`` characters take two cells: those that UAX #11 calls ambiguous.
    ``without_features`` are features of OpenType that the faces have wrong for the language.
    """

    fonts: tuple[str, ...]
    heading_fonts: tuple[str, ...]
    line_height: float
    scale: float
    emphasis: Emphasis
    hyphenate: bool = False
    keep_words: bool = False
    justify: bool = False
    wide_ambiguous: bool = False
    without_features: tuple[str, ...] = ()


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
    corrections: str
    email: str
    embargoed_until: str
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
    video: str


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
