"""A line of text → the spans of it that have to be isolated, or the algorithm would set them wrong.

What runs against its line is guessed first: literals (addresses, telephone numbers, dates in
digits, money), words of the other direction with the signs that belong to them. Isolating all of
it gives the order that is meant; a span is kept only if the order without it is another one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pressconv.bidi import Run, runs, visual, without_controls
from pressconv.model import Direction
from pressconv.patterns import pattern
from pressconv.text import first_strong
from pressconv.typography.literals import literals
from pressconv.typography.symbols import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LTR: Final = Direction.LTR
RTL: Final = Direction.RTL

OPAQUE: Final = "\ufffc"
"""Stands for a part that is isolated already: for the text around it, one neutral character."""


class Isolate(NamedTuple):
    """Characters ``start`` to ``end`` of a line, and the direction in which they run."""

    start: int
    end: int
    dir: Direction


def may_turn(line: str, base: Direction) -> bool:
    """Say whether *line* may hold what runs against *base*: else nothing need be isolated."""
    if base is RTL:
        return bool(_not_rtl().search(line))
    return not line.isascii() and bool(_rtl_letter().search(line) or _BEYOND.search(line))


def isolates(line: str, base: Direction, given: Sequence[Isolate] = ()) -> list[Isolate]:
    """Return what has to be isolated in a *line* of direction *base*, in order, none in another.

    What is *given* is meant to stand together, whatever its characters look like.
    """
    if base is RTL and not given and _calm().fullmatch(line):
        return []
    guesses = _merged(line, [*given, *_guesses(line, base)])
    meant = _seen(line, guesses, base) if guesses else ""
    if not guesses or _seen(line, [], base) == meant:
        return []
    kept, goes_on = guesses, True
    while goes_on:
        goes_on = False
        for guess in kept:
            without = [one for one in kept if one is not guess]
            if _seen(line, without, base) == meant:
                # One that was needed beside it may be needed no more.
                goes_on |= guess is not kept[0]
                kept = without
    return kept


def opposite_runs(line: str, base: Direction) -> list[Isolate]:
    """Return the runs against *base*, each as long as can be, in the order of the text.

    Leftward words and the numbers among them are one run: its pieces stand side by side against
    *base*.
    """
    groups: list[list[Run]] = []
    for run in runs(line, base):
        last = groups[-1][-1] if groups else None
        if last and (run.end == last.start if base is LTR else last.end == run.start):
            groups[-1].append(run)
        else:
            groups.append([run])
    side = RTL if base is LTR else LTR
    return sorted(
        Isolate(*_trimmed(line, min(group)[0], max(group)[1]), side)
        for group in groups
        if len(group) > 1 or group[0].direction is side
    )


def may_stand_across(line: str, base: Direction, at: int) -> bool:
    """Say whether a run against *base* may go across the place *at*.

    It does not beside a word in the direction of the line, be common marks between: these take its
    direction (rule N1) or that of the line (N2), which are one.
    """
    before, behind = _own_words(base)
    return not (before.search(line, max(at - _NEAR, 0), at) or behind.match(line, at))


def _seen(line: str, spans: Iterable[Isolate], base: Direction) -> str:
    """Return what the eye sees of *line* from left to right when *spans* are isolated."""
    pieces: list[str] = []
    at = 0
    for start, end, side in spans:
        opening = "\u2066" if side is LTR else "\u2067"
        pieces += line[at:start], opening, line[start:end], "\u2069"
        at = end
    return without_controls(visual("".join([*pieces, line[at:]]), base))


# ---- guessing ------------------------------------------------------------------------------

_DIGIT: Final = "0-9\u06f0-\u06f9"  # European and Persian digits: class EN
_NUMBER: Final = f"[{_DIGIT}]+(?:[.,\u066b\u066c\u00a0\u202f][{_DIGIT}]+)*"
_CURRENCY: Final = "[$\u00a2-\u00a5\u20a0-\u20c0]"
_SPACE: Final = "[ \u00a0\u202f]"
_PREFIX: Final = "[\u0628\u0641\u0643\u0644\u0648\u05d0-\u05ea]"  # words written onto the next

# Numbers that the algorithm takes apart behind an Arabic letter (rule W2). European digits keep
# their sign on the side that CLDR has for them; ranges, sums with the sign behind them, and the
# Arabic per cent read from right to left as they are written.
_NUMBERS: Final = pattern(
    rf"""
      (?<![\w{_DIGIT}.,]) [-+\u2212\u00b1]? [A-Z]{{0,3}} {_CURRENCY} {_SPACE}?
          [-+\u2212]? {_NUMBER} (?: {_SPACE}? [-\u2013] {_SPACE}? {_CURRENCY} {_NUMBER})?
    | (?<![\w.,-]) [0-9]+ (?:[.,\u00a0\u202f][0-9]+)* {_SPACE}? [%\u2030] (?!\w)
    | (?: (?<![\w)\]%\u066a]) | (?<=\b{_PREFIX})(?!-)) [-+\u2212\u00b1] {_NUMBER}
          (?: {_SPACE}? (?: [%\u2030] | UNIT))? (?![\w])
    | (?<![\w.,]) {_NUMBER} (?: {_SPACE}? [\u00d7x*] {_SPACE}? {_NUMBER})* {_SPACE}? UNIT (?![\w])
    | (?<![\w+-]) \(? \+? [{_DIGIT}]{{1,4}} \)?
          (?:[ \u00a0\u202f./-][{_DIGIT}]{{2,4}}){{2,6}} (?:[.,][{_DIGIT}]+)? (?![\w])
    | (?<![\w-]) [{_DIGIT}]{{2,4}} [- \u00a0] 0[{_DIGIT}]{{2,6}} (?![\w-])
    """.replace("UNIT", "(?:" + "|".join(sorted(map(re.escape, UNITS), reverse=True)) + ")"),
    re.VERBOSE,
)
_SPACES: Final = " \u00a0\u202f"
_HOLDS_DIGIT: Final = pattern(f"[{_DIGIT}]")

# What belongs to a word though it is no letter: C++, C#, A+, and the full stop of U.S.
_BEHIND: Final = pattern(r"(?<=\w)[+#]+(?!\w)|(?<=\b\w\.\w)\.(?!\w)")


def _guesses(line: str, base: Direction) -> Iterator[Isolate]:
    for start, end in literals(line):
        yield Isolate(start, end, first_strong(line[start:end]) or LTR)
    if base is LTR:
        for match in _rtl_words().finditer(line):
            yield Isolate(*match.span(), RTL)
        return
    if _HOLDS_DIGIT.search(line):
        for match in _NUMBERS.finditer(line):
            yield Isolate(*match.span(), LTR)
    for run in runs(line, base) if _ltr_letter().search(line) else ():
        start, end = _trimmed(line, run.start, run.end)
        if run.direction is LTR and first_strong(line[start:end]) is LTR:
            behind = _BEHIND.match(line, end)
            yield Isolate(start, behind.end() if behind else end, LTR)


def _merged(line: str, guesses: Iterable[Isolate]) -> list[Isolate]:
    """Join guesses of one direction that overlap or stand side by side; else the first holds."""
    made: list[Isolate] = []
    for guess in sorted(guesses, key=lambda one: (one.start, -one.end)):
        last = made[-1] if made else None
        if last is None or guess.start > last.end:
            between = line[last.end : guess.start] if last else ""
            if last and last.dir is guess.dir and between and not between.strip(_SPACES):
                made[-1] = Isolate(last.start, guess.end, last.dir)
            else:
                made.append(guess)
        elif last.dir is guess.dir:
            made[-1] = Isolate(last.start, max(last.end, guess.end), last.dir)
    return made


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """Take the spaces at both ends of a span away."""
    text = line[start:end]
    return start + len(text) - len(text.lstrip(_SPACES)), end - len(text) + len(
        text.rstrip(_SPACES)
    )


# ---- classes of characters -----------------------------------------------------------------


_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_NEAR: Final = 8  # characters that are looked at for a word
_RTL_BEYOND: Final = "\U00010800-\U00010fff\U0001e800-\U0001efff"
_BEYOND: Final = pattern(f"[{_RTL_BEYOND}]")
"""Leftward letters beyond U+FFFF, apart: a set that holds both is ten times as slow to search."""


@cache
def _rtl_letters() -> str:
    """Return the letters of right-to-left scripts and their marks, as ranges of a pattern."""
    blocks = ((0x590, 0x8FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC))
    codes = [
        code
        for one, last in blocks
        for code in range(one, last + 1)
        if unicodedata.bidirectional(chr(code)) in {"R", "AL", "NSM"}
    ]
    starts = [code for before, code in pairwise([-1, *codes]) if code != before + 1]
    ends = [code for code, behind in pairwise([*codes, -1]) if behind != code + 1]
    return "".join(f"{chr(one)}-{chr(last)}" for one, last in zip(starts, ends, strict=True))


@cache
def _rtl_letter() -> re.Pattern[str]:
    return re.compile(f"[{_rtl_letters()}]")


@cache
def _rtl_words() -> re.Pattern[str]:
    """Match from the first letter of right-to-left scripts to the last one, no other between."""
    letters = _rtl_letters() + _RTL_BEYOND
    return re.compile(rf"[{letters}](?:(?:[\W\d_]|[{letters}])*[{letters}])?")


@cache
def _own_words(base: Direction) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match the end and the start of words that run as *base* does, with marks around them."""
    letter = f"[{_rtl_letters()}]" if base is RTL else _ltr_letter().pattern
    marks = "[ \u00a0\u202f.,:;!?\u00ab\u00bb\u2018-\u201d\u060c\u061b\u061f\u2026'\"]*"
    return re.compile(rf"{letter}{marks}\Z"), re.compile(f"{marks}{letter}")


