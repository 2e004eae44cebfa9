"""The other languages of a release, at the end of its PDF: who has the file has not the page.

A name is a link where the address is known from everywhere; a file beside the page is out of reach
for a PDF that somebody took home. The list is navigation, and so is not in the reading text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from pressconv.languages import language, shipped
from pressconv.languages.dates import language_name
from pressconv.languages.tags import subtags
from pressconv.writers.html.build import Element, block, group, tag
from pressconv.writers.html.serialize import serialize

if TYPE_CHECKING:
    from pressconv.presentation import EditionLink, Presentation

_END: Final = b"</body>"


def with_editions(page: bytes, presentation: Presentation) -> bytes:
    """Return a page of ours with the other languages at its end."""
    if not presentation.editions:
        return page
    before, end, after = page.rpartition(_END)
    return b"".join([before, serialize(_navigation(presentation)).encode(), b"\n", end, after])


def _navigation(presentation: Presentation) -> Element:
    label = block("p", presentation.labels.languages, lang=presentation.labels_lang)
    # No white space between the names: the engine would tag it, and a list holds items only.
    names = (tag("li", _name(edition, presentation)) for edition in presentation.editions)
    return group("nav", label, block("ul", *names), cls="pc-other-languages")


def _name(edition: EditionLink, presentation: Presentation) -> Element:
    """Name an edition in its language, or in that of the page where no font has its letters."""
    href = edition.href if edition.is_absolute else None
    name = "a" if href else "span"
    if subtags(edition.lang)[1] not in _scripts():
        words = language_name(edition.lang, language(presentation.lang))
        return tag(name, words, href=href, hreflang=href and edition.lang)
    return tag(
        name,
        edition.name,
        href=href,
        hreflang=href and edition.lang,
        lang=edition.lang,
        dir=edition.dir.value,
    )


@cache
def _scripts() -> frozenset[str]:
    """Return the scripts of the languages that ship: the fonts that ship have their letters."""
    return frozenset(subtags(one)[1] for one in shipped())
