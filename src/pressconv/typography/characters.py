"""Single characters: letters of the language, its numerals, its marks, its ellipsis."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.languages.numbers import ZEROS, to_numerals
from pressconv.languages.tags import subtags
from pressconv.patterns import pattern
from pressconv.typography.literals import is_face
from pressconv.typography.signs import SPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.languages import Language
    from pressconv.typography.flow import Edit

_CLOSERS: Final = frozenset(
    "\"')]}\u00bb\u203a\u201d\u2019\u201c\u300d\u300f\uff09\u300b%\u066a\ufdd1"
)

# Letters of the scripts that have marks of their own. Source: Blocks.txt of the UCD.
_HAN_AND_KANA: Final = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTERS: Final = {
    "Arab": "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "Hans": _HAN_AND_KANA,
    "Hant": _HAN_AND_KANA,
    "Jpan": _HAN_AND_KANA,
}

_SENTENCE_ENDS: Final = ".!?\u061f\u06d4\u3002\uff01\uff1f\n"
_DOTS: Final = ("..", ". .", ".\u00a0.", "\u2026", "\u3002\u3002")
_DIGITS: Final = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in ZEROS.values())
# A word of ASCII with digits in it ("F-16", "v1.2") is a name; the number that is none is group 1.
_NUMBER: Final = pattern(
    r"[A-Za-z_][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*"
    rf"|(?<![{_DIGITS}])([{_DIGITS}]++(?:[.,][{_DIGITS}]++)*+)(?!-?[A-Za-z_])"
)
_GROUPED: Final = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+")


def letters(text: str, rules: Language) -> Iterator[Edit]:
    """Replace letters that are always another in this language."""
    table = rules.typography.letters
    for match in _any_of("".join(table)).finditer(text):
        yield match.start(), match.end(), table[match[0]]


def numerals(text: str, rules: Language) -> Iterator[Edit]:
    """Write decimal digits, and the separators in a number, as the language does."""
    to = to_numerals(rules.numerals)
    separators = str.maketrans({",": rules.numbers.group, ".": rules.numbers.decimal})
    for match in _NUMBER.finditer(text):
        number = match[1]
        if not number:
            continue
        if _GROUPED.fullmatch(number):
            number = number.translate(separators)
        yield match.start(), match.end(), number.translate(to)


def ellipsis(text: str, rules: Language) -> Iterator[Edit]:
    """Set the language's ellipsis for three full stops, close together or spaced."""
    own = rules.typography.ellipsis
    if any(dots in text for dots in _DOTS):
        for match in _typed_ellipsis(own).finditer(text):
            yield match.start(), match.end(), own


def merged_ellipsis(text: str, rules: Language) -> Iterator[Edit]:
    """Let the dot of a question mark be the first of the three, as Russian does."""
    if "..." in text or "\u2026" in text:
        for match in _ellipsis_behind(rules.typography.ellipsis_merges_with).finditer(text):
            yield match.start(), match.end(), ".."


def marks(text: str, rules: Language) -> Iterator[Edit]:
    """Set the script's marks for those of ASCII, where they stand beside its letters.

    The spaces around a wide mark go: the mark brings its own.
    """
    table = rules.typography.marks
    if subtags(rules.tag)[1] not in _LETTERS:
        return
    script = _any_of(_LETTERS[subtags(rules.tag)[1]], is_class=True)
    opened: list[bool] = []
    done = 0
    for match in _any_of("".join(table)).finditer(text):
        mark, (start, end) = match[0], match.span()
        if mark == "(":
            inside = len(text) - len(text[end:].lstrip(SPACES))
            opened.append(_is_beside(text, start, script) or bool(script.match(text, inside)))
            applies = opened[-1]
        elif mark == ")":
            applies = opened.pop() if opened else _is_beside(text, start, script)
        else:
            applies = _is_own(text, start, script) and not is_face(text, start)
        if applies:
            if _is_wide(table[mark]):
                start, end = _with_spaces(text, start, end)
            yield max(start, done), end, table[mark]
            done = end


def _is_own(text: str, at: int, script: re.Pattern[str]) -> bool:
    """Say whether the mark at *at* ends words of the script.

    A full stop also ends abbreviations and parts numbers, so more is asked of it.
    """
    left, right = text[at - 1 : at], text[at + 1 : at + 2]
    if (left.isdigit() and right.isdigit()) or (text[at] == "." and "." in (left, right)):
        return False
    before = _before(text, at)
    if script.match(before):
        return text[at] != "." or not right.isalnum() or bool(script.match(right))
    if text[at] == "." or not before:
        return False
    after = text[at + 1 :].lstrip(SPACES)[:1]
    if not after and text[at] in "?!;":
        return script.search(text, _sentence_start(text, at), at) is not None
    return bool(script.match(after)) or (not before.isalpha() and _last_letter(text, at, script))


def _before(text: str, at: int) -> str:
    """Return the character before *at*, closing marks and spaces passed over."""
    while at and (text[at - 1] in _CLOSERS or text[at - 1] in SPACES):
        at -= 1
    while at and unicodedata.combining(text[at - 1]):
        at -= 1
    return text[at - 1 : at]


def _last_letter(text: str, at: int, script: re.Pattern[str]) -> bool:
    """Say whether the last letter before *at* is one of the script."""
    letter = next((one for one in reversed(text[max(0, at - 40) : at]) if one.isalpha()), "")
    return bool(script.match(letter))


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in _SENTENCE_ENDS) + 1


def _is_beside(text: str, at: int, script: re.Pattern[str]) -> bool:
    return bool(script.match(_before(text, at)))


def _with_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1] == " ":
        start -= 1
    while text[end : end + 1] == " ":
        end += 1
    return start, end


def _is_wide(mark: str) -> bool:
    return unicodedata.east_asian_width(mark) in "WF"


@cache
def _typed_ellipsis(own: str) -> re.Pattern[str]:
    if len(own) > 1:  # six dots, two characters: one is not enough, and four are too many
        dots = rf"(?:(?<!\.)\.{{3,6}}(?!\.)|\u3002{{3,}}|{own[0]}+)"
        return re.compile(f"{dots}(?: *{dots})*")
    spaced = "(?<!\\.)(?<![.\u2026][ \u00a0])\\.[ \u00a0]\\.[ \u00a0]\\.(?![ \u00a0]?[.\u2026])"
    return re.compile(rf"(?<!\.)\.{{3}}(?!\.)|{spaced}")


@cache
def _ellipsis_behind(marks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[^?!.\u2026][{re.escape(marks)}])(?:\.{{3}}(?!\.)|\u2026)")


@cache
def _any_of(characters: str, *, is_class: bool = False) -> re.Pattern[str]:
    return re.compile(f"[{characters if is_class else re.escape(characters)}]")
