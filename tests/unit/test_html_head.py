"""The head of a page: what search engines and libraries read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pressconv.errors import ConfigError
from pressconv.house import House, read_house
from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.writers.html import write_fragment, write_html

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


# ---- the life of a release -------------------------------------------------------------------

EMBARGO = '<distribution key="embargoed" until="2026-05-04T08:00:00Z"/><issued when="2026-05-04"/>'


def data(head="", house=None, version="", body="<p>x</p>"):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"{version}><head>'
        f"<headline>x</headline>{head}</head><body>{body}</body></release>"
    )
    return write_fragment(present(read(text.encode()).value, house=house)).head


def page(head):
    text = (
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head>'
        f"<headline>x</headline>{head}</head><body><p>x</p></body></release>"
    )
    return write_html(present(read(text.encode()).value)).data.decode()


def test_an_embargoed_page_is_for_no_search_engine_and_says_until_when():
    found = data(EMBARGO, House(timezone="Europe/Paris"))
    machine = found.for_machines()
    assert machine["robots"] == "noindex, noarchive"
    assert machine["embargo"] == {"until": "2026-05-04T10:00:00+02:00"}
    assert ("dcterms.available", "2026-05-04T10:00:00+02:00") in found.dublin_core
    assert found.json_ld["creativeWorkStatus"] == "Embargoed"
    assert str(found.json_ld["conditionsOfAccess"]).startswith("Under embargo until May\u00a04")
    assert '<meta name="robots" content="noindex, noarchive">' in page(EMBARGO)
    assert "data-" not in page(EMBARGO)


def test_nothing_says_when_an_embargoed_release_was_published():
    found = data(EMBARGO)
    assert "datePublished" not in found.json_ld
    assert "article:published_time" not in dict(found.open_graph)
    open_end = data('<distribution key="embargoed"/><issued when="2026-05-04"/>')
    assert open_end.for_machines()["embargo"] == {"until": None}
    assert "datePublished" not in open_end.json_ld


@pytest.mark.parametrize(
    ("head", "status", "work"),
    [
        ("<status>canceled</status>", "canceled", "Withdrawn"),
        ("<status>withheld</status>", "withheld", "Withheld"),
    ],
)
def test_a_withdrawn_or_withheld_page_is_for_no_search_engine(head, status, work):
    found = data(f'<issued when="2026-05-04"/><expires when="2027-05-04"/>{head}')
    assert {"article:expiration_time", "dcterms.valid"}.isdisjoint(
        dict(found.open_graph + found.dublin_core)
    )
    assert "expires" not in found.json_ld
    assert found.for_machines()["status"] == status
    assert ("datePublished" in found.json_ld) is (status == "canceled")
    assert found.robots == "noindex, noarchive"
    assert found.json_ld["creativeWorkStatus"] == work


def test_a_page_for_all_says_nothing_of_robots():
    found = data('<distribution key="immediate"/><issued when="2026-05-04"/>')
    assert "robots" not in page('<distribution key="immediate"/>')
    assert {"robots", "embargo"}.isdisjoint(found.for_machines())
    assert found.json_ld["datePublished"] == "2026-05-04"
    assert data('<distribution key="restricted"/>').robots == "noindex, noarchive"


def test_versions_and_corrections_are_known_to_machines():
    head = (
        '<expires when="2026-12-31"/><correction when="2026-05-05">Not <em>ten</em>.</correction>'
    )
    found = data(head, version=' version="2"')
    assert found.json_ld["version"] == 2
    assert found.json_ld["expires"] == "2026-12-31"
    assert dict(found.open_graph)["article:expiration_time"] == "2026-12-31"
    assert found.json_ld["correction"] == [
        {"@type": "CorrectionComment", "datePublished": "2026-05-05", "text": "Not ten."}
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>x</p>",
        '<figure><image src="a.png" decorative="true"/></figure>',
        '<media kind="audio" href="a.mp3"/><media kind="video" href="a.mp4"/>',
    ],
)
def test_a_text_is_had_by_reading_whatever_decorates_it_or_is_linked(body):
    head = '<issuer><organization>o</organization><logo src="l.svg"><alt>a</alt></logo></issuer>'
    found = data(head, body=body).json_ld
    assert found["accessMode"] == ["textual"]
    assert enough(found) == [["textual"]]


@pytest.mark.parametrize(
    "body",
    [
        '<figure><image src="a.png"><alt>b</alt></image></figure>',
        '<section><title>t</title><note><figure><image src="a.png"><alt>b</alt></image></figure>'
        "</note></section>",
        '<media kind="video" href="a.mp4"><image src="a.png"><alt>b</alt></image></media>',
    ],
)
def test_an_image_that_says_something_is_for_the_eyes_and_its_description_is_enough(body):
    found = data(body=body).json_ld
    assert found["accessMode"] == ["textual", "visual"]
    assert enough(found) == [["textual", "visual"], ["textual"]]


def test_text_alone_is_not_enough_where_an_image_is_undescribed():
    found = data(body='<figure><image src="a.png"/></figure>').json_ld
    assert enough(found) == [["textual", "visual"]]


def enough(found):
    lists = found["accessModeSufficient"]
    assert {one["@type"] for one in lists} == {"ItemList"}
    return [one["itemListElement"] for one in lists]


def test_a_moment_is_written_as_html_reads_it():
    times = ("0540-04-27", "2026-03-12T10:00:00+01:00", "2026-03-12T10:00:00.123456+01:00")
    body = "".join(f'<p><time when="{time}">then</time></p>' for time in times)
    text = (
        '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en"><head><headline>x</headline>'
        f"</head><body>{body}</body></release>"
    )
    page = write_html(present(read(text.encode()).value)).data.decode()
    assert re.findall('<time datetime="([^"]+)">', page) == [
        "0540-04-27",
        "2026-03-12T10:00:00+01:00",
        "2026-03-12T10:00:00.123+01:00",
    ]
