"""A line → the kind of furniture that it is, by the one table ``furniture.toml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pressconv.frozen import dataclass
from pressconv.languages.tags import LAST_FALLBACK, fallback_chain
from pressconv.recognition.phrases import begins, ends, fold, weight
from pressconv.strict import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.model import LangTag

_FILE: Final = Path(__file__).with_name("furniture.toml")
_ANY: Final = "…"
_LONGEST: Final = 600
_LONGEST_SHAPE: Final = 240
_QUOTED: Final = re.compile('["\u201c-\u201f\u00ab\u00bb\u300c\u300d]')


@dataclass(frozen=True, slots=True)
class _Words:
    """The phrases of a language: whole lines, starts and ends of lines, and parts of them.

    Starts are found by their first two characters.
    """

    whole: dict[str, str]
    starts: dict[str, list[tuple[str, str]]]
    ends: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]


def furniture(text: str, lang: LangTag) -> str:
    """Return what kind of furniture *text* is all of, "" where it is none."""
    if not text or weight(text) > _LONGEST:
        return ""
    folded = fold(text)
    words = _words(lang)
    # A button says "OK"; with quotation marks somebody does.
    if folded in words.whole and not _QUOTED.search(text):
        return words.whole[folded]
    if len(text) <= _LONGEST_SHAPE:
        for kind, pattern in _shapes():
            if pattern.fullmatch(text):
                return kind
    for phrase, kind in words.starts.get(folded[:2], ()):
        if begins(folded, phrase):
            return kind
    for phrase, kind in words.ends:
        if ends(folded, phrase):
            return kind
    return next((kind for phrase, kind in words.parts if f" {phrase} " in f" {folded} "), "")


def hinted(hints: frozenset[str]) -> frozenset[str]:
    """Return what the *hints* of a block say it is: a kind of furniture, a date, a byline."""
    words = {word for hint in hints for word in (hint, *re.split(r"[-_\s]+", hint))}
    return frozenset(kind for kind, known in _table()["hints"].items() if words & set(known))


@cache
def _table() -> dict[str, Any]:
    return parse_toml(_FILE.read_bytes(), file=_FILE.name)


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (one["kind"], re.compile(one["pattern"], re.IGNORECASE)) for one in _table()["shape"]
    )


@cache
def _words(lang: LangTag) -> _Words:
    """Return the phrases of *lang* and of English: pages mix them."""
    whole: dict[str, str] = {}
    others: dict[str, list[tuple[str, str]]] = {"starts": [], "ends": [], "parts": []}
    for phrase, kind in _phrases(lang):
        place = ("", "starts", "ends", "parts")[phrase.endswith(_ANY) + 2 * phrase.startswith(_ANY)]
        plain = fold(phrase.strip(_ANY))
        if not plain:
            continue
        if place:
            others[place].append((plain, kind))
        else:
            whole.setdefault(plain, kind)
    starts: dict[str, list[tuple[str, str]]] = {}
    for phrase, kind in others["starts"]:
        starts.setdefault(phrase[:2], []).append((phrase, kind))
    return _Words(whole, starts, tuple(others["ends"]), tuple(others["parts"]))


def _phrases(lang: LangTag) -> Iterator[tuple[str, str]]:
    tables = _table()["words"]
    own = next((tag for tag in fallback_chain(lang) if tag in tables), LAST_FALLBACK)
    for tag in dict.fromkeys((own, LAST_FALLBACK)):
        for kind, phrases in tables[tag].items():
            yield from ((phrase, kind) for phrase in phrases)
