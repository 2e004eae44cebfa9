"""Words that belong to their neighbour: a no-break space between them, or a ZWNJ."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pressconv.frozen import dataclass
from pressconv.typography.stems import at_start, bare, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Dates, Language, Typography
    from pressconv.typography.flow import Edit

_NO_BREAK: Final = "\u00a0"
_ZWNJ: Final = "\u200c"
_SPACES: Final = "\u00a0\u202f"

# Around a word: what opens before it, what ends it.
_BEFORE: Final = "([{\u00ab\u2039\u201c\u201e\u2018\u201a\u300c\u00bf\u00a1\"'\u2014\u2013\ufdd0"
_BEHIND: Final = ")]}\u00bb\u203a\u201d\u2019\u201c\u300d\"',;:!?\u2026\u060c\u061b\u061f\ufdd1"

UNITS: Final = frozenset(
    """m cm mm km dm nm µm g kg mg µg t l L ml mL cl hl ha ms min h Hz kHz MHz GHz W kW MW GW
    TW Wh kWh MWh GWh TWh V kV mV mA kJ MJ GJ kN Pa hPa kPa MPa bar mbar mol cd lm lx dB Bq
    Gy Sv mSv m² m³ km² cm² cm³ dm³ km/h m/s m³/s mm/h bit Mbit Gbit kB MB GB TB PB dpi ppm °C °F
    eV keV MeV GeV kt Mt Gt cal kcal""".split()
)
"""Symbols that follow a number in every language, but for those that are words in some.

Source: SI Brochure, 9th edition, and IEC 80000.
"""

CURRENCY_CODES: Final = frozenset(
    """USD EUR GBP JPY CHF CAD AUD CNY RUB INR BRL MXN TRY UAH PLN CZK SEK NOK DKK RON ILS SAR AED
    EGP MAD DZD TND IRR PKR AFN BDT THB VND IDR KRW TWD HKD KES TZS SOS HTG ETB NGN ZAR""".split()
)
"""Codes before or behind a number. Source: ISO 4217."""


_WORD: Final = re.compile("[^ \u00a0\u202f\n]+")
_INITIAL: Final = re.compile(r"[^\W\d_]\.(?:-[^\W\d_]\.)?")
_ROMAN: Final = re.compile(r"[IVXLCDM]+(?:er|re|e|ème|º|ª|\.)?")
_CENTURY: Final = re.compile(rf"{_ROMAN.pattern}|\d+[^\W\d_]{{1,3}}")
_DAY: Final = re.compile(r"\d{1,2}(?:\.|er|º|ª|°)?")
_GROUP: Final = re.compile(r"[0-9]{3}(?:[.,][0-9]+)?")
_FIRST_GROUP: Final = re.compile(r"[1-9][0-9]{0,2}")
_ORDINAL: Final = re.compile(r"[0-9]+\.")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language that hold to their neighbour."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    after_roman: frozenset[str]
    one_letter: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    months_after_day: frozenset[str]
    months_before_day: frozenset[str]
    first_day: str
    group: str
    unspaced: re.Pattern[str]
    binding: frozenset[str]


def bindings(text: str, rules: Language) -> Iterator[Edit]:
    """Make the spaces no-break that hold a word to its neighbour."""
    words = _words(rules.typography, rules.dates, rules.numbers.group)
    for at, previous, left, right in _neighbours(text):
        word = bare(left)
        # Most words bind nothing: a number does, or an initial, or what a file lists.
        first = word[0]
        if word in words.binding or word[-1] == "." or not first.isalpha() or first in "IVXLCDM":
            space = _binding(previous, word.lstrip(_BEFORE), right, words)
            if space:
                yield at, at + 1, space


def joiners(text: str, rules: Language) -> Iterator[Edit]:
    """Write ZWNJ for a space where a prefix or a suffix is spelled with it.

    Behind a number the prefix is another word: a name of May in Persian and Dari.
    """
    prefixes, suffixes = rules.typography.joiner_prefixes, rules.typography.joiner_suffixes
    if not prefixes and not suffixes:
        return
    for at, previous, left, right in _neighbours(text):
        word = left.lstrip(_BEFORE)
        is_prefix = word in prefixes and len(right) > 1 and not previous[-1:].isdigit()
        is_suffix = right.rstrip(_BEHIND + ".") in suffixes and left[-1:].isalpha()
        if right[:1].isalpha() and (is_prefix or is_suffix):
            yield at, at + 1, _ZWNJ


def _neighbours(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield each lone space between two words, the word before them, and the two words."""
    previous, left, end = "", "", -1
    for match in _WORD.finditer(text):
        start, right = match.start(), match[0]
        if left and start == end + 1 and text[end] == " ":
            yield end, previous, left, right
        previous, left, end = left, right, match.end()


