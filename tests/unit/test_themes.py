"""Themes: what ships, what a house makes of it, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from embedded import faces
from hypothesis import given
from hypothesis import strategies as st

import pressconv
from pressconv import ConfigError, House, HtmlOptions, Options, read_house
from pressconv.colours import contrast
from pressconv.themes import (
    GROUNDS,
    MIN_CONTRAST,
    MORE_CONTRAST,
    TEXTS,
    Faces,
    PaletteChoices,
    Rule,
    ThemeChoices,
    find_theme,
    on_paper,
    shipped_themes,
    starkest,
)
from pressconv.writers.html.site import site_sheet

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def ratios(palette):
    return [
        contrast(getattr(palette, text), getattr(palette, ground))
        for text in TEXTS
        for ground in GROUNDS
    ]


def refused(text):
    with pytest.raises(ConfigError) as caught:
        read_house(text.encode())
    return caught.value


def release(lang="fr"):
    source = (
        f'<release xmlns="urn:pressconv:release:1" id="r" xml:lang="{lang}"><head>'
        "<headline>h</headline></head><body><p>a</p></body></release>"
    )
    return pressconv.read(source.encode()).value


def page(house=None, **options):
    made = pressconv.convert(release(), to="html", options=Options(**options), house=house)
    return made.value.decode()


def test_a_ministry_s_and_a_newsroom_s_ship_the_default_first():
    assert shipped_themes() == ("ministry", "newsroom")
    assert find_theme().name == "ministry"
    assert find_theme("newsroom").headings is Faces.SERIF


@pytest.mark.parametrize("name", shipped_themes())
def test_a_shipped_theme_can_be_read_on_every_ground(name):
    theme = find_theme(name)
    for palette in (theme, theme.dark, on_paper(theme)):
        assert min(ratios(palette)) >= MIN_CONTRAST
    for palette in (theme, theme.dark):
        assert min(ratios(starkest(palette))) >= MORE_CONTRAST


def test_what_a_house_does_not_say_is_as_in_the_theme_that_its_own_is_like():
    own = {"own": ThemeChoices(like="newsroom", rule=Rule.LINE, line="#cccccc")}
    below = find_theme("newsroom")
    assert find_theme("own", own) == replace(below, name="own", rule=Rule.LINE, line="#cccccc")
    assert find_theme("own", {"own": ThemeChoices()}) == replace(find_theme(), name="own")


def test_a_house_changes_a_theme_that_ships_under_its_name():
    own = {"newsroom": ThemeChoices(tint="#ffffff")}
    assert find_theme("newsroom", own) == replace(find_theme("newsroom"), tint="#ffffff")


def test_a_dark_accent_is_the_light_one_made_lighter_unless_it_is_said():
    theme = find_theme("own", {"own": ThemeChoices(accent="#7a1f1f")})
    assert theme.dark.accent not in {"#7a1f1f", find_theme().dark.accent}
    assert contrast(theme.dark.accent, theme.dark.tint) >= MIN_CONTRAST
    said = ThemeChoices(accent="#7a1f1f", dark=PaletteChoices(accent="#ffb4a8"))
    assert find_theme("own", {"own": said}).dark.accent == "#ffb4a8"


def test_all_colours_that_are_hard_to_read_are_named_with_the_nearest_that_are_not():
    error = refused(
        '[themes.a]\naccent = "#7fb2d9"\nmuted = "#999999"\n[themes.a.dark]\nmuted = "#555555"\n'
        '[themes.b]\nlike = "newsroom"\nink = "#aaaaaa"\n'
    )
    assert error.exit_code == 4
    assert [str(one).partition(": its")[0] for one in error.problems] == [
        "pressconv.toml: themes.a.muted = '#999999'",
        "pressconv.toml: themes.a.accent = '#7fb2d9'",
        "pressconv.toml: themes.a.dark.muted = '#555555'",
        "pressconv.toml: themes.b.ink = '#aaaaaa'",
    ]
    assert {one.code for one in error.problems} == {"theme-contrast"}
    first = error.problems[0]
    assert first.message.endswith("2.84:1 on paper '#ffffff' and 2.57:1 on tint '#eff4f7'")
    assert first.hint.endswith("the nearest that has it is '#6f6f6f'")


@given(COLOURS, COLOURS)
def test_the_colour_that_an_error_names_is_taken(accent, muted):
    for _ in range(2):
        try:
            find_theme("own", {"own": ThemeChoices(accent=accent, muted=muted)})
        except ConfigError as error:
            for one in error.problems:
                named = one.hint.rpartition("'#")[2].rstrip("'")
                accent = f"#{named}" if one.message.startswith("accent") else accent
                muted = f"#{named}" if one.message.startswith("muted") else muted
    own = find_theme("own", {"own": ThemeChoices(accent=accent, muted=muted)})
    assert (own.accent, own.muted) == (accent, muted)


def test_grounds_that_no_colour_suits_are_to_be_brought_together():
    error = refused('[themes.a]\npaper = "#999999"\ntint = "#000000"\n')
    assert {one.hint for one in error.problems} == {
        "no colour has 4.5:1 on both: bring paper and tint together"
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('theme = "newsrom"', "unknown theme 'newsrom'"),
        ('[themes.a]\nlike = "b"\n[themes.b]', "themes.a: unknown theme 'b'"),
        ('[themes.a]\nink = "black"\nline = "#ccc"', "[themes.a]: ink = 'black', line = '#ccc'"),
        ('[themes.a.dark]\nink = "#12345"', "[themes.a.dark]: ink = '#12345'"),
        ('[themes.a]\naccnt = "#000000"', "unknown key 'themes.a.accnt'"),
        ('[themes.a]\nrule = "dots"', "themes.a.rule = 'dots'"),
        ("[themes.a]\nink = 0", "themes.a.ink = 0: expected a text"),
    ],
)
def test_a_house_file_says_what_is_wrong_with_a_theme(text, message):
    error = refused(text)
    assert (error.message, str(error.place)) == (message, "pressconv.toml")


def test_an_unknown_theme_is_told_the_nearest_and_all():
    own = {"harbour": ThemeChoices()}
    with pytest.raises(ConfigError) as caught:
        find_theme("harbor", own)
    known = "the themes are: ministry, newsroom, harbour"
    assert caught.value.hint == f"did you mean 'harbour'? {known}"
    with pytest.raises(ConfigError) as caught:
        find_theme("x", own)
    assert caught.value.hint == known


def test_the_command_line_goes_over_the_house_and_the_house_over_the_default():
    house = House(theme="harbour", themes={"harbour": ThemeChoices(accent="#00594c")})
    assert "--pc-accent:#0b456e" in page()
    assert "--pc-accent:#00594c" in page(house)
    assert "--pc-accent:#9a1b2f" in page(house, theme="newsroom")
    assert "--pc-accent:#9a1b2f" in page(house, html=HtmlOptions(theme=find_theme("newsroom")))


def test_the_pdf_has_the_rule_and_the_faces_of_the_theme():
    made = {
        name: pressconv.convert(release(), to="pdf", options=Options(theme=name)).value
        for name in shipped_themes()
    }
    assert "Noto Sans Bold" in faces(made["ministry"])
    assert "Noto Sans Bold" not in faces(made["newsroom"])
    assert "Noto Serif Bold" in faces(made["newsroom"])


def test_print_is_black_on_white_with_an_accent_that_can_be_read_there():
    night = ThemeChoices(
        ink="#eeeeee", paper="#101010", muted="#bbbbbb", accent="#ffd27f", tint="#202020"
    )
    printed = on_paper(find_theme("night", {"night": night}))
    assert (printed.ink, printed.paper, printed.tint) == ("#000000", "#ffffff", "#ffffff")
    assert contrast(printed.accent, "#ffffff") >= MIN_CONTRAST


def test_the_sheet_for_a_site_has_the_theme_but_no_dark_one():
    theme = find_theme("newsroom")
    sheet = site_sheet(["fr"], theme)
    assert f"--pc-accent:{theme.accent}" in sheet
    assert theme.dark.accent not in sheet
