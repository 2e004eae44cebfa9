"""Contrast by WCAG, and the nearest colour that has enough of it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outside_tools import in_chromium, require

from pressconv.colours import contrast, is_colour, lighter_and_darker, nearest_passing

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.478),  # the grey that just fails
        ("#767676", "#ffffff", 4.542),  # the grey that just passes
        ("#0000FF", "#ffffff", 8.592),
    ],
)
def test_contrast_is_that_of_wcag_in_either_order(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("text", ["#0b456e", "#0B456E"])
def test_a_colour_is_written_with_six_digits(text):
    assert is_colour(text)


@pytest.mark.parametrize("text", ["", "#fff", "0b456e", "#0b456", "#0b456e0", "#0b456g", "red"])
def test_anything_else_is_no_colour(text):
    assert not is_colour(text)


def test_a_colour_that_passes_is_its_own_nearest():
    assert nearest_passing("#0B456E", ["#ffffff"], 4.5) == "#0B456E"


@given(COLOURS, COLOURS)
def test_the_nearest_passes_and_none_a_step_nearer_does(colour, ground):
    nearest = nearest_passing(colour, [ground], 4.5)
    assert nearest is not None  # black or white has 4.58:1 with every colour
    assert contrast(nearest, ground) >= 4.5
    for candidate in lighter_and_darker(colour):
        if candidate == nearest:
            break
        assert contrast(candidate, ground) < 4.5


@given(COLOURS)
def test_the_steps_lead_to_black_and_to_white(colour):
    own, *rest = lighter_and_darker(colour)
    assert own == colour
    assert {"#000000", "#ffffff"} <= {colour, *rest}


def test_no_colour_passes_on_grounds_that_are_far_apart():
    assert nearest_passing("#0b456e", ["#ffffff", "#000000"], 4.5) is not None  # 4.58:1 with both
    assert nearest_passing("#0b456e", ["#ffffff", "#000000"], 7) is None
    assert nearest_passing("#0b456e", ["#ffffff", "#767676"], 4.5) is not None
    assert nearest_passing("#0b456e", ["#999999", "#000000"], 4.5) is None


def measured(colours, folder):
    """Return lightness, chroma and hue of *colours*, as Chromium converts them."""
    spans = "".join(f'<i style="color: oklch(from {one} l c h)"></i>' for one in colours)
    page = folder / "colours.html"
    page.write_text(f"<!DOCTYPE html><title>c</title>{spans}", encoding="utf-8")
    order = {"pages": [str(page)], "selector": "i", "properties": ["color"]}
    values = [value for _, (value,) in in_chromium("computed.mjs", order)[0]["values"]]
    return [tuple(map(float, one[6:-1].replace("none", "0").split())) for one in values]


@pytest.mark.outside
def test_the_hue_stays_as_a_browser_measures_it(tmp_path):
    require("axe")
    given = [f"#{value:06x}" for value in range(0x102030, 0xFFFFFF, 0x1A5B7)]
    nearest = [nearest_passing(one, ["#ffffff"], 4.5) for one in given]
    before, after = (measured(colours, tmp_path) for colours in (given, nearest))
    n_moved = 0
    for (_, chroma, hue), (_, kept, found) in zip(before, after, strict=True):
        assert kept <= chroma + 0.004
        if kept > 0.03:
            assert abs((hue - found + 180) % 360 - 180) < math.degrees(0.004 / kept)
            n_moved += hue != found
    assert n_moved > 50


@pytest.mark.outside
def test_each_step_leads_away_as_a_browser_measures_it(tmp_path):
    require("axe")
    steps = list(lighter_and_darker("#7a5ca3"))[::25]
    (own, *_), *rest = measured(steps, tmp_path)
    distances = [abs(lightness - own) for lightness, _, _ in rest]
    assert distances == sorted(distances)
    assert len(set(distances)) > 30
