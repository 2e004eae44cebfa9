"""Capitals by the rules of a language."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressconv.languages.rules import Language


def upper(text: str, language: Language) -> str:
    """Write *text* in capitals: Turkish keeps the dot of its i, Greek drops its accents.

    Source: SpecialCasing.txt of the UCD; for Greek CLDR's transform el-Upper. The language file
    says which letters differ from Unicode's default.
    """
    own = str.maketrans(language.uppercase)
    return unicodedata.normalize("NFC", text.translate(own).upper())
