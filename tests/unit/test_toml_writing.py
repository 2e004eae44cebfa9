"""A house as TOML is the same house when it is read again."""

from hypothesis import given
from hypothesis import strategies as st

from pressconv import House, read_house
from pressconv.house import (
    HouseAccessibility,
    HouseDisclaimer,
    HouseIssuer,
    LocalAccessibility,
    PageSize,
    PdfSource,
)
from pressconv.languages import Choices, LetterheadPart
from pressconv.model import GenreKey, Method
from pressconv.options import TextOptions
from pressconv.themes import PaletteChoices, ThemeChoices
from pressconv.toml_writing import write_toml

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
TAGS = st.sampled_from(["en", "pt-BR", "zh-Hans", "qaa", "x-a"])
COLOURS = st.sampled_from([None, "#7a1f1f"])
DARK = st.builds(PaletteChoices, paper=st.sampled_from([None, "#000000"]))
CONTACTS = {"email": st.just("") | st.just("a@example.org"), "telephone": st.just("+1 2")}


@st.composite
def houses(draw):
    issuer = st.builds(HouseIssuer, WORDS, st.lists(WORDS).map(tuple))
    methods = st.lists(st.sampled_from(Method)).map(tuple)
    local = st.builds(LocalAccessibility, **CONTACTS, request=WORDS)
    return House(
        base_url=draw(st.sampled_from(["", "https://example.org/"])),
        page_size=draw(st.sampled_from([None, *PageSize])),
        pdf_source=draw(st.sampled_from([None, *PdfSource])),
        drafts=draw(st.booleans()),
        letterhead=draw(st.none() | st.just((LetterheadPart.GENRE, LetterheadPart.ISSUED))),
        issuer=draw(st.dictionaries(TAGS, issuer)),
        genres=draw(st.dictionaries(TAGS, st.dictionaries(st.sampled_from(GenreKey), WORDS))),
        original=draw(st.dictionaries(TAGS, WORDS)),
        disclaimers=tuple(
            draw(st.lists(st.builds(HouseDisclaimer, TAGS, TAGS, WORDS, methods, WORDS)))
        ),
        typography=Choices(level=draw(WORDS)),
        fonts_dirs=tuple(draw(st.lists(WORDS))),
        text=TextOptions(width=draw(st.sampled_from([None, 0, 40])), flowed=False),
        theme="office",
        themes={"office": draw(st.builds(ThemeChoices, accent=COLOURS, dark=DARK))},
        accessibility=draw(
            st.builds(HouseAccessibility, **CONTACTS, languages=st.dictionaries(TAGS, local))
        ),
    )


@given(houses())
def test_a_house_is_read_as_it_was_written(house):
    assert read_house(write_toml(house).encode()) == house


def test_what_is_as_by_default_is_not_written():
    assert write_toml(House()) == ""
    assert write_toml(HouseIssuer("Office")) == 'organization = "Office"'


def test_tables_stand_below_their_names_and_invisible_characters_are_escapes():
    house = House(
        page_size=PageSize.A4,
        genres={"zh-Hans": {"statement": "a\u00a0\U000e0001b"}},
        disclaimers=(HouseDisclaimer("fr", "en", 'dit "oui"\n'),),
        accessibility=HouseAccessibility(languages={"fr": LocalAccessibility(request="r")}),
    )
    assert write_toml(house).split("\n") == [
        'page_size = "A4"',
        "",
        "[genres.zh-Hans]",
        'statement = "a\\u00A0\\U000E0001b"',
        "",
        "[[disclaimers]]",
        'lang = "fr"',
        'authoritative = "en"',
        'text = "dit \\"oui\\"\\n"',
        "",
        "[accessibility.languages.fr]",
        'request = "r"',
    ]
