"""What an office says once for all its releases: ``pressconv.toml``, read strictly.

Names per language are found by the fallback chain of the release's language, without its last
step: an office that has no Persian name has none, rather than its English one.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias, TypeVar

from pressconv.errors import ConfigError, Place, Problem, suggestion
from pressconv.frozen import dataclass
from pressconv.languages import NO_CHOICES, Choices, LetterheadPart, Position
from pressconv.languages.tags import LAST_FALLBACK, fallback_chain
from pressconv.languages.written import written_tag
from pressconv.model import DistributionKey, GenreKey, LangTag, Method
from pressconv.options import Abbreviations, TextOptions
from pressconv.patterns import pattern
from pressconv.strict import build, parse_toml
from pressconv.themes import DEFAULT_THEME, ThemeChoices, find_theme
from pressconv.urls import BASE, PAGE
from pressconv.zones import time_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")


def _one_of(keys: type[StrEnum]) -> Callable[[str], str]:
    """Return a function that reads a name for which the house may have other words."""

    def read(name: str) -> str:
        if name not in list(keys):
            raise ConfigError(f"unknown key {name!r}", hint=suggestion(name, map(str, keys)))
        return name

    return read


_Tag: TypeAlias = Annotated[LangTag, written_tag]
_Genre: TypeAlias = Annotated[str, _one_of(GenreKey)]
_Distribution: TypeAlias = Annotated[str, _one_of(DistributionKey)]

HOUSE_FILE: Final = "pressconv.toml"

_ENCODED: Final = ", spaces as %20"
_EMAIL: Final = pattern(r"[^\s@<>]+@[^\s@<>]+")


class PageSize(StrEnum):
    """Paper of the PDF."""

    A4 = "A4"
    LETTER = "letter"


class Profile(StrEnum):
    """The part of PDF/UA that a file is made for, and with it the version of PDF."""

    UA1 = "ua1"
    UA2 = "ua2"

    @property
    def is_pdf2(self) -> bool:
        """Whether it is PDF 2.0, else PDF 1.7."""
        return self is Profile.UA2

    @property
    def version(self) -> str:
        """The version of PDF."""
        return "2.0" if self.is_pdf2 else "1.7"


class PdfSource(StrEnum):
    """What is enclosed in a PDF of the release that it was made of.

    ``published`` is the release without what an office keeps to itself, ``full`` all of it.
    """

    PUBLISHED = "published"
    FULL = "full"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HouseIssuer:
    """The office's own letterhead in one language, for releases that name no issuer."""

    organization: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseDisclaimer:
    """The office's own sentence for translations into ``lang``.

    It holds where ``authoritative`` is the one authentic language and the translation was made by
    one of ``methods``. ``source`` says where the wording is attested.
    """

    lang: _Tag
    authoritative: _Tag
    text: str
    methods: tuple[Method, ...] = (Method.HUMAN, Method.UNKNOWN)
    source: str = ""


@dataclass(frozen=True, slots=True)
class AccessibilityAddresses:
    """Where somebody asks for a release in another format, and what the office says of its own.

    ``form`` and ``statement`` are addresses of pages.

    Raises:
        ConfigError: one of them is no address of its kind.
    """

    email: str = ""
    telephone: str = ""
    form: str = ""
    statement: str = ""

    def __post_init__(self) -> None:
        for key, value in (("form", self.form), ("statement", self.statement)):
            if value and not PAGE.fullmatch(value):
                hint = (
                    f"expected an address such as 'https://www.example.org/accessibility'{_ENCODED}"
                )
                raise ConfigError(f"{key} = {value!r}", hint=hint)
        if self.email and not _EMAIL.fullmatch(self.email):
            hint = "expected an address such as 'access@example.org'"
            raise ConfigError(f"email = {self.email!r}", hint=hint)
        if self.telephone and not any(map(str.isdigit, self.telephone)):
            hint = "expected a number such as '+44 20 7946 0000'"
            raise ConfigError(f"telephone = {self.telephone!r}", hint=hint)


@dataclass(frozen=True, slots=True)
class LocalAccessibility(AccessibilityAddresses):
    """What is otherwise in one language; ``request`` is the office's own wording there."""

    request: str = ""


