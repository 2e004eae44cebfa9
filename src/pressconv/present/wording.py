"""The words of language files as running text, with their slots filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.text import joined

if TYPE_CHECKING:
    from pressconv.languages import Language


def worded(words: str, rules: Language) -> m.Inlines:
    """Return *words* of a language file, marked where the language only stands in."""
    plain = joined(words)
    return (m.Span(plain, lang=rules.tag),) if plain and rules.stands_in else plain


def filled(pattern: str, rules: Language, **slots: m.Inlines | str) -> m.Inlines:
    """Fill the slots of a *pattern* such as "{label}: {value}" with running text."""
    parts: list[m.Inline | str] = []
    rest = pattern
    while rest:
        before, brace, after = rest.partition("{")
        parts.extend(worded(before, rules) if before.strip() else [before])
        if not brace:
            break
        name, _, rest = after.partition("}")
        value = slots[name]
        parts.extend([value] if isinstance(value, str) else value)
    return joined(*parts)
