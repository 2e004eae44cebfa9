"""A character that no font has is named, with its place and with what has it."""

from __future__ import annotations

import pytest

import pressconv
from pressconv.errors import RenderError

RELEASE = """<release xmlns="urn:pressconv:release:1" id="r" xml:lang="en">
<head><headline>{headline}</headline></head>
<body><p>First.</p>
<p>Before <em>the {text} inside</em> it.</p></body></release>"""


def problems(text="x", headline="h"):
    """Return what is wrong with the PDF of a release that holds *text* on line 4, column 11."""
    source = RELEASE.format(text=text, headline=headline).encode()
    release = pressconv.read(source, name="r.xml").value
    with pytest.raises(RenderError) as caught:
        pressconv.convert(release, to="pdf")
    assert caught.value.exit_code == 5
    return caught.value.problems


def test_the_problem_names_character_place_and_remedy():
    (problem,) = problems("\N{GRINNING FACE}")
    assert str(problem) == (
        "r.xml:4:11: no font has '\N{GRINNING FACE}' (U+1F600 GRINNING FACE)"
        " in 'the \N{GRINNING FACE} inside'\n"
        "  hint: get a font that has it, such as Symbola (Debian and Ubuntu: apt install"
        " fonts-symbola), and name its folder with --fonts-dir"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\N{TAMIL LETTER TA}", "Noto Sans Tamil (Debian and Ubuntu: apt install fonts-noto-core)"),
        ("\N{CANADIAN SYLLABICS I}", "Noto Sans Canadian Aboriginal"),
        ("\U0002a6d6", "fonts-hanazono"),
        ("\u1680", "Noto Sans Ogham"),
        ("\u0605", "get a font that has it"),
        ("\ue000", "only the font that it was made for has it"),
        ("\u0378", "only the font that it was made for has it"),
    ],
)
def test_the_remedy_is_that_of_the_script(text, words):
    (problem,) = problems(text)
    assert words in problem.hint
    assert f"U+{ord(text):04X}" in problem.message


def test_every_character_is_named_once_and_every_remedy_too():
    found = problems("தமிழ் தமிழ்")
    assert [one.code for one in found] == ["glyph-missing"] * 5
    assert [bool(one.hint) for one in found] == [True, False, False, False, False]


def test_a_headline_without_a_place_is_found_by_its_words():
    (problem,) = problems(headline="Talks in ქ")
    assert "in 'Talks in ქ'" in problem.message
    assert str(problem.place) == "r"


@pytest.mark.parametrize(
    "text",
    [
        "\u2060\u200b\u200c\u200d\u00ad",
        "☎\ufe0e ✉\ufe0f 葛\U000e0100",
        "\u00a0\u2009\u202f\u3000",
        "e\u0301\u0323 \u034f",
    ],
)
def test_what_is_not_drawn_is_not_missed(text):
    source = RELEASE.format(text=text, headline="h").encode()
    assert pressconv.convert(pressconv.read(source).value, to="pdf").value