@dataclass(frozen=True, slots=True)
class HouseAccessibility(AccessibilityAddresses):
    """What holds in every language, and by language tag what is otherwise there."""

    languages: dict[_Tag, LocalAccessibility] = field(default_factory=dict)

    def within(self, lang: LangTag) -> LocalAccessibility:
        """Return what holds in *lang*."""
        own = by_language(self.languages, lang) or LocalAccessibility()
        return LocalAccessibility(
            email=own.email or self.email,
            telephone=own.telephone or self.telephone,
            form=own.form or self.form,
            statement=own.statement or self.statement,
            request=own.request,
        )


@dataclass(frozen=True, slots=True)
class House:
    """The facts of one office; what is not said is decided by the language or by the default.

    ``timezone`` is a name of the IANA database: a day is what it is there, and so is an hour.
    ``issuer``, ``genres`` and ``distributions`` are by language tag, then by key. ``fonts_dirs``
    are folders with fonts beside those that ship; in the file they are relative to it. ``text`` is
    what the office chooses of plain text, ``accessibility`` whom to ask for another format.
    ``default_language`` is that of the edition for readers of none of the languages. ``drafts``
    lets wording print that no native reader has reviewed. ``themes`` are those of the office, by
    name; ``theme`` names the one that its releases have. ``abbreviations`` is what the office
    chooses of the text in every format.
    """

    base_url: str = ""
    timezone: str = ""
    page_size: PageSize | None = None
    pdf_profile: Profile | None = None
    pdf_source: PdfSource | None = None
    disclaimer_position: Position | None = None
    drafts: bool = False
    letterhead: tuple[LetterheadPart, ...] | None = None
    issuer: dict[_Tag, HouseIssuer] = field(default_factory=dict)
    genres: dict[_Tag, dict[_Genre, str]] = field(default_factory=dict)
    distributions: dict[_Tag, dict[_Distribution, str]] = field(default_factory=dict)
    original: dict[_Tag, str] = field(default_factory=dict)
    disclaimers: tuple[HouseDisclaimer, ...] = ()
    typography: Choices = NO_CHOICES
    capitals: tuple[LetterheadPart, ...] = ()
    fonts_dirs: tuple[str, ...] = ()
    abbreviations: Abbreviations | None = None
    text: TextOptions = field(default_factory=TextOptions)
    accessibility: HouseAccessibility = field(default_factory=HouseAccessibility)
    default_language: _Tag = ""
    theme: str = DEFAULT_THEME
    themes: dict[str, ThemeChoices] = field(default_factory=dict)


def read_house(data: bytes, *, name: str = HOUSE_FILE) -> House:
    """Read a house file.

    Raises:
        ConfigError: a key is unknown or missing, or its value is wrong.
    """
    house = build(House, parse_toml(data, file=name), file=name)
    if house.base_url and not BASE.fullmatch(house.base_url):
        raise ConfigError(
            f"base_url = {house.base_url!r}",
            place=Place(name),
            hint=f"expected an address such as 'https://www.example.org/press/'{_ENCODED}",
        )
    if house.timezone:
        try:
            time_zone(house.timezone)
        except ConfigError as error:
            message = f"timezone: {error.message}"
            raise ConfigError(message, place=Place(name), hint=error.hint) from error
    _hold_themes(house, name)
    return house


def _hold_themes(house: House, file: str) -> None:
    """Make every theme once, so that what is wrong is told before one is used."""
    problems: list[Problem] = []
    for name in house.themes:
        try:
            find_theme(name, house.themes)
        except ConfigError as error:
            key = f"themes.{name}"
            if not error.problems:
                message = f"{key}: {error.message}"
                raise ConfigError(message, place=Place(file), hint=error.hint) from error
            problems += (
                replace(one, message=f"{key}.{one.message}", place=Place(file))
                for one in error.problems
            )
    if problems:
        message = "text would be hard to read in colours of its themes"
        raise ConfigError(message, problems=problems, place=Place(file))
    if house.theme not in house.themes:
        try:
            find_theme(house.theme, house.themes)
        except ConfigError as error:
            raise ConfigError(error.message, place=Place(file), hint=error.hint) from error


def by_language(table: Mapping[str, T], lang: LangTag) -> T | None:
    """Return what *table* has for *lang*, or for a more general tag of the same language."""
    for tag in fallback_chain(lang):
        if tag in table and (tag != LAST_FALLBACK or lang.startswith(LAST_FALLBACK)):
            return table[tag]
    return None
