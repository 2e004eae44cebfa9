"""The ``head`` of a page: title, alternates, Dublin Core, JSON-LD. Nothing in it is fetched."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pressconv.writers.html.build import Element, block, group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pressconv.writers.html.metadata import HeadData


def head(data: HeadData, *styles: Element, is_alone: bool) -> Element:
    """Write the head with its *styles*; *is_alone*: there is no site that has an icon."""
    return group("head", *_metadata(data, is_alone=is_alone), *_dublin_core(data), *styles)


def _metadata(data: HeadData, *, is_alone: bool) -> Iterator[Element]:
    yield block("meta", charset="utf-8")
    yield block("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield block("title", data.title)
    if data.description:
        yield block("meta", name="description", content=data.description)
    if data.robots:
        yield block("meta", name="robots", content=data.robots)
    yield block("meta", name="color-scheme", content="light dark")
    if is_alone:
        # A browser asks for /favicon.ico unless the page says that there is none.
        yield block("link", rel="icon", href="data:,")
    if data.canonical:
        yield block("link", rel="canonical", href=data.canonical)
    for tag, href in data.alternates:
        yield block("link", rel="alternate", hreflang=tag, href=href)
    for link in data.formats:
        yield block("link", rel="alternate", type=link.media_type, href=link.href, title=link.words)
    for feed in data.feeds:
        yield block(
            "link",
            rel="alternate",
            type="application/rss+xml",
            href=feed.href,
            title=feed.text or None,
        )
    for name, words in data.open_graph:
        yield block("meta", property=name, content=words)
    json_ld = json.dumps(data.json_ld, ensure_ascii=False, indent=1)
    # "</" would end the element, whatever the string is about.
    yield block("script", "\n" + json_ld.replace("</", "<\\/") + "\n", type="application/ld+json")


def _dublin_core(data: HeadData) -> Iterator[Element]:
    yield block("link", rel="schema.dcterms", href="http://purl.org/dc/terms/")
    for name, words in data.dublin_core:
        yield block("meta", name=name, content=words)
