"""A text → where its lines may end: UAX #14, and what our languages ask beyond it.

ICU has the algorithm, with dictionaries for scripts without spaces (Thai, Lao, Khmer, Burmese);
small kana start no line. Beyond it:

- a language that keeps its words (Korean) breaks at spaces, not between syllables;
- addresses, telephone numbers and the like stay whole, and no-break characters hold on both sides;
- no break behind a hyphen leaves a single letter;
- some marks that ICU takes for letters start no line, or end none.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, pairwise
from typing import Final

from pressconv.languages import language
from pressconv.linebreak.whole import address_cuts, whole_spans
from pressconv.patterns import pattern

_HYPHENS: Final = frozenset("-\u2010\u2013\u05be/")
_APOSTROPHES: Final = frozenset("'\u2019")

# Signs of repetition, which no line starts with, not even behind a space. UAX #14 takes them for
# letters. Source: Royal Society of Thailand, rules for mai yamok.
_NEVER_FIRST: Final = frozenset("\u0e46\u0ec6")
# No-break characters: UAX #14 lets a line end between a hyphen or dash and them (LB12a). Then marks
# of Han, Kana and Hangul text. Source: W3C clreq, 3.1.4 (middle dot, solidus); W3C JLReq, appendix
# A.3 (wave dash, here as Windows writes it); W3C klreq.
_NOT_FIRST: Final = _NEVER_FIRST | frozenset(
    "\u00a0\u202f\u2007\u2011\u0f0c\u00b7\u2022\uff0f\uff5e~\u223c"
)
_NOT_LAST: Final = frozenset("#\uff03\u00a7@\uff20")

# Breaks that are allowed and poor: before a dash (two are a sign of Chinese and Japanese, which may
# start a line), and behind a dash that opens. Source: Chicago Manual of Style, 18th edition, 6.96;
# RAE, Ortografía (2010), raya.
_POOR: Final = pattern(
    "(?<![\\s\u2014\u2015])(?=[\u2014\u2015](?![\u2014\u2015]))"
    "|(?<![^\\s(\\[\u00ab\u201c\u2018\u201e\u00bf\u00a1])[\u2014\u2015](?=\\S)"
)

_HANGUL: Final = pattern("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_BEHIND_WORDS: Final = frozenset("-\u2010\u2013\u2014\u2015/~\u223c\u2026,;:\ufffc")
_BEFORE_WORDS: Final = frozenset({"Ps", "Pi", "So"})  # brackets, marks and objects

# Text of words, common marks and spaces, in which UAX #14 breaks only behind spaces and hyphens.
_LETTERS: Final = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0388-\u03ff"
    "\u0400-\u0482\u048a-\u052f\u0620-\u064a\u0671-\u06d3\u06d5"
)
_HEBREW: Final = "\u05d0-\u05ea\u05f3\u05f4"
_MARKS: Final = "\u0300-\u034e\u0350-\u035b\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670"
_DIGITS: Final = "0-9\u0660-\u0669\u06f0-\u06f9"
_HOLDS: Final = "\u00a0\u202f"
_PLAIN: Final = pattern(
    rf"""(?:
      (?:
        [(\[\u00ab\u201c\u2018\u201e\u00bf\u00a1"']*+
        (?: [{_LETTERS}{_HEBREW}{_DIGITS}{_HOLDS}]++
          | (?<=[{_LETTERS}{_HEBREW}]) [{_MARKS}]++
          | (?<=[{_LETTERS}{_MARKS}]) [-./'\u2019\u200c] (?=[{_LETTERS}])
          | (?<=[{_DIGITS}]) [-.,:/] (?=[{_DIGITS}])
          | (?<=[{_HOLDS}]) [(\[] )++
        (?: % | (?<=[{_HOLDS}]) [\u2013\u2014] )?+
        [.,:;!?\u2026)\]\u00bb\u201d\u2019"'\u060c\u061b\u061f\u06d4]*+
        (?= [\x20{_HOLDS}] | \Z )
      )++
      (?: \x20++ | \Z )
    | (?<=[^\x20\u2013\u2014]\x20) [\u2013\u2014] \x20++
    )*+""",
    re.VERBOSE,
)
_PLAIN_BREAK: Final = pattern(
    rf"\x20\x20*|[-/](?<=[{_LETTERS}{_MARKS}{_DIGITS}][{_LETTERS}{_MARKS}][-/])"
    rf"(?=[{_LETTERS}][{_LETTERS}{_MARKS}{_HEBREW}{_DIGITS}'\u2019/-])"
)


def breaks(text: str, locale: str, *, by_phrase: bool = False) -> list[int]:
    """Return after how many characters lines should end; the last is the end of *text*.

    Not among them are breaks that are allowed and poor: those that part a dash from its word. In
    a heading lines end *by_phrase* where ICU knows phrases (Japanese), and never within a word of
    Chinese.
    """
    ends = _phrases(text, locale) if by_phrase else _allowed(text, locale)
    if "\u2014" not in text and "\u2015" not in text:
        return ends
    poor = {match.end() for match in _POOR.finditer(text)}
    return [end for end in ends if end not in poor]


def pieces(text: str, locale: str) -> list[str]:
    """Cut *text* wherever a line may end; each part keeps the spaces behind it."""
    ends = _allowed(text, locale)
    return [text[start:end] for start, end in pairwise([0, *ends])]


def cuts(text: str, locale: str) -> list[int]:
    """Return after how many characters of *text*, a piece too long for a line, it may be cut.

    A word of a script with spaces has no such place.
    """
    found = {*_allowed(text, locale)[:-1], *address_cuts(text)}
    if language(locale).layout.keep_words:
        found.update(end for end in _by_algorithm(text, locale) if _parts_hangul(text, end))
    return sorted(found)


def _allowed(text: str, locale: str) -> list[int]:
    """Return the ends of pieces: what the algorithm allows, less what we bar."""
    if not text:
        return []
    ends = _plain(text)
    if ends is None:
        ends = [end for end in _by_algorithm(text, locale) if not _is_barred(text, end)]
        if language(locale).layout.keep_words:
            ends = [end for end in ends if not _parts_hangul(text, end)]
    for start, stop in whole_spans(text):
        ends = [end for end in ends if not start < end < stop]
    return [*ends, len(text)]


def _plain(text: str) -> list[int] | None:
    """Return what `_by_algorithm` does, less what is barred, if that takes no algorithm."""
    if not _PLAIN.fullmatch(text):
        return None
    ends = [match.end() for match in _PLAIN_BREAK.finditer(text)]
    return ends[:-1] if text.endswith(" ") else ends


def _by_algorithm(text: str, locale: str) -> list[int]:
    """Return where UAX #14 breaks within *text*."""
    from icu4py.breakers import LineBreaker  # noqa: PLC0415 - ICU is 40 ms to load

    # Small kana never start a line; only some locales of ICU have that by default.
    strict = locale if "-u-" in locale else f"{locale}-u-lb-strict"
    return list(accumulate(map(len, LineBreaker(text, strict))))[:-1]


def _phrases(text: str, locale: str) -> list[int]:
    """Return the ends of phrases, or of words."""
    from icu4py.breakers import WordBreaker  # noqa: PLC0415

    words = set(accumulate(map(len, WordBreaker(text, locale))))
    return [end for end in _allowed(text, f"{locale}-u-lb-strict-lw-phrase") if end in words]


def _is_barred(text: str, at: int) -> bool:
    """Say whether no line ends before the character *at*, whatever ICU says."""
    before, after = text[at - 1], text[at]
    if before == " ":
        return after in _NEVER_FIRST
    return (
        after in _NOT_FIRST
        or before in _NOT_LAST
        or (before in _HYPHENS and _leaves_stub(text, at))
    )


def _leaves_stub(text: str, at: int) -> bool:
    """Say whether a single letter stands before the hyphen or behind it: "e-mail", "plan-B".

    Where a hyphen follows, the word goes on: "vis-à-vis" may break before "à".
    """
    before = _is_letter(text, at - 2) and not _is_letter(text, at - 3)
    goes_on = text[at + 1 : at + 2] in _HYPHENS | _APOSTROPHES
    return before or (_is_letter(text, at) and not _is_letter(text, at + 1) and not goes_on)


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and unicodedata.category(text[at])[0] in "LMN"


def _parts_hangul(text: str, at: int) -> bool:
    """Say whether a line that ends before the character *at* would part a Korean word.

    A word goes on through marks ("(UN)의", "한·미"), not through a dash or an opening bracket.
    """
    before, after = text[at - 1], text[at]
    if before.isspace() or before in _BEHIND_WORDS:
        return False
    near = _HANGUL.match(before) or _HANGUL.match(after)
    return bool(near) and unicodedata.category(after) not in _BEFORE_WORDS
