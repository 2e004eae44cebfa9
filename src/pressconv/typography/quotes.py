"""Quotation marks and apostrophes: which mark opens, which closes, which is neither.

All readings of the marks of a block are weighed against each other: where a mark stands says a
good deal (behind a space it opens), what its shape says comes next, and what opens has to close.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from pressconv.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

OPENING_Q: Final = "\ufdd0"
CLOSING_Q: Final = "\ufdd1"
"""Stand for the marks of a `Quotation` until its level is known; never characters of a text."""

_DOUBLE: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u301d\u301e\u301f\uff02'
_SINGLE: Final = "'\u2018\u2019\u201a\u201b\u2039\u203a\u300e\u300f\uff07"
_MARK: Final = re.compile(f"[{_DOUBLE}{_SINGLE}{OPENING_Q}{CLOSING_Q}]")

_ELSEWHERE: Final = _SINGLE.strip("'").replace("\u2019", "")
_LOOSE_MARK: Final = re.compile(rf"[{_DOUBLE}{_ELSEWHERE}]|(?<!\w)['\u2019]|['\u2019](?!\w)")

# What the shape of a mark says. The curly ones open in one language and close in another.
_OPENS: Final = "\u201e\u201a\u00ab\u2039\u300c\u300e\u301d"
_CLOSES: Final = "\u300d\u300f\u301e\u301f"
_OFTEN_OPENS: Final = "\u201c\u2018\u201b\u201f"
_OFTEN_CLOSES: Final = "\u201d\u2019\u00bb\u203a"

_APOSTROPHES: Final = "'\u2019\u02bc\u05f3"
_GERSHAYIM: Final = '"\u201d\u05f4'
_PRIMES: Final = "'\""
_HIGH_SINGLE: Final = "\u2018\u2019\u201a"
_SPACES: Final = " \u00a0\u202f"
_PUNCTUATION: Final = ")]}.,;:!?\u060c\u061b\u061f\u06d4\u0964"
_OPENING_NEIGHBOURS: Final = "([{\u00bf\u00a1-\u2013\u2014/\n" + _SPACES
_CLOSING_NEIGHBOURS: Final = "\u2026-\u2013\u2014/\n" + _PUNCTUATION + _SPACES

# What a reading costs: where a mark stands weighs more than its shape, and both less than a
# mark without its partner.
_MISPLACED: Final = 3.0
_MISSHAPEN: Final = 2.0
_UNUSUAL: Final = 1.0
_NESTED: Final = 0.5
_UNPAIRED: Final = 4.0
_ELISION: Final = 1.0
_MAX_DEPTH: Final = 3
_FORBIDDEN: Final = 1000.0


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of the text: what it costs to read it as one that opens, closes, or neither."""

    at: int
    family: str
    opens: float
    closes: float
    neither: float


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading of the marks so far: what it cost, what is open, what was paired last.

    The pairs are linked, for readings share most of theirs.
    """

    cost: float = 0.0
    open: tuple[_Mark, ...] = ()
    last: _Pair | None = None

    def pairs(self) -> list[_Pair]:
        """Return the pairs by where they open."""
        found = []
        link = self.last
        while link:
            found.append(link)
            link = link.before
        return sorted(found, key=lambda pair: pair.opening.at)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two marks that belong together."""

    opening: _Mark
    closing: _Mark
    before: _Pair | None


def quotes(text: str, rules: Language, *, level: int = 0) -> Iterator[Edit]:
    """Set the language's marks for quotations, and its apostrophe; *level* is the block's own.

    A single quotation that stands in none keeps single marks, where the language has them. A mark
    without its partner is set where it is plain that it opens: the quotation goes on in the next
    block.
    """
    marks = []
    edits: list[Edit] = []
    for match in _MARK.finditer(text):
        in_word = _in_word(text, match.start(), rules)
        if in_word is None:
            marks.append(_mark(text, match.start(), rules))
        elif in_word:
            edits.append((match.start(), match.end(), in_word))
    pairs = _best(text, marks).pairs() if marks else []
    paired = {mark.at for pair in pairs for mark in (pair.opening, pair.closing)}
    for pair, signs in zip(pairs, _signs(pairs, rules, level), strict=True):
        edits += _set(text, pair.opening.at, pair.closing.at, signs)
    for mark in marks:
        if mark.at not in paired:
            edits += _alone(text, mark, rules, level)
    yield from sorted(edits)


