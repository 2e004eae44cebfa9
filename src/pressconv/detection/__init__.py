"""Text → the language it is most likely in, by its script and its frequent words.

Everything is data: a language that ships says in its file which words it is known by, and
``neighbours.toml`` has languages that would be taken for one of them otherwise. Why no library:
docs/adr/0016-language-detection.md.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.detection.scripts import (
    likely_language,
    main_script,
    scripts,
    scripts_with,
    written_in,
)
from pressconv.detection.words import Known, characters, known, words
from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from pressconv.model import LangTag

__all__ = ["Detection", "detect", "main_script", "scripts", "written_in"]

_MOST: Final = 20_000
"""Characters beyond this add nothing to what a text shows."""

_SURE: Final = 0.12
"""A text with this share of words that its language has alone leaves no doubt."""

_MARGIN: Final = 1.8
"""Relatives share many words: a lead of 1 / 1.8 over the second language is all one can have."""


@dataclass(frozen=True, slots=True)
class Detection:
    """What a text was taken for, and how sure that is, from 0 to 1."""

    lang: LangTag
    confidence: float


def detect(text: str) -> Detection | None:
    """Return the language of *text*, or nothing where nothing tells it."""
    text = text[:_MOST]
    counts = scripts(text)
    if not counts:
        return None
    main = main_script(counts)
    candidates = _candidates(main)
    if len(candidates) < 2:
        lang = candidates[0].lang if candidates else likely_language(main)
        return Detection(lang, _share(counts, main)) if lang else None
    own = words(text) if main in written_in(main) else characters(text)
    scores = _scores(own, main)
    (best, one), (second, _) = sorted(scores, key=lambda pair: pair[0], reverse=True)[:2]
    if best == 0:
        return None
    confidence = min(1.0, best / _SURE) * min(1.0, _MARGIN * (1 - second / best))
    return Detection(_variety(own, one), round(confidence, 2))


def _share(counts: Counter[str], main: str) -> float:
    return round(sum(counts[one] for one in scripts_with(main)) / counts.total(), 2)


def _scores(own: Counter[str], main: str) -> list[tuple[float, Known]]:
    """Score each candidate by the share of its words, a word of several by a part of it."""
    total = own.total() or 1
    weights, candidates = _weights(main), _candidates(main)
    points = [0.0] * len(candidates)
    for word, number in own.items():
        for index, share in weights.get(word, ()):
            points[index] += number * share
    return [(value / total, one) for value, one in zip(points, candidates, strict=True)]


@cache
def _weights(main: str) -> dict[str, list[tuple[int, float]]]:
    """Return for each word the candidates that have it, by index, and what it is worth to them."""
    sharing: dict[str, list[int]] = {}
    for index, one in enumerate(_candidates(main)):
        for word in one.words:
            sharing.setdefault(word, []).append(index)
    return {
        word: [(index, 1 / len(several)) for index in several] for word, several in sharing.items()
    }


@cache
def _candidates(main: str) -> tuple[Known, ...]:
    return tuple(one for one in known() if one.script in written_in(main))


def _variety(own: Counter[str], one: Known) -> LangTag:
    """Return the variety whose own words stand in the text most often."""
    counts = [(sum(own[word] for word in telling), tag) for tag, telling in one.varieties]
    best = max((number for number, _ in counts), default=0)
    return next((tag for number, tag in counts if number == best and best), one.lang)
