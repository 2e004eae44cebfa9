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
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_MAX_CHARACTERS: Final = 400
_MAX_WORDS: Final = 5
# First words of names that say how a part looks, or what is not or beside it, and not what it is:
# "margin-bottom", "bg-secondary", "no-sidebar", "has-related".
_STYLING: Final = frozenset(
    "margin padding border bg align justify float rounded shadow offset order d m p mt mb ml mr mx "
    "my pt pb pl pr px py no not has with without is hidden visible show hide supports".split()
)
_FILE: Final = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Kind:
    """What some words speak for. ``words.toml`` explains the figures."""

    name: str
    words: tuple[str, ...]
    share: float = 0.0
    unlinked: float = 1.0
    rank: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """The whole file."""

    kinds: tuple[Kind, ...]


@cache
def _places_by_word() -> tuple[tuple[Kind, ...], dict[str, tuple[int, ...]]]:
    """Return the kinds, and for each word the places of its kinds among them."""
    table = build(_Table, tomllib.loads(_FILE.read_text(encoding="utf-8")), file=_FILE.name)
    found: dict[str, tuple[int, ...]] = {}
    for place, kind in enumerate(table.kinds):
        for word in kind.words:
            found[word] = (*found.get(word, ()), place)
    return table.kinds, found


def kinds_of(names: frozenset[str]) -> tuple[Kind, ...]:
    """Return what *names* speak for, each kind once, in the order of the table."""
    kinds, known = _places_by_word()
    # Sorted: a set has another order in every process.
    places = sorted({place for name in names for place in known.get(name, ())})
    return tuple(kinds[place] for place in places)


def names_of(node: Node) -> frozenset[str]:
    """Return the words in the names that an element bears, in small letters."""
    if not node.attributes:
        return frozenset()
    written = [node.attributes.get(name, "") for name in _NAMED]
    # As a class "right" says where a picture floats; as an id it is a column of the page.
    if node.get("id").lower() in {"left", "right"}:
        written.append("sidebar")
    return _words(" ".join(filter(None, written))[:_MAX_CHARACTERS])


@lru_cache(maxsize=4096)
def _words(written: str) -> frozenset[str]:
    found: set[str] = set()
    for name in written.split():
        whole = _LETTERS.findall(name)
        if len(whole) > _MAX_WORDS:
            continue  # a title as a name
        if len(whole) > 1 and whole[0].lower() in _STYLING:
            continue
        found.update(word.lower() for part in whole for word in (part, *_WORD.findall(part)))
        if len(whole) > 1:
            found.add("".join(whole[:2]).lower())
    return frozenset(found)