def has_marks(text: str) -> bool:
    """Say whether anything in *text* may be a quotation mark; an apostrophe in a word is none."""
    return _LOOSE_MARK.search(text) is not None


def wraps(text: str, rules: Language) -> tuple[int, int] | None:
    """Return what stands between the first and the last mark, if they are one pair around all."""
    start, end = len(text) - len(text.lstrip(_SPACES)), len(text.rstrip(_SPACES))
    if end - start < 2 or not (_MARK.match(text, start) and _MARK.match(text, end - 1)):
        return None
    marks = [
        _mark(text, match.start(), rules)
        for match in _MARK.finditer(text)
        if _in_word(text, match.start(), rules) is None
    ]
    for pair in _best(text, marks).pairs():
        ends = (pair.opening.at, pair.closing.at)
        if ends == (start, end - 1) and pair.opening.family != "q":
            inner = text[start + 1 : end - 1]
            spaces = len(inner) - len(inner.lstrip(_SPACES))
            return start + 1 + spaces, start + 1 + len(inner.rstrip(_SPACES))
    return None


# ---- reading -------------------------------------------------------------------------------


def _in_word(text: str, at: int, rules: Language) -> str | None:
    """Return what a mark between two letters becomes: nothing ("") or an apostrophe.

    `None` says that the mark is not in a word. A mark in a number parts its groups, or is a prime.
    """
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not (before.isalnum() and after.isalnum()) or _is_wide(before) or _is_wide(after):
        return None
    if sign in _APOSTROPHES:
        if before.isdigit() and after.isdigit():
            return rules.numbers.group if rules.numbers.group in _APOSTROPHES else ""
        return rules.typography.apostrophe
    if sign in _GERSHAYIM and rules.typography.gershayim:
        return rules.typography.gershayim
    return None


def _mark(text: str, at: int, rules: Language) -> _Mark:
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if sign in (OPENING_Q, CLOSING_Q):
        is_opening = sign == OPENING_Q
        costs = (0.0, _FORBIDDEN) if is_opening else (_FORBIDDEN, 0.0)
        return _Mark(at, "q", *costs, _FORBIDDEN)
    opens, closes, neither = _opening_cost(before, after), _closing_cost(before, after), _UNPAIRED
    if text.startswith(rules.typography.closes_before, at + 1):
        opens += _MISPLACED
    if sign in _OPENS:
        closes += _MISSHAPEN
    elif sign in _CLOSES:
        opens += _MISSHAPEN
    elif sign in _OFTEN_OPENS:
        closes += _UNUSUAL
    elif sign in _OFTEN_CLOSES:
        opens += _UNUSUAL
    if sign in _APOSTROPHES and (before.isalpha() or after.isalnum()):
        neither = _ELISION
        if after.isdigit():
            opens += _MISPLACED
    elif sign in _PRIMES and before.isdigit():
        neither = _ELISION
    return _Mark(at, "single" if sign in _SINGLE else "double", opens, closes, neither)


def _opening_cost(before: str, after: str) -> float:
    cost = 0.0
    if before and not (before in _OPENING_NEIGHBOURS or _MARK.match(before) or _is_wide(before)):
        cost += _MISPLACED
    if not after or after in _SPACES or after in _PUNCTUATION:
        cost += _MISPLACED
    return cost


def _closing_cost(before: str, after: str) -> float:
    cost = 0.0
    if not before or before in _OPENING_NEIGHBOURS:
        cost += _MISPLACED
    if after and not (after in _CLOSING_NEIGHBOURS or _MARK.match(after) or _is_wide(after)):
        cost += _MISPLACED
    return cost


