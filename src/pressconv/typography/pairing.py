"""Quotation marks of a block → the pairs that they make.

All readings of the marks of a block are weighed against each other: where a mark stands says a
good deal (behind a space it opens), what its shape says comes next, and what opens has to close.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import east_asian_width

from pressconv.patterns import pattern
from pressconv.typography.signs import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

SINGLE: Final = "'"
DOUBLE: Final = '"'
"""Families of marks: those of one family make pairs. That of a `Quotation` is "q"."""

OPENING_Q: Final = "\ufdd0"
CLOSING_Q: Final = "\ufdd1"
"""Stand for the marks of a `Quotation` until its level is known; never characters of a text."""

_DOUBLE: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u301d\u301e\u301f\uff02'
_SINGLE: Final = "'\u2018\u2019\u201a\u201b\u2039\u203a\u300e\u300f\uff07"
MARK: Final = pattern(f"[{_DOUBLE}{_SINGLE}{OPENING_Q}{CLOSING_Q}]")
QUOTATION: Final = pattern(f"[{OPENING_Q}{CLOSING_Q}]")

APOSTROPHES: Final = "'\u2019\u02bc\u05f3"

# What the shape of a mark says. The curly ones open in one language and close in another.
_OPENS: Final = "\u201e\u201a\u00ab\u2039\u300c\u300e\u301d"
_CLOSES: Final = "\u300d\u300f\u301e\u301f"
_OFTEN_OPENS: Final = "\u201c\u2018\u201b\u201f"
_OFTEN_CLOSES: Final = "\u201d\u2019\u00bb\u203a"

_SPACED_INSIDE: Final = ("\u00ab\u2039", "\u00bb\u203a")
_WORD: Final = pattern(f"[^{SPACES}]")
_PRIMES: Final = "'\""
_PUNCTUATION: Final = ")]}.,;:!?\u060c\u061b\u061f\u06d4\u0964"
_OPENING_NEIGHBOURS: Final = "([{\u00bf\u00a1-\u2013\u2014/\n" + SPACES
_CLOSING_NEIGHBOURS: Final = "\u2026-\u2013\u2014/\n" + _PUNCTUATION + SPACES

# What a reading costs: where a mark stands weighs more than its shape, and both less than a
# mark without its partner.
MISPLACED: Final = 3.0
_MISSHAPEN: Final = 2.0
_UNUSUAL: Final = 1.0
_NESTED: Final = 0.5
_UNPAIRED: Final = 4.0
_ELISION: Final = 1.0
_MAX_DEPTH: Final = 3
CERTAIN: Final = 1.0
"""A reading that costs less has every mark in its place, and nothing but nesting to pay for."""

_FORBIDDEN: Final = 1000.0


class Mark(NamedTuple):
    """A mark of the text: what it costs to read it as one that opens, closes, or neither."""

    at: int
    family: str
    opens: float
    closes: float
    neither: float


class _Reading(NamedTuple):
    """A reading of the marks so far: what it cost, what is open, what was paired last.

    The pairs are linked, for readings share most of theirs.
    """

    cost: float = 0.0
    open: tuple[Mark, ...] = ()
    families: str = ""
    last: Pair | None = None


class Pair(NamedTuple):
    """Two marks that belong together, and the pair that was closed before."""

    opening: Mark
    closing: Mark
    before: Pair | None


def pairs(text: str, marks: list[Mark]) -> tuple[float, list[Pair]]:
    """Return what the cheapest reading of *marks* costs, and its pairs by where they open."""
    reading = _cheapest(text, marks)
    link = reading.last
    chosen = []
    while link:
        chosen.append(link)
        link = link.before
    return _total(reading), sorted(chosen, key=lambda pair: pair.opening.at)


def embraces(text: str, marks: list[Mark]) -> bool:
    """Say whether the first and the last of *marks* may be one pair: no reading is cheaper."""
    first, last = marks[0], marks[-1]
    opening = Mark(first.at, "q", first.opens, _FORBIDDEN, _FORBIDDEN)
    closing = Mark(last.at, "q", _FORBIDDEN, last.closes, _FORBIDDEN)
    held = _cheapest(text, [opening, *marks[1:-1], closing])
    return _total(held) <= _total(_cheapest(text, marks))


def _cheapest(text: str, marks: list[Mark]) -> _Reading:
    """Return the cheapest reading; of those that leave the same marks open one is kept."""
    readings = {"": _Reading()}
    for mark in marks:
        found: dict[str, _Reading] = {}
        for reading in readings.values():
            for one in _continued(text, mark, reading):
                # A mark that just opened may not close at once, so such a reading is kept apart.
                key = one.families + "!" if one.open and one.open[-1] is mark else one.families
                if key not in found or one.cost < found[key].cost:
                    found[key] = one
        readings = found
    return min(readings.values(), key=_total)


def _total(reading: _Reading) -> float:
    return reading.cost + _UNPAIRED * len(reading.open)


def mark_at(text: str, at: int, closes_before: tuple[str, ...]) -> Mark:
    """Weigh the mark at *at*; right before one of *closes_before* it closes."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign in (OPENING_Q, CLOSING_Q):
        is_opening = sign == OPENING_Q
        costs = (0.0, _FORBIDDEN) if is_opening else (_FORBIDDEN, 0.0)
        return Mark(at, "q", *costs, _FORBIDDEN)
    opens, closes, neither = _opening_cost(before, after), _closing_cost(before, after), _UNPAIRED
    if sign in _SPACED_INSIDE[0] and after and after in SPACES:
        opens -= MISPLACED
    elif sign in _SPACED_INSIDE[1] and before and before in SPACES:
        closes -= MISPLACED
    if text.startswith(closes_before, at + 1):
        opens += MISPLACED
    if sign in _OPENS:
        closes += _MISSHAPEN
    elif sign in _CLOSES:
        opens += _MISSHAPEN
    elif sign in _OFTEN_OPENS:
        closes += _UNUSUAL
    elif sign in _OFTEN_CLOSES:
        opens += _UNUSUAL
    if sign in APOSTROPHES and (before.isalpha() or after.isalnum()):
        neither = _ELISION
        if after.isdigit():
            opens += MISPLACED
    elif sign in _PRIMES and before.isdigit():
        neither = _ELISION
    return Mark(at, SINGLE if sign in _SINGLE else DOUBLE, opens, closes, neither)


