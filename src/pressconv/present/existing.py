"""A disclaimer that already stands in the text, known by the forms in which they are published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv import model as m
from pressconv.languages import language
from pressconv.languages.tags import LAST_FALLBACK
from pressconv.text import inline_text, letters
from pressconv.walk import descendants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pressconv.house import House

_SHORTEST: Final = 12
"""Letters that a form must have at least: what is shorter may stand in any sentence."""


def existing_disclaimer(release: m.Release, sentence: str, house: House) -> m.Paragraph | None:
    """Return the first paragraph that holds a disclaimer, or nothing.

    It is one if it holds *sentence*, which would be printed, a sentence of the house, or a form
    that is found in translations into the release's language, or in English; letters count alone.
    """
    known = [form for form in _forms(release.lang, sentence, house) if len(form) >= _SHORTEST]
    telling = {max(form.casefold().split(), key=len) for form in known}
    for paragraph in _paragraphs(release):
        text = inline_text(paragraph.children)
        folded = text.casefold()
        if any(word in folded for word in telling):  # most paragraphs need no closer look
            plain = letters(text)
            if any(letters(form) in plain for form in known):
                return paragraph
    return None


def _forms(lang: m.LangTag, sentence: str, house: House) -> Iterator[str]:
    yield sentence
    yield from (own.text for own in house.disclaimers)
    for tag in dict.fromkeys((lang, LAST_FALLBACK)):
        yield from language(tag).disclaimer_forms


def _paragraphs(release: m.Release) -> Iterable[m.Paragraph]:
    for root in (release.body, release.foot):
        yield from (one for one in descendants(root) if isinstance(one, m.Paragraph))
