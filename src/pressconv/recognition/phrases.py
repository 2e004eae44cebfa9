"""Words as they are typed → words as they are compared, and what each language knows a line by."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.languages import Language, language
from pressconv.languages.tags import LAST_FALLBACK
from pressconv.model import ChannelKind, DistributionKey, GenreKey, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.model import LangTag

_LONGEST: Final = 1000
_ASCII_WORD: Final = re.compile("[a-z0-9]+")
_REMEMBERED: Final = 4096

# Letters of the Arabic script that keyboards and writers take for each other.
_SAME: Final = str.maketrans("يىكةۀە", "ییکههه")
# Han, kana, hangul and full-width forms.
_WIDE: Final = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")


class _Folded(dict[int, str]):
    """What becomes of a character, found once: words stay, marks go, all else is a space."""

    def __missing__(self, code: int) -> str:
        one = chr(code)
        category = unicodedata.category(one)
        # Accents have a class of combination; the vowel signs of Indic scripts have none and stay.
        if unicodedata.combining(one) or category == "Cf":
            made = ""
        elif one.isalnum() or one.isspace() or category in {"Mn", "Mc"}:
            made = one.translate(_SAME)
        else:
            made = " "
        self[code] = made
        return made


_FOLDED: Final = _Folded()


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """Return the words of *text* without case, accents and marks, one space between them.

    Of a text that is longer than any line of a letterhead only the start is compared.
    """
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text[:_LONGEST].lower()))
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return " ".join(plain.translate(_FOLDED).split())


def weight(text: str) -> int:
    """Return how long *text* is, in letters of an alphabet; a wide character is worth three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))


def begins(folded: str, phrase: str) -> bool:
    """Say whether a folded text begins with a folded *phrase*, at a whole word."""
    if not phrase or not folded.startswith(phrase):
        return False
    rest = folded[len(phrase) :]
    return not rest or rest[0] == " " or phrase[-1] == " " or is_spaceless(rest[0])


def ends(folded: str, phrase: str) -> bool:
    """Say whether a folded text ends with a folded *phrase*, at a whole word."""
    if not phrase or not folded.endswith(phrase):
        return False
    before = folded[: len(folded) - len(phrase)]
    return not before or before[-1] == " " or is_spaceless(before[-1])


def is_spaceless(character: str) -> bool:
    """Say whether *character* is of a script that sets no spaces between words."""
    name = unicodedata.name(character, "") if character else ""
    return name.startswith(("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the lines of a release say in one language, and in English; all folded.

    Of ``embargoed``, ``expires`` and ``version`` it is what stands before and behind the value, as
    it is printed.
    """

    genres: dict[str, GenreKey]
    distributions: dict[str, DistributionKey]
    statuses: dict[str, Status]
    channels: dict[str, ChannelKind]
    organizations: frozenset[str]
    contact: frozenset[str]
    about: frozenset[str]
    editors: frozenset[str]
    question: frozenset[str]
    answer: frozenset[str]
    byline: frozenset[str]
    attribution: frozenset[str]
    updated: frozenset[str]
    published: frozenset[str]
    translation: frozenset[str]
    claims: frozenset[str]
    machine: frozenset[str]
    original: frozenset[str]
    end: frozenset[str]
    embargoed: tuple[tuple[str, str], ...]
    expires: tuple[tuple[str, str], ...]
    version: tuple[tuple[str, str], ...]


@cache
def vocabulary(lang: LangTag) -> Vocabulary:
    """Return the phrases of *lang*, those of English after them."""
    both = [language(tag) for tag in dict.fromkeys((lang, LAST_FALLBACK))]
    return Vocabulary(
        genres=dict(reversed([pair for one in both for pair in _genres(one)])),
        distributions=dict(reversed([pair for one in both for pair in _distributions(one)])),
        statuses=dict(reversed([pair for one in both for pair in _statuses(one)])),
        channels=dict(reversed([pair for one in both for pair in _channels(one)])),
        organizations=_set(word for one in both for word in one.recognition.organizations.split()),
        contact=_set(
            phrase
            for one in both
            for phrase in (
                *one.recognition.contact,
                *(one.labels.contact, one.labels.contact_media, one.labels.contact_public),
            )
        ),
        updated=_set(
            phrase
            for one in both
            for phrase in (*one.recognition.updated, one.labels.updated.replace("{date}", ""))
        ),
        embargoed=tuple(_around(one.labels.embargoed_until, "{until}") for one in both),
        expires=tuple(_around(one.labels.expires, "{date}") for one in both),
        version=tuple(_around(one.labels.version, "{number}") for one in both),
        **{
            name: _set(phrase for one in both for phrase in getattr(one.recognition, name))
            for name in _PLAIN
        },
    )


_PLAIN: Final = (
    *("about", "editors", "question", "answer", "byline", "attribution", "published"),
    *("translation", "claims", "machine", "original", "end"),
)


def _around(label: str, slot: str) -> tuple[str, str]:
    before, _, after = label.partition(slot)
    return before, after


def _set(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(fold, phrases)))


def _genres(one: Language) -> Iterator[tuple[str, GenreKey]]:
    """Yield the labels first: what a language calls a genre is not what it calls another."""
    for genre, label in one.genres.items():
        if genre is not GenreKey.OTHER:
            yield fold(label), genre
    for name, labels in one.recognition.genres.items():
        yield from ((fold(label), GenreKey(name)) for label in labels)


def _distributions(one: Language) -> Iterator[tuple[str, DistributionKey]]:
    for key, label in one.distributions.items():
        if label:
            yield fold(label), key
    for name, labels in one.recognition.distributions.items():
        yield from ((fold(label), DistributionKey(name)) for label in labels)
    embargo = one.labels.embargoed_until.partition("{")[0]
    if embargo.strip():
        yield fold(embargo), DistributionKey.EMBARGOED


def _statuses(one: Language) -> Iterator[tuple[str, Status]]:
    """Yield the notices that are printed over a text, each alone and in one line."""
    labels = one.labels
    yield fold(labels.status_withheld), Status.WITHHELD
    for words in (labels.status_canceled, labels.withdrawal):
        yield fold(words), Status.CANCELED
    yield fold(f"{labels.status_canceled} {labels.withdrawal}"), Status.CANCELED


def _channels(one: Language) -> Iterator[tuple[str, ChannelKind]]:
    yield fold(one.labels.telephone), ChannelKind.TELEPHONE
    yield fold(one.labels.email), ChannelKind.EMAIL
    yield fold(one.labels.address), ChannelKind.ADDRESS
    yield fold(one.labels.url), ChannelKind.URL
    yield fold(one.labels.hours), ChannelKind.HOURS
    for name, labels in one.recognition.channels.items():
        yield from ((fold(label), ChannelKind(name)) for label in labels)
