"""Languages → the words that they are known by."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from pressconv.frozen import dataclass
from pressconv.languages import language, shipped
from pressconv.languages.tags import subtags
from pressconv.strict import parse_toml

if TYPE_CHECKING:
    from pressconv.model import LangTag

_NEIGHBOURS: Final = Path(__file__).with_name("neighbours.toml")

# Letters with the marks on them; joiners are spelling in some scripts, left out in others.
_WORD: Final = re.compile(
    "[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f\u0900-\u0903\u093a-\u094f"
    "\u0980-\u0983\u09bc-\u09d7]|[\u2019'-](?=[^\\W\\d_]))*"
)
_JOINERS: Final = re.compile("[\u200c\u200d\u064b-\u0655\u0670\u0591-\u05c7]")


@dataclass(frozen=True, slots=True)
class Known:
    """A language with its frequent words, and with what tells each of its varieties."""

    lang: LangTag
    script: str
    words: frozenset[str]
    varieties: tuple[tuple[LangTag, frozenset[str]], ...] = ()


@cache
def known() -> tuple[Known, ...]:
    """Return the languages that can be told, one for all varieties with the same words."""
    groups: dict[str, list[LangTag]] = {}
    for tag in shipped():
        groups.setdefault(language(tag).recognition.words, []).append(tag)
    found = [_known(tags, text) for text, tags in groups.items() if text]
    neighbours = parse_toml(_NEIGHBOURS.read_bytes(), file=_NEIGHBOURS.name)
    found += [_known([tag], str(text)) for tag, text in neighbours.items()]
    return tuple(found)


def _known(tags: list[LangTag], text: str) -> Known:
    telling: dict[str, LangTag] = {}
    if len(tags) > 1:
        for tag in tags:
            telling.setdefault(language(tag).recognition.telling, tag)
    varieties = tuple((tag, _folded(own)) for own, tag in telling.items() if own)
    return Known(tags[0], subtags(tags[0])[1], _folded(text), varieties)


def _folded(text: str) -> frozenset[str]:
    return frozenset(_JOINERS.sub("", one) for one in text.casefold().split())


def words(text: str) -> Counter[str]:
    """Count the words of *text*, without case, joiners and vowel points."""
    return Counter(_WORD.findall(_JOINERS.sub("", normalize("NFC", text).casefold())))


def characters(text: str) -> Counter[str]:
    """Count the characters of *text*, which are the words of scripts without spaces."""
    return Counter(text)
