"""Quotation marks and apostrophes → those of the language, by their level."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.patterns import pattern
from pressconv.typography.pairing import (
    APOSTROPHES,
    CERTAIN,
    DOUBLE,
    MARK,
    MISPLACED,
    QUOTATION,
    SINGLE,
    Mark,
    Pair,
    embraces,
    in_elision,
    is_wide,
    mark_at,
    mark_behind_prefix,
    pairs,
)
from pressconv.typography.signs import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

_GERSHAYIM: Final = '"\u201d\u05f4'
_GUILLEMETS: Final = "\u00ab\u00bb"
_HIGH_SINGLE: Final = "\u2018\u2019\u201a"
_MAX_MARKS: Final = 2000
"""A block with more marks keeps them as they are: nobody wrote it, and weighing them takes long."""


def quotes(text: str, rules: Language, *, level: int = 0) -> tuple[list[Edit], bool]:
    """Set the language's marks for quotations, and its apostrophe; *level* is the block's own.

    Return the edits, and whether the marks can be read in one way only.

    A single quotation that stands in none keeps single marks, where the language has them. A mark
    without its partner is set where it is plain that it opens: the quotation goes on in the next
    block.
    """
    marks, in_words = _read(text, rules)
    if len(marks) > _MAX_MARKS:
        return [], True
    cost, found = pairs(text, marks) if marks else (0.0, [])
    paired = {mark.at for pair in found for mark in (pair.opening, pair.closing)}
    lone = [mark.at for mark in marks if mark.at not in paired and text[mark.at] in _GUILLEMETS]
    edits = _set_pairs(text, found, _depths(text, found, lone, level), rules)
    edits += [(at, at + 1, sign) for at, sign in in_words.items() if sign and at not in paired]
    for mark in marks:
        if mark.at not in paired and mark.at not in in_words:
            edits += _alone(text, mark, rules, level)
    return edits, cost < CERTAIN


def quotations(text: str, rules: Language, *, level: int = 0) -> list[Edit]:
    """Set the marks of the `Quotation`s in *text*, and no other; see `quotes`."""
    marks = [mark_at(text, match.start(), ()) for match in QUOTATION.finditer(text)]
    _, found = pairs(text, marks)
    return _set_pairs(text, found, _depths(text, found, [], level), rules)


def wraps(text: str, rules: Language) -> tuple[int, int] | None:
    """Return what stands between the first and the last mark, if they are one pair around all."""
    start, end = len(text) - len(text.lstrip(SPACES)), len(text.rstrip(SPACES))
    if end - start < 2 or not (MARK.match(text, start) and MARK.match(text, end - 1)):
        return None
    marks, _ = _read(text, rules)
    if not 2 <= len(marks) <= _MAX_MARKS or (marks[0].at, marks[-1].at) != (start, end - 1):
        return None
    inner = text[start + 1 : end - 1]
    if marks[0].family != marks[-1].family or not inner.strip(SPACES) or not embraces(text, marks):
        return None
    return start + 1 + len(inner) - len(inner.lstrip(SPACES)), start + 1 + len(inner.rstrip(SPACES))


# ---- reading -------------------------------------------------------------------------------


def _read(text: str, rules: Language) -> tuple[list[Mark], dict[int, str]]:
    """Return the marks that may quote, and what each mark in a word becomes if it does not."""
    marks: list[Mark] = []
    in_words: dict[int, str] = {}
    elided = _elided(text, rules.typography.elisions)
    for match in MARK.finditer(text):
        at = match.start()
        in_word = _in_word(text, at, rules)
        if in_word is None:
            mark = mark_at(text, at, rules.typography.closes_before)
            marks.append(in_elision(mark) if at in elided else mark)
        else:
            in_words[at] = in_word
            if _is_behind_prefix(text, at, rules.typography.quote_prefixes):
                marks.append(mark_behind_prefix(text, at))
    return marks, in_words


def _in_word(text: str, at: int, rules: Language) -> str | None:
    """Return what a mark between two letters becomes: nothing ("") or an apostrophe.

    `None` says that the mark is not in a word. A mark in a number parts its groups, or is a prime.
    """
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not (before.isalnum() and after.isalnum()) or is_wide(before) or is_wide(after):
        return None
    if sign in APOSTROPHES:
        if before.isdigit() and after.isdigit():
            return rules.numbers.group if rules.numbers.group in APOSTROPHES else ""
        return rules.typography.apostrophe
    if sign in _GERSHAYIM and rules.typography.gershayim:
        return rules.typography.gershayim
    return None


def _elided(text: str, elisions: tuple[str, ...]) -> set[int]:
    """Return where the apostrophes of the language's *elisions* stand."""
    if not elisions:
        return set()
    return {
        match.start() + at
        for match in _elisions(elisions).finditer(text)
        for at, sign in enumerate(match[0])
        if sign in APOSTROPHES
    }


