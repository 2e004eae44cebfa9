"""The blocks of a text, and what a reader found → how much of the text that is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Marks of direction, and what readers put for a hyphen that they took out, are no text.
_CONTROLS: Final = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN: Final = re.compile(f"[\u00ad\ufeff\ufffe{_CONTROLS}]")
_DENSE: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD: Final = re.compile(rf"[{_DENSE}]|[^\s{_DENSE}]+")
_VOCALISED: Final = re.compile("[\u0591-\u05c7\u064b-\u065f\u0670]")


class Count(NamedTuple):
    """What is right, of what there is: characters, words, words with signs of vowels."""

    characters: int
    n_characters: int
    words: int
    n_words: int
    vocalised: int
    n_vocalised: int


@dataclass(frozen=True, slots=True)
class Score:
    """Shares in per cent; ``vocalised`` is None where no word has signs of vowels."""

    characters: float
    words: float
    vocalised: float | None


def total(counts: Iterable[Count]) -> Score:
    """Return the shares over several texts."""
    right, n, words, n_words, vocalised, n_vocalised = map(sum, zip(*counts, strict=True))
    share = 100 * vocalised / n_vocalised if n_vocalised else None
    return Score(100 * right / n, 100 * words / n_words, share)


def count(blocks: Sequence[str], found: str) -> Count:
    """Say how much of *blocks* stands in *found*.

    The characters of a block count by its edit distance from the part of *found* that is most like
    it; so neither the order of blocks nor anything between them matters. A word is intact where
    it stands in *found* between spaces, as often as in *blocks*.
    """
    text = bare(found)
    expected = [bare(block) for block in blocks]
    n_characters = sum(map(len, expected))
    n_wrong = sum(min(len(one), distance_within(one, text)) for one in expected)
    words = Counter(word for block in expected for word in _WORD.findall(block))
    there = Counter(_WORD.findall(text)) & words
    voiced = Counter({word: n for word, n in words.items() if _VOCALISED.search(word)})
    return Count(
        n_characters - n_wrong,
        n_characters,
        there.total(),
        words.total(),
        (there & voiced).total(),
        voiced.total(),
    )


def bare(text: str) -> str:
    """Return *text* as it is compared."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def distance_within(wanted: str, text: str) -> int:
    """Return the edit distance between *wanted* and the part of *text* that is nearest to it.

    Source: G. Myers, A fast bit-vector algorithm for approximate string matching, JACM 46 (1999).
    """
    if wanted in text:
        return 0
    places: dict[str, int] = {}
    for at, character in enumerate(wanted):
        places[character] = places.get(character, 0) | 1 << at
    size = len(wanted)
    full, last = (1 << size) - 1, 1 << (size - 1)
    rising, falling = full, 0  # in which rows of the column the distance grows or shrinks by one
    distance = best = size
    for character in text:
        equal = places.get(character, 0)
        vertical = equal | falling
        horizontal = (((equal & rising) + rising) ^ rising) | equal
        up = falling | (full & ~(horizontal | rising))
        down = rising & horizontal
        distance += bool(up & last) - bool(down & last)
        best = min(best, distance)
        up, down = up << 1 & full, down << 1 & full
        rising, falling = down | (full & ~(vertical | up)), up & vertical
    return best
