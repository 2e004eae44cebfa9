"""Arabic text → its presentation forms, for sinks that cannot shape: consoles, bitmap fonts, grids.

Never for HTML, tagged PDF or text that is meant to be copied or searched: these stay logical.

The forms and the ligatures are those of arabic-reshaper's tables; how letters join is decided here,
by Joining_Type of ArabicShaping.txt. Its own reshaping is not called: it does not know 73 joining
letters of U+0620 to U+06FF (Pashto, Sindhi, Kurdish, Uyghur), which then part their neighbours, as
do a mark of order and a soft hyphen; and it returns a string only, while read-back has to know
which letter each form stands for (docs/adr/0015-shaping.md). Importing it loads fontTools and
reads an environment variable: import this module only where something is to be shaped.

What holds of every text:

- No letter and no mark is lost; a letter without presentation forms stays as it is, and its
  neighbours take the form that joins it. A ligature stands where its first letter stood, and the
  marks of its letters behind it.
- Marks and format characters are transparent. Isolates are as well: a prefix joins the name that
  stands isolated behind it, as in handwriting. (Unicode has Joining_Type U for them.)
- A zero width non-joiner parts and is kept; a joiner joins and is taken out.
- The result is NFC, and shaping it again changes nothing.
"""

from __future__ import annotations

import configparser
import re
import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

from pressconv.errors import ConfigError
from pressconv.text import NOTHING
from pressconv.unicode_tables import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING

try:
    from arabic_reshaper.letters import LETTERS_ARABIC
    from arabic_reshaper.ligatures import LIGATURES
except (ValueError, configparser.Error, OSError) as error:
    raise ConfigError(
        f"arabic-reshaper cannot be loaded: {error}",
        hint="unset PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE: pressconv does not need it",
    ) from error

_JOINER: Final = "\u200d"
_LAM: Final = "\u0644"
_ALEFS: Final = "\u0622\u0623\u0625\u0627"
_ALLAH: Final = "\u0627\u0644\u0644\u0647"
_SHORT: Final = 32
_NO_FORMS: Final = (NOTHING,) * 4

_Forms: TypeAlias = tuple[str, str, str, str]
"""The forms of a letter by its joined sides: 1 for the letter before, 2 for the letter behind."""

_Letter: TypeAlias = tuple[_Forms, bool, bool]
"""How a letter joins: its forms; whether it joins before; whether behind."""


def _ligatures() -> dict[str, str]:
    """Return the ligatures that are no matter of taste: the isolated form, then the final."""
    wanted = {_ALLAH, *(_LAM + alef for alef in _ALEFS)}
    return {
        letters: isolated + final
        for _, (letters, (isolated, _, _, final)) in LIGATURES
        if letters in wanted
    }


def _members(ranges: str) -> set[str]:
    """Return the characters of the *ranges* of a regular expression in the blocks of Arabic."""
    return set(re.findall(f"[{ranges}]", "".join(map(chr, range(0x600, 0x900)))))


def _letters() -> dict[str, _Letter]:
    """Return how every Arabic letter joins, the joiner and the letter extender among them.

    A letter stays as it is where it has no form, and takes the next best where one is lacking.
    """
    dual = _members(DUAL_JOINING) | _members(JOIN_CAUSING)
    right = _members(RIGHT_JOINING)
    made: dict[str, _Letter] = {}
    for letter in dual | right | set(LETTERS_ARABIC):
        alone, first, middle, last = LETTERS_ARABIC.get(letter, (letter, "", "", ""))
        last = last or alone
        forms = (alone, last, first or alone, middle or last)
        made[letter] = (forms, letter in dual or letter in right, letter in dual)
    return made | {_JOINER: (_NO_FORMS, True, True)}


def _transparent() -> set[str]:
    """Return the marks that Arabic letters can bear, and the format characters within words."""
    blocks = (
        *((0xAD, 0xAD), (0x300, 0x36F), (0x610, 0x8FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF)),
        *((0x200B, 0x200B), (0x200E, 0x206F), (0x20D0, 0x20FF), (0xFE00, 0xFE2F), (0xFEFF, 0xFEFF)),
    )
    characters = {chr(code) for one, last in blocks for code in range(one, last + 1)}
    signs = set("\u06dd\u0890\u0891\u08e2")  # they hold a number, not a place in a word
    return {one for one in characters if unicodedata.category(one) in {"Mn", "Me", "Cf"}} - signs


