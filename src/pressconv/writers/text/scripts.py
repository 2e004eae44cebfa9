"""Raised and lowered text → the characters that Unicode has for it: 10⁶, H₂O, XXᵉ.

Each of them reads as its plain character by compatibility (NFKD).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

# Where the characters stand that are raised or lowered forms of another one.
_BLOCKS: Final = (
    *((0xB2, 0xB3), (0xB9, 0xB9), (0x2B0, 0x2B8), (0x2E0, 0x2E4), (0x1D2C, 0x1D6A)),
    *((0x1D78, 0x1D78), (0x1D9B, 0x1DBF), (0x2070, 0x209C), (0x2C7C, 0x2C7D)),
)
_ORDINALS: Final = {"a": "\u00aa", "o": "\u00ba"}
"""The signs of ordinals, known to every font: they stand alone, not among other raised letters."""


def raised(text: str) -> str:
    """Return *text* in raised characters; nothing, where one of them has no such form."""
    return _ORDINALS.get(text) or _script(text, "<super>")


def lowered(text: str) -> str:
    """Return *text* in lowered characters; nothing, where one of them has no such form."""
    return _script(text, "<sub>")


def _script(text: str, kind: str) -> str:
    forms = _forms(kind)
    return "".join(forms[one] for one in text) if all(one in forms for one in text) else ""


@cache
def _forms(kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code in (code for one, last in _BLOCKS for code in range(one, last + 1)):
        shown, *plain = unicodedata.decomposition(chr(code)).split() or [""]
        if shown == kind and len(plain) == 1:
            found[chr(int(plain[0], 16))] = chr(code)
    return found
