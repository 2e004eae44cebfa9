"""Names of classes, ids, roles and properties → the words in them, and what they speak for.

What a word speaks for stands in ``words.toml``. It is weak evidence: a page may call its parts
anything.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.strict import build

if TYPE_CHECKING:
    from pressconv.readers.html.tree import Node

_NAMED: Final = ("class", "id", "role", "itemprop", "rel", "property", "aria-label", "data-testid")
_WORD: Final = re.compile(r"[A-Z]*[a-z]+|[A-Z]+|[^\W\d_a-zA-Z]+")
_MAX_CHARACTERS: Final = 400
_FILE: Final = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Kind:
    """What some words speak for; ``weight`` is added to the score of a text that stands in it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The whole file."""

    kinds: tuple[Kind, ...]


@cache
def kinds_by_word() -> dict[str, tuple[str, ...]]:
    """Return the kinds that each word speaks for."""
    table = build(Table, tomllib.loads(_FILE.read_text(encoding="utf-8")), file=_FILE.name)
    found: dict[str, tuple[str, ...]] = {}
    for kind in table.kinds:
        for word in kind.words:
            found[word] = (*found.get(word, ()), kind.name)
    return found


def names_of(node: Node) -> frozenset[str]:
    """Return the words in the names that an element bears, in small letters."""
    if not node.attributes:
        return frozenset()
    written = [node.attributes.get(name, "") for name in _NAMED]
    return _words(" ".join(filter(None, written))[:_MAX_CHARACTERS])


@lru_cache(maxsize=4096)
def _words(written: str) -> frozenset[str]:
    whole = re.findall(r"[^\W\d_]+", written)
    return frozenset(word.lower() for name in whole for word in (name, *_WORD.findall(name)))
