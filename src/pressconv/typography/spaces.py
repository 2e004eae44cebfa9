"""The spaces before and behind punctuation, and those of signs that belong to a number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from pressconv.patterns import pattern
from pressconv.typography.literals import is_face, is_mouth
from pressconv.typography.signs import NO_BREAK, SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

_SPACE: Final = f"[{SPACES}]"
_OPENING: Final = "([{\u00ab\u2039\u201c\u201e\u2018\u201a\u00bf\u00a1\"'-\u2013\u2014\ufdd0\n"
_AFTER_OPENING: Final = "\u2026#@\u00a7\u2116\u00ab\u2039\u201c\u201e\u2018\u300c\u300e\"'\ufdd0"
_CURRENCY: Final = "$\u20ac\u00a3\u00a5\u20bd\u20b9\u20b4\u20ba\u20aa\u20ab\u0e3f\u20a9\u20a6"
_DIGIT: Final = "0-9\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef\u0966-\u096f\u0e50-\u0e59"


def spaces_before(text: str, rules: Language) -> Iterator[Edit]:
    """Set the space that belongs before a mark.

    A run of marks ("?!") counts as its first. Nothing is set where the mark stands in a word, at
    the start, or behind what opens.
    """
    own = _own(tuple(rules.typography.space_before.items()))
    for match in _runs("".join(own)).finditer(text) if own else ():
        start = at = match.start()
        while start and text[start - 1] in SPACES:
            start -= 1
        space = own[text[at]]
        if not _has_words_before(text, start) or text[start:at] == space or is_face(text, at):
            continue
        if start < at or _is_end(text, match.end()):
            yield start, at, space


def no_space_before(text: str, rules: Language) -> Iterator[Edit]:
    """Take away the spaces before a mark that stands right behind its word.

    A comma that was typed at the word behind it gives the space to that word.
    """
    typography = rules.typography
    own = _own(tuple(typography.space_before.items()))
    marks = "".join(mark for mark in typography.no_space_before if mark not in own)
    for match in _spaced_runs(marks).finditer(text) if marks else ():
        (at, end), run = match.span(), match[1]
        if not _has_words_before(text, at) or is_face(text, match.start(1)):
            continue
        # Spaces on both sides of an ellipsis: it stands for words left out. So do spaced dots.
        if _is_left_out(text, at, match.start(1), end):
            continue
        if not _is_end(text, end):
            is_comma = run in _COMMAS and text[at - 1].isalpha() and text[end].isalpha()
            if is_comma or east_asian_width(run[-1]) in "WF":
                yield at, match.start(1), ""
            if is_comma:
                yield end, end, " "
        else:
            yield at, match.start(1), ""


def no_space_after(text: str, rules: Language) -> Iterator[Edit]:
    """Take away the spaces behind what opens."""
    marks = rules.typography.no_space_after
    for match in _opened(marks).finditer(text):
        if not is_mouth(text, match.start(1)):
            yield match.start(1), match.end(1), ""


def spaces_after(text: str, rules: Language) -> Iterator[Edit]:
    """Set the space behind a mark that a letter follows."""
    marks = rules.typography.space_after
    for match in _followed(marks).finditer(text):
        if not text[max(match.start() - 1, 0) : match.start()].isspace() and match.start():
            yield match.end(), match.end(), " "


def bound_marks(text: str, rules: Language) -> Iterator[Edit]:
    """Keep a mark on the line of the word before it, where the writer left a space."""
    for match in _before(rules.typography.bound_marks).finditer(text):
        yield match.start(), match.end(), NO_BREAK


def percents(text: str, rules: Language) -> Iterator[Edit]:
    """Set per cent behind a number as the language does: its side, its sign, its space."""
    if not any(sign in text for sign in _PERCENT_SIGNS):
        return
    prefix, _, suffix = rules.numbers.percent.partition("{number}")
    own = (prefix + suffix).strip(SPACES)
    space = suffix[: len(suffix) - len(suffix.lstrip(SPACES))]
    for match in _PERCENTS.finditer(text):
        sign = own if match[3] == "%" and rules.typography.convert_digits else match[3]
        if prefix and match[3] == "%":
            yield match.start(), match.end(), f"{sign}{match[1]}"
        elif match[2] or not rules.typography.percent_as_typed:
            yield match.start(2), match.end(3), space + sign


def percents_in_front(text: str, rules: Language) -> Iterator[Edit]:
    """Take away the space between per cent and its number, where it stands in front."""
    if "%" in text and not rules.numbers.percent.startswith("{number}"):
        for match in _PERCENTS_BEFORE.finditer(text):
            yield match.start(1), match.end(1), ""


def degrees(text: str, rules: Language) -> Iterator[Edit]:
    """Bind degrees to their number; set them off where the language sets per cent off."""
    is_spaced = rules.numbers.percent[:-1].endswith(tuple(SPACES))
    for match in _DEGREES.finditer(text) if "\u00b0" in text else ():
        if match[0] or is_spaced:
            yield match.start(), match.end(), NO_BREAK


def currencies(text: str, rules: Language) -> Iterator[Edit]:
    """Bind a currency to its number; set it off where the language puts it behind, with a space."""
    _, _, suffix = rules.numbers.currency.partition("{number}")
    space = suffix[: len(suffix) - len(suffix.lstrip(SPACES))]
    for match in _CURRENCIES.finditer(text) if _CURRENCY_SIGN.search(text) else ():
        is_behind = text[match.end()] in _CURRENCY
        if match[0] or (is_behind and space):
            yield match.start(), match.end(), (is_behind and space) or NO_BREAK


def _has_words_before(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] not in _OPENING


def _is_end(text: str, at: int) -> bool:
    """Say whether no word goes on at *at*."""
    return not text[at : at + 1].isalnum()


def _is_left_out(text: str, at: int, start: int, end: int) -> bool:
    """Say whether spaced dots stand for words left out, and not behind the last word."""
    if text[start:end] == "\u2026" and _MORE_WORDS.match(text, end):
        return True
    return text[start] in ".\u2026" and text[at - 1] in ".!?\u2026"


_PART: Final = "[.,\u066b\u066c\u00a0\u202f]"  # between two groups of digits
_PERCENT_SIGNS: Final = "%\u066a\u2030"
_PERCENTS: Final = pattern(
    rf"(?<![\w%])(?<![{_DIGIT}]{_PART})([{_DIGIT}]+(?:{_PART}[{_DIGIT}]+)*)({_SPACE}?)"
    r"([%\u066a\u2030])(?!\w|-[^\W\d])"
)
_PERCENTS_BEFORE: Final = pattern(rf"(?<![\w%])(?<![{_DIGIT}]{_SPACE})%({_SPACE})(?=[{_DIGIT}])")
_COMMAS: Final = ",;\u060c\u061b"
_MORE_WORDS: Final = pattern(r"\s+\w")
_DEGREES: Final = pattern(rf"(?<=[{_DIGIT}]){_SPACE}?(?=\u00b0[CF\u0421]\b)")
_CURRENCY_SIGN: Final = pattern(f"[{_CURRENCY}]")
_CURRENCIES: Final = pattern(
    rf"(?<=[{_DIGIT}]){_SPACE}?(?=[{_CURRENCY}](?![{_DIGIT}]))"
    rf"|(?<=[{_CURRENCY}]){_SPACE}(?=[{_DIGIT}])"
)


@cache
def _own(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the space of each mark that has one; a later set of marks goes over an earlier."""
    table = {mark: space for marks, space in pairs for mark in marks}
    return {mark: space for mark, space in table.items() if space}


@cache
def _runs(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(marks)}][;:!?]*")


@cache
def _spaced_runs(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{_SPACE}){_SPACE}+([{re.escape(marks)}]+)")


@cache
def _opened(marks: str) -> re.Pattern[str]:
    # Not before what closes: "[ ]" is a box to tick.
    return re.compile(rf"[{re.escape(marks)}]({_SPACE}+)(?=[\w{_AFTER_OPENING}])")


@cache
def _followed(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(marks)}](?=[^\W\d_])")


@cache
def _before(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\S)[ ](?=[{re.escape(marks)}])")
