"""A notice of translation found on a page → the fact that the release is a translation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.languages import language
from pressconv.languages.tags import LAST_FALLBACK, canonical_alias
from pressconv.model import Method
from pressconv.recognition.names import languages_in
from pressconv.recognition.phrases import Vocabulary, fold, vocabulary
from pressconv.text import letters

if TYPE_CHECKING:
    from pressconv.model import LangTag

_LONGEST: Final = 420
_SHORTEST: Final = 12


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says: the language of the original, and how the translation was made."""

    source: LangTag
    method: Method


def read_notice(text: str, lang: LangTag) -> Notice | None:
    """Return what *text* says of the translation, or nothing where it is no such notice.

    It is one in a form that is known, or if it speaks of translating and twice of what holds; and
    it names the language of the original. Nothing else is taken for a notice: no fact is guessed.
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return None
    plain = letters(text)
    for tag in dict.fromkeys((lang, LAST_FALLBACK)):
        words = vocabulary(tag)
        if _is_known(plain, tag) or _speaks_of_it(fold(text), words):
            source = _source(text, tag, lang)
            if source:
                return Notice(source, _method(fold(text), words))
    return None


def _is_known(plain: str, tag: LangTag) -> bool:
    return any(all(part in plain for part in parts) for parts in _forms(tag))


@cache
def _forms(tag: LangTag) -> tuple[tuple[str, ...], ...]:
    """Return the known sentences as letters, cut where the name of a language stands."""
    rules = language(tag)
    sentences = [*rules.disclaimer_forms, *(one.text for one in rules.disclaimer.values())]
    forms = [
        tuple(filter(None, map(letters, sentence.replace("{authoritative}", "{").split("{"))))
        for sentence in dict.fromkeys(sentences)
    ]
    return tuple(parts for parts in forms if sum(map(len, parts)) >= _SHORTEST)


def _speaks_of_it(folded: str, words: Vocabulary) -> bool:
    is_translation = any(_holds(folded, word) for word in words.translation)
    claims = sum(1 for phrase in words.claims if _holds(folded, phrase))
    return is_translation and claims >= 2


def _holds(folded: str, phrase: str) -> bool:
    """Say whether a phrase stands in a text, whatever ending and beginning its words have."""
    return phrase in folded


def _source(text: str, tag: LangTag, lang: LangTag) -> LangTag | None:
    """Return the language named last that is not the release's own."""
    own = canonical_alias(lang).split("-")[0]
    named = [one for one in languages_in(text, tag) if one.split("-")[0] != own]
    return named[-1] if named else None


def _method(folded: str, words: Vocabulary) -> Method:
    is_machine = any(_holds(folded, word) for word in words.machine)
    return Method.MACHINE if is_machine else Method.UNKNOWN