@cache
def _elisions(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match each of *words* as it is typed, with any apostrophe."""
    typed = (re.escape(word).replace("'", f"[{APOSTROPHES}]") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(typed)})(?!\w)", re.IGNORECASE)


def _is_behind_prefix(text: str, at: int, prefixes: str) -> bool:
    """Say whether only prefixes stand between the start of the word and the mark at *at*."""
    if not prefixes or text[at] not in '"\u201d':
        return False
    start = at
    while start and text[start - 1] in prefixes:
        start -= 1
    return start < at and not text[start - 1 : start].isalnum()


# ---- setting -------------------------------------------------------------------------------


def _depths(text: str, found: list[Pair], lone: list[int], level: int) -> Iterator[int]:
    """Yield in how many quotations each pair stands.

    One that opens or closes in another block holds the pairs between its mark and that block.
    """
    ends: list[int] = []
    for pair in found:
        while ends and ends[-1] < pair.opening.at:
            ends.pop()
        is_held = any(
            at < pair.opening.at if text[at] == _GUILLEMETS[0] else at > pair.closing.at
            for at in lone
        )
        yield level + len(ends) + is_held
        ends.append(pair.closing.at)


def _set_pairs(text: str, found: list[Pair], depths: Iterator[int], rules: Language) -> list[Edit]:
    """Set each pair by how many pairs it stands in."""
    edits: list[Edit] = []
    for pair, signs in zip(found, _signs(found, depths, rules), strict=True):
        edits += _set(text, pair.opening.at, pair.closing.at, signs)
    return edits


def _signs(found: list[Pair], depths: Iterator[int], rules: Language) -> Iterator[tuple[str, str]]:
    """Yield the marks of each pair, by how many pairs it stands in."""
    for number, (pair, depth) in enumerate(zip(found, depths, strict=True)):
        is_alone = depth == 0 and pair.opening.family == SINGLE
        if is_alone and rules.nested_quotes[0] in _HIGH_SINGLE:
            is_alone = all(one.opening.family == SINGLE for one in _inside(found, number))
        else:
            is_alone = False
        yield rules.nested_quotes if depth % 2 or is_alone else rules.quotes


def _inside(found: list[Pair], number: int) -> Iterator[Pair]:
    """Yield the pairs that stand in the pair of this *number*."""
    for at in range(number + 1, len(found)):
        if found[at].opening.at > found[number].closing.at:
            return
        yield found[at]


def _set(text: str, opening: int, closing: int, signs: tuple[str, str]) -> Iterator[Edit]:
    """Put *signs* at a pair, in place of the spaces inside it too."""
    inner = text[opening + 1 : closing]
    left = len(inner) - len(inner.lstrip(SPACES))
    right = len(inner) - len(inner.rstrip(SPACES)) if left < len(inner) else 0
    yield opening, opening + 1, signs[0]
    if left:
        yield opening + 1, opening + 1 + left, ""
    if right:
        yield closing - right, closing, ""
    yield closing, closing + 1, signs[1]


def _alone(text: str, mark: Mark, rules: Language, level: int) -> Iterator[Edit]:
    """Set a mark without a partner: an apostrophe, or one that opens plainly.

    A guillemet of the language needs no partner, only its space.
    """
    sign, after = text[mark.at], text[mark.at + 1 : mark.at + 2]
    before = text[max(mark.at - 1, 0) : mark.at]
    opening, closing = rules.nested_quotes if level % 2 else rules.quotes
    if sign in APOSTROPHES and (before.isalpha() or (not before.isdigit() and after.isalnum())):
        if rules.typography.apostrophe and not is_wide(before or after):
            yield mark.at, mark.at + 1, rules.typography.apostrophe
    elif mark.family == DOUBLE and after.isalnum() and mark.opens < MISPLACED <= mark.closes:
        yield mark.at, mark.at + 1, opening
    elif sign == "\u00ab" == opening[0] and _OPENED.match(text, mark.at):
        yield mark.at, mark.at + 1 + _n_spaces(text[mark.at + 1 :]), opening
    elif sign == "\u00bb" == closing[-1] and _CLOSED.match(text, mark.at):
        n_spaces = _n_spaces(text[: mark.at][::-1])
        if n_spaces < mark.at:
            yield mark.at - n_spaces, mark.at + 1, closing


_OPENED: Final = pattern(rf"(?<![\w.])\u00ab[{SPACES}]*(?=\w)")
_CLOSED: Final = pattern(r"\u00bb(?!\w)")


def _n_spaces(text: str) -> int:
    return len(text) - len(text.lstrip(SPACES))
