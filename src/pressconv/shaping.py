"""Arabic text → its presentation forms, for sinks that cannot shape: consoles, bitmap fonts, grids.

Never for HTML, tagged PDF or text that is meant to be copied or searched: these stay logical.

Joining is done here, by Joining_Type of ArabicShaping.txt and the forms that `unicodedata` knows.
arabic-reshaper 3.1 is what the tests compare with, letter by letter and ligature by ligature, but
it is not called: its table lacks 73 joining letters of U+0620 to U+06FF (Pashto, Sindhi, Kurdish,
Uyghur), which then part their neighbours; so do a mark of order and a soft hyphen; it counts a
joiner that it dropped when it places ligatures; it returns a string only, while read-back has to
know which letter each form stands for; and it takes 10 ms for a page, 50 ms to load, and its
defaults from the environment.

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

import re
import unicodedata
from typing import Final, TypeAlias

from pressconv.unicode_tables import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING

_JOINER: Final = "\u200d"
_LAM: Final = "\u0644"
_ALLAH: Final = "\ufdf2"
_NO_FORMS: Final = ("", "", "", "")

# Shaped letters count the joined sides: 1 for the letter before, 2 for the letter behind.
_SIDES: Final = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}


_Letter: TypeAlias = tuple[tuple[str, str, str, str], bool, bool]
"""How a letter joins: its forms by joined sides; whether it joins before; whether behind."""


def _presentation_forms() -> dict[str, dict[int, str]]:
    """Return the forms of each letter, and of each ligature of lam and alef, by joined sides."""
    found: dict[str, dict[int, str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        kind, *letters = unicodedata.decomposition(chr(code)).split() or ("",)
        source = "".join(chr(int(letter, 16)) for letter in letters)
        is_lam_alef = 0xFEF5 <= code <= 0xFEFC
        if kind in _SIDES and (len(source) == 1 or is_lam_alef):
            found.setdefault(source, {})[_SIDES[kind]] = chr(code)
    return found


def _members(ranges: str) -> set[str]:
    """Return the characters of the *ranges* of a regular expression in the blocks of Arabic."""
    return set(re.findall(f"[{ranges}]", "".join(map(chr, range(0x600, 0x900)))))


def _letters(forms: dict[str, dict[int, str]]) -> dict[str, _Letter]:
    """Return how every Arabic letter joins, the joiner and the letter extender among them."""
    dual = _members(DUAL_JOINING) | _members(JOIN_CAUSING)
    right = _members(RIGHT_JOINING)
    made: dict[str, _Letter] = {_JOINER: (_NO_FORMS, True, True)}
    for letter in dual | right | {one for one in forms if len(one) == 1}:
        own = forms.get(letter, {})
        isolated = own.get(0, letter)
        final = own.get(1, isolated)
        shapes = (isolated, final, own.get(2, isolated), own.get(3, final))
        made[letter] = (shapes, letter in dual or letter in right, letter in dual)
    return made


def _transparent() -> set[str]:
    """Return the marks that Arabic letters can bear, and the format characters within words."""
    blocks = (
        *((0xAD, 0xAD), (0x300, 0x36F), (0x610, 0x8FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF)),
        *((0x200B, 0x200B), (0x200E, 0x206F), (0x20D0, 0x20FF), (0xFE00, 0xFE2F), (0xFEFF, 0xFEFF)),
    )
    characters = {chr(code) for one, last in blocks for code in range(one, last + 1)}
    signs = set("\u06dd\u0890\u0891\u08e2")  # they hold a number, not a place in a word
    return {one for one in characters if unicodedata.category(one) in {"Mn", "Me", "Cf"}} - signs


_FORMS: Final = _presentation_forms()
_LETTERS: Final = _letters(_FORMS)
_TRANSPARENT: Final = frozenset(_transparent())
_LAM_ALEFS: Final = {
    source[1]: (forms[0], forms[1]) for source, forms in _FORMS.items() if len(source) == 2
}
_DRAWN: Final = {form: source for source, forms in _FORMS.items() for form in forms.values()} | {
    _ALLAH: "\u0627\u0644\u0644\u0647"
}
_ALONE: Final = _LETTERS["\u0627"][0][0]
_AT_END: Final = _LETTERS["\u0647"][0][1]
_BETWEEN: Final = f"[{''.join(sorted(_TRANSPARENT))}]*"
_ALLAH_LETTERS: Final = re.compile(_BETWEEN.join("\u0627\u0644\u0644\u0647"))
_JOINER_BEFORE_MARK: Final = re.compile(f"{_JOINER}(?:{_JOINER}|{_BETWEEN[:-1]})+")
_CAN_CHANGE: Final = re.compile(f"[{_JOINER}\u0600-\u06ff\u0750-\u077f\u0870-\u08ff]")


def shape(text: str) -> str:
    """Return *text* with every Arabic letter in its presentation form; NFC, idempotent."""
    return unicodedata.normalize("NFC", "".join(glyphs(normal(text))))


def letters(sign: str) -> str:
    """Return the letters that a sign of `glyphs` draws; any other character draws itself."""
    return _DRAWN.get(sign, sign)


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
    shown = list(text)
    if not _CAN_CHANGE.search(text):
        return shown
    waiting = -1  # the place of a letter that joins the next one; its forms and sides
    before_forms, before_sides = _NO_FORMS, 0
    for place, character in enumerate(text):
        letter = _LETTERS.get(character)
        if letter is None:
            if character not in _TRANSPARENT:
                waiting = -1
            continue
        forms, joins_before, joins_behind = letter
        sides = 0
        if joins_before and waiting >= 0:
            if character in _LAM_ALEFS and text[waiting] == _LAM:
                shown[waiting] = _LAM_ALEFS[character][before_sides]
                shown[place] = ""
                waiting = -1
                continue
            shown[waiting] = before_forms[before_sides + 2]
            sides = 1
        shown[place] = forms[sides]
        waiting = place if joins_behind else -1
        before_forms, before_sides = forms, sides
    _draw_allah(text, shown)
    return shown


def _draw_allah(text: str, shown: list[str]) -> None:
    """Draw the name of God as one sign where it is a word, or stands behind a letter unjoined."""
    for word in _ALLAH_LETTERS.finditer(text):
        first, last = word.start(), word.end() - 1
        if shown[first] == _ALONE and shown[last] == _AT_END:
            letters = [place for place in range(first, last + 1) if text[place] not in _TRANSPARENT]
            for place in letters:
                shown[place] = ""
            shown[first] = _ALLAH
