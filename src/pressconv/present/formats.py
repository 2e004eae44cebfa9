"""The same edition in another format → a link, in words that say what it leads to.

They come after the presentation: how large a file is, nobody knows before it is made of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressconv.languages import Language, language
from pressconv.languages.formats import pdf_words, text_words
from pressconv.present.addresses import address, file_name
from pressconv.presentation import FormatLink

if TYPE_CHECKING:
    from pressconv.house import House
    from pressconv.presentation import Presentation


def pdf_link(shown: Presentation, house: House, *, n_bytes: int, n_pages: int) -> FormatLink:
    """Link the PDF of the edition."""
    words = pdf_words(n_pages, n_bytes, _rules(shown, house))
    href, is_absolute = _place(shown, house, "pdf")
    return FormatLink("application/pdf", words, href, is_absolute, n_bytes)


def text_link(shown: Presentation, house: House, *, n_bytes: int) -> FormatLink:
    """Link the plain text of the edition."""
    words = text_words(n_bytes, _rules(shown, house))
    href, is_absolute = _place(shown, house, "txt")
    return FormatLink("text/plain", words, href, is_absolute, n_bytes)


def _rules(shown: Presentation, house: House) -> Language:
    return language(shown.lang, house.typography)


def _place(shown: Presentation, house: House, suffix: str) -> tuple[str, bool]:
    """Return where the file is, and whether that is known from everywhere."""
    absolute = address(shown.id, shown.lang, suffix, house)
    return absolute or file_name(shown.id, shown.lang, suffix), bool(absolute)