@cache
def _ltr_letter() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_{_rtl_letters()}]")


@cache
def _not_rtl() -> re.Pattern[str]:
    return re.compile(rf"[^\W{_rtl_letters()}]")


@cache
def _calm() -> re.Pattern[str]:
    """Match leftward lines that stay in order: Latin words and numbers apart, common marks between.

    A number that single separators join is one number for the algorithm (rules W2 and W4).
    """
    letters, arabic, latin = _rtl_letters(), "\u0660-\u0669", _LATIN
    marks = ".,:;!?()\\[\\]\u00ab\u00bb\u2018-\u201d\u060c\u061b\u061f\u2026 \u00a0'\""
    return re.compile(
        rf"""(?:
            [{letters}{marks}]++
          | (?<=[{letters}]) [-/\u2013\u2014] (?=[{letters}\ ])
          | (?<=\ ) [\u2013\u2014] (?=\ )
          | (?: [{_DIGIT}]++ (?: [.,:/\u00a0\u202f][{_DIGIT}]++ )*+
              | [{arabic}]++ (?: [.,:/\u066b\u066c\u00a0\u202f][{arabic}]++ )*+ )
            (?! [{letters}] | [{marks}\u066b\u066c\u202f/]*+ [{_DIGIT}{arabic}{latin}] )
          | [{latin}]++ (?: [-\ '\u2019][{latin}]++ )*+ (?= [{marks}]*+ (?: [{letters}] | \Z ) )
        )*+""",
        re.VERBOSE,
    )
