"""The block that says: this is a translation, how it was made, and which text is authoritative.

Its wording comes from the house file, else from attested or reviewed wording of the language,
else it is the English sentence, marked as English, with a note. A draft prints on demand only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv import model as m
from pressconv.house import House, by_language
from pressconv.languages import DisclaimerWording, Language, WordingStatus, language
from pressconv.languages.dates import joined as listed
from pressconv.languages.dates import language_name
from pressconv.languages.tags import LAST_FALLBACK, fallback_chain
from pressconv.notes import Note, Result, note
from pressconv.present.existing import existing_disclaimer
from pressconv.present.wording import worded
from pressconv.presentation import Original, Part, PartKind
from pressconv.text import joined

if TYPE_CHECKING:
    from collections.abc import Sequence


def disclaimer(
    release: m.Release,
    translation: m.Translation,
    original: Original | None,
    house: House,
    *,
    drafts: bool,
) -> Result[Part | None]:
    """Make the part for *release*; *original* is what it links to, where known.

    A text that holds a disclaimer gets no second one; then only the link may be left, or nothing.
    """
    lang = release.lang
    rules = language(lang)
    words, words_lang, notes = _wording(translation, lang, house, drafts=drafts)
    blocks = [m.Paragraph(joined(words), lang=words_lang)]
    existing = existing_disclaimer(release, words, house)
    if existing:
        blocks, notes = [], (note("disclaimer-existing", existing.place),)
    if original and original.href:
        own = by_language(house.original, lang)
        text = (own or rules.labels.original).format(
            language=original.name, authoritative=_name(original.lang, rules)
        )
        link = m.Link(original.href, joined(text) if own else worded(text, rules), original.lang)
        blocks.append(m.Paragraph((link,)))
    part = Part(PartKind.TRANSLATION, tuple(blocks), label=rules.labels.translation)
    return Result(part if blocks else None, notes)


def _wording(
    translation: m.Translation, lang: m.LangTag, house: House, *, drafts: bool
) -> tuple[str, m.LangTag | None, tuple[Note, ...]]:
    """Return the sentence, its language where it is not *lang*, and what is to be noted."""
    own = _house_wording(translation, lang, house)
    if own:
        return own, None, ()
    rules = language(lang)
    wording = _language_wording(translation, lang, rules)
    is_draft = wording.status is WordingStatus.DRAFT
    if not rules.stands_in and not (is_draft and not drafts and rules.tag != LAST_FALLBACK):
        notes = (note("disclaimer-draft", tag=lang),) if is_draft else ()
        return _sentence(wording, translation, rules), None, notes
    english = language(LAST_FALLBACK)
    sentence = _sentence(_language_wording(translation, lang, english), translation, english)
    return sentence, LAST_FALLBACK, (note("disclaimer-english", tag=lang),)


def _house_wording(translation: m.Translation, lang: m.LangTag, house: House) -> str:
    for tag in fallback_chain(lang):
        for own in house.disclaimers:
            if (
                own.lang == tag
                and translation.authoritative == (own.authoritative,)
                and translation.method in own.methods
                and (tag != LAST_FALLBACK or lang.startswith(LAST_FALLBACK))
            ):
                return own.text
    return ""


def _language_wording(
    translation: m.Translation, lang: m.LangTag, rules: Language
) -> DisclaimerWording:
    if lang in translation.authoritative:
        return rules.authentic
    return rules.disclaimer[translation.method]


def _sentence(wording: DisclaimerWording, translation: m.Translation, rules: Language) -> str:
    return wording.text.format(
        authoritative=_names(translation.authoritative, rules),
        source=_names([translation.source_lang], rules),
    )


def _names(tags: Sequence[m.LangTag], rules: Language) -> str:
    """Name languages in the form that the wordings of *rules* need."""
    return listed([_name(tag, rules) for tag in tags], rules)


def _name(tag: m.LangTag, rules: Language) -> str:
    for candidate in fallback_chain(tag):
        if candidate in rules.language_names and candidate.split("-")[0] == tag.split("-")[0]:
            return rules.language_names[candidate]
    return language_name(tag, rules)
