"""What a page says to screen readers alone: names of boxes and marks, and what stays silent."""

from __future__ import annotations

import pytest
from lxml import html

from pressconv.present import present
from pressconv.readers.xml import read
from pressconv.transforms import apply_abbreviations
from pressconv.writers.html import write_html

TABLE = (
    "<table><caption>Trains</caption><rows><row><header>North</header><cell>4</cell></row></rows>"
    "</table>"
)
UN = "<abbr>UN<expansion>United Nations</expansion></abbr>"


def body(inner: str, lang: str = "en"):
    text = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        f"<headline>x</headline></head><body>{inner}</body></release>"
    )
    release = apply_abbreviations(read(text.encode()).value)
    return html.fromstring(write_html(present(release)).data.decode())


@pytest.mark.parametrize(("lang", "name"), [("en", "Table"), ("fr", "Tableau"), ("ar", "جدول")])
def test_the_box_of_a_table_does_not_say_its_caption_a_second_time(lang, name):
    (box,) = body(TABLE, lang).xpath("//*[@role='group']")
    assert box.get("aria-label") == name
    assert box.findtext("table/caption") == "Trains"


def test_a_picture_that_says_nothing_is_no_figure():
    plain = '<figure><image src="a.png" decorative="true"/></figure>'
    assert body(plain).xpath("//main//figure") == []
    captioned = plain.replace("</figure>", "<caption>The line</caption></figure>")
    assert len(body(captioned).xpath("//figure/figcaption")) == 1


ORNAMENT = '<item{}><figure><image src="a.png" decorative="true"/></figure></item>'


def test_an_item_that_says_nothing_is_silent():
    plain, said = ORNAMENT.format(""), "<item>a</item>"
    items = body(f"<list>{plain}{said}</list>").xpath("//main//li")
    assert [one.get("aria-hidden") for one in items] == ["true", None]
    marked = ORNAMENT.format(' xml:id="i"')
    named = body(f'<list>{marked}{said}</list><p><ref to="i">b</ref></p>')
    assert named.xpath("//main//li/@aria-hidden") == []


def test_a_list_of_nothing_is_silent():
    inner = f"<item><list>{ORNAMENT.format('')}</list></item>"
    page = body(f"<list>{inner}</list><list>{inner}<item>a</item></list>")
    first, second = page.xpath("//main//ul[not(ancestor::ul)]")
    assert first.get("aria-hidden") == "true"
    assert second.get("aria-hidden") is None
    assert [one.get("aria-hidden") for one in second.findall("li")] == ["true", None]


@pytest.mark.parametrize("said", ["<caption>The line</caption><credit>Ada</credit>", ""])
def test_a_browser_that_names_a_figure_by_its_caption_leaves_the_description_out(said):
    described = f"{said}<description><p>From north to south.</p></description>"
    (figure,) = body(
        f'<figure><image src="a.png"><alt>A map</alt></image>{described}</figure>'
    ).xpath("//figure[img]")
    assert "".join(figure.itertext()).split() == (["The", "line", "Ada"] if said else [])
    (after,) = figure.xpath("following-sibling::*[1]")
    assert after.findtext("p") == "From north to south."


def test_labels_that_stand_in_say_their_language():
    noted = "<p>One<footnote>Two</footnote></p>"
    for role in ("doc-noteref", "doc-backlink"):
        (link,) = body(noted, "sv").xpath(f"//*[@role='{role}']")
        assert link.get("lang") == "en"
        assert "ote 1" in link.get("aria-label")
        (link,) = body(noted, "fr").xpath(f"//*[@role='{role}']")
        assert link.get("lang") is None


def test_labels_among_words_of_another_language_are_read_in_their_own():
    quoted = f"<quote xml:lang='ar'><p>نعم<footnote>لا</footnote></p>{TABLE}</quote>"
    page = body(f"<p>One<footnote>Two</footnote></p>{quoted}")
    for role, words in (("doc-noteref", "Note 2"), ("doc-backlink", "Back to note 2 in the text")):
        own, other = page.xpath(f"//*[@role='{role}']")
        assert own.get("lang") is None
        assert (other.get("lang"), other.get("aria-label")) == ("en", words)
    (box,) = page.xpath("//*[@role='group']")
    assert box.get("aria-label") == "جدول"
    assert box.get("lang") is None


def test_what_an_abbreviation_means_is_in_its_own_language():
    said = '<abbr>NATO<expansion xml:lang="{}">Organisation</expansion></abbr>'
    for lang, side in (("fr", None), ("ar", "rtl")):
        (*_, later) = body(f"<p>{said.format(lang) * 2}</p>").iter("abbr")
        assert (later.get("title"), later.get("lang"), later.get("dir")) == (
            "Organisation",
            lang,
            side,
        )
        (text,) = later
        assert (text.text, text.get("lang"), text.get("dir")) == ("NATO", "en", side and "ltr")


def test_an_abbreviation_in_the_language_of_its_meaning_is_one_element():
    both = '<abbr xml:lang="fr">OTAN<expansion{}>Organisation</expansion></abbr>'
    for marked in ("", ' xml:lang="fr"'):
        (*_, later) = body(f"<p>{both.format(marked) * 2}</p>").iter("abbr")
        assert (later.text, later.get("lang"), len(later)) == ("OTAN", "fr", 0)


def test_a_tooltip_is_never_all_that_explains_an_abbreviation():
    page = body(f"<p>The {UN} and the {UN}.</p>")
    assert [one.get("title") for one in page.xpath("//abbr")] == [None, "United Nations"]
    assert "UN (United Nations)" in page.xpath("string(//p)")
