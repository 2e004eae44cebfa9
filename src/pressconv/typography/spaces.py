"""The spaces before and behind punctuation, and those of signs that belong to a number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

_NO_BREAK: Final = "\u00a0"
_SPACE: Final = "[ \u00a0\u202f]"
_OPENING: Final = "([{\u00ab\u2039\u201c\u201e\u2018\u201a\u00bf\u00a1\"'-\u2013\u2014\ufdd0\n"
_CURRENCY: Final = "$\u20ac\u00a3\u00a5\u20bd\u20b9\u20b4\u20ba\u20aa\u20ab\u0e3f\u20a9\u20a6"
_DIGIT: Final = "0-9\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef\u0966-\u096f\u0e50-\u0e59"


def spaces_before(text: str, rules: Language) -> Iterator[Edit]:
    """Set the space that belongs before a mark.

    A run of marks ("?!") counts as its first. Nothing is set where the mark stands in a word, at
    the start, or behind what opens.
    """
    own = _own(tuple(rules.typography.space_before.items()))
    for match in _runs(own).finditer(text) if own else ():
        spaces, marks = match.groups()
        if not _has_words_before(text, match.start()) or spaces == own[marks[0]]:
            continue
        if not _is_face(text, match.end()) if spaces else _is_end(text, match.end()):
            yield match.start(1), match.end(1), own[marks[0]]


def no_space_before(text: str, rules: Language) -> Iterator[Edit]:
    """Take away the spaces before a mark that stands right behind its word."""
    typography = rules.typography
    own = _own(tuple(typography.space_before.items()))
    marks = "".join(mark for mark in typography.no_space_before if mark not in own)
    for match in _spaced_runs(marks).finditer(text) if marks else ():
        at, end = match.span()
        if not _has_words_before(text, at) or not _is_end(text, end) or _is_face(text, end):
            continue
        # Spaces on both sides of an ellipsis: it stands for words left out.
        if match[1] != "\u2026" or not _MORE_WORDS.match(text, end):
            yield at, match.start(1), ""


def no_space_after(text: str, rules: Language) -> Iterator[Edit]:
    """Take away the spaces behind what opens."""
    marks = rules.typography.no_space_after
    for match in _opened(marks).finditer(text) if marks else ():
        yield match.start(), match.end(), ""


def bound_marks(text: str, rules: Language) -> Iterator[Edit]:
    """Keep a mark on the line of the word before it, where the writer left a space."""
    marks = rules.typography.bound_marks
    if marks:
        for match in _before(marks).finditer(text):
            yield match.start(), match.end(), _NO_BREAK


def percents(text: str, rules: Language) -> Iterator[Edit]:
    """Set per cent and degrees as the language does: their side, their sign, their space."""
    prefix, _, suffix = rules.numbers.percent.partition("{number}")
    own = (prefix + suffix).strip("\u00a0\u202f ")
    space = suffix[: len(suffix) - len(suffix.lstrip("\u00a0\u202f "))]
    for match in _PERCENTS.finditer(text):
        sign = own if match[3] == "%" and rules.typography.convert_digits else match[3]
        if prefix and match[3] == "%":
            yield match.start(), match.end(), f"{sign}{match[1]}"
        elif match[2] or not rules.typography.percent_as_typed:
            yield match.start(2), match.end(3), space + sign
    for match in _DEGREES.finditer(text):
        if match[0] or space:
            yield match.start(), match.end(), _NO_BREAK


def currencies(text: str, rules: Language) -> Iterator[Edit]:
    """Bind a currency to its number; set it off where the language puts it behind, with a space."""
    _, _, suffix = rules.numbers.currency.partition("{number}")
    space = suffix[: len(suffix) - len(suffix.lstrip("\u00a0\u202f "))]
    for match in _CURRENCIES.finditer(text):
        is_behind = text[match.end()] in _CURRENCY
        if match[0] or (is_behind and space):
            yield match.start(), match.end(), (is_behind and space) or _NO_BREAK


def _has_words_before(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] not in _OPENING


def _is_end(text: str, at: int) -> bool:
    """Say whether no word goes on at *at*."""
    return not text[at : at + 1].isalnum()


def _is_face(text: str, at: int) -> bool:
    """Say whether the mark before *at* is the eyes of a face, ":)" or ";-(": nothing moves it."""
    return text[at - 1] in ":;" and (
        text[at : at + 1] in {"(", ")"} or text[at : at + 2] in {"-)", "-("}
    )


_PERCENTS: Final = re.compile(
    rf"(?<![\w%])([{_DIGIT}]+(?:[.,\u066b\u066c\u00a0\u202f][{_DIGIT}]+)*)({_SPACE}?)"
    r"([%\u066a\u2030])(?!\w)"
)
_MORE_WORDS: Final = re.compile(r"\s+\w")
_DEGREES: Final = re.compile(rf"(?<=[{_DIGIT}]){_SPACE}?(?=\u00b0[CF]\b)")
_CURRENCIES: Final = re.compile(
    rf"(?<=[{_DIGIT}]){_SPACE}?(?=[{_CURRENCY}](?![{_DIGIT}]))"
    rf"|(?<=[{_CURRENCY}]){_SPACE}(?=[{_DIGIT}])"
)


@cache
def _own(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the space of each mark that has one; a later set of marks goes over an earlier."""
    table = {mark: space for marks, space in pairs for mark in marks}
    return {mark: space for mark, space in table.items() if space}


def _runs(own: dict[str, str]) -> re.Pattern[str]:
    return _runs_of("".join(own))


@cache
def _runs_of(marks: str) -> re.Pattern[str]:
    return re.compile(rf"({_SPACE}*)([{re.escape(marks)}][;:!?]*)")


@cache
def _spaced_runs(marks: str) -> re.Pattern[str]:
    return re.compile(rf"{_SPACE}+([{re.escape(marks)}]+)")


@cache
def _opened(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[{re.escape(marks)}]){_SPACE}+(?=\w)")


@cache
def _before(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\S)[ ](?=[{re.escape(marks)}])")
