"""Languages are data: one TOML file a language, strict keys, every rule with its source.

A file holds its language's own neutral wording. No code compares a tag with a literal; the
only constant is the last fallback, "en".
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pressconv.frozen import dataclass
from pressconv.languages.tags import fallback_chain
from pressconv.model import DistributionKey, GenreKey, LangTag, Method
from pressconv.strict import build, parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = Path(__file__).parent


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


@dataclass(frozen=True, slots=True)
class Layout:
    """How the script is set: faces in order, line height in em, size relative to Latin."""

    fonts: tuple[str, ...]
    heading_fonts: tuple[str, ...]
    line_height: float
    scale: float
    slanted_emphasis: bool


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
class Language:
    """One language file. ``numerals`` is a numbering system of CLDR ("latn", "arab").

    ``authentic`` is the wording for a translation that is itself binding. ``language_names`` are
    names in the form that the wordings need, where it is not the form that CLDR has.
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
    layout: Layout
    labels: Labels
    genres: dict[GenreKey, str]
    distributions: dict[DistributionKey, str]
    disclaimer: dict[Method, DisclaimerWording]
    authentic: DisclaimerWording
    reviewed: tuple[str, ...] = ()
    language_names: dict[str, str] = field(default_factory=dict)


@cache
def language(tag: LangTag) -> Language:
    """Load the language for a BCP 47 *tag*: "ar-EG" falls back to "ar", "zh-HK" to "zh-Hant".

    Every tag has a language: the chain of its fallbacks ends at "en".

    Raises:
        ConfigError: a file has a missing, unknown or mistyped key.
    """
    for candidate in fallback_chain(tag):
        path = _FILES / f"{candidate}.toml"
        if path.is_file():
            return build(Language, parse_toml(path.read_bytes(), file=path.name), file=path.name)
    raise AssertionError("the chain ends at a file that ships")


def shipped() -> Iterator[LangTag]:
    """Yield the tags of all language files, in order."""
    yield from sorted(path.stem for path in _FILES.glob("*.toml"))
