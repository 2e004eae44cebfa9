"""Words that belong to their neighbour: a no-break space between them, or a ZWNJ."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.patterns import pattern
from pressconv.typography.signs import BREAKING, NO_BREAK, SPACES
from pressconv.typography.stems import at_start, bare, stems
from pressconv.typography.symbols import CURRENCY_CODES, CURRENCY_SIGNS, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.languages import Dates, Language, Typography
    from pressconv.typography.flow import Edit

_ZWNJ: Final = "\u200c"
_MAX_SIGNS: Final = 20
"""No number is looked for farther before a word than this."""
_NEVER: Final = "(?!)"

# Around a word: what opens before it, what ends it.
_BEFORE: Final = "([{\u00ab\u2039\u201c\u201e\u2018\u201a\u300c\u00bf\u00a1\"'\u2014\u2013\ufdd0"
_BEHIND: Final = ")]}\u00bb\u203a\u201d\u2019\u201c\u300d\"',;:!?\u2026\u060c\u061b\u061f\ufdd1"
_ROMAN_LETTERS: Final = frozenset("IVXLCDM")
_ONE_ROMAN: Final = "[IVXLCDM]+(?:er|re|e|ème|º|ª|\\.)?"

_PARTS: Final = pattern(f"([{SPACES}\n]+)")
_INITIAL: Final = pattern(r"[^\W\d_]\.(?:-[^\W\d_]\.)?")
_INITIALS: Final = pattern(r"(?:[^\W\d_]\.){2,3}")
_ROMAN: Final = pattern(f"{_ONE_ROMAN}(?:[-–—]{_ONE_ROMAN})?")
_CENTURY: Final = pattern(rf"{_ROMAN.pattern}|\d+[^\W\d_]{{1,3}}")
_DAY: Final = pattern(r"\d{1,2}(?:\.|er|º|ª|°)?")
_ORDINAL: Final = pattern(r"[0-9]+\.")
_DIGITS_APART: Final = pattern(f"[0-9][{SPACES}][0-9]")
# Groups of three digits; beside other digits they are part of a telephone number, unless those
# are a year before, or the other end of a range.
_GROUPED: Final = pattern(
    rf"(?<![\w.,:/+])(?:(?<![0-9][-{SPACES}])|(?<=\b[12][0-9]{{3}}[{SPACES}])"
    rf"|(?<=[{SPACES}][0-9]{{3}}-))[1-9][0-9]{{0,2}}(?:[{SPACES}][0-9]{{3}})+"
    rf"(?!\w|[.,:/][0-9]{{4}}|[{SPACES}][0-9]|-(?![0-9]{{1,3}}[{SPACES}][0-9]{{3}}\b)[0-9])"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language that hold to their neighbour."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    units: frozenset[str]
    after_roman: frozenset[str]
    one_letter: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    months_after_day: frozenset[str]
    months_before_day: frozenset[str]
    first_day: str
    unspaced: re.Pattern[str]
    joined_initials: bool
    binding: frozenset[str]


def groups(text: str, rules: Language) -> Iterator[Edit]:
    """Part the groups of a number by the language's own space."""
    group = rules.numbers.group
    if group not in SPACES or not _DIGITS_APART.search(text):
        return
    for match in _GROUPED.finditer(text):
        for at in range(match.start(), match.end()):
            if text[at] in BREAKING:
                yield at, at + 1, group


def bindings(text: str, rules: Language) -> Iterator[Edit]:
    """Make the spaces no-break that hold a word to its neighbour."""
    words = _words(rules.typography, rules.dates)
    may_bind = words.binding
    pieces = _PARTS.split(text)
    # Most words bind nothing: a number does, or an initial, or what a file lists.
    likely = [
        number
        for number, word in enumerate(pieces[:-2:2])
        if (
            (word in may_bind or word[0] in _ROMAN_LETTERS)
            if word.isalpha()
            else _may_bind(bare(word), may_bind)
        )
    ]
    if likely:
        for at, previous, left, right, following in _neighbours(pieces, likely):
            word = bare(left).lstrip(_BEFORE)
            space = _binding(previous, word, right, words)
            if not space and _is_sum(previous, word, right, following, words):
                space = NO_BREAK
            if space:
                yield at, at + 1, space


