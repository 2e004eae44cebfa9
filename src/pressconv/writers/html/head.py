"""The ``head`` of a page: title, alternates, Dublin Core, JSON-LD. Nothing in it is fetched."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pressconv.languages import language
from pressconv.writers.html.build import Element, block, group
from pressconv.writers.html.inlines import datetime_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.presentation import Presentation


def head(presentation: Presentation, *sheets: tuple[str, str]) -> Element:
    """Write the head; *sheets* are pairs of media and style sheet, in order."""
    styles = [block("style", "\n" + css, media=media) for media, css in sheets]
    return group("head", *_metadata(presentation), *_dublin_core(presentation), *styles)


def _metadata(presentation: Presentation) -> Iterator[Element]:
    facts = presentation.metadata
    yield block("meta", charset="utf-8")
    yield block("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield block("title", presentation.title)
    if facts.description:
        yield block("meta", name="description", content=facts.description)
    yield block("meta", name="color-scheme", content="light dark")
    # A browser asks for /favicon.ico unless the page says that there is none.
    yield block("link", rel="icon", href="data:,")
    if facts.address:
        yield block("link", rel="canonical", href=facts.address)
        yield from _alternates(presentation)
    for feed in facts.feeds:
        if feed.href:
            yield block(
                "link",
                rel="alternate",
                type="application/rss+xml",
                href=feed.href,
                title=feed.text or None,
            )
    data = json.dumps(_json_ld(presentation), ensure_ascii=False, indent=1)
    # "</" would end the element, whatever the string is about.
    yield block("script", "\n" + data.replace("</", "<\\/") + "\n", type="application/ld+json")


def _alternates(presentation: Presentation) -> Iterator[Element]:
    """Yield the editions with the tags that search engines know, unless another one has them."""
    editions = {presentation.lang: presentation.metadata.address}
    editions |= {one.lang: one.href for one in presentation.editions if one.is_absolute}
    for lang, href in editions.items():
        wanted = language(lang).hreflang or lang
        tag = lang if wanted in editions else wanted
        yield block("link", rel="alternate", hreflang=tag, href=href)


def _dublin_core(presentation: Presentation) -> Iterator[Element]:
    facts = presentation.metadata
    yield block("link", rel="schema.dcterms", href="http://purl.org/dc/terms/")
    values = {
        "title": presentation.title,
        "language": presentation.lang,
        "identifier": presentation.id,
        "publisher": facts.publisher,
        "issued": facts.issued and datetime_value(facts.issued),
        "modified": facts.updated and datetime_value(facts.updated),
        "valid": facts.expires and f"end={datetime_value(facts.expires)}",
        "source": facts.original and facts.original.href,
    }
    for name, value in values.items():
        if value:
            yield block("meta", name=f"dcterms.{name}", content=value)
    for subject in facts.subjects:
        if words := subject.text or subject.code:
            yield block("meta", name="dcterms.subject", content=words)


def _json_ld(presentation: Presentation) -> dict[str, object]:
    """Return the release as schema.org NewsArticle."""
    facts = presentation.metadata
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": presentation.title,
        "inLanguage": presentation.lang,
        "identifier": presentation.id,
        "accessMode": ["textual"],
        "accessibilityFeature": ["structuralNavigation", "alternativeText", "readingOrder"],
        "accessibilityHazard": "none",
    }
    if facts.description:
        found["description"] = facts.description
    if facts.issued:
        found["datePublished"] = datetime_value(facts.issued)
    if facts.updated:
        found["dateModified"] = datetime_value(facts.updated)
    if facts.expires:
        found["expires"] = datetime_value(facts.expires)
    if facts.publisher:
        found["publisher"] = {"@type": "Organization", "name": facts.publisher}
    if facts.address:
        found["url"] = facts.address
    if words := [subject.text for subject in facts.subjects if subject.text]:
        found["keywords"] = words
    if facts.original:
        original = {"@type": "NewsArticle", "inLanguage": facts.original.lang}
        if facts.original.href:
            original["url"] = facts.original.href
        found["translationOfWork"] = original
    return found
