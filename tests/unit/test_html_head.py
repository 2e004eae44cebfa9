"""The head of a page: what search engines and libraries read."""

from __future__ import annotations

import re

from pressconv.house import House
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.writers.html import write_html


def alternates(lang, *editions):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>x</headline>{''.join(f'<edition hreflang={one!r}/>' for one in editions)}"
        "</head><body><p>x</p></body></release>"
    )
    shown = present(read(text.encode()).value, house=House(base_url="https://example.org/"))
    page = write_html(shown).data.decode()
    return re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page)


def test_search_engines_get_the_tags_that_they_know():
    assert alternates("es-419", "en") == [
        ("es", "https://example.org/r.es-419.html"),
        ("en", "https://example.org/r.en.html"),
    ]


def test_two_editions_never_share_a_tag():
    assert [tag for tag, _ in alternates("es-419", "es")] == ["es-419", "es"]
