"""Lines of a paragraph → the lines that its writer meant: what a program wrapped is rejoined.

A line end is a program's where the next word would not have fitted; a short line before a long
word is its writer's.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pressconv.readers.text.lines import Line

_WIDEST: Final = 132
_NARROWEST: Final = 45
_FEWEST: Final = 3
_UNWRAPPED: Final = 200
_FORCED_SHARE: Final = 0.6
_SLACK: Final = 0.1
_HYPHENATED: Final = re.compile(r"([^\W\d_]{2,})[-\u2010]$")
_WIDE: Final = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
_SOFT: Final = "\u00ad"


def wrap_width(groups: Iterable[Sequence[Line]]) -> int:
    """Return the width at which a text was wrapped, 0 where it was not.

    *groups* are its lines between blank ones.
    """
    pairs = [(one.text, other.text) for group in groups for one, other in itertools.pairwise(group)]
    lengths = sorted(_n_cells(one) for one, _ in pairs)
    if not lengths or lengths[-1] > _UNWRAPPED:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    long_lines = [pair for pair in pairs if _n_cells(pair[0]) > width / 2]
    forced = sum(1 for one, other in long_lines if is_forced(one, other, width))
    # Few lines prove nothing by their lengths, unless a sentence goes on in the next one.
    is_proven = len(long_lines) >= _FEWEST or any(continues(*pair) for pair in long_lines)
    return width if is_proven and forced >= _FORCED_SHARE * len(long_lines) else 0


def is_forced(line: str, following: str, width: int) -> bool:
    """Say whether the first word of *following* had no room at the end of *line*."""
    word = re.match(r"\s*(\S+)", following)
    if word is None:
        return False
    first = word[1] if " " in following.strip() else word[1][:2]
    return _n_cells(line) + 1 + _n_cells(first) > width * (1 - _SLACK)


def _n_cells(text: str) -> int:
    """Count the cells of a terminal that *text* fills, roughly: wide characters fill two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def continues(line: str, following: str) -> bool:
    """Say whether *following* goes on with the sentence of *line*."""
    end, start = line.rstrip()[-1:], following.lstrip()[:1]
    return start.islower() and (end.isalnum() or end in {",", "-", "\u2010", _SOFT, ")"})


def joined_lines(lines: Sequence[str], vocabulary: frozenset[str]) -> tuple[str, int]:
    """Join lines into one, and count the hyphens that were taken out.

    A word that the line end divides loses its hyphen where the *vocabulary*, the words of the
    text, holds it undivided; any other keeps its hyphen.
    """
    parts, n_hyphens = [lines[0].strip()], 0
    for line in lines[1:]:
        following, before = line.strip(), parts[-1]
        found = _HYPHENATED.search(before)
        first = re.match(r"[^\W\d_]+", following)
        if before.endswith(_SOFT):
            parts[-1] = before[:-1]
        elif found and first and first[0].islower():
            if (found[1] + first[0]).casefold() in vocabulary:
                parts[-1], n_hyphens = before[:-1], n_hyphens + 1
        elif not _is_spaceless(before[-1:], following[:1]):
            parts.append(" ")
        parts.append(following)
    return "".join(parts), n_hyphens


def _is_spaceless(end: str, start: str) -> bool:
    """Say whether a line was broken between two characters of a script without spaces."""
    return all(
        unicodedata.east_asian_width(one) in {"W", "F"}
        and "HANGUL" not in unicodedata.name(one, "")
        for one in (end or " ", start or " ")
    )
