"""The same edition in another format → the words of a link: what it is, how long, how large.

A reader decides by them whether to fetch it, so they are the text of the link itself.
Source: WCAG 2.2, technique G91; UTS #35, part 3, section 5, for the forms of the plural.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pressconv.languages.dates import locale
from pressconv.languages.numbers import decimal

if TYPE_CHECKING:
    from pressconv.languages.rules import Language

_KILO: Final = 1000
_MEGA: Final = 1_000_000
_WHOLE: Final = Decimal(1)
_TENTH: Final = Decimal("0.1")
_ROUND: Final = 10  # from here on nobody asks for tenths of a megabyte


def pdf_words(n_pages: int, n_bytes: int, language: Language) -> str:
    """Say that it is a tagged PDF, how many pages it has, and its size."""
    pages, size = pages_words(n_pages, language), size_words(n_bytes, language)
    return language.formats.pdf.format(pages=pages, size=size)


def text_words(n_bytes: int, language: Language) -> str:
    """Say that it is plain text, and its size."""
    return language.formats.text.format(size=size_words(n_bytes, language))


def pages_words(n_pages: int, language: Language) -> str:
    """Count pages: 2 are "2 strony" in Polish, 5 are "5 stron"."""
    forms = language.formats.pages
    form = forms.get(locale(language.tag).plural_form(n_pages), forms["other"])
    return form.format(number=decimal(Decimal(n_pages), language))


def size_words(n_bytes: int, language: Language) -> str:
    """Write a size, rounded, in thousands or millions of bytes; the least is 1 kB."""
    kilobytes = max((Decimal(n_bytes) / _KILO).quantize(_WHOLE), _WHOLE)
    if kilobytes < _KILO:
        return language.formats.kilobytes.format(number=decimal(kilobytes, language))
    megabytes = Decimal(n_bytes) / _MEGA
    megabytes = megabytes.quantize(_WHOLE if megabytes >= _ROUND else _TENTH)
    return language.formats.megabytes.format(number=decimal(megabytes, language))
