"""A draft → the language of its release: what the user says, what it declares, how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pressconv.detection import Detection, detect
from pressconv.draft import Draft, Region
from pressconv.languages import language
from pressconv.languages.tags import (
    LAST_FALLBACK,
    canonical_alias,
    canonical_case,
    known_tag,
    subtags,
)
from pressconv.notes import Note, note
from pressconv.recognition.phrases import weight

if TYPE_CHECKING:
    from pressconv.model import LangTag

_LONG: Final = 60
_SURE: Final = 0.6
_ENOUGH: Final = 200


def choose_language(draft: Draft, lang: LangTag | None) -> tuple[LangTag, tuple[Note, ...]]:
    """Return the language of a draft, and what is to be noted of the choice.

    A declared language holds unless the text is surely another: templates often declare their own.
    """
    if lang:
        return canonical_case(lang), ()
    text = _sample(draft)
    found = detect(text)
    declared = _declared(draft)
    if declared and (found is None or _agree(declared, found) or not _is_sure(found, text)):
        return declared, ()
    if found is None:
        return LAST_FALLBACK, (note("import-no-language", None, tag=LAST_FALLBACK),)
    if declared:
        return found.lang, (note("import-language-declared", None, tag=found.lang, said=declared),)
    share = f"{found.confidence:.0%}"
    return found.lang, (note("import-language", None, tag=found.lang, share=share),)


def _sample(draft: Draft) -> str:
    """Return the text of the article, its longer blocks first: menus may be in another language."""
    blocks = [block for block in draft.blocks if block.region is not Region.FURNITURE]
    long_ones = [block.text for block in blocks if weight(block.text) >= _LONG]
    if sum(map(len, long_ones)) >= _ENOUGH:
        return "\n".join(long_ones)
    return "\n".join(block.text for block in blocks or draft.blocks)


def _declared(draft: Draft) -> LangTag | None:
    tag = known_tag(draft.lang or "")
    return tag and _plainest(tag)


def _plainest(tag: LangTag) -> LangTag:
    """Return the tag that names the same language with least: "de-DE" → "de", "zh-CN" → "zh-Hans".

    Content management systems declare a territory always. Only one that CLDR does not take for
    granted says something: "de-AT" stays.
    """
    own, _, _ = whole = subtags(tag)
    shorter = (language(tag).tag, own)
    return next((one for one in shorter if subtags(one) == whole), tag)


def _agree(declared: LangTag, found: Detection) -> bool:
    """Say whether both are one language; a script that differs is another language to a reader."""
    own, other = canonical_alias(declared), canonical_alias(found.lang)
    return own.split("-")[0] == other.split("-")[0] and subtags(own)[1] == subtags(other)[1]


def _is_sure(found: Detection, text: str) -> bool:
    return found.confidence >= _SURE and weight(text) >= _ENOUGH
