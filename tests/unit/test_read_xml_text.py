"""Reading running text: white space, characters, isolates."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from xml_inputs import children, codes, notes, problems, release, text, value

import pressconv
from pressconv import model as m
from pressconv.errors import ReadError

# ---- white space -------------------------------------------------------------------------------


def test_white_space_collapses_and_is_trimmed_at_the_edges():
    assert text("\n  Le\t\r\n mot  \n") == "Le mot"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000", "\u2009", "\u2003"])
def test_no_other_space_is_touched(space):
    inner = f"{space}{space} a {space} {space}"
    assert text(inner) == inner


def test_white_space_collapses_across_the_edges_of_elements():
    assert children("a <em> b </em> <strong> c</strong>") == (
        m.Text("a "),
        m.Emphasis((m.Text("b "),)),
        m.Strong((m.Text("c"),)),
    )


@pytest.mark.parametrize(
    "element",
    ["<code>{}</code>", '<num value="1">{}</num>', "<abbr>{}<expansion>e</expansion></abbr>"],
)  # fmt: skip
def test_the_space_before_a_literal_is_kept_once(element):
    assert text("a" + element.format(" b") + " c") == "a b c"
    assert text("a " + element.format(" b") + " c") == "a b c"


def test_the_space_after_a_literal_is_kept_once():
    assert text("a <code>b </code> c<code>d </code>e ") == "a b cd e"


def test_an_abbreviation_ends_before_its_expansion():
    (found,) = children("<abbr> OTAN <expansion> Organisation </expansion> </abbr>")
    assert found == m.Abbreviation("OTAN", m.Expansion("Organisation"))


def test_a_name_ends_before_its_original():
    found = children('<name>Bourita <original xml:lang="ar"> \u0628 </original> </name> parle')
    assert found == (
        m.Name((m.Text("Bourita"),), None, m.Original("\u0628", lang="ar")),
        m.Text(" parle"),
    )


def test_a_paragraph_ends_before_a_footnote_at_its_end():
    found = children("a <footnote> n </footnote> ")
    assert found == (m.Text("a"), m.Footnote((m.Text("n"),)))


def test_a_line_ends_before_a_line_break():
    found = children("a <em>b <br/> c</em> <br/> d")
    assert found == (
        m.Text("a "),
        m.Emphasis((m.Text("b"), m.LineBreak(), m.Text("c"))),
        m.LineBreak(),
        m.Text("d"),
    )


def test_the_spaces_of_a_dateline_stay():
    time = '<time when="2018-06-26">le 26</time>'
    dateline = f"<dateline> Paris, <place>Rabat</place> et {time} — </dateline>"
    assert value(head=dateline).head.dateline == m.Dateline(
        (
            *("Paris, ", m.DatelinePlace("Rabat"), " et "),
            *(m.DatelineTime(date(2018, 6, 26), "le 26"), " —"),
        )
    )


def test_a_comment_does_not_part_text():
    assert children("a<!-- b -->c<?d e?>f") == (m.Text("acf"),)


def test_an_attribute_keeps_its_no_break_spaces():
    (found,) = children('<num value="1" unit=" km\u00a0/ \u202fh ">1</num>')
    assert found == m.Number("1", found.value, "km\u00a0/ \u202fh")


# ---- characters --------------------------------------------------------------------------------


def test_text_becomes_nfc():
    assert children("e\u0301<em>e\u0301</em>") == (m.Text("é"), m.Emphasis((m.Text("é"),)))
    assert value(head="<number>e\u0301</number>").head.number == "é"
    assert children('<num value="1" unit="e\u0301">1</num>')[0].unit == "é"


def test_joiners_stay():
    inner = "\u0645\u06cc\u200c\u062e \U0001f468\u200d\U0001f469"
    assert text(inner) == inner


def test_a_control_character_is_refused_at_its_place():
    assert problems(release("<p>ab\u0085c</p>")) == ["3:12 control-character"]
    assert problems(release("<p>ab\x01c</p>")) == ["3:12 control-character"]
    assert problems(release('<p>a<num value="1" unit="\u0085">c</num></p>')) == [
        "3:11 control-character"
    ]


@pytest.mark.parametrize(
    ("odd", "message", "hint"),
    [
        ("\u0085", "the control character U+0085", "remove it"),
        ("\ufdd0", "the noncharacter U+FDD0", "remove it"),
        ("\U0001ffff", "the noncharacter U+1FFFF", "remove it"),
        ("\u2028", "the line separator U+2028", "remove it, or write <br/> where a line ends"),
        ("\u2029", "the paragraph separator U+2029", "remove it, or begin a new <p>"),
    ],
)
def test_what_is_no_character_of_a_text_is_refused_with_what_to_do(odd, message, hint):
    with pytest.raises(ReadError) as caught:
        pressconv.read(release(f"<p>a{odd}b</p>").encode(), name="r.xml")
    (problem,) = caught.value.problems
    assert str(problem) == f"r.xml:3:11: {message}\n  hint: {hint}"


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202a", "\u202e", "\u061c", "\ufeff"])
def test_a_directional_mark_is_removed_with_a_note(mark):
    assert text(f"a{mark}b") == "ab"
    assert notes(f"<p>a{mark}b</p>") == ["3:11 bidi-control-removed"]
    assert notes(head=f"<number>{mark}7</number>") == ["2:37 bidi-control-removed"]


def test_what_a_removed_mark_parted_becomes_nfc():
    assert text("e\u200e\u0301") == "é"


def test_balanced_isolates_become_parts():
    found = children("a \u2067b \u2066c\u2069\u2069 \u2068\u05d0\u2069")
    assert found == (
        m.Text("a "),
        m.Span(
            (m.Text("b "), m.Span((m.Text("c"),), dir=m.Direction.LTR)), dir=m.Direction.RTL
        ),
        m.Text(" "),
        m.Span((m.Text("\u05D0"),), dir=m.Direction.RTL),
    )  # fmt: skip


def test_an_isolate_may_hold_elements():
    found = children("\u2067<em>b</em>\u2069")
    assert found == (m.Span((m.Emphasis((m.Text("b"),)),), dir=m.Direction.RTL),)


@pytest.mark.parametrize("inner", ["a\u2067b", "a\u2069b", "<em>a\u2067</em>b\u2069"])
def test_an_isolate_without_its_partner_is_removed_with_a_note(inner):
    assert text(inner) == "ab"
    assert {note.split()[1] for note in notes(f"<p>{inner}</p>")} == {"bidi-control-removed"}


def test_isolates_count_as_depth():
    assert codes("<p>" + "\u2067" * 200 + "x" + "\u2069" * 200 + "</p>") == ["too-deep"]
    deep = "<em>" * 60 + "\u2067" * 40 + "<em>x</em>" + "\u2069" * 40 + "</em>" * 60
    assert "too-deep" in codes(f"<p>{deep}</p>")


def test_isolates_in_an_alternative_text_become_parts():
    figure = value('<figure><image src="a.png"><alt>a \u2067b\u2069</alt></image></figure>')
    alt = figure.body.content[0].image.alt
    assert alt.children == (m.Text("a "), m.Span((m.Text("b"),), dir=m.Direction.RTL))


def test_long_text_becomes_the_same_nfc_as_short_text():
    for raw in (
        "e\u0316\u0301\u0327",
        "\u0f73\u0f71\u1ead\u0301",
        "\u1100\u1161\u11a8\u0344\u0323",
    ):
        assert text(raw * 1000) == unicodedata.normalize("NFC", raw * 1000)
