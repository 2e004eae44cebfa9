"""A language → a commented release in it that validates and converts, for an author."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pressconv.languages import language, shipped
from pressconv.languages.tags import LAST_FALLBACK, canonical_case, subtags
from pressconv.model import DistributionKey, GenreKey, LangTag
from pressconv.writers.xml.markup import escape

_TEMPLATE: Final = Path(__file__).with_name("release.xml")


def new_release(
    lang: LangTag, *, id: str = "release", genre: GenreKey = GenreKey.PRESS_RELEASE
) -> bytes:
    """Write a release in *lang* with placeholders for its words, each place with a comment.

    *id* is one that a release can have. The labels that will be printed are the language's own.
    """
    rules = language(lang)
    slots = {
        "id": id,
        "lang": canonical_case(lang),
        "other_lang": _another(lang),
        "genre": genre.value,
        "genres": ", ".join(key for key in GenreKey if key is not genre),
        "genre_label": rules.genres[genre],
        "distribution_label": rules.distributions[DistributionKey.IMMEDIATE],
    }
    text = _TEMPLATE.read_text(encoding="utf-8")
    for name, value in slots.items():
        text = text.replace(f"{{{name}}}", escape(value))
    return text.encode()


def _another(lang: LangTag) -> LangTag:
    """Return a language for examples of other languages."""
    own = subtags(lang)[0]
    return next(tag for tag in (LAST_FALLBACK, *shipped()) if subtags(tag)[0] != own)
