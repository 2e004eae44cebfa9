"""Writing canonical XML: what a person sees in an editor, and what no reader may lose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from xml_inputs import value

from pressconv import model as m
from pressconv.readers.xml import read
from pressconv.writers.xml import write_xml


def line(*children: m.Inline) -> str:
    """Return the line of a paragraph of *children*."""
    release = value()
    body = m.Body((m.Paragraph(children),))
    written = write_xml(replace(release, body=body)).decode()
    return next(one.strip() for one in written.split("\n") if "<p>" in one)


def test_blocks_stand_on_lines_of_their_own():
    written = write_xml(value("<list><item>a</item><item><p>b</p></item></list>")).decode()
    assert written.split("\n")[5:14] == [
        "  <body>",
        "    <list>",
        "      <item>a</item>",
        "      <item>",
        "        <p>b</p>",
        "      </item>",
        "    </list>",
        "  </body>",
        "</release>",
    ]


@pytest.mark.parametrize(
    "character", ["\u00a0", "\u202f", "\u3000", "\u200c", "\u200d", "\u00ad", "\u2060", "\u2028"]
)
def test_a_character_that_cannot_be_seen_is_written_as_its_number(character):
    assert line(m.Text(f"a{character}b")) == f"<p>a&#x{ord(character):X};b</p>"


def test_an_arabic_sign_that_is_seen_is_written_as_it_is():
    assert line(m.Text("\u0601\u0663")) == "<p>\u0601\u0663</p>"


def test_an_accent_at_the_start_is_written_as_its_number():
    inner = m.Emphasis((m.Text("\u0338a"),))
    assert line(m.Text("x"), inner) == "<p>x<em>&#x338;a</em></p>"


def test_markup_in_text_and_attributes_is_escaped():
    found = line(m.Text("a<b>&c"), m.Link("x?a&b\"c'", (m.Text("d"),)))
    assert found == '<p>a&lt;b&gt;&amp;c<a href="x?a&amp;b&quot;c\'">d</a></p>'


@pytest.mark.parametrize(
    ("number", "written"),
    [("0.0000000001", "0.0000000001"), ("1E+3", "1000"), ("-0", "-0"), ("12.50", "12.50")],
)
def test_a_number_is_written_without_exponent(number, written):
    assert line(m.Number("x", Decimal(number))) == f'<p><num value="{written}">x</num></p>'


def test_a_direction_is_written_by_its_value():
    part = m.Span((m.Text("x"),), lang="ar", dir=m.Direction.RTL)
    assert line(part) == '<p><span xml:lang="ar" dir="rtl">x</span></p>'


def test_what_only_exists_with_its_meaning_is_written_as_a_part():
    marked = m.Abbreviation("OTAN", None, lang="fr")
    assert line(marked, m.Number("x")) == '<p><span xml:lang="fr">OTAN</span>x</p>'


def test_a_reference_in_another_language_is_a_part_around_it():
    found = line(m.Reference("p1", (m.Text("see"),), lang="en"))
    assert found == '<p><span xml:lang="en"><ref to="p1">see</ref></span></p>'


def test_an_empty_foot_is_not_written():
    assert b"<foot" not in write_xml(value())


def test_a_subscription_that_says_nothing_is_written():
    release = replace(value(), foot=m.Foot(subscribe=m.Subscribe()))
    assert read(write_xml(release)).value == release


def test_the_same_release_gives_the_same_bytes():
    assert write_xml(value()) == write_xml(value())


def test_markup_behind_an_accent_at_the_start_is_escaped_once():
    assert line(m.Text("\u0338a<b>&c")) == "<p>&#x338;a&lt;b&gt;&amp;c</p>"
    assert line(m.Text("\u0338" * 3000)) == f"<p>{'&#x338;' * 3000}</p>"