_LETTERS: Final = _letters()
_LIGATURES: Final = _ligatures()
_TRANSPARENT: Final = frozenset(_transparent())
_DRAWN: Final = {
    form: source
    for source, forms in (
        *((letter, forms) for letter, (forms, _, _) in _LETTERS.items()),
        *_LIGATURES.items(),
    )
    for form in forms
}
_LAM_ALEFS: Final = {pair[1]: forms for pair, forms in _LIGATURES.items() if len(pair) == 2}
_ALONE: Final = _LETTERS["\u0627"][0][0]
_AT_END: Final = _LETTERS["\u0647"][0][1]
_BETWEEN: Final = f"[{''.join(sorted(_TRANSPARENT))}]*"
_ALLAH_LETTERS: Final = re.compile(_BETWEEN.join(_ALLAH))
_JOINER_BEFORE_MARK: Final = re.compile(f"{_JOINER}(?:{_JOINER}|{_BETWEEN[:-1]})+")
_CAN_CHANGE: Final = re.compile(f"[{_JOINER}\u0600-\u06ff\u0750-\u077f\u0870-\u08ff]")


def shape(text: str) -> str:
    """Return *text* with every Arabic letter in its presentation form; NFC, idempotent."""
    return unicodedata.normalize("NFC", "".join(glyphs(normal(text))))


def letters(sign: str) -> str:
    """Return the letters that a sign of `glyphs` draws; any other character draws itself."""
    return _DRAWN.get(sign, sign)


def next_best(sign: str) -> tuple[str, ...]:
    """Return the other forms of the letter that *sign* draws, the likest first, and the letter."""
    letter = letters(sign)
    if letter not in _LETTERS:
        return ()
    own, _, _ = _LETTERS[letter]
    # The same joint with the letter behind is what shows most.
    by_sides = {form: sides for sides, form in reversed([*enumerate(own)])}
    sides = by_sides.get(sign, 0)
    forms = (own[sides ^ other] for other in range(4))
    return (*(form for form in forms if form != sign), letter)


def apart(ligature: str) -> str:
    """Return the forms of the letters that a *ligature* draws; any other sign is one itself."""
    drawn = letters(ligature)
    if len(drawn) == 1:
        return ligature
    if drawn == _ALLAH:
        return "".join(
            _LETTERS[one][0][sides] for one, sides in zip(drawn, (0, 2, 3, 1), strict=True)
        )
    before = _LIGATURES[drawn].index(ligature)
    return _LETTERS[_LAM][0][2 + before] + _LETTERS[drawn[1]][0][1]


def normal(text: str) -> str:
    """Return *text* in NFC as `glyphs` takes it: a joiner stands behind the marks of its letter.

    So a mark that composes with its letter does, before the joiner is taken out.
    """
    if _JOINER in text:
        text = _JOINER_BEFORE_MARK.sub(lambda one: one[0].replace(_JOINER, "") + _JOINER, text)
    return unicodedata.normalize("NFC", text)


def glyphs(text: str) -> list[str]:
    """Return the form of each character of a `normal` *text*.

    It is empty where a ligature before it draws the character, and for a joiner.
    """
    return ["" if form == NOTHING else form for form in drawn(text)]


def drawn(text: str) -> str:
    """Return the same in one string, with `NOTHING` for what is empty."""
    if not _CAN_CHANGE.search(text):
        return text
    words = text.split(" ")
    is_usual = max(map(len, words)) < _SHORT
    return " ".join(map(_short_word if is_usual else _drawn, words))


@lru_cache(maxsize=4096)
def _short_word(word: str) -> str:
    """Return the forms of a word that may come again."""
    return _drawn(word)


def _drawn(word: str) -> str:
    """Return the forms of a word, one character for each of its own."""
    shown = list(word)
    waiting = -1  # the place of a letter that joins the next one; its forms and sides
    before_forms, before_sides = _NO_FORMS, 0
    for place, character in enumerate(word):
        letter = _LETTERS.get(character)
        if letter is None:
            if character not in _TRANSPARENT:
                waiting = -1
            continue
        forms, joins_before, joins_behind = letter
        sides = 0
        if joins_before and waiting >= 0:
            if character in _LAM_ALEFS and word[waiting] == _LAM:
                shown[waiting] = _LAM_ALEFS[character][before_sides]
                shown[place] = NOTHING
                waiting = -1
                continue
            shown[waiting] = before_forms[before_sides + 2]
            sides = 1
        shown[place] = forms[sides]
        waiting = place if joins_behind else -1
        before_forms, before_sides = forms, sides
    _draw_allah(word, shown)
    return "".join(shown)


def _draw_allah(word: str, shown: list[str]) -> None:
    """Draw the name of God as one sign where it is a word, or stands behind a letter unjoined."""
    for found in _ALLAH_LETTERS.finditer(word):
        first, last = found.start(), found.end() - 1
        if shown[first] == _ALONE and shown[last] == _AT_END:
            for place in range(first, last + 1):
                if word[place] not in _TRANSPARENT:
                    shown[place] = NOTHING
            shown[first] = _LIGATURES[_ALLAH][0]