def _best(text: str, marks: list[_Mark]) -> _Reading:
    """Return the cheapest reading; of those that leave the same marks open one is kept."""
    readings: dict[tuple[object, ...], _Reading] = {(): _Reading()}
    for mark in marks:
        found: dict[tuple[object, ...], _Reading] = {}
        for reading in readings.values():
            for one in _continued(text, mark, reading):
                # A mark that just opened may not close at once, so such a reading is kept apart.
                just_opened = bool(one.open) and one.open[-1] is mark
                key = (just_opened, *(other.family for other in one.open))
                if key not in found or one.cost < found[key].cost:
                    found[key] = one
        readings = found
    return min(readings.values(), key=lambda one: one.cost + _UNPAIRED * len(one.open))


def _continued(text: str, mark: _Mark, reading: _Reading) -> Iterator[_Reading]:
    """Yield *reading* with the next mark read as opening, closing, or neither."""
    cost, inside = reading.cost, reading.open
    if mark.neither < _FORBIDDEN:
        yield _Reading(cost + mark.neither, inside, reading.last)
    if mark.opens < _FORBIDDEN and (len(inside) < _MAX_DEPTH or mark.family == "q"):
        nested = _NESTED * sum(one.family == mark.family for one in inside)
        yield _Reading(cost + mark.opens + nested, (*inside, mark), reading.last)
    if mark.closes < _FORBIDDEN:
        # The end of a `Quotation` leaves behind what was opened in it and not closed.
        left = 0
        while mark.family == "q" and inside[-1 - left].family != "q":
            left += 1
        if len(inside) > left and inside[-1 - left].family == mark.family:
            opening = inside[-1 - left]
            if mark.family == "q" or text[opening.at + 1 : mark.at].strip(_SPACES):
                pair = _Pair(opening, mark, reading.last)
                yield _Reading(cost + mark.closes + _UNPAIRED * left, inside[: -1 - left], pair)


# ---- setting -------------------------------------------------------------------------------


def _signs(pairs: list[_Pair], rules: Language, level: int) -> Iterator[tuple[str, str]]:
    """Yield the marks of each pair, by how many pairs it stands in."""
    ends: list[int] = []
    for number, pair in enumerate(pairs):
        while ends and ends[-1] < pair.opening.at:
            ends.pop()
        depth = level + len(ends)
        ends.append(pair.closing.at)
        is_alone = depth == 0 and pair.opening.family == "single"
        if is_alone and rules.nested_quotes[0] in _HIGH_SINGLE:
            is_alone = all(one.opening.family == "single" for one in _inside(pairs, number))
        else:
            is_alone = False
        yield rules.nested_quotes if depth % 2 or is_alone else rules.quotes


def _inside(pairs: list[_Pair], number: int) -> Iterator[_Pair]:
    """Yield the pairs that stand in the pair of this *number*."""
    for at in range(number + 1, len(pairs)):
        if pairs[at].opening.at > pairs[number].closing.at:
            return
        yield pairs[at]


def _set(text: str, opening: int, closing: int, signs: tuple[str, str]) -> Iterator[Edit]:
    """Put *signs* at a pair, in place of the spaces inside it too."""
    inner = text[opening + 1 : closing]
    left = len(inner) - len(inner.lstrip(_SPACES))
    right = len(inner) - len(inner.rstrip(_SPACES)) if left < len(inner) else 0
    yield opening, opening + 1, signs[0]
    if left:
        yield opening + 1, opening + 1 + left, ""
    if right:
        yield closing - right, closing, ""
    yield closing, closing + 1, signs[1]


def _alone(text: str, mark: _Mark, rules: Language, level: int) -> Iterator[Edit]:
    """Set a mark without a partner: an apostrophe, or one that opens plainly."""
    sign, before, after = text[mark.at], text[: mark.at][-1:], text[mark.at + 1 : mark.at + 2]
    if sign in _APOSTROPHES and (before.isalpha() or (not before.isdigit() and after.isalnum())):
        if rules.typography.apostrophe and not _is_wide(before or after):
            yield mark.at, mark.at + 1, rules.typography.apostrophe
    elif mark.family == "double" and after.isalnum() and mark.opens < _MISPLACED <= mark.closes:
        signs = rules.nested_quotes if level % 2 else rules.quotes
        yield mark.at, mark.at + 1, signs[0]


def _is_wide(character: str) -> bool:
    return bool(character) and east_asian_width(character) in "WF"
