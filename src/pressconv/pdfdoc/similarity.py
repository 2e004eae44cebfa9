"""How much of a text comes back in order: expected blocks × found blocks → 0 to 1."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from pressconv.pdfdoc.lines import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD: Final = re.compile(rf"[{SPACELESS}]|[^\s{SPACELESS}]+")
"""In scripts without spaces a character is a word."""
_MAX_PAIRS: Final = 500_000  # of equal words, in one comparison
_WINDOW: Final = 400  # words


def similarity(expected: Sequence[str], found: Sequence[str]) -> float:
    """Return the share of the characters of *expected* that *found* has in the same order.

    Words are compared whole, over the borders of blocks. What *found* has on top costs nothing.
    An empty *expected* is all there.
    """
    total = sum(map(len, _words(expected)))
    return sum(map(len, _common(expected, found))) / total if total else 1.0


def _common(expected: Sequence[str], found: Sequence[str]) -> Iterator[str]:
    """Yield the words in common: equal blocks first, then words between those."""
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for operation, start, end, found_start, found_end in matcher.get_opcodes():
        words = _words(expected[start:end])
        if operation == "equal":
            yield from words
        elif operation == "replace":
            yield from _common_words(words, _words(found[found_start:found_end]))


def _common_words(expected: list[str], found: list[str]) -> Iterator[str]:
    counts = Counter(found)
    if sum(counts[word] for word in expected) > _MAX_PAIRS and len(expected) > _WINDOW:
        # SequenceMatcher would take time by the square; texts that long drift little.
        for begin in range(0, len(expected), _WINDOW):
            scale = len(found) / len(expected)
            part = slice(int(begin * scale), int((begin + _WINDOW) * scale))
            yield from _common_words(expected[begin : begin + _WINDOW], found[part])
        return
    for block in SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks():
        yield from expected[block.a : block.a + block.size]


def _words(blocks: Sequence[str]) -> list[str]:
    return [word for block in blocks for word in _WORD.findall(block)]
