"""Links to the other formats of an edition: what is made, in words that say what it is."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import html5lib
import pypdf
import pytest
from sources import ROOT

import pressconv
from pressconv import Format, HtmlOptions, Options, htmldoc
from pressconv.errors import ConfigError
from pressconv.house import House, read_house
from pressconv.writers.html import Fonts

SAMPLE = ROOT / "samples" / "2026-10-13-early-warning"
PAGES = (Format.HTML, Format.PDF, Format.TEXT)
BASED = House(base_url="https://press.example.org/r")


def made(lang="fr", to=PAGES, options=None, house=None):
    release = pressconv.read((SAMPLE / f"{lang}.xml").read_bytes()).value
    return pressconv.convert_all(release, to=to, options=options, house=house).value.files


def parsed(data: bytes) -> Any:
    return html5lib.parse(data.decode(), namespaceHTMLElements=False)


def linked(page):
    """Yield address, type and words of each link in the list of formats."""
    for link in page.findall(".//nav[@class='pc-formats']//a"):
        yield link.get("href"), link.get("type"), "".join(link.itertext()).replace("\u00a0", " ")


def alternates(page):
    for link in page.findall("head/link[@type]"):
        yield link.get("href"), link.get("type"), link.get("title").replace("\u00a0", " ")


@pytest.fixture(scope="module")
def french():
    return made()


def test_a_page_links_the_pdf_and_the_text_that_are_made_along_with_it(french):
    n_pages = len(pypdf.PdfReader(io.BytesIO(french[Format.PDF])).pages)
    pages = f"{n_pages} page" + ("s" if n_pages > 1 else "")
    sizes = [f"{len(french[one]) / 1000:.0f}\u202fko" for one in (Format.PDF, Format.TEXT)]
    page = parsed(french[Format.HTML])
    name = "2026-10-13-early-warning.fr"
    assert list(linked(page)) == [
        (f"{name}.pdf", "application/pdf", f"PDF balisé, {pages}, {sizes[0]}"),
        (f"{name}.txt", "text/plain", f"Texte brut, {sizes[1]}"),
    ]
    assert list(alternates(page)) == list(linked(page))
    nav = page.find(".//nav[@class='pc-formats']")
    assert nav.get("aria-label") == "Ce communiqué dans d’autres formats"


def test_the_links_are_not_in_the_reading_text(french):
    plain = made(to=[Format.HTML])
    assert htmldoc.reading_text(french[Format.HTML]) == htmldoc.reading_text(plain[Format.HTML])


def test_nothing_is_linked_that_is_not_made():
    assert list(linked(parsed(made(to=[Format.HTML])[Format.HTML]))) == []
    both = made(to=[Format.HTML, Format.TEXT, Format.XML])
    assert [kind for _, kind, _ in linked(parsed(both[Format.HTML]))] == ["text/plain"]


def test_the_pdf_is_the_same_whatever_is_made_along_with_it(french):
    embedded = Options(html=HtmlOptions(fonts=Fonts.EMBED))
    assert made(to=[Format.PDF], options=embedded)[Format.PDF] == french[Format.PDF]


def test_whoever_links_them_elsewhere_has_pages_without_the_links():
    files = made(options=Options(html=HtmlOptions(formats=False)))
    page = parsed(files[Format.HTML])
    assert list(linked(page)) == list(alternates(page)) == []


def test_addresses_begin_with_the_base_and_stand_in_the_metadata_where_the_house_has_one():
    files = made(to=[Format.HTML, Format.TEXT], house=BASED)
    page = parsed(files[Format.HTML])
    href = "https://press.example.org/r/2026-10-13-early-warning.fr.txt"
    assert [one for one, _, _ in linked(page)] == [href]
    (media,) = json.loads(page.findtext("head/script"))["encoding"]
    assert media["contentUrl"] == href
    assert media["encodingFormat"] == "text/plain"
    assert media["contentSize"] == f"{len(files[Format.TEXT])} B"


def test_a_fragment_has_the_same_links_and_its_head_data_lists_them():
    files = made(to=[Format.FRAGMENT, Format.HEAD, Format.TEXT])
    (link,) = linked(parsed(files[Format.FRAGMENT]))
    (listed,) = json.loads(files[Format.HEAD])["formats"]
    assert (listed["href"], listed["type"], listed["title"].replace("\u00a0", " ")) == link


def test_the_words_are_those_of_the_language_in_the_digits_that_the_house_chose():
    house = read_house(b'[typography]\nnu = "arab"\n')
    files = made("ar", to=[Format.HTML, Format.TEXT], house=house)
    ((_, _, words),) = linked(parsed(files[Format.HTML]))
    assert re.fullmatch("نص عادي، [٠-٩]+ كيلوبايت", words)


@pytest.mark.parametrize(
    "base",
    [
        "https://example.org",
        "http://localhost:8000/a%20b/",
        "https://münchen.example/été/",
        "https://[::1]/",
    ],
)
def test_a_base_is_the_address_of_a_folder(base):
    assert read_house(f'base_url = "{base}"'.encode()).base_url == base


@pytest.mark.parametrize(
    "base",
    [
        *(
            "https://",
            "https://?a",
            "example.org",
            "/press/",
            "ftp://example.org/",
            "https://a b.org/",
        ),
        *("https://example.org/a b/", "https://example.org/?q=", "https://example.org/#a"),
        *("https://example.org/a%zz/", "https://me:secret@example.org/", "https://example.org/<b>"),
    ],
)
def test_what_no_file_can_stand_below_is_no_base(base):
    with pytest.raises(ConfigError, match="base_url = ") as refused:
        read_house(f'base_url = "{base}"'.encode())
    assert refused.value.hint.startswith("expected an address")


def test_the_page_of_a_statement_may_have_a_query_and_a_part():
    page = "https://example.org/access?lang=fr#top"
    assert (
        read_house(f'[accessibility]\nstatement = "{page}"'.encode()).accessibility.statement
        == page
    )
    with pytest.raises(ConfigError, match="statement = "):
        read_house(b'[accessibility]\nstatement = "https://example.org/a b"')
