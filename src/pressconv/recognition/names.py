"""A line of names of languages → the editions that it links to."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pressconv.languages import language, shipped
from pressconv.languages.dates import language_name, locale
from pressconv.languages.tags import LAST_FALLBACK
from pressconv.recognition.phrases import fold
from pressconv.strict import parse_toml

if TYPE_CHECKING:
    from pressconv.model import LangTag

_FILE: Final = Path(__file__).with_name("autonyms.toml")
_SEPARATORS: Final = re.compile(r"\s*[,،、;|/·•–—\n\t\u2003]\s*")
_LONGEST: Final = 800


def named_languages(text: str) -> tuple[LangTag, ...]:
    """Return the languages that *text* names in their own scripts, if it holds nothing else.

    A name may stand twice: many pages show it once for the eye and once for the ear.
    """
    if len(text) > _LONGEST:
        return ()
    found: list[LangTag] = []
    for piece in filter(None, _SEPARATORS.split(text.strip())):
        tags = _tags(fold(piece))
        if not tags:
            return ()
        found += tags
    return tuple(dict.fromkeys(found))


def _tags(folded: str) -> list[LangTag]:
    """Read names in a row without separators between them, the longest first."""
    words, found = folded.split(), []
    while words:
        for end in range(min(len(words), 4), 0, -1):
            tag = _autonyms().get(" ".join(words[:end]))
            if tag:
                found.append(tag)
                words = words[end:]
                break
        else:
            return []
    return found


@cache
def _autonyms() -> dict[str, LangTag]:
    names = {fold(language(tag).name): tag for tag in shipped() if "-" not in tag}
    for tag, several in parse_toml(_FILE.read_bytes(), file=_FILE.name).items():
        if isinstance(several, list):
            names |= {fold(name): tag for name in several}
    return names


def languages_in(text: str, lang: LangTag) -> list[LangTag]:
    """Return the languages that *text* of *lang* speaks of, in the order of their names.

    Names are inflected: a word is one of a language if it begins like it.
    """
    found: dict[LangTag, int] = {}
    words = fold(text).split()
    for name, tag in _names(lang).items():
        if " " in name and f" {name} " in f" {' '.join(words)} ":
            found.setdefault(tag, words.index(name.split()[0]))
            continue
        length = max(4, len(name) - 2)
        for index, word in enumerate(words):
            stem = word.removeprefix("ال") if len(word) > 5 else word
            # A prefix of one or two letters is an article or a preposition: ال, ב, የ.
            at = stem.find(name[:length]) if len(name) > 3 else -1
            if stem == name or at == 0 or (0 < at <= 2 and not _has_case(name)):
                found.setdefault(tag, index)
        if not text.isascii() and " " not in name and len(name) > 1 and _is_dense(text):
            place = fold(text).find(name)
            if place >= 0:
                found.setdefault(tag, place)
    return sorted(found, key=lambda tag: found[tag])


def _has_case(text: str) -> bool:
    return text.upper() != text


def _is_dense(text: str) -> bool:
    """Say whether *text* sets no spaces between words."""
    return text.count(" ") * 20 < len(text)


@cache
def _names(lang: LangTag) -> dict[str, LangTag]:
    """Return the names of languages in *lang*, as its file inflects them and as CLDR has them."""
    rules = language(lang)
    names: dict[str, LangTag] = {}
    known = {tag.split("-")[0] for tag in _autonyms().values()}
    for tag in sorted(known):
        for name in (rules.language_names.get(tag, ""), language_name(tag, rules)):
            for one in (name, name.removeprefix("ال")):
                if len(fold(one)) > 1 and fold(one) != fold(tag):
                    names.setdefault(fold(one), tag)
    first = locale(rules.tag).languages.get(LAST_FALLBACK, "")
    return names | ({fold(first): LAST_FALLBACK} if first else {})
