"""What of a house file is enclosed in a PDF: what took effect, all of it and nothing else."""

import dataclasses
from dataclasses import replace

import pytest
from conftest import ROOT, SAMPLES, sample_name

import pressconv
from pressconv import Choices, House, TextOptions
from pressconv.effect import PRESENTED, in_effect
from pressconv.house import (
    HouseAccessibility,
    HouseDisclaimer,
    HouseIssuer,
    LocalAccessibility,
    PageSize,
    PdfSource,
    Profile,
)
from pressconv.languages import LetterheadPart, Position
from pressconv.loading import load_house
from pressconv.options import Abbreviations
from pressconv.themes import PaletteChoices, ThemeChoices, find_theme
from pressconv.transforms import transforms

OPEN = (
    '<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head><headline>T</headline>'
)
HEAD = '<genre key="statement"/><distribution key="immediate"/><issued when="2026-03-12"/>'
TRANSLATION = '<translation from="en" authoritative="en" method="human"{more}/>'


def release(*parts, lang="fr", body="<p>x</p>"):
    head = "".join(parts)
    xml = f"{OPEN.format(lang=lang)}{head}</head><body>{body}</body></release>"
    return pressconv.read(xml.encode()).value


def presented(one, house):
    """Present a release as `convert` does, less what only a web page says of itself."""
    for transform in transforms(house.typography, house.abbreviations or Abbreviations.EXPAND):
        one = transform(one)
    shown = pressconv.present(one, house=house)
    said = replace(shown.metadata, address="", default="", accessibility=())
    return replace(shown, metadata=said, remarks=())


HOUSES = [load_house(path) for path in sorted((ROOT / "samples").rglob("pressconv.toml"))]
RICH = House(
    base_url="https://example.org/",
    page_size=PageSize.LETTER,
    pdf_profile=Profile.UA2,
    disclaimer_position=Position.BEFORE,
    drafts=True,
    letterhead=tuple(reversed(LetterheadPart)),
    issuer={"fr": HouseIssuer("Bureau"), "en": HouseIssuer("Office", ("Unit",))},
    genres={"fr": {"statement": "Prise de parole", "letter": "Lettre"}, "en": {"statement": "S"}},
    distributions={"fr": {"immediate": "Tout de suite"}, "ar": {"immediate": "x"}},
    original={"fr": "Voir ({language})"},
    disclaimers=(
        HouseDisclaimer("ar", "en", "x"),
        HouseDisclaimer("fr", "en", "Seul l’anglais fait foi, dit le bureau.", source="a circular"),
        HouseDisclaimer("fr", "ru", "Seul le russe fait foi."),
    ),
    typography=Choices(level="strict", ca="persian"),
    capitals=(LetterheadPart.GENRE,),
    fonts_dirs=("/home/ada/fonts",),
    text=TextOptions(width=40),
    accessibility=HouseAccessibility(
        email="a@example.org",
        languages={"fr": LocalAccessibility(email="b@example.org"), "ar": LocalAccessibility()},
    ),
    default_language="en",
)


@pytest.mark.parametrize("house", [House(), RICH, *HOUSES], ids=["none", "rich", *"abc"])
@pytest.mark.parametrize("path", SAMPLES, ids=sample_name)
def test_what_took_effect_presents_a_sample_as_all_of_it_does(path, house):
    one = pressconv.read(path.read_bytes()).value
    kept = in_effect(one, house)
    assert presented(one, kept) == presented(one, house)
    assert in_effect(one, kept) == kept


def test_of_a_rich_house_what_acted_is_left():
    one = release(HEAD, TRANSLATION.format(more=' source="https://example.org/en"'))
    kept = in_effect(one, RICH)
    assert kept == House(
        page_size=PageSize.LETTER,
        pdf_profile=Profile.UA2,
        disclaimer_position=Position.BEFORE,
        letterhead=RICH.letterhead,
        issuer={"fr": HouseIssuer("Bureau")},
        genres={"fr": {"statement": "Prise de parole"}},
        distributions={"fr": {"immediate": "Tout de suite"}},
        original={"fr": "Voir ({language})"},
        disclaimers=(replace(RICH.disclaimers[1], source=""),),
        typography=kept.typography,
        capitals=(LetterheadPart.GENRE,),
        accessibility=HouseAccessibility(
            languages={"fr": LocalAccessibility(email="b@example.org")}
        ),
    )


def test_wording_of_the_house_for_a_text_that_has_it_already_is_kept():
    words = RICH.disclaimers[2].text
    one = release(TRANSLATION.format(more=""), body=f"<p>{words}</p>")
    assert in_effect(one, RICH).disclaimers[-1].text == words


def test_a_base_is_kept_for_links_to_other_languages_alone():
    house = House(base_url="https://example.org/")
    assert in_effect(release(), house) == House()
    assert in_effect(release('<edition hreflang="en"/>'), house) == house


def test_paper_and_profile_that_hold_anyway_are_not_said():
    house = House(page_size=PageSize.A4, pdf_profile=Profile.UA1, pdf_source=PdfSource.PUBLISHED)
    assert in_effect(release(), house) == House()
    assert in_effect(release(lang="en"), house) == House(page_size=PageSize.A4)


def test_a_time_zone_is_kept_where_a_moment_is_shown_by_its_clocks():
    house = House(timezone="Europe/Oslo")
    assert in_effect(release('<issued when="2026-03-12"/>'), house) == House()
    assert in_effect(release('<issued when="2026-03-12T10:00:00+00:00"/>'), house) == house


def test_a_theme_is_kept_by_its_name_or_with_all_that_it_is():
    own = ThemeChoices(accent="#7a1f1f", dark=PaletteChoices(paper="#101010"))
    themes = {"office": own, "other": ThemeChoices(like="newsroom"), "same": ThemeChoices()}
    one = release()
    assert in_effect(one, House(theme="ministry", themes=themes)) == House()
    assert in_effect(one, House(theme="same", themes=themes)) == House()
    assert in_effect(one, House(theme="newsroom", themes=themes)) == House(theme="newsroom")
    kept = in_effect(one, House(theme="office", themes=themes))
    assert (kept.theme, list(kept.themes)) == ("office", ["office"])
    assert find_theme("office", kept.themes) == find_theme("office", themes)


def test_what_is_said_of_abbreviations_is_kept_where_there_are_some():
    house = House(abbreviations=Abbreviations.KEEP)
    body = "<p><abbr>UIC<expansion>International Union of Railways</expansion></abbr></p>"
    assert in_effect(release(), house) == House()
    assert in_effect(release(body=body), house) == house
    assert in_effect(release(body=body), House(abbreviations=Abbreviations.EXPAND)) == House()


def test_choices_that_no_language_of_the_release_offers_go():
    house = House(typography=Choices(nu="arab"))
    assert in_effect(release(HEAD, lang="ru"), house) == House()
    assert in_effect(release(HEAD, lang="ar"), house) == house
    name = '<p><name>A<original xml:lang="ar">\u0623 1</original></name></p>'
    assert in_effect(release(lang="ru", body=name), house) == house


def test_every_key_of_the_house_file_was_thought_of():
    """A key that acts on the PDF is presented, or judged by itself; otherwise it stays whole."""
    judged = {"page_size", "pdf_profile", "pdf_source", "typography", "text", "fonts_dirs"}
    judged |= {"timezone", "abbreviations", "theme", "themes"}
    assert {field.name for field in dataclasses.fields(House)} == {*PRESENTED, *judged}
