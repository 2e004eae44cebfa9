"""What somebody writes for a language, in a house file, → its tag, or which one was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.errors import ConfigError
from pressconv.languages.tags import (
    LAST_FALLBACK,
    canonical_case,
    is_known,
    is_well_formed,
    known_tag,
)

if TYPE_CHECKING:
    from pressconv.model import LangTag

_EXPECTED = "expected a language tag such as 'en' or 'pt-BR'"


def written_tag(text: str) -> LangTag:
    """Return *text* as a tag in its usual case.

    Raises:
        ConfigError: it is none; the hint names the one that is meant.
    """
    if is_well_formed(text) and (is_known(text.lower()) or _may_be_of_an_office(text)):
        return canonical_case(text)
    meant = known_tag(text) or _called(text)
    hint = f"did you mean {meant!r}?" if meant else _EXPECTED
    raise ConfigError(f"{text!r} is no language tag", hint=hint)


def _may_be_of_an_office(tag: str) -> bool:
    """Say whether *tag* may name a language that CLDR does not know.

    No language has more than three letters (RFC 5646, section 2.2.1): "english" is well formed.
    """
    return len(tag.partition("-")[0]) <= 3


def _called(name: str) -> LangTag | None:
    """Return the tag of the language with this English name."""
    from pressconv.languages.dates import locale  # noqa: PLC0415 - only a mistake needs it

    names = locale(LAST_FALLBACK).languages
    tags = {str(words).lower(): tag.replace("_", "-") for tag, words in names.items()}
    return tags.get(name.strip().lower())
