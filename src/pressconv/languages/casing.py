"""Capitals by the rules of a language."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressconv.languages.rules import Language


def upper(text: str, language: Language) -> str:
    """Write *text* in capitals: Turkish keeps the dot of its i, Greek drops its accents.

    Source: SpecialCasing.txt of the UCD; for Greek CLDR's transform el-Upper. The language file
    says which letters, alone or with their neighbours, differ from Unicode's default.
    """
    own = language.uppercase
    if own:
        text = _any_of(tuple(own)).sub(lambda match: own[match[0]], text)
    return unicodedata.normalize("NFC", text.upper())


@cache
def _any_of(typed: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(typed, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
