"""What leads away from a page: to its other languages, to the same text in other formats.

Each is a list of links with a name. Neither is in the reading text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.languages import language
from pressconv.writers.html.build import Element, block, group, tag

if TYPE_CHECKING:
    from pressconv.presentation import Presentation


def languages(presentation: Presentation) -> list[Element]:
    """Link the other editions, each by its language's own name."""
    links = [
        tag(
            "a",
            edition.name,
            href=edition.href,
            hreflang=edition.lang,
            lang=edition.lang,
            dir=edition.dir.value,
        )
        for edition in presentation.editions
    ]
    return _navigation(presentation, presentation.labels.languages, links, "pc-languages")


def formats(presentation: Presentation) -> list[Element]:
    """Link the formats that are made along with the page, each by what it is and its size."""
    links = [
        tag("a", link.words, href=link.href, type=link.media_type) for link in presentation.formats
    ]
    label = language(presentation.lang).formats.label
    return _navigation(presentation, label, links, "pc-formats")


def _navigation(
    presentation: Presentation, label: str, links: list[Element], cls: str
) -> list[Element]:
    if not links:
        return []
    items = group("ul", *(block("li", link) for link in links))
    return [group("nav", items, cls=cls, aria_label=label, lang=presentation.labels_lang)]