def in_elision(mark: Mark) -> Mark:
    """Weigh a mark of a word that the language writes with it: it quotes where nothing else can."""
    return mark._replace(opens=mark.opens + MISPLACED, closes=mark.closes + MISPLACED, neither=0.0)


def mark_behind_prefix(text: str, at: int) -> Mark:
    """Weigh the mark between letters that are written onto the next word, and that word.

    The mark of a Hebrew acronym stands before its last letter, so it is the likelier reading there.
    """
    is_before_last = not text[at + 2 : at + 3].isalpha()
    opens, neither = (1.0, 0.0) if is_before_last else (0.5, 1.5)
    return Mark(at, DOUBLE, opens, _FORBIDDEN, neither)


def is_wide(character: str) -> bool:
    """Say whether *character* takes a square of its own, as Han does."""
    is_mark = character in (OPENING_Q, CLOSING_Q)  # noncharacters count as wide in the UCD
    return bool(character) and not is_mark and east_asian_width(character) in "WF"


def _opening_cost(before: str, after: str) -> float:
    cost = 0.0
    if before and not (before in _OPENING_NEIGHBOURS or MARK.match(before) or is_wide(before)):
        cost += MISPLACED
    if not after or after in SPACES or after in _PUNCTUATION:
        cost += MISPLACED
    return cost


def _closing_cost(before: str, after: str) -> float:
    cost = 0.0
    if not before or before in _OPENING_NEIGHBOURS:
        cost += MISPLACED
    if after and not (after in _CLOSING_NEIGHBOURS or MARK.match(after) or is_wide(after)):
        cost += MISPLACED
    return cost


def _continued(text: str, mark: Mark, reading: _Reading) -> Iterator[_Reading]:
    """Yield *reading* with the next mark read as opening, closing, or neither."""
    cost, inside, families, last = reading
    family = mark.family
    if mark.neither < _FORBIDDEN:
        yield _Reading(cost + mark.neither, inside, families, last)
    if mark.opens < _FORBIDDEN and (len(inside) < _MAX_DEPTH or family == "q"):
        nested = _NESTED * families.count(family)
        yield _Reading(cost + mark.opens + nested, (*inside, mark), families + family, last)
    if mark.closes < _FORBIDDEN:
        # The end of a `Quotation` leaves behind what was opened in it and not closed.
        left = len(families) - families.rfind("q") - 1 if family == "q" else 0
        if len(inside) > left and families[-1 - left] == family:
            opening = inside[-1 - left]
            if family == "q" or _WORD.search(text, opening.at + 1, mark.at):
                pair = Pair(opening, mark, last)
                cost += mark.closes + _UNPAIRED * left
                yield _Reading(cost, inside[: -1 - left], families[: -1 - left], pair)