def _may_bind(word: str, words: frozenset[str]) -> bool:
    return word in words or word[-1:] == "." or not word[:1].isalpha() or word[0] in _ROMAN_LETTERS


def joiners(text: str, rules: Language) -> Iterator[Edit]:
    """Write ZWNJ for a space where a prefix or a suffix is spelled with it.

    Behind a number the prefix is another word: a name of May in Persian and Dari.
    """
    typography = rules.typography
    if not typography.joiner_prefixes and not typography.joiner_suffixes:
        return
    behind = tuple(typography.joiner_suffixes_behind.items())
    prefixes, suffixes = _joining(typography.joiner_prefixes, typography.joiner_suffixes, behind)
    for match in prefixes.finditer(text):
        start = match.start("prefix")
        before = text[max(start - _MAX_SIGNS, 0) : start]
        if not before.rstrip(_BEFORE + SPACES)[-1:].isdigit():
            yield *match.span("space"), _ZWNJ
    for match in suffixes.finditer(text):
        yield *match.span(), _ZWNJ


@cache
def _joining(
    prefixes: tuple[str, ...], suffixes: tuple[str, ...], behind: tuple[tuple[str, str], ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    space = f"(?P<space>[{BREAKING}])"
    end = rf"(?=[{re.escape(_BEHIND)}.]*(?:[{SPACES}\n]|$))"
    before = (
        rf"(?:^|(?<=[{SPACES}\n{re.escape(_BEFORE)}]))(?P<prefix>{'|'.join(prefixes) or _NEVER})"
        rf"{space}(?=[^\W\d_]\S)"
    )
    # A word of two letters is one of grammar, whose last letter is heard.
    after = [rf"(?<=[^\W\d_])[{BREAKING}](?=(?:{'|'.join(suffixes) or _NEVER}){end})"]
    after += [
        rf"(?<=[^\W\d_]{{2}}{letter})[{BREAKING}](?=(?:{'|'.join(words.split())}){end})"
        for letter, words in behind
    ]
    return pattern(before), pattern("|".join(after))


def _neighbours(
    pieces: list[str], numbers: Iterable[int]
) -> Iterator[tuple[int, str, str, str, str]]:
    """Yield each lone space behind the words of these *numbers*, and the four words around it.

    *pieces* are words and the spaces between them by turns.
    """
    ends = [*accumulate(map(len, pieces))]
    for number in numbers:
        at = 2 * number
        left, space, right = pieces[at : at + 3]
        if space in BREAKING and left and right:
            following = pieces[at + 4] if at + 4 < len(pieces) else ""
            yield ends[at], pieces[at - 2] if number else "", left, right, following


def _binding(previous: str, left: str, right: str, words: _Words) -> str:
    """Return the space that holds *left* to *right*, or nothing."""
    if not left:
        return ""
    first = right.lstrip(_BEFORE)[:1]
    if left[-1].isdigit() or _ORDINAL.fullmatch(left):
        return _behind_number(left, right, words)
    is_name = first.isalpha() and not first.islower()
    is_bound = (
        (is_name and _is_initial(left, words))
        or (left in words.before_name and is_name and not previous[-1:].isdigit())
        or (
            left in words.before_number
            and (first.isdigit() or bool(_ROMAN.fullmatch(right.rstrip(_BEHIND))))
        )
        or (left in words.one_letter and first.isalnum())
        or (left in words.months_before_day and _is_day(right.rstrip(_BEHIND), words))
        or (left in CURRENCY_CODES and first.isdigit())
        or (previous[-1:].isdigit() and first.isdigit() and _is_unit(left, words))
        or (right in words.months_after_day and _is_day(left, words))
        or _behind_roman(left, right, words)
        or (left, right.rstrip(_BEHIND)) in words.pairs
        or (left, right.partition("-")[0]) in words.pairs
    )
    return NO_BREAK if is_bound else ""


def _is_sum(previous: str, left: str, right: str, following: str, words: _Words) -> bool:
    """Say whether a number, a word of magnitude and a currency stand together: "2,4 Mio. €".

    A sign before the next number belongs to that.
    """
    if not previous[-1:].isdigit() or left not in words.after_number or following[:1].isdigit():
        return False
    currencies = CURRENCY_SIGNS | CURRENCY_CODES
    return not currencies.isdisjoint(stems(right.rstrip(_BEHIND)))


def _behind_number(left: str, right: str, words: _Words) -> str:
    word = right.rstrip(_BEHIND)
    for one in stems(word):
        if _is_unit(one, words) or one in CURRENCY_CODES:
            return NO_BREAK
        if one in words.months_after_day and _is_day(left, words):
            return NO_BREAK
    is_bound = words.unspaced.match(word) or _behind_roman(left, right, words)
    return NO_BREAK if is_bound else ""


def _is_day(word: str, words: _Words) -> bool:
    return word == words.first_day or bool(_DAY.fullmatch(word))


def _is_initial(word: str, words: _Words) -> bool:
    is_one = _INITIAL.fullmatch(word) or (words.joined_initials and _INITIALS.fullmatch(word))
    return bool(is_one) and word[0].isupper() and word == word.upper()


def _is_unit(word: str, words: _Words) -> bool:
    return word in words.after_number or word in words.units


def _behind_roman(left: str, right: str, words: _Words) -> bool:
    return right.rstrip(_BEHIND) in words.after_roman and bool(_CENTURY.fullmatch(left))


def _words(typography: Typography, dates: Dates) -> _Words:
    return _made(
        typography.before_name,
        typography.before_number,
        typography.after_number,
        typography.unit_words,
        typography.after_roman,
        typography.abbreviations,
        typography.one_letter,
        dates.months if typography.bind_dates else (),
        dates.long,
        dates.first_day,
        typography.joined_initials,
    )


@cache
def _made(  # noqa: PLR0913, PLR0917 - the fields of a language file that the words come from
    before_name: tuple[str, ...],
    before_number: tuple[str, ...],
    after_number: tuple[str, ...],
    unit_words: tuple[str, ...],
    after_roman: tuple[str, ...],
    abbreviations: tuple[str, ...],
    one_letter: str,
    months: tuple[str, ...],
    pattern: str,
    first_day: str,
    joined_initials: bool,
) -> _Words:
    before_name, before_number, abbreviations = map(
        _with_capitals, (before_name, before_number, abbreviations)
    )
    parts = [abbreviation.split(" ") for abbreviation in abbreviations]
    pairs = frozenset(pair for words in parts for pair in pairwise(words))
    after_day = months if re.search(r"d\.?[ \u00a0]MMMM", pattern) else ()
    before_day = months if re.search(r"MMMM[ \u00a0]d", pattern) else ()
    first_of_pairs = (pair[0] for pair in pairs)
    return _Words(
        frozenset(before_name),
        frozenset(before_number),
        frozenset(after_number),
        UNITS.difference(unit_words),
        frozenset(after_roman),
        frozenset(one_letter),
        pairs,
        frozenset(after_day),
        frozenset(before_day),
        first_day,
        at_start(after_number),
        joined_initials,
        UNITS.union(
            CURRENCY_CODES,
            before_name,
            before_number,
            after_number,
            one_letter,
            before_day,
            first_of_pairs,
        ),
    )


def _with_capitals(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return *words*, and each as it starts a sentence."""
    return (*words, *(word[0].upper() + word[1:] for word in words))
