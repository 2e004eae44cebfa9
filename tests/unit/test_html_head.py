"""The head of a page: what search engines and libraries read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pressconv.errors import ConfigError
from pressconv.house import House, read_house
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.writers.html import write_html

BASED = House(base_url="https://example.org/")


def alternates(lang, *editions, more="", house=BASED):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>x</headline>{''.join(f'<edition hreflang={one!r}/>' for one in editions)}"
        f"{more}</head><body><p>x</p></body></release>"
    )
    page = write_html(present(read(text.encode()).value, house=house)).data.decode()
    return re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page)


def test_search_engines_get_the_tags_that_they_know():
    assert alternates("es-419", "en") == [
        ("es", "https://example.org/r.es-419.html"),
        ("en", "https://example.org/r.en.html"),
        ("x-default", "https://example.org/r.es-419.html"),
    ]


def test_two_editions_never_share_a_tag():
    assert [tag for tag, _ in alternates("es-419", "es")][:2] == ["es-419", "es"]


def test_every_edition_names_the_authoritative_one_for_readers_of_no_other():
    of_french = '<translation from="fr" authoritative="fr" method="human"/>'
    pages = [
        alternates("fr", "en", "ar"),
        alternates("en", "fr", "ar", more=of_french),
        alternates("ar", "fr", "en", more=of_french),
    ]
    for page in pages:
        assert page[-1] == ("x-default", "https://example.org/r.fr.html")
    assert len({frozenset(page) for page in pages}) == 1


def test_a_house_chooses_the_edition_for_readers_of_no_other():
    house = replace(BASED, default_language="en")
    of_french = '<translation from="fr" authoritative="fr" method="human"/>'
    pages = [
        alternates("fr", "en-GB", house=house),
        alternates("en-GB", "fr", more=of_french, house=house),
    ]
    for page in pages:
        assert page[-1] == ("x-default", "https://example.org/r.en-GB.html")
    assert alternates("fr", "ar", house=house)[-1] == ("x-default", "https://example.org/r.fr.html")


def test_a_page_without_other_editions_is_the_only_one():
    assert alternates("fr") == [("fr", "https://example.org/r.fr.html")]


def test_an_original_whose_address_nobody_knows_is_no_page_for_everybody():
    more = '<edition hreflang="ar"/><translation from="en" authoritative="en" method="human"/>'
    assert alternates("fr", more=more)[-1] == ("x-default", "https://example.org/r.fr.html")


def test_a_default_language_is_a_tag():
    with pytest.raises(ConfigError, match="default_language"):
        read_house(b'default_language = "English, please"')
