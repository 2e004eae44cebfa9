"""The other languages at the end of a PDF, named in their own, linked where that leads."""

from __future__ import annotations

import io
from typing import Any

import html5lib
import pypdf

import pressconv
from pressconv import htmldoc
from pressconv.house import House
from pressconv.pdf.editions import with_editions
from pressconv.pdfdoc import read_pdf
from pressconv.pdfdoc.model import TagNode, descendants
from pressconv.present import present
from pressconv.writers.html import write_html

BASED = House(base_url="https://press.example.org/r/")


def release(*editions, lang="fr"):
    listed = "".join(editions)
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>titre</headline>{listed}</head><body><p>corps</p></body></release>"
    )
    return pressconv.read(text.encode()).value


ENGLISH = '<edition hreflang="en">Title</edition>'
ARABIC = '<edition hreflang="ar" href="https://elsewhere.example/ar"/>'


def names(found, house=None):
    """Return tag, address, language, direction and words of each name on the page for paper."""
    shown = present(found, house=house)
    page: Any = html5lib.parse(
        with_editions(write_html(shown).data, shown).decode(), namespaceHTMLElements=False
    )
    items = page.findall(".//nav[@class='pc-other-languages']/ul/li")
    return [
        (one.tag, one.get("href"), one.get("lang"), one.get("dir"), one.text)
        for (one,) in map(list, items)
    ]


def test_a_name_is_a_link_where_the_address_is_known_from_everywhere():
    assert names(release(ENGLISH, ARABIC)) == [
        ("span", None, "en", "ltr", "English"),
        ("a", "https://elsewhere.example/ar", "ar", "rtl", "العربية"),
    ]
    assert names(release(ENGLISH), BASED) == [
        ("a", "https://press.example.org/r/r.en.html", "en", "ltr", "English"),
    ]


def test_a_language_whose_letters_no_font_has_is_named_in_that_of_the_page():
    found = release('<edition hreflang="ka"/>', '<edition hreflang="sv"/>')
    assert names(found) == [
        ("span", None, None, None, "géorgien"),
        ("span", None, "sv", "ltr", "svenska"),
    ]
    assert pressconv.convert(found, to="pdf").value.startswith(b"%PDF")


def test_a_release_in_one_language_has_no_list():
    shown = present(release())
    page = write_html(shown).data
    assert with_editions(page, shown) == page


def test_the_list_holds_items_and_nothing_else():
    pdf = pressconv.convert(release(ENGLISH, ARABIC), to="pdf").value
    root = read_pdf(pdf).root
    assert root
    tags = [one for one in descendants(root) if isinstance(one, TagNode)]
    (found,) = (one for one in tags if one.type == "L")
    kinds = [one.type for one in found.children if isinstance(one, TagNode)]
    assert kinds == ["LI", "LI"]
    assert len(kinds) == len(found.children)


def test_the_list_is_on_paper_and_not_in_the_reading_text():
    found = release(ENGLISH, ARABIC)
    shown = present(found)
    page = write_html(shown).data
    assert htmldoc.reading_text(with_editions(page, shown)) == htmldoc.reading_text(page)
    pdf = pypdf.PdfReader(io.BytesIO(pressconv.convert(found, to="pdf").value))
    (last,) = pdf.pages
    assert "Ce communiqué dans d’autres langues" in last.extract_text()
    assert "English" in last.extract_text()
    annotations = [one.get_object() for one in last.get("/Annots", ())]
    assert [one["/A"]["/URI"] for one in annotations] == ["https://elsewhere.example/ar"]
