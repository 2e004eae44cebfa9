"""A line → the kind of furniture that it is, by the one table ``furniture.toml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pressconv.frozen import dataclass
from pressconv.languages.tags import LAST_FALLBACK, fallback_chain
from pressconv.recognition.phrases import begins, ends, fold, is_spaceless, weight
from pressconv.strict import parse_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.model import LangTag

_FILE: Final = Path(__file__).with_name("furniture.toml")
_ANY: Final = "…"
_LONGEST: Final = 600
_LONGEST_SHAPE: Final = 240
_MOST_IN_ROW: Final = 14
_LONGEST_LABEL: Final = 5
# How many comments there are: "2 comments", "Comments (2)".
_COUNT: Final = re.compile(
    r"^[\s(（]*\d[\d.,\s]*[)）]?|[\s:：(（]*\d[\d.,]*\s*[件条條개건個]?[\s)）]*$"
)
_QUOTED: Final = re.compile('["\u201c-\u201f\u00ab\u00bb\u300c\u300d]')


@dataclass(frozen=True, slots=True)
class _Words:
    """The phrases of a language: whole lines, starts and ends of lines, and parts of them.

    Starts are found by their first two characters; ``beside`` holds in a row of others only.
    """

    whole: dict[str, str]
    beside: dict[str, str]
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
    if words.whole.get(fold(_COUNT.sub("", text))) == "comments":
        return "comments"
    row = _row(folded, words)
    if row:
        return row
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
    return next((kind for phrase, kind in words.parts if _holds(folded, phrase)), "")


def _holds(folded: str, phrase: str) -> bool:
    """Say whether a text holds a phrase, at whole words where the script parts them."""
    return phrase in folded and (is_spaceless(phrase[0]) or f" {phrase} " in f" {folded} ")


def _row(folded: str, words: _Words) -> str:
    """Return what a row of labels is that nothing sets apart: "Print Share this page Facebook"."""
    parts = folded.split(" ")
    if not 1 < len(parts) <= _MOST_IN_ROW:
        return ""
    # Where a label may begin, and what the first label of the row up to there is.
    reached = {0: ""}
    for start in range(len(parts)):
        if start not in reached:
            continue
        for end in range(start + 1, min(start + _LONGEST_LABEL, len(parts)) + 1):
            phrase = " ".join(parts[start:end])
            kind = words.whole.get(phrase) or words.beside.get(phrase)
            if kind:
                reached.setdefault(end, reached[start] or kind)
    return reached.get(len(parts), "")


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
    beside = {fold(one): kind for kind, some in _table()["beside"].items() for one in some}
    return _Words(whole, beside, starts, tuple(others["ends"]), tuple(others["parts"]))


def _phrases(lang: LangTag) -> Iterator[tuple[str, str]]:
    tables = _table()["words"]
    own = next((tag for tag in fallback_chain(lang) if tag in tables), LAST_FALLBACK)
    for tag in dict.fromkeys((own, LAST_FALLBACK)):
        for kind, phrases in tables[tag].items():
            yield from ((phrase, kind) for phrase in phrases)