def _binding(previous: str, left: str, right: str, words: _Words) -> str:
    """Return the space that holds *left* to *right*, or nothing."""
    if not left:
        return ""
    first = right.lstrip(_BEFORE)[:1]
    if left[-1].isdigit() or _ORDINAL.fullmatch(left):
        return _behind_number(left, right, words)
    is_name = first.isalpha() and not first.islower()
    is_bound = (
        (is_name and left[0].isupper() and bool(_INITIAL.fullmatch(left)))
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
    )
    return _NO_BREAK if is_bound else ""


def _behind_number(left: str, right: str, words: _Words) -> str:
    word = right.rstrip(_BEHIND)
    if words.group and _GROUP.fullmatch(word) and _FIRST_GROUP.fullmatch(left):
        return words.group
    for one in stems(word):
        if _is_unit(one, words) or one in CURRENCY_CODES:
            return _NO_BREAK
        if one in words.months_after_day and _is_day(left, words):
            return _NO_BREAK
    is_bound = words.unspaced.match(word) or _behind_roman(left, right, words)
    return _NO_BREAK if is_bound else ""


def _is_day(word: str, words: _Words) -> bool:
    return word == words.first_day or bool(_DAY.fullmatch(word))


def _is_unit(word: str, words: _Words) -> bool:
    return word in words.after_number or word in UNITS


def _behind_roman(left: str, right: str, words: _Words) -> bool:
    return right.rstrip(_BEHIND) in words.after_roman and bool(_CENTURY.fullmatch(left))


def _words(typography: Typography, dates: Dates, group: str) -> _Words:
    return _made(
        typography.before_name,
        typography.before_number,
        typography.after_number,
        typography.after_roman,
        typography.abbreviations,
        typography.one_letter,
        dates.months if typography.bind_dates else (),
        dates.long,
        dates.first_day,
        group if group in _SPACES else "",
    )


@cache
def _made(  # noqa: PLR0913, PLR0917 - the fields of a language file that the words come from
    before_name: tuple[str, ...],
    before_number: tuple[str, ...],
    after_number: tuple[str, ...],
    after_roman: tuple[str, ...],
    abbreviations: tuple[str, ...],
    one_letter: str,
    months: tuple[str, ...],
    pattern: str,
    first_day: str,
    group: str,
) -> _Words:
    parts = [abbreviation.split(" ") for abbreviation in abbreviations]
    pairs = frozenset(pair for words in parts for pair in pairwise(words))
    after_day = months if re.search(r"d\.?[ \u00a0]MMMM", pattern) else ()
    before_day = months if re.search(r"MMMM[ \u00a0]d", pattern) else ()
    first_of_pairs = (pair[0] for pair in pairs)
    return _Words(
        frozenset(before_name),
        frozenset(before_number),
        frozenset(after_number),
        frozenset(after_roman),
        frozenset(one_letter),
        pairs,
        frozenset(after_day),
        frozenset(before_day),
        first_day,
        group,
        at_start(after_number),
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
